/// Which way a date without a year, or a weekday alone, is looked for.
package enum Direction: Sendable, Hashable {
  /// The next one: deadlines, promises. Today does not count as a weekday's next one.
  case ahead
  /// The last one: what happened. Today does not count as a weekday's last one.
  case past
  /// Weekdays as in the past; days with a month in whichever year is nearest.
  case either
}
