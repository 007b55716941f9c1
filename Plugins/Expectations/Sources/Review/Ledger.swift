import RapportKit

/// Our promises to a customer, as a review and a scorecard count them: those that were made and not let go.
struct Ledger {
  /// How a promise ended, or that it has not.
  enum Ending: Equatable {
    case onTime
    /// Kept, this many days late.
    case late(Int)
    case broken
    /// Not due yet, or without a date.
    case open
    /// Past its date by this many days, and not kept.
    case overdue(Int)
  }

  /// A promise and how it stands.
  struct Line {
    var promise: Promise
    var ending: Ending

    /// The record.
    var record: Record { promise.record }
  }

  /// The promises, in the order they were noted.
  private(set) var lines: [Line]

  /// Reads the promises of `customer`.
  init(of customer: RecordID, in context: Context) async throws(Problem) {
    let records = try await context.records.records(
      RecordQuery(kinds: [.promise], customer: customer))
    self.init(records, at: context.surroundings.now)
  }

  /// Reads promises as they stand at `now`.
  init(_ records: [Record], at now: Moment) {
    lines = records.compactMap(Promise.init).filter { !$0.isTheirs }.compactMap { promise in
      Self.ending(of: promise, at: now).map { Line(promise: promise, ending: $0) }
    }
  }

  /// Nil for what was only asked for or offered, and for what both sides let go.
  private static func ending(of promise: Promise, at now: Moment) -> Ending? {
    switch promise.state {
    case .asked, .offered, .dropped: return nil
    case .broken: return .broken
    case .kept, .confirmed:
      let late = promise.daysLate ?? 0
      return late > 0 ? .late(late) : .onTime
    case .promised, .moved:
      guard promise.isOverdue(at: now), let due = promise.record.due else { return .open }
      return .overdue(now.date.number - due.date.number)
    }
  }

  /// The lines that belong to the days from `start` to `end`: made in them, settled in them, or still open.
  func during(_ start: LocalDate, _ end: LocalDate) -> Ledger {
    var copy = self
    let days = start...max(start, end)
    copy.lines = lines.filter { line in
      if let made = line.promise.made, made > end { return false }
      switch line.ending {
      case .open, .overdue: return true
      case .onTime, .late, .broken: break
      }
      return [line.promise.made, line.promise.settled].compactMap(\.self).contains(
        where: days.contains)
    }
    return copy
  }

  /// The lines in the order in which a review owns up to them: what was broken, what is overdue, what came late; each
  /// the longest first.
  var worstFirst: [Line] {
    func rank(_ ending: Ending) -> (Int, Int) {
      switch ending {
      case .broken: (0, 0)
      case .overdue(let days): (1, -days)
      case .late(let days): (2, -days)
      case .open, .onTime: (3, 0)
      }
    }
    return lines.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element.ending), rank(b.element.ending))
      return (first.0, first.1, a.offset) < (second.0, second.1, b.offset)
    }.map(\.element)
  }

  /// How many were kept on time, of all that are kept, broken or overdue; nil when there are none.
  var onTime: (count: Int, of: Int)? {
    let due = lines.filter { $0.ending != .open }
    return due.isEmpty ? nil : (due.count { $0.ending == .onTime }, due.count)
  }

  /// The same in per cent, halves upwards.
  var onTimeRate: Int? { onTime.map { ($0.count * 200 + $0.of) / ($0.of * 2) } }

  /// "8 made: 5 kept on time, 1 kept 3 days late, 1 broken, 1 open"; nil without any.
  var summary: String? {
    guard !lines.isEmpty else { return nil }
    var parts: [String] = []
    func add(_ text: String, _ holds: (Ending) -> Bool) {
      let count = lines.count { holds($0.ending) }
      if count > 0 { parts.append("\(count) \(text)") }
    }
    add("kept on time") { $0 == .onTime }
    let late = lines.compactMap { line in
      if case .late(let days) = line.ending { days } else { nil }
    }
    if let least = late.min(), let most = late.max() {
      let days = least == most ? Self.days(least) : "up to \(Self.days(most))"
      parts.append("\(late.count) kept \(days) late")
    }
    add("broken") { $0 == .broken }
    add("overdue") { if case .overdue = $0 { true } else { false } }
    add("open") { $0 == .open }
    let moved = lines.count { $0.promise.moves > 0 }
    let also = moved > 0 ? "; \(moved) moved before \(moved == 1 ? "its" : "their") date" : ""
    return "\(lines.count) made: \(parts.joined(separator: ", "))\(also)"
  }

  /// "3 days", "1 day".
  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}

extension Promise {
  /// The day it was kept or broken; the day it was due where nobody noted that.
  fileprivate var settled: LocalDate? {
    let broken = record.body["history"]?.list?.last { $0["state"]?.text == State.broken.rawValue }
    return kept?.date ?? broken?["at"]?.text.flatMap { Moment(iso: $0)?.date } ?? record.due?.date
  }
}
