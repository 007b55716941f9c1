import RapportKit

/// What the records of the past quarter say against an answer: promises, slips, and the contacts that were logged.
struct Contradiction: Sendable {
  /// What is said of it: "On record: unanswered email, Tue 24 Nov (no 17 in `timeline`)."
  var said: String
  /// The records it rests on.
  var records: [Record]
}

/// What is on record with a customer: the promises made to them, and the slips and contacts of the past quarter.
struct Evidence: Sendable {
  private let promises: [Record]
  private let recent: Recent

  /// Reads the records, once for all answers.
  init(_ customer: RecordID, _ context: Context) async throws(Problem) {
    let records = try await context.records.records(
      RecordQuery(kinds: [.promise, .slip, .contact], customer: customer))
    promises = records.filter { Promise($0)?.isTheirs == false }
    recent = Recent(records.filter { $0.kind != .promise }, context)
  }

  /// What contradicts an answer that counts `value` to an item with this check; nil when nothing does.
  ///
  /// A promise list or a slip speaks against a high answer. Complaints and praise speak against a high or a low one.
  func contradiction(of check: Item.Check, against value: Double) -> Contradiction? {
    let isHigh = value >= Conventions.high - 1
    switch check {
    case .promises where isHigh:
      return brokenOnes ?? recent.last("late", words: ["late", "delayed", "overdue"])
    case .replies where isHigh: return recent.last("silence", words: Self.silence)
    case .mood where isHigh:
      return recent.more("complaint", than: "praise")
    case .mood where value <= Conventions.low + 1:
      return recent.more("praise", than: "complaint")
    default: return nil
    }
  }

  /// How people write of an answer that did not come, in a slip without a kind or in a complaint.
  private static let silence = [
    "unanswered", "no answer", "no reply", "not answered", "not answer", "n't answer", "not reply",
    "n't reply", "not call", "n't call", "nobody called", "nobody answered", "no one called",
    "no one answered", "not called back", "waited", "waiting", "waits", "chase", "ignored",
  ]

  private var brokenOnes: Contradiction? {
    let kept = promises.filter { ["kept", "confirmed"].contains($0.state) }
    let broken = promises.filter { $0.state == "broken" }
    let closed = kept.count + broken.count
    guard closed > 0, Double(kept.count) < Conventions.kept * Double(closed) else { return nil }
    return Contradiction(
      said:
        "The list of promises shows \(kept.count) kept of \(closed)\(Contradiction.numbers(broken)).",
      records: broken)
  }
}

extension Contradiction {
  /// Where the records stand, so that one can look them up.
  static func numbers(_ records: [Record]) -> String {
    let numbers = records.compactMap(\.number).map(String.init)
    return numbers.isEmpty ? "" : " (no \(numbers.joined(separator: ", ")) in `timeline`)"
  }
}

/// The slips and contacts with a customer in the past quarter, oldest first.
private struct Recent {
  private let records: [Record]
  private let wording: Wording

  init(_ all: [Record], _ context: Context) {
    wording = context.wording
    let today = context.surroundings.today
    let since = today.adding(days: -Conventions.recentDays)
    records = all.filter { record in
      let day = record.happened?.date ?? today
      return day >= since && day <= today
    }.sorted { ($0.happened?.date ?? today) < ($1.happened?.date ?? today) }
  }

  /// The last slip of a category, or slip without one or complaint with one of the words.
  func last(_ category: String, words: [String]) -> Contradiction? {
    let found = records.filter { record in
      if let own = record.body["category"]?.text { return own == category }
      guard record.kind == .slip || isContact(record, "complaint") else { return false }
      let title = record.title.lowercased().replacing("’", with: "'")
      return words.contains { title.contains($0) }
    }
    return found.last.map { said($0, all: found) }
  }

  /// The last contact of a kind when there are more of them than of the other.
  func more(_ kind: String, than other: String) -> Contradiction? {
    let found = records.filter { isContact($0, kind) }
    guard let last = found.last, found.count > records.count(where: { isContact($0, other) }) else {
      return nil
    }
    return said(last, all: found)
  }

  private func isContact(_ record: Record, _ kind: String) -> Bool {
    record.kind == .contact && record.body["kind"]?.text == kind
  }

  private func said(_ record: Record, all: [Record]) -> Contradiction {
    let kind = record.kind == .contact ? record.body["kind"]?.text.map { "\($0), " } ?? "" : ""
    let day = record.happened.map { ", \(wording.short($0))" } ?? ""
    return Contradiction(
      said: "On record: \(kind)\(record.title)\(day)\(Contradiction.numbers(all)).", records: all)
  }
}
