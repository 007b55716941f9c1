import RapportKit

/// Reads the date of a review as a sheet writes it: "Tuesday 23 February 2027 at 10:00", "2027-02-23".
///
/// It never guesses: without a year, or on a day that is not in the calendar, there is none.
enum SheetDate {
  /// The date that `text` names.
  static func moment(in text: String) -> Moment? {
    let words = text.split { $0.isWhitespace || ",;()".contains($0) }.map(String.init)
    for (index, word) in words.enumerated() {
      if let moment = Moment(iso: word) { return at(words, moment) }
      guard let month = month(word) else { continue }
      let before = index > 0 ? day(words[index - 1]) : nil
      let after = index + 1 < words.count ? day(words[index + 1]) : nil
      let year = words[(index + 1)...].prefix(2).compactMap { $0.count == 4 ? Int($0) : nil }.first
      guard let year, let day = before ?? after, let date = LocalDate(checking: year, month, day)
      else { continue }
      return at(words, Moment(date))
    }
    return nil
  }

  /// With the time that stands behind "at", or as 10:00.
  private static func at(_ words: [String], _ moment: Moment) -> Moment {
    guard moment.time == nil else { return moment }
    let time = words.first { $0.contains(":") && LocalTime(iso: $0) != nil }
    return Moment(moment.date, time.flatMap { LocalTime(iso: $0) })
  }

  private static func month(_ word: String) -> Int? {
    let name = word.lowercased()
    guard name.count >= 3 else { return nil }
    return Wording.months.firstIndex {
      $0.lowercased() == name || $0.lowercased().prefix(3) == name
    }
    .map { $0 + 1 }
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day),
      ["", "st", "nd", "rd", "th", "."].contains(String(word.dropFirst(digits.count)))
    else { return nil }
    return day
  }
}
