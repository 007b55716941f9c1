import RapportKit

/// A day with a time, in either order: `yesterday 14:00`, `3pm tomorrow`, `17:00 on Friday`, `2026-11-30T14:00`.
extension DayReader {
  /// The moment at `start`. A time alone is today's, and counts only when `timeAlone` is given.
  func moment(at start: Int, timeAlone: Bool = false) throws(Problem) -> Match<Moment>? {
    if let match = try timeFirst(at: start) { return match }
    if let match = soon(at: start) { return match }
    if let day = try day(at: start) {
      let time = timeBehind(day.end)
      return Match(
        value: Moment(day.value, time?.value), end: time?.end ?? day.end,
        sure: day.sure && time?.sure ?? true)
    }
    guard timeAlone else { return nil }
    if words.is(start, "now") { return Match(value: now, end: start + 1) }
    let index = words.is(start, "at", "@") ? start + 1 : start
    guard let time = words.time(at: index, bare: index > start) else { return nil }
    // "By midnight" is the coming one.
    let next = direction == .ahead && time.value.minutes == 0
    return Match(
      value: Moment(today.adding(days: next ? 1 : 0), time.value), end: time.end, sure: time.sure)
  }

  private func timeFirst(at start: Int) throws(Problem) -> Match<Moment>? {
    let index = words.is(start, "at", "@") ? start + 1 : start
    // A number that begins a date ("26 November") is no hour.
    guard index > start || words.time(at: start) != nil,
      let time = words.time(at: index, bare: true)
    else { return nil }
    var next = time.end
    if words.is(next, ",") { next += 1 }
    if words.is(next, "on") { next += 1 }
    if words.is(next, "in"), words.is(next + 1, "the") { return nil }
    guard let day = try day(at: next) else { return nil }
    return Match(value: Moment(day.value, time.value), end: day.end, sure: day.sure && time.sure)
  }

  /// "in two hours", "30 minutes ago": counted from now to the minute.
  private func soon(at start: Int) -> Match<Moment>? {
    let ahead = words.is(start, "in", "within")
    guard let length = words.length(at: start + (ahead ? 1 : 0)), length.value.minutes % 1440 != 0
    else { return nil }
    if ahead {
      return now.adding(minutes: length.value.minutes).map { Match(value: $0, end: length.end) }
    }
    if words.is(length.end, "ago") {
      return now.adding(minutes: -length.value.minutes).map {
        Match(value: $0, end: length.end + 1)
      }
    }
    guard words.has("from now", at: length.end) else { return nil }
    return now.adding(minutes: length.value.minutes).map { Match(value: $0, end: length.end + 2) }
  }

  /// The time behind a day, unless it begins a span ("Monday 9:10 to 12:10").
  private func timeBehind(_ end: Int) -> Match<LocalTime>? {
    var index = end
    if words.is(index, "t"), words.glued(index) {
      index += 1
    } else if words.is(index, ",") {
      index += 1
    }
    if words.is(index, "from", "between") || words.span(at: index) != nil { return nil }
    let first = index
    while words.is(index, "at", "@", "by", "before", "around", "about"), index < first + 2 {
      index += 1
    }
    let at = index > first
    return words.time(at: index, bare: at)
  }
}
