/// A day on the calendar, without a time or a zone.
///
///     LocalDate(2026, 11, 27).adding(days: 3)  // 2026-11-30
///
/// Gregorian; day numbers after H. Hinnant, "chrono-compatible low-level date algorithms".
public struct LocalDate: Sendable, Hashable, Comparable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// The day, taken as it is; see `init(checking:_:_:)` for one that may not exist.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day, or nil when the calendar has none such (31 April).
  public init?(checking year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else {
      return nil
    }
    self.init(year, month, day)
    guard LocalDate(number: number) == self else { return nil }
  }

  /// The day from `2026-11-27`.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = digits(parts[0], 4...4),
      let month = digits(parts[1], 2...2), let day = digits(parts[2], 2...2)
    else { return nil }
    self.init(checking: year, month, day)
  }

  /// The day with this many days after 1 January 1970.
  public init(number: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    month = shifted < 10 ? shifted + 3 : shifted - 9
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days after 1 January 1970.
  public var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week.
  public var weekday: Weekday {
    Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1) ?? .monday
  }

  /// The day `days` later.
  public func adding(days: Int) -> LocalDate { LocalDate(number: number + days) }

  /// The day `months` later; the last of the month where that month is shorter.
  public func adding(months: Int) -> LocalDate {
    let index = year * 12 + month - 1 + months
    let (y, m) = (index / 12, index % 12 + 1)
    for d in stride(from: day, through: 28, by: -1) {
      if let date = LocalDate(checking: y, m, d) { return date }
    }
    return LocalDate(y, m, Swift.min(day, 28))
  }

  /// The day `workdays` working days later, or earlier when negative, Monday to Friday; holidays are not known.
  public func adding(workdays: Int) -> LocalDate {
    var date = self
    var left = abs(workdays)
    while left > 0 {
      date = date.adding(days: workdays > 0 ? 1 : -1)
      if !date.weekday.isWeekend { left -= 1 }
    }
    return date
  }

  /// Earlier before later.
  public static func < (a: LocalDate, b: LocalDate) -> Bool { a.number < b.number }
}

/// A day of the week, Monday first.
public enum Weekday: Int, Sendable, CaseIterable {
  /// The days, numbered as in ISO 8601.
  case monday = 1
  /// The second day.
  case tuesday
  /// The third day.
  case wednesday
  /// The fourth day.
  case thursday
  /// The fifth day.
  case friday
  /// The sixth day.
  case saturday
  /// The seventh day.
  case sunday

  /// Saturday or Sunday.
  public var isWeekend: Bool { rawValue > 5 }

  /// The English name, "Monday".
  public var name: String { "\(self)".capitalizedFirst }
}

/// A time of day, to the minute.
public struct LocalTime: Sendable, Hashable, Comparable {
  /// Minutes after midnight, 0 to 1439.
  public let minutes: Int

  /// The time, or nil when no clock shows it.
  public init?(_ hour: Int, _ minute: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// The time from `09:10`, `9:10` or `09:10:30`, whose seconds are dropped.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = digits(parts[0], 1...2),
      let minute = digits(parts[1], 2...2)
    else { return nil }
    if parts.count == 3, (digits(parts[2], 2...2) ?? 60) > 59 { return nil }
    self.init(hour, minute)
  }

  /// The hour, 0 to 23.
  public var hour: Int { minutes / 60 }
  /// The minute, 0 to 59.
  public var minute: Int { minutes % 60 }

  /// Earlier before later.
  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.minutes < b.minutes }
}

/// A date, or a date with a time, in the zone that goes with it: "by Friday", "yesterday 14:00".
///
/// A date stays a date: without a time it means the whole day.
public struct Moment: Sendable, Hashable {
  /// The day.
  public var date: LocalDate
  /// The time of day, where one was given.
  public var time: LocalTime?

  /// A day, with a time or without.
  public init(_ date: LocalDate, _ time: LocalTime? = nil) {
    self.date = date
    self.time = time
  }

  /// The moment from `2026-11-27` or `2026-11-27T14:00`.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard let first = parts.first, let date = LocalDate(iso: first), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(date)
      return
    }
    guard let time = LocalTime(iso: parts[1]) else { return nil }
    self.init(date, time)
  }

  /// The moment `minutes` later; nil for a date without a time.
  public func adding(minutes: Int) -> Moment? {
    guard let time else { return nil }
    let total = time.minutes + minutes
    let days = total >= 0 ? total / 1440 : -((1439 - total) / 1440)
    let rest = total - days * 1440
    return Moment(date.adding(days: days), LocalTime(rest / 60, rest % 60))
  }

  /// Minutes from this moment to `other`; a date counts from its midnight.
  public func minutes(to other: Moment) -> Int {
    (other.date.number - date.number) * 1440 + (other.time?.minutes ?? 0) - (time?.minutes ?? 0)
  }
}

extension Moment: Comparable {
  /// Earlier before later; a date stands at the end of its day, so that "by Friday" is over on Saturday.
  public static func < (a: Moment, b: Moment) -> Bool {
    (a.date.number, a.time?.minutes ?? 1440) < (b.date.number, b.time?.minutes ?? 1440)
  }
}

/// How long something took, to the minute: "three hours".
public struct LocalDuration: Sendable, Hashable, Comparable {
  /// The length in minutes.
  public var minutes: Int

  /// A length in minutes.
  public init(minutes: Int) { self.minutes = minutes }

  /// The length from `PT3H10M` or `P2D`.
  public init?(iso text: String) {
    guard text.hasPrefix("P"), text.count > 2 else { return nil }
    var total = 0
    var digits = ""
    var inTime = false
    for character in text.dropFirst() {
      switch character {
      case "0"..."9": digits.append(character)
      case "T": inTime = true
      case "D", "W", "H", "M":
        guard digits.count < 10, let count = Int(digits) else { return nil }
        let size = character == "D" ? 1440 : character == "W" ? 10080 : character == "H" ? 60 : 1
        guard (character == "H" || character == "M") == inTime else { return nil }
        total += count * size
        digits = ""
      default: return nil
      }
    }
    guard digits.isEmpty else { return nil }
    self.init(minutes: total)
  }

  /// Shorter before longer.
  public static func < (a: LocalDuration, b: LocalDuration) -> Bool { a.minutes < b.minutes }
}

extension LocalDate: CustomStringConvertible, Codable {
  /// `2026-11-27`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension LocalTime: CustomStringConvertible, Codable {
  /// `09:10`.
  public var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
}

extension Moment: CustomStringConvertible, Codable {
  /// `2026-11-27` or `2026-11-27T14:00`.
  public var description: String { time.map { "\(date)T\($0)" } ?? date.description }
}

extension LocalDuration: CustomStringConvertible, Codable {
  /// `PT3H10M`.
  public var description: String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    guard minutes != 0 else { return "PT0M" }
    return "PT" + (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
  }
}

/// A value that stands in JSON as one ISO 8601 text.
protocol ISOText: CustomStringConvertible {
  init?(iso text: String)
}

extension LocalDate: ISOText {}
extension LocalTime: ISOText {}
extension Moment: ISOText {}
extension LocalDuration: ISOText {}

extension ISOText {
  /// Reads the ISO text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not ISO 8601: \(text)")
    }
    self = value
  }

  /// Writes the ISO text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The number of a text that is `length` ASCII digits and nothing else, no sign.
private func digits(_ text: some StringProtocol, _ length: ClosedRange<Int>) -> Int? {
  guard length.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
    return nil
  }
  return Int(text)
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
