public import Foundation

/// What a run takes as given: the time, the zone and the environment. Nothing else reads them.
///
///     let surroundings = Surroundings(instant: Date(), zone: .gmt, environment: [:])
///     surroundings.now  // the local date and time there
public struct Surroundings: Sendable {
  /// The point in time.
  public var instant: Date
  /// The zone in which people's dates and times are read and shown.
  public var zone: TimeZone
  /// The environment variables.
  public var environment: [String: String]

  /// Takes time, zone and environment as given.
  public init(instant: Date, zone: TimeZone, environment: [String: String] = [:]) {
    self.instant = instant
    self.zone = zone
    self.environment = environment
  }

  /// The local date and time.
  public var now: Moment { Moment(instant, in: zone) }

  /// Today.
  public var today: LocalDate { now.date }
}

extension Moment {
  /// The local date and time at `instant` in `zone`, to the minute.
  public init(_ instant: Date, in zone: TimeZone) {
    let offset = zone.secondsFromGMT(for: instant)
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + offset
    let days = seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400)
    let minutes = (seconds - days * 86400) / 60
    self.init(LocalDate(number: days), LocalTime(minutes / 60, minutes % 60))
  }

  /// The point in time in `zone`; a date counts as the end of its day.
  public func instant(in zone: TimeZone) -> Date {
    let minutes = date.number * 1440 + (time?.minutes ?? 1440)
    let local = Date(timeIntervalSince1970: Double(minutes * 60))
    // A first guess with the offset at the local reading, mended once for the hours around a change of offset.
    let guess = local - Double(zone.secondsFromGMT(for: local))
    return local - Double(zone.secondsFromGMT(for: guess))
  }
}
