import RapportKit

/// How many minutes a unit of time has; nil for what is none, or has no fixed length (a month).
func minutes(inUnit key: String) -> Int? {
  switch key {
  case "min", "mins", "minute", "minutes": 1
  case "h", "hr", "hrs", "hour", "hours": 60
  case "d", "day", "days": 1440
  case "wk", "wks", "week", "weeks": 10080
  case "fortnight", "fortnights": 20160
  default: nil
  }
}

extension Words {
  /// The length of time at `start`: `three hours`, `2 h 10`, `half an hour`, `an hour and a half`, `PT3H`.
  ///
  /// A single length with an article (`a day`) is unsure: it is also a rate ("twice a day").
  func length(at start: Int) -> Match<LocalDuration>? {
    isoLength(at: start) ?? fraction(at: start) ?? units(at: start)
  }

  private func isoLength(at start: Int) -> Match<LocalDuration>? {
    guard self.is(start, "p", "pt"), width(start + 1) > 0, glued(start + 1) else { return nil }
    var end = start + 1
    while glued(end), all[end].kind != .sign { end += 1 }
    // Longer numbers are no length anybody means.
    guard (start..<end).allSatisfy({ width($0) < 7 }) else { return nil }
    return LocalDuration(iso: written(start, end).uppercased()).map { Match(value: $0, end: end) }
  }

  private func fraction(at start: Int) -> Match<LocalDuration>? {
    let forms: [(String, Int, Int)] = [
      ("half an hour", 30, 3), ("half a day", 720, 3), ("half a minute", 1, 3),
      ("half hour", 30, 2),
      ("a half hour", 30, 3), ("quarter of an hour", 15, 4), ("a quarter of an hour", 15, 5),
      ("three quarters of an hour", 45, 5), ("quarter hour", 15, 2),
    ]
    return forms.first { has($0.0, at: start) }.map {
      Match(value: LocalDuration(minutes: $0.1), end: start + $0.2)
    }
  }

  private func units(at start: Int) -> Match<LocalDuration>? {
    var total = 0.0
    var index = start
    var smallest = Int.max
    var article = false
    while let (part, unit, end, isArticle) = part(at: index, below: smallest) {
      total += part
      smallest = unit
      article = isArticle && index == start
      index = end
      if has("and a half", at: index) {
        total += Double(unit) / 2
        index += 3
      } else if has("and a quarter", at: index) {
        total += Double(unit) / 4
        index += 3
      }
      guard unit > 1 else { break }
      if unit == 60, total < 1e8, let rest = digits(index), width(index) <= 2, rest < 60,
        glued(index) || bareMinutes(at: index)
      {
        let name = self.is(index + 1, "m", "min", "mins", "minute", "minutes")
        return Match(
          value: LocalDuration(minutes: Int(total) + rest), end: index + (name ? 2 : 1))
      }
      let link = self.is(index, "and", ",") ? (has(", and", at: index) ? 2 : 1) : 0
      if self.part(at: index + link, below: smallest) != nil { index += link }
    }
    guard smallest < .max, total < 1e8 else { return nil }
    let single = index == start + 2
    return Match(
      value: LocalDuration(minutes: Int(total.rounded())), end: index, sure: !(article && single))
  }

  /// One number with its unit; `(minutes, unit, end, whether the number is an article)`.
  private func part(at start: Int, below limit: Int) -> (Double, Int, Int, Bool)? {
    if self.is(start, "a", "an"), let unit = minutes(inUnit: key(start + 1)), unit < limit,
      key(start + 1).count > 2
    {
      return (Double(unit), unit, start + 2, true)
    }
    guard let count = quantity(at: start) else { return nil }
    let dash = key(count.end) == "-" && glued(count.end) && glued(count.end + 1) ? 1 : 0
    guard let unit = minutes(inUnit: key(count.end + dash)), unit < limit else { return nil }
    return (count.value * Double(unit), unit, count.end + dash + 1, false)
  }

  private func bareMinutes(at index: Int) -> Bool {
    index + 1 >= count || self.is(index + 1, "m", "min", "mins", "minutes", ".", ",")
  }
}
