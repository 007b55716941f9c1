import RapportKit

/// What the past says about a date: how long jobs like this one really took.
///
/// Half and four in five are nearest-rank quantiles: in order of size, the first case that at least that share of all cases
/// did not exceed; of ten, the fifth and the eighth (`promises/dates-from-history`).
struct DateAdvice: Hashable {
  /// One past job.
  struct Case: Hashable {
    /// From promise to deed.
    var days: Int
    /// What it was, with its number; nil when only the days were given.
    var what: String?
    /// Whether it was done by the day first promised; nil when that is not known.
    var inTime: Bool?
    /// The days it took over the days first promised.
    var ratio: Double?
  }

  /// Fewer cases show no pattern.
  static let least = 3

  /// The cases, the shortest first.
  let cases: [Case]
  /// What they have in common.
  let like: String

  /// Advice from `cases`.
  init(_ cases: [Case], like: String) {
    self.cases = cases.sorted { $0.days < $1.days }
    self.like = like
  }

  /// Whether there are enough cases to say a number.
  var isEnough: Bool { cases.count >= Self.least }

  /// The days that half of the cases did not exceed.
  var half: Int { cases[(cases.count + 1) / 2 - 1].days }

  /// The days that four in five of the cases did not exceed.
  var fourInFive: Int { cases[(cases.count * 4 + 4) / 5 - 1].days }

  /// The day to say when the job begins on `start`; a weekend's becomes the Monday after.
  func day(from start: LocalDate) -> LocalDate {
    var day = start.adding(days: fourInFive)
    while day.weekday.isWeekend { day = day.adding(days: 1) }
    return day
  }

  /// Whether `due` is sooner than four in five jobs like this took.
  func isBold(_ due: Moment, from start: LocalDate) -> Bool {
    isEnough && due.date.number - start.number < fourInFive
  }

  /// "Half of jobs like this took 9 days, four in five took 14. Say 14: Tuesday 8 December."
  func sentence(from start: LocalDate, _ wording: Wording) -> String {
    history + " Say \(fourInFive): \(wording.day(day(from: start)))."
  }

  /// "Half of jobs like this took 9 days, four in five took 14."
  var history: String {
    half == fourInFive
      ? "Four in five of jobs like this took \(Self.days(half)) or less."
      : "Half of jobs like this took \(Self.days(half)), four in five took \(fourInFive)."
  }

  /// How the numbers come about, to be checked by hand.
  func arithmetic(from start: LocalDate, _ wording: Wording) -> String {
    let count = cases.count
    var lines = [
      "From \(like): \(cases.map { String($0.days) }.joined(separator: ", ")) days, the shortest first.",
      "Half of \(count) is number \((count + 1) / 2), which took \(Self.days(half)); four in five is number "
        + "\((count * 4 + 4) / 5), rounded up, which took \(Self.days(fourInFive)).",
      "\(wording.short(Moment(start))) and \(Self.days(fourInFive)) is "
        + "\(wording.short(Moment(start.adding(days: fourInFive))))"
        + (start.adding(days: fourInFive).weekday.isWeekend
          ? ", a weekend, so \(wording.short(Moment(day(from: start))))." : "."),
    ]
    let judged = cases.compactMap(\.inTime)
    if !judged.isEmpty {
      lines.append(
        "\(judged.filter { $0 }.count) of \(judged.count) were done by the day first promised"
          + (middleRatio.map { "; the middle one took \($0) times the days it was given." } ?? "."))
    }
    let named = cases.compactMap { one in one.what.map { "\($0): \(Self.days(one.days))" } }
    if !named.isEmpty { lines.append(named.joined(separator: "; ") + ".") }
    return lines.joined(separator: "\n\n")
  }

  /// The middle ratio with one digit, "1.4".
  private var middleRatio: String? {
    let ratios = cases.compactMap(\.ratio).sorted()
    guard let last = ratios.indices.last else { return nil }
    let tenths = Int(((ratios[last / 2] + ratios[(last + 1) / 2]) * 5).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}

extension DateAdvice {
  /// The days somebody gives as past cases: "9, 12, 14 days".
  init(past text: String) throws(Problem) {
    var cases: [Case] = []
    for part in text.split(whereSeparator: { ",; ".contains($0) }) {
      if part.lowercased().hasPrefix("day") || part == "and" { continue }
      guard let days = Int(part), (0...3650).contains(days) else {
        throw Problem(
          .badAnswer, "“\(part)” is no number of days.",
          help: "Give how long each past job took: `--past 9,12,14`.")
      }
      cases.append(Case(days: days))
    }
    self.init(
      cases, like: cases.count == 1 ? "the one job you gave" : "the \(cases.count) jobs you gave")
  }

  /// The kept ones among `promises` that share a word with `what`; where three of them are `owner`'s, those alone.
  init(like what: String, owner: String, among promises: [Promise]) {
    let words = Self.words(what)
    let alike = promises.filter { promise in
      promise.days != nil && !words.isDisjoint(with: Self.words(promise.record.title))
    }
    let own = alike.filter { $0.owner.lowercased() == owner.lowercased() }
    let chosen = own.count >= Self.least ? own : alike
    let shared = words.filter { word in
      chosen.contains { Self.words($0.record.title).contains(word) }
    }
    let count = chosen.count
    let whose = own.count >= Self.least ? (owner == "me" ? " of yours" : " of \(owner)'s") : ""
    self.init(
      chosen.map { promise in
        Case(
          days: promise.days ?? 0,
          what: promise.record.number.map { "\($0) \(promise.record.title)" }
            ?? promise.record.title,
          inTime: promise.firstDue.flatMap { due in promise.kept.map { $0.date <= due.date } },
          ratio: promise.overrun)
      },
      like: "\(count) kept promise\(count == 1 ? "" : "s")\(whose) with "
        + shared.sorted().map { "“\($0)”" }.joined(separator: " or "))
  }

  /// The words of a promise that say what kind of job it is, without their plural.
  static func words(_ text: String) -> Set<String> {
    let words: [Substring] = text.lowercased().split(whereSeparator: { !$0.isLetter })
    let kinds = words.filter { $0.count > 3 }.map { word in
      String(word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word)
    }
    return Set(kinds).subtracting(common)
  }

  private static let common: Set<String> = [
    "about", "after", "again", "also", "answer", "before", "call", "deliver", "from", "give",
    "have",
    "into", "know", "last", "let", "make", "more", "next", "once", "over", "please", "provide",
    "ready", "send", "sent", "show", "some", "start", "take", "tell", "that", "their", "them",
    "then",
    "they", "thi", "this", "time", "until", "update", "want", "week", "were", "what", "when",
    "will",
    "with", "work", "write", "your", "month", "year", "today", "tomorrow", "monday", "tuesday",
    "wednesday", "thursday", "friday", "customer", "client", "first", "second", "whole", "full",
  ]
}
