import RapportKit

/// Days written with a number: `26 Nov`, `Nov 26, 2026`, `26.11.`, `26/11/2026`, `2026-11-26`, `the 26th`.
///
/// Points are day.month; `3/4` is refused, since it is read in two ways; a weekday beside a date must fit it, and
/// then says the year.
extension DayReader {
  func calendarDay(at start: Int) throws(Problem) -> Match<LocalDate>? {
    guard let weekday = words.weekday(at: start) else { return try numberedDay(at: start, on: nil) }
    var index = weekday.end
    if words.is(index, ",", ".") { index += 1 }
    if words.is(index, "the"), words.width(index + 1) > 0 { index += 1 }
    return try numberedDay(at: index, on: weekday.value)
  }

  private func numberedDay(at start: Int, on weekday: Weekday?) throws(Problem) -> Match<LocalDate>?
  {
    if let match = try isoDay(at: start) { return try check(match, weekday) }
    if let match = try dayAndMonth(at: start, on: weekday) { return match }
    if let match = try figures(at: start, on: weekday) { return match }
    return weekday == nil ? try dayOfMonth(at: start) : nil
  }

  private func isoDay(at start: Int) throws(Problem) -> Match<LocalDate>? {
    let sign = words.key(start + 1)
    guard words.width(start) == 4, sign == "-" || sign == "/" || sign == ".",
      words.key(start + 3) == sign,
      (1...4).allSatisfy({ words.glued(start + $0) }), let year = words.digits(start),
      let month = words.digits(start + 2), let day = words.digits(start + 4),
      words.width(start + 4) <= 2, words.width(start + 2) <= 2
    else { return nil }
    return Match(value: try date(year, month, day), end: start + 5)
  }

  /// "26 Nov", "26th of November 2026", "November 26th, 2026".
  private func dayAndMonth(at start: Int, on weekday: Weekday?) throws(Problem) -> Match<LocalDate>?
  {
    var index = words.is(start, "the") ? start + 1 : start
    let day: Int
    let month: Int
    if let number = ordinal(at: index) {
      index = number.end
      if words.is(index, "of") { index += 1 }
      if words.is(index, ".", "-"), words.glued(index) { index += 1 }
      guard let name = words.month(at: index) else { return nil }
      (day, month, index) = (number.value, name.value, name.end)
    } else if let name = words.month(at: start) {
      index = name.end + (words.is(name.end, "the", "-") ? 1 : 0)
      guard let number = ordinal(at: index), !words.is(number.end, ":", "%"),
        !(words.is(number.end, ".") && words.glued(number.end) && words.width(number.end + 1) > 0
          && words.glued(number.end + 1)),
        minutes(inUnit: words.key(number.end)) == nil
      else { return nil }
      (day, month, index) = (number.value, name.value, number.end)
    } else {
      return nil
    }
    let comma = words.is(index, ",", "-") ? 1 : 0
    if let year = words.digits(index + comma), words.width(index + comma) == 4,
      (1900...2199).contains(year),
      comma == 0 || !words.is(index + 1 + comma, ":")
    {
      return try check(Match(value: try date(year, month, day), end: index + comma + 1), weekday)
    }
    if words.is(index, "'"), words.glued(index + 1), words.width(index + 1) == 2,
      let year = words.digits(index + 1)
    {
      return try check(Match(value: try date(2000 + year, month, day), end: index + 2), weekday)
    }
    return try yearless(month, day, on: weekday, end: index)
  }

  /// "26.11.", "26.11.2026", "26/11", "26-11-2026".
  private func figures(at start: Int, on weekday: Weekday?) throws(Problem) -> Match<LocalDate>? {
    let sign = words.key(start + 1)
    guard [".", "/", "-"].contains(sign), let first = words.digits(start), words.width(start) <= 2,
      words.glued(start + 1), words.glued(start + 2), let second = words.digits(start + 2),
      words.width(start + 2) <= 2
    else { return nil }
    var end = start + 3
    var year: Int?
    if words.key(end) == sign, words.glued(end) {
      let width = words.width(end + 1)
      if words.glued(end + 1), width == 4 || width == 2, let number = words.digits(end + 1) {
        year = width == 2 ? 2000 + number : number
        end += 2
      } else if sign == "." {
        end += 1
      }
    }
    if sign == "-", year == nil { return nil }
    if sign == "." {
      guard (1...31).contains(first), (1...12).contains(second) || year != nil else { return nil }
      let clear =
        year != nil
        || words.is(start - 1, "on", "by", "until", "since", "from", "before", "the", "am")
        || end == start + 4 && end < words.count
      return try finish(year, second, first, on: weekday, end: end, sure: clear)
    }
    let written = words.written(start, end)
    if first <= 12, second <= 12, first != second, year.map({ $0 > 0 }) ?? true {
      throw Refusal.twoReadings(written, first, second, year)
    }
    if first > 12, second > 12 { throw Refusal.noDate(written) }
    // A fraction or a score ("24/7") is no date without a word that says so.
    let clear = year != nil || words.is(start - 1, "on", "by", "until", "since", "from", "before")
    return first > 12 || first == second
      ? try finish(year, second, first, on: weekday, end: end, sure: clear)
      : try finish(year, first, second, on: weekday, end: end, sure: clear)
  }

  private func finish(
    _ year: Int?, _ month: Int, _ day: Int, on weekday: Weekday?, end: Int, sure: Bool
  ) throws(Problem) -> Match<LocalDate>? {
    guard
      var match = year == nil
        ? try yearless(month, day, on: weekday, end: end)
        : try check(Match(value: try date(year ?? 0, month, day), end: end), weekday)
    else { return nil }
    match.sure = match.sure && (sure || weekday != nil)
    return match
  }

  /// "the 26th", "the 26th of this month".
  private func dayOfMonth(at start: Int) throws(Problem) -> Match<LocalDate>? {
    let article = words.is(start, "the")
    guard let number = ordinal(at: start + (article ? 1 : 0)),
      number.end > start + (article ? 2 : 1)
    else { return nil }
    if words.has("of this month", at: number.end) || words.has("of next month", at: number.end) {
      let month = LocalDate(today.year, today.month, 1)
        .adding(months: words.is(number.end + 1, "next") ? 1 : 0)
      return Match(value: try date(month.year, month.month, number.value), end: number.end + 3)
    }
    let months = (-2...2).map { LocalDate(today.year, today.month, 1).adding(months: $0) }
    let dates = months.compactMap { LocalDate(checking: $0.year, $0.month, number.value) }
    let near: LocalDate? =
      switch direction {
      case .ahead: dates.filter { $0 >= today }.min()
      case .past: dates.filter { $0 <= today }.max()
      case .either: nearest(dates)
      }
    // "the 3rd invoice" counts invoices.
    let counts = words.isNoun(at: number.end)
    return near.map { Match(value: $0, end: number.end, sure: article && !counts) }
  }

  /// The year is the one the weekday fits, else the nearest sensible one.
  private func yearless(
    _ month: Int, _ day: Int, on weekday: Weekday?, end: Int
  ) throws(Problem) -> Match<LocalDate>? {
    let range = month == 2 && day == 29 ? -4...4 : -1...1
    let dates = range.compactMap { LocalDate(checking: today.year + $0, month, day) }
    guard !dates.isEmpty else { throw Refusal.noDay(today.year, month, day, tellYear: false) }
    if let weekday {
      // A year is left out only for days of this year or half a year around today.
      let fitting = dates.filter { date in
        date.weekday == weekday
          && (date.year == today.year || abs(date.number - today.number) <= 183)
      }
      guard let date = nearest(fitting) else {
        throw Refusal.weekday(weekday, nearest(dates) ?? dates[0])
      }
      return Match(value: date, end: end)
    }
    return nearest(dates).map { Match(value: $0, end: end) }
  }

  private func check(
    _ match: Match<LocalDate>, _ weekday: Weekday?
  ) throws(Problem) -> Match<LocalDate> {
    guard let weekday, match.value.weekday != weekday else { return match }
    throw Refusal.weekday(weekday, match.value)
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> LocalDate {
    guard let date = LocalDate(checking: year, month, day) else {
      throw Refusal.noDay(year, month, day, tellYear: true)
    }
    return date
  }

  /// "26", "26th", "first" with its value.
  private func ordinal(at index: Int) -> Match<Int>? {
    if let number = words.digits(index), words.width(index) <= 2 {
      let suffix = words.is(index + 1, "st", "nd", "rd", "th") && words.glued(index + 1)
      return Match(value: number, end: index + (suffix ? 2 : 1))
    }
    return nil
  }
}

/// Why a date is not taken.
enum Refusal {
  static func twoReadings(_ text: String, _ a: Int, _ b: Int, _ year: Int?) -> Problem {
    let tail = year.map { " \($0)" } ?? ""
    let (first, second) = (Wording.months[b - 1], Wording.months[a - 1])
    return Problem(
      .badAnswer, "“\(text)” can be \(a) \(first)\(tail) or \(b) \(second)\(tail).",
      help: "Write the month as a word, such as `\(a) \(first)\(tail)`.")
  }

  static func noDate(_ text: String) -> Problem {
    Problem(
      .badAnswer, "“\(text)” is not a date: a year has 12 months.",
      help: "Write the month as a word, such as `26 November`.")
  }

  static func noDay(_ year: Int, _ month: Int, _ day: Int, tellYear: Bool) -> Problem {
    guard (1...12).contains(month) else {
      return Problem(
        .badAnswer, "There is no month \(month).",
        help: "Write the month as a word, such as `26 November`.")
    }
    let name = Wording.months[month - 1]
    let tail = tellYear ? " \(year)" : ""
    let last = LocalDate(year, month, 1).adding(months: 1).adding(days: -1).day
    return Problem(
      .badAnswer, "There is no \(day) \(name)\(tail); the month has \(last) days.",
      help: "Write a day that there is, such as `\(last) \(name)\(tail)`.")
  }

  static func weekday(_ weekday: Weekday, _ date: LocalDate) -> Problem {
    Problem(
      .badAnswer,
      "\(date.day) \(Wording.months[date.month - 1]) \(date.year) is a \(date.weekday.name), not a \(weekday.name).",
      help: "Write the day of the week or the date alone.")
  }
}
