/// How dates, times, lengths, amounts and lists are written in a message.
///
///     let wording = Wording(spelling: .british, today: LocalDate(2026, 11, 24))
///     wording.date(Moment(LocalDate(2026, 11, 27)))  // "Friday 27 November"
///     wording.duration(LocalDuration(minutes: 180))  // "three hours"
///
/// English alone; nothing reads the locale. A year is written when it is not this year and more than two months away.
public struct Wording: Sendable, Hashable {
  /// British or American.
  public var spelling: Spelling
  /// The day dates are read against.
  public var today: LocalDate

  /// Writes for `spelling`, on `today`.
  public init(spelling: Spelling = .british, today: LocalDate) {
    self.spelling = spelling
    self.today = today
  }

  /// The same with the year in every date, for what is printed and kept.
  public var dated: Wording { Wording(spelling: spelling, today: LocalDate(1, 1, 1)) }

  /// The month's English name, 1 to 12.
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// "Friday 27 November", "Friday, November 27", with "at 14:00" when there is a time.
  public func date(_ moment: Moment) -> String {
    day(moment.date) + (moment.time.map { " at \(time($0))" } ?? "")
  }

  /// "Friday 27 November" or "Friday, November 27".
  public func day(_ date: LocalDate) -> String {
    let month = Self.months[date.month - 1]
    let far = date.year != today.year && abs(date.number - today.number) > 60
    return switch spelling {
    case .british:
      "\(date.weekday.name) \(date.day) \(month)" + (far ? " \(date.year)" : "")
    case .american:
      "\(date.weekday.name), \(month) \(date.day)" + (far ? ", \(date.year)" : "")
    }
  }

  /// "Fri 27 Nov", with the year or the time where there is one to tell.
  public func short(_ moment: Moment) -> String {
    let date = moment.date
    let name = date.weekday.name.prefix(3)
    let month = Self.months[date.month - 1].prefix(3)
    let year = date.year == today.year ? "" : " \(date.year)"
    let day = spelling == .british ? "\(date.day) \(month)" : "\(month) \(date.day)"
    return "\(name) \(day)\(year)" + (moment.time.map { " \(time($0))" } ?? "")
  }

  /// "by 17:00 today", "by Friday 27 November".
  public func deadline(_ moment: Moment) -> String {
    guard let time = moment.time else { return "by \(day(moment.date))" }
    return moment.date == today
      ? "by \(self.time(time)) today" : "by \(self.time(time)) on \(day(moment.date))"
  }

  /// "9:10", or "9:10 am" in American spelling.
  public func time(_ time: LocalTime) -> String {
    let minute = padded(time.minute, 2)
    guard spelling == .american else { return "\(time.hour):\(minute)" }
    let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
    return "\(hour):\(minute) \(time.hour < 12 ? "am" : "pm")"
  }

  /// "three hours", "1 hour 20 minutes", "two days".
  public func duration(_ length: LocalDuration) -> String {
    let minutes = length.minutes
    if minutes >= 1440, minutes % 1440 == 0 {
      let days = minutes / 1440
      return days % 7 == 0 && days > 7 ? count(days / 7, "week") : count(days, "day")
    }
    let (hours, rest) = (minutes / 60, minutes % 60)
    if rest == 0, hours > 0 { return count(hours, "hour") }
    if hours == 0 { return count(rest, "minute") }
    return "\(hours) \(hours == 1 ? "hour" : "hours") \(rest) \(rest == 1 ? "minute" : "minutes")"
  }

  /// "440 EUR", "1,250.50 GBP".
  public func money(_ money: Money) -> String {
    let digits = Money.digits(of: money.currency)
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let (whole, rest) = (abs(money.minor) / scale, abs(money.minor) % scale)
    let sign = money.minor < 0 ? "-" : ""
    let fraction = rest == 0 ? "" : "." + padded(rest, digits)
    return "\(sign)\(grouped(whole))\(fraction) \(money.currency)"
  }

  /// "a, b and c"; American spelling writes "a, b, and c".
  public func list(_ items: [String], _ word: String = "and") -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    let comma = spelling == .american && items.count > 2 ? "," : ""
    return items.dropLast().joined(separator: ", ") + "\(comma) \(word) \(last)"
  }

  /// "three hours", "one day", "14 days": words up to twelve.
  public func count(_ number: Int, _ noun: String) -> String {
    "\(self.number(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// "no", "three", "14": words up to twelve.
  public func number(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return words.indices.contains(number) ? words[number] : grouped(number)
  }

  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out
  }
}
