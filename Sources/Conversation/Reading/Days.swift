import RapportKit

/// Reads days and moments at a place in a text, against a clock.
///
/// Rules that are choices of ours: "next Friday" is the Friday of next week, "this Friday" of this week, "last Friday"
/// the most recent one before today; "end of the week" is its Friday, and at a weekend the Friday after it.
/// Where "next" and "last" could also mean the nearer or the earlier one they are unsure.
struct DayReader {
  let words: Words
  let now: Moment
  var direction: Direction

  var today: LocalDate { now.date }

  /// The day at `start`; throws for one that cannot be, or that can be read in two ways.
  func day(at start: Int) throws(Problem) -> Match<LocalDate>? {
    if let match = try calendarDay(at: start) { return match }
    if let match = namedDay(at: start) { return match }
    if let match = countedDay(at: start) { return match }
    if let match = endOf(at: start) { return match }
    return weekdayAlone(at: start)
  }

  /// "today", "the day before yesterday", "tomorrow morning".
  private func namedDay(at start: Int) -> Match<LocalDate>? {
    let phrases: [(String, Int)] = [
      ("the day before yesterday", -2), ("day before yesterday", -2),
      ("the day after tomorrow", 2), ("day after tomorrow", 2), ("last night", -1),
      ("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1), ("this morning", 0),
      ("this afternoon", 0), ("this evening", 0), ("end of day", 0), ("end of the day", 0),
      ("end of today", 0), ("end of tomorrow", 1), ("close of business", 0), ("eod", 0), ("cob", 0),
    ]
    guard let (phrase, days) = phrases.first(where: { words.has($0.0, at: start) }) else {
      return nil
    }
    var end = start + phrase.split(separator: " ").count
    if words.is(start, "end", "eod", "cob", "close"),
      words.is(end, "today", "tomorrow") || words.weekday(at: end) != nil
    {
      return dayAfterWords(at: end)
    }
    end = partOfDay(at: end)
    return Match(value: today.adding(days: days), end: end)
  }

  private func dayAfterWords(at index: Int) -> Match<LocalDate>? {
    namedDay(at: index) ?? weekdayAlone(at: index)
  }

  /// "in 3 days", "within two weeks", "3 days ago", "5 working days", "a month from now".
  private func countedDay(at start: Int) -> Match<LocalDate>? {
    let ahead = words.is(start, "in", "within")
    guard let count = count(at: start + (ahead ? 1 : 0)) else { return nil }
    var sign = 1
    var end = count.end
    if !ahead {
      if words.is(end, "ago", "back") {
        sign = -1
        end += 1
      } else if words.has("from now", at: end) || words.has("from today", at: end) {
        end += 2
      } else {
        return nil
      }
    } else if words.is(end, "time") {
      end += 1
    }
    let value = count.value
    guard abs(value.days) < 40_000, abs(value.months) < 1_200 else { return nil }
    var date = today.adding(days: sign * value.days).adding(months: sign * value.months)
    if value.workdays > 0 { date = date.adding(workdays: sign * value.workdays, from: today) }
    return Match(value: date, end: end, sure: count.sure)
  }

  struct Count {
    var days = 0
    var months = 0
    var workdays = 0
  }

  private func count(at start: Int) -> Match<Count>? {
    var start = start
    if words.is(start, "about", "around") || words.has("the next", at: start) { start += 1 }
    if words.is(start, "next"), words.quantity(at: start + 1) != nil { start += 1 }
    let article = words.is(start, "a", "an")
    guard let number = article ? Match(value: 1.0, end: start + 1) : words.quantity(at: start),
      number.value == number.value.rounded(), (0...20_000).contains(number.value)
    else { return nil }
    let amount = Int(number.value)
    var unit = number.end
    let working = words.is(unit, "working", "business", "work")
    if working { unit += 1 }
    var end = unit + 1
    if words.is(end, "'"), words.glued(end) { end += 1 }
    switch words.key(unit) {
    case "workday", "workdays", "weekdays": return Match(value: Count(workdays: amount), end: end)
    case "day", "days", "days'":
      return Match(value: working ? Count(workdays: amount) : Count(days: amount), end: end)
    case "week", "weeks", "wk", "wks": return Match(value: Count(days: 7 * amount), end: end)
    case "fortnight": return Match(value: Count(days: 14 * amount), end: end)
    case "month", "months": return Match(value: Count(months: amount), end: end)
    case "year", "years": return Match(value: Count(months: 12 * amount), end: end)
    default: return nil
    }
  }

  /// "end of the month", "end of next week", "end of November", "month end".
  private func endOf(at start: Int) -> Match<LocalDate>? {
    var index = start
    if words.is(index, "the") { index += 1 }
    guard words.has("end of", at: index) else { return nil }
    index += 2
    if let month = words.month(at: index) {
      var end = month.end
      var year = words.width(end) == 4 ? words.digits(end) : nil
      if year != nil { end += 1 }
      if year == nil {
        let years = [today.year - 1, today.year, today.year + 1]
        let dates = years.map { lastDay($0, month.value) }
        year = nearest(dates).map(\.year)
      }
      return year.map { Match(value: lastDay($0, month.value), end: end) }
    }
    var shift = 0
    if words.is(index, "this", "the", "next", "last") {
      shift = words.is(index, "next") ? 1 : words.is(index, "last") ? -1 : 0
      index += 1
    }
    switch words.key(index) {
    case "week":
      var friday = today.adding(days: 5 - today.weekday.rawValue + 7 * shift)
      if shift == 0, friday < today { friday = friday.adding(days: 7) }
      return Match(value: friday, end: index + 1)
    case "month":
      let first = LocalDate(today.year, today.month, 1).adding(months: shift)
      return Match(value: lastDay(first.year, first.month), end: index + 1)
    case "quarter":
      let first = LocalDate(today.year, (today.month - 1) / 3 * 3 + 1, 1).adding(
        months: 2 + 3 * shift)
      return Match(value: lastDay(first.year, first.month), end: index + 1)
    case "year": return Match(value: LocalDate(today.year + shift, 12, 31), end: index + 1)
    default: return nil
    }
  }

  /// "friday", "next friday", "last tuesday", "friday next week".
  func weekdayAlone(at start: Int) -> Match<LocalDate>? {
    let word = words.key(start)
    let shifted = ["next", "last", "this", "coming"].contains(word)
    guard let day = words.weekday(at: start + (shifted ? 1 : 0)) else { return nil }
    let offset = day.value.rawValue - today.weekday.rawValue
    let thisWeek = today.adding(days: offset)
    let next = today.adding(days: offset > 0 ? offset : offset + 7)
    let last = today.adding(days: offset < 0 ? offset : offset - 7)
    var end = day.end
    for (phrase, shift) in [("next week", 7), ("this week", 0), ("last week", -7)]
    where !shifted && (words.has(phrase, at: end) || words.has("of \(phrase)", at: end)) {
      end += words.is(end, "of") ? 3 : 2
      return Match(value: thisWeek.adding(days: shift), end: end)
    }
    end = partOfDay(at: end)
    let short = words.key(start).count <= 4
    switch word {
    case "next":
      let value = thisWeek.adding(days: 7)
      return Match(value: value, end: end, sure: value == next)
    case "last":
      return Match(value: last, end: end, sure: last == thisWeek.adding(days: -7))
    case "this":
      let past = thisWeek < today && direction == .ahead
      return Match(value: past ? next : thisWeek, end: end)
    case "coming": return Match(value: next, end: end)
    default:
      return Match(
        value: direction == .ahead ? next : last, end: end, sure: !short || isPlaced(start))
    }
  }

  /// Whether a capital or a preposition shows that "sat", "sun" and the like mean a day.
  private func isPlaced(_ index: Int) -> Bool {
    words.is(index - 1, "on", "by", "until", "till", "since", "before")
      || words.all[index].isCapitalised && index > 0
  }

  func partOfDay(at index: Int) -> Int {
    words.is(index, "morning", "afternoon", "evening", "night") ? index + 1 : index
  }

  func lastDay(_ year: Int, _ month: Int) -> LocalDate {
    LocalDate(year, month, 1).adding(months: 1).adding(days: -1)
  }

  /// The one of `dates` that the direction means: the next within 300 days, the last, else the nearest.
  func nearest(_ dates: [LocalDate]) -> LocalDate? {
    let near = dates.min { abs($0.number - today.number) < abs($1.number - today.number) }
    switch direction {
    case .either: return near
    case .past: return dates.filter { $0 <= today }.max() ?? near
    case .ahead:
      let next = dates.filter { $0 >= today }.min()
      return next.map { $0.number - today.number <= 300 ? $0 : near ?? $0 } ?? near
    }
  }
}

extension LocalDate {
  /// The day some working days from `start`, backwards when `workdays` is negative.
  fileprivate func adding(workdays: Int, from start: LocalDate) -> LocalDate {
    guard workdays < 0 else { return start.adding(workdays: workdays) }
    var date = start
    var left = -workdays
    while left > 0 {
      date = date.adding(days: -1)
      if !date.weekday.isWeekend { left -= 1 }
    }
    return date
  }
}
