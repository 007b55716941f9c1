import RapportKit

/// Two times of day with a word or a dash between them.
struct Span: Sendable, Hashable {
  var start: LocalTime
  var end: LocalTime

  /// From start to end; an end before the start is on the next day.
  var length: LocalDuration {
    let minutes = end.minutes - start.minutes
    return LocalDuration(minutes: minutes >= 0 ? minutes : minutes + 1440)
  }
}

extension Words {
  /// The time of day at `start`: `15:30`, `3pm`, `15h30`, `9 o'clock`, `half past nine`, `noon`.
  ///
  /// With `bare`, an hour alone counts as well ("at 9"); 1 to 6 then mean the afternoon, and are unsure.
  func time(at start: Int, bare: Bool = false) -> Match<LocalTime>? {
    if let word = namedTime(at: start) { return word }
    if let past = pastOrTo(at: start) { return past }
    guard let hour = hour(at: start) else { return nil }
    var index = start + 1
    var minute = 0
    var exact = false
    if width(start) > 0, self.is(index, ":", "h", "."), glued(index), width(index + 1) == 2,
      glued(index + 1), let value = digits(index + 1)
    {
      let point = key(index) == "."
      let over = point && (self.is(index + 2, ".") && glued(index + 3) || value > 59)
      if !over, !point || bare || half(at: index + 2) != nil {
        exact = !point
        minute = value
        index += 2
        if key(index) == ":", glued(index), width(index + 1) == 2, glued(index + 1) { index += 2 }
      }
    }
    if let (afternoon, end) = half(at: index) {
      guard (1...12).contains(hour) else { return nil }
      return LocalTime(hour % 12 + (afternoon ? 12 : 0), minute).map { Match(value: $0, end: end) }
    }
    if self.is(index, "o'clock", "oclock", "uhr", "hrs") || self.is(index, "h") && bare && !exact {
      let sure = hour > 6 || self.is(index, "h", "uhr", "hrs")
      return clock(hour, minute, guess: !sure, end: index + 1)
    }
    if exact { return LocalTime(hour, minute).map { Match(value: $0, end: index) } }
    guard bare, index > start + 1 || width(start) <= 2, !isQuantity(at: index) else { return nil }
    return clock(hour, minute, guess: (1...6).contains(hour), end: index)
  }

  /// The span at `start`: `from 9:10 to 12:10`, `9:10-12:10`, `between 9 and 12`, `2-4pm`.
  ///
  /// Bare hours count when `from` or `between` stands before them, or one end is a clear time.
  func span(at start: Int, bare: Bool = false) -> Match<Span>? {
    let opened = self.is(start, "from", "between")
    let first = start + (opened ? 1 : 0)
    guard let loose = time(at: first, bare: true) else { return nil }
    var index = loose.end
    let links: Set<String> =
      key(start) == "between" ? ["and"] : ["to", "until", "till", "-", "–", "—"]
    guard self.is(index, in: links) else { return nil }
    index += 1
    guard let last = time(at: index, bare: true) else { return nil }
    let clear = time(at: first) != nil || time(at: index) != nil
    guard clear || opened || bare else { return nil }
    if !clear, isNoun(at: last.end), !all[last.end].isCapitalised { return nil }
    let (from, to) = spread(
      loose.value, last.value, halves: (hasHalf(first, loose.end), hasHalf(index, last.end)),
      bare: (time(at: first) == nil, time(at: index) == nil))
    let sure = (loose.sure || hasHalf(index, last.end)) && (last.sure || from.hour >= 7)
    return Match(value: Span(start: from, end: to), end: last.end, sure: sure)
  }

  /// Gives a bare hour the half of the day that its partner says: `2-4pm`, `9 to 5`.
  private func spread(
    _ start: LocalTime, _ end: LocalTime, halves: (Bool, Bool), bare: (Bool, Bool)
  ) -> (LocalTime, LocalTime) {
    let other = { (time: LocalTime) in LocalTime((time.hour + 12) % 24, time.minute) ?? time }
    if bare.0, !halves.0, halves.1 {
      // "2-4pm" is 14 to 16, "11-1pm" is 11 to 13: the latest start before the end.
      let choices = [start, other(start)].filter { $0 < end }
      return (choices.max() ?? start, end)
    }
    if bare.1, !halves.1, end < start, start < other(end) { return (start, other(end)) }
    return (start, end)
  }

  private func hasHalf(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { half(at: $0) != nil }
  }

  private func clock(_ hour: Int, _ minute: Int, guess: Bool, end: Int) -> Match<LocalTime>? {
    let hour = guess && (1...6).contains(hour) ? hour + 12 : hour == 24 && minute == 0 ? 0 : hour
    return LocalTime(hour, minute).map { Match(value: $0, end: end, sure: !guess) }
  }

  private func hour(at index: Int) -> Int? {
    if let value = digits(index), width(index) <= 2, value <= 24 { return value }
    guard let value = Self.units[key(index)], (1...12).contains(value) else { return nil }
    return Int(value)
  }

  /// `am` or `pm` at `index`, also as `a.m.`: whether it is the afternoon, and what comes behind.
  private func half(at index: Int) -> (afternoon: Bool, end: Int)? {
    if self.is(index, "am", "pm") { return (key(index) == "pm", index + 1) }
    if has("in the morning", at: index) { return (false, index + 3) }
    if has("in the afternoon", at: index) || has("in the evening", at: index) {
      return (true, index + 3)
    }
    guard self.is(index, "a", "p"), key(index + 1) == ".", glued(index + 1), key(index + 2) == "m",
      glued(index + 2)
    else { return nil }
    let stop = key(index + 3) == "." && glued(index + 3)
    return (key(index) == "p", index + (stop ? 4 : 3))
  }

  private func namedTime(at start: Int) -> Match<LocalTime>? {
    let index =
      digits(start) == 12 && self.is(start + 1, "noon", "midday", "midnight") ? start + 1 : start
    return switch key(index) {
    case "noon", "midday": LocalTime(12).map { Match(value: $0, end: index + 1) }
    case "midnight": LocalTime(0).map { Match(value: $0, end: index + 1) }
    default: nil
    }
  }

  private func pastOrTo(at start: Int) -> Match<LocalTime>? {
    let before: Int
    switch key(start) {
    case "half": before = 30
    case "quarter": before = 15
    default:
      guard let count = digits(start) ?? Self.units[key(start)].map(Int.init),
        (1...29).contains(count)
      else { return nil }
      before = count
    }
    guard self.is(start + 1, "past", "to"), let hour = hour(at: start + 2) else { return nil }
    let to = key(start + 1) == "to"
    guard width(start) == 0, !(to && before == 30), !(width(start + 2) > 0 && glued(start + 3))
    else { return nil }
    let full = half(at: start + 3)
    let guess = full == nil && (1...6).contains(hour)
    var base = hour
    if let full { base = hour % 12 + (full.afternoon ? 12 : 0) } else if guess { base += 12 }
    let minutes = ((base * 60 + (to ? -before : before)) + 1440) % 1440
    return LocalTime(minutes / 60, minutes % 60).map {
      Match(value: $0, end: full?.end ?? start + 3, sure: !guess)
    }
  }

  /// Whether a unit or a percent sign behind a number shows that it is no hour.
  private func isQuantity(at index: Int) -> Bool {
    minutes(inUnit: key(index)) != nil
      || self.is(
        index, "%", "€", "$", "£", "eur", "usd", "gbp", "k", "percent", "/", "month", "months")
      || (self.is(index, ".", ",", ":") && glued(index) && width(index + 1) > 0 && glued(index + 1))
  }

  /// Whether a plain word stands at `index` that the number before it may count ("9 customers").
  func isNoun(at index: Int) -> Bool {
    guard all.indices.contains(index), all[index].kind == .letters else { return false }
    return !Lexicon.functionWords.contains(key(index)) && weekday(at: index) == nil
      && !self.is(index, "today", "yesterday", "tomorrow")
  }
}
