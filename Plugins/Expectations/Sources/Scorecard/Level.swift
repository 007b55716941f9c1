import RapportKit

/// A level that can be compared: "4 h", "95 %", "3 h 10", "2 working days", "6 parcels".
///
///     Level(in: "first reply within 4 h")?.amount  // 240, in minutes
struct Level: Equatable {
  /// What is counted.
  enum Unit: Equatable {
    /// Minutes.
    case time
    /// Per cent.
    case percent
    /// Something counted, in the words it was written with.
    case count(String)
  }

  /// How much: minutes for a time.
  var amount: Double
  /// What is counted.
  var unit: Unit
  /// The level as it was written.
  var text: String

  /// The first level that `text` names; nil when it has no number.
  init?(in text: String) {
    let words = Self.words(text)
    guard let start = words.firstIndex(where: { $0.number != nil }), var sum = words[start].number
    else { return nil }
    var end = start + 1
    let word = end < words.count ? words[end].text.lowercased() : ""
    if word == "%" || ["per", "percent"].contains(word) {
      end += word == "per" ? 2 : 1
      unit = .percent
    } else if let size = Self.minutes(words, &end) {
      unit = .time
      sum *= size
      // "3 h 10", "1 h 30 min", "2 days 4 h": each further part is smaller.
      var last = size
      while end < words.count, let more = words[end].number {
        var after = end + 1
        let next = Self.minutes(words, &after) ?? (last == 60 ? 1 : nil)
        guard let next, next < last else { break }
        sum += more * next
        (end, last) = (after, next)
      }
    } else if let noun = words[start...].dropFirst().first, noun.number == nil,
      !["a", "an", "of", "in", "per", "each", "on"].contains(noun.text.lowercased())
    {
      unit = .count(noun.text.lowercased())
      end += 1
    } else {
      unit = .count("")
    }
    amount = sum
    let range =
      words[start].range.lowerBound..<words[Swift.min(end, words.count) - 1].range.upperBound
    self.text = String(text[range])
  }

  /// The first level of `text` when it is a time or a share: in a sentence any other number may be a day or a price.
  static func measured(in text: String) -> Level? {
    Level(in: text).flatMap { $0.unit == .time || $0.unit == .percent ? $0 : nil }
  }

  /// Whether both count the same.
  func compares(with other: Level) -> Bool {
    switch (unit, other.unit) {
    case (.time, .time), (.percent, .percent): true
    case (.count(let mine), .count(let theirs)):
      mine.isEmpty || theirs.isEmpty || mine.singular == theirs.singular
    default: false
    }
  }

  /// How far `other` is from this level, in words: "1 h 10", "4 points", "2".
  func distance(to other: Level) -> String {
    let difference = abs(amount - other.amount)
    switch unit {
    case .time:
      let minutes = Int(difference.rounded())
      if minutes >= 1440, minutes % 1440 == 0 {
        return minutes == 1440 ? "1 day" : "\(minutes / 1440) days"
      }
      if minutes < 60 { return "\(minutes) min" }
      let rest = minutes % 60
      return "\(minutes / 60) h" + (rest == 0 ? "" : rest < 10 ? " 0\(rest)" : " \(rest)")
    case .percent:
      return "\(Self.figure(difference)) \(difference == 1 ? "point" : "points")"
    case .count: return Self.figure(difference)
    }
  }

  private static func figure(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }

  /// How many minutes the unit at `index` has; moves `index` behind it.
  private static func minutes(_ words: [Word], _ index: inout Int) -> Double? {
    var at = index
    if at < words.count, ["working", "business"].contains(words[at].text.lowercased()) { at += 1 }
    guard at < words.count else { return nil }
    let size: Double? =
      switch words[at].text.lowercased() {
      case "min", "mins", "minute", "minutes", "m": 1
      case "h", "hr", "hrs", "hour", "hours": 60
      case "d", "day", "days": 1440
      case "week", "weeks": 10080
      default: nil
      }
    if size != nil { index = at + 1 }
    return size
  }

  private struct Word {
    var text: String
    var range: Range<String.Index>
    var number: Double?
  }

  /// The numbers, words and per cent signs of `text`; "4h" is two.
  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      if text[index].isASCII, text[index].isNumber {
        index =
          text[index...].firstIndex { !($0.isASCII && $0.isNumber) && !".,".contains($0) }
          ?? text.endIndex
        while ".,".contains(text[text.index(before: index)]) { index = text.index(before: index) }
      } else if text[index].isLetter {
        index = text[index...].firstIndex { !$0.isLetter } ?? text.endIndex
      } else {
        index = text.index(after: index)
        guard text[start] == "%" else { continue }
      }
      let piece = String(text[start..<index])
      words.append(Word(text: piece, range: start..<index, number: Self.number(piece)))
    }
    // "four hours": a number in letters is one where a unit of time stands behind it.
    for index in words.indices.dropLast() where words[index].number == nil {
      var behind = index + 1
      guard let small = Self.numerals.firstIndex(of: words[index].text.lowercased()),
        Self.minutes(words, &behind) != nil
      else { continue }
      words[index].number = Double(small + 1)
    }
    return words
  }

  private static let numerals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// "95", "2.5", "2,5", "1,250": a comma before exactly three digits parts thousands.
  private static func number(_ piece: String) -> Double? {
    guard piece.first?.isNumber == true else { return nil }
    let parts = piece.split(separator: ",")
    if parts.count == 2, parts[1].count != 3, !piece.contains(".") {
      return Double(parts.joined(separator: "."))
    }
    return Double(parts.joined())
  }
}

extension String {
  fileprivate var singular: String { count > 3 && hasSuffix("s") ? String(dropLast()) : self }
}
