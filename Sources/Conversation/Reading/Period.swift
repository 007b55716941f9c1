package import RapportKit

/// A stretch of time that a list is asked for: "tomorrow", "next week", "by Friday", "overdue".
package enum Period: Hashable, Sendable {
  /// What should have been before now.
  case overdue
  /// From the first day, or from any when there is none, to the last.
  case days(from: LocalDate?, to: LocalDate)

  /// Reads all of `text` at `now`; nil when it is no such stretch. A week begins on its Monday.
  package init?(_ text: String, at now: Moment) {
    let words = Words(text)
    guard !words.is(0, "overdue", "late") || !words.isOver(1) else {
      self = .overdue
      return
    }
    let isLimit = words.is(0, "by", "until", "till", "before", "within")
    let start = isLimit || words.is(0, "on", "for", "in", "due") ? 1 : 0
    guard let days = Self.days(words, from: start, now.date) else { return nil }
    self = .days(from: isLimit ? nil : days.lowerBound, to: days.upperBound)
  }

  /// How many of the words at the end of a line are such a stretch.
  static func count(atEndOf words: [String]) -> Int {
    let some = Moment(LocalDate(2026, 1, 5))
    return (1...5).last { count in
      count <= words.count && Period(words.suffix(count).joined(separator: " "), at: some) != nil
    } ?? 0
  }

  private static func days(_ words: Words, from start: Int, _ today: LocalDate) -> ClosedRange<
    LocalDate
  >? {
    let isNext = words.is(start, "next")
    let unit = start + (isNext || words.is(start, "this", "the") ? 1 : 0)
    if words.isOver(unit + 1), words.is(unit, "week", "month") {
      guard words.is(unit, "month") else {
        let monday = today.adding(days: 1 - today.weekday.rawValue + (isNext ? 7 : 0))
        return monday...monday.adding(days: 6)
      }
      let first = LocalDate(today.year, today.month, 1).adding(months: isNext ? 1 : 0)
      return first...first.adding(months: 1).adding(days: -1)
    }
    let reader = DayReader(words: words, now: Moment(today), direction: .ahead)
    guard let day = try? reader.day(at: start), words.isOver(day.end) else { return nil }
    return day.value...day.value
  }
}
