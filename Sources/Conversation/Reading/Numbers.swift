import Foundation

/// A number in figures: its digits before and after the decimal sign.
///
/// The last of two kinds of separators is the decimal sign: `1.250,50` and `1,250.50` are the same.
/// One separator alone with exactly three digits behind it groups thousands (`1.250` is 1250), unless a 0 leads.
struct Numeral {
  var whole: String
  var fraction = ""
  /// One point with three digits behind it; could have been a decimal sign.
  var couldBeDecimal = false

  var double: Double { Double("\(whole).\(fraction.isEmpty ? "0" : fraction)") ?? 0 }
}

extension Int {
  /// `number` without its fraction; nil beyond a thousand million million.
  init?(within number: Double) {
    guard abs(number) < 1e15 else { return nil }
    self.init(number)
  }
}

extension Words {
  /// The number in figures at `start`. With `spaced`, a space may group thousands too: `1 250,50`.
  func numeral(at start: Int, spaced: Bool = false) -> Match<Numeral>? {
    guard width(start) > 0 else { return nil }
    var groups = [key(start)]
    var signs: [String] = []
    var index = start + 1
    while true {
      if [".", ",", "'", "’"].contains(key(index)), glued(index), width(index + 1) > 0,
        glued(index + 1)
      {
        signs.append(key(index) == "’" ? "'" : key(index))
        groups.append(key(index + 1))
        index += 2
      } else if spaced, width(index) == 3, !glued(index), groups[0].count <= 3,
        signs.allSatisfy({ $0 == " " })
      {
        signs.append(" ")
        groups.append(key(index))
        index += 1
      } else {
        break
      }
    }
    return Self.numeral(groups, signs).map { Match(value: $0, end: index) }
  }

  private static func numeral(_ groups: [String], _ signs: [String]) -> Numeral? {
    guard let last = signs.last, let tail = groups.last else { return Numeral(whole: groups[0]) }
    let thousands =
      groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
    if signs.count == 1 || !signs.dropLast().contains(last) {
      let ahead = groups.dropLast()
      let grouped =
        ahead.dropFirst().allSatisfy { $0.count == 3 } && Set(signs.dropLast()).count <= 1
      let single = signs.count == 1
      if single, tail.count == 3, thousands, groups[0] != "0" || last == " " {
        return Numeral(whole: groups.joined(), couldBeDecimal: last == ".")
      }
      guard last == "." || last == ",", single || grouped && groups[0].count <= 3 else {
        return nil
      }
      return Numeral(whole: ahead.joined(), fraction: tail)
    }
    return thousands && Set(signs).count == 1 ? Numeral(whole: groups.joined()) : nil
  }

  /// The number at `start`, in figures or in words: `12`, `5k`, `two and a half`, `a dozen`, `two hundred`.
  func quantity(at start: Int) -> Match<Double>? {
    if has("half a dozen", at: start) { return Match(value: 6, end: start + 3) }
    if has("a dozen", at: start) { return Match(value: 12, end: start + 2) }
    if has("a hundred", at: start) { return Match(value: 100, end: start + 2) }
    if has("a thousand", at: start) { return Match(value: 1000, end: start + 2) }
    guard var match = figures(at: start) ?? numberWords(at: start) else { return nil }
    if self.is(match.end, "dozen") {
      match = Match(value: match.value * 12, end: match.end + 1)
    } else if has("and a half", at: match.end) {
      match = Match(value: match.value + 0.5, end: match.end + 3)
    }
    return match
  }

  private func figures(at start: Int) -> Match<Double>? {
    guard let match = numeral(at: start) else { return nil }
    let value = match.value.double
    if key(match.end) == "k", glued(match.end) {
      return Match(value: value * 1000, end: match.end + 1)
    }
    if let size = Self.sizes[key(match.end)], size >= 1000 {
      return Match(value: value * size, end: match.end + 1)
    }
    if key(match.end) == "½", glued(match.end) {
      return Match(value: value + 0.5, end: match.end + 1)
    }
    return Match(value: value, end: match.end)
  }

  private func numberWords(at start: Int) -> Match<Double>? {
    var total = 0.0
    var part: Double?
    var index = start
    while true {
      let word = key(index)
      if let unit = Self.units[word] {
        guard part == nil || part?.truncatingRemainder(dividingBy: 100) == 0 else { break }
        part = (part ?? 0) + unit
      } else if let ten = Self.tens[word] {
        guard part == nil || part?.truncatingRemainder(dividingBy: 100) == 0 else { break }
        part = (part ?? 0) + ten
        let dash = key(index + 1) == "-" && glued(index + 1) ? 2 : 1
        if let unit = Self.units[key(index + dash)], unit < 10, unit > 0 {
          part = (part ?? 0) + unit
          index += dash
        }
      } else if let size = Self.sizes[word], let count = part {
        if size == 100 {
          part = count * 100
        } else {
          total += count * size
          part = nil
        }
        if self.is(index + 1, "and"),
          Self.units[key(index + 2)] != nil || Self.tens[key(index + 2)] != nil
        {
          part = part ?? 0
          index += 1
        }
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    return Match(value: total + (part ?? 0), end: index)
  }

  /// Number words below twenty.
  static let units: [String: Double] = [
    "zero": 0, "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
  ]
  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let sizes: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1_000_000,
  ]
}
