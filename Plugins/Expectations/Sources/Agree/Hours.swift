import RapportKit

/// What a line about hours must name: from when to when, and in whose time zone.
enum Hours {
  /// Whether `text` names hours: "8:00 to 18:00", "9–17", "round the clock".
  static func areNamed(in text: String) -> Bool {
    let lower = text.lowercased()
    if ["24/7", "24 hours", "day and night", "round the clock", "any time"].contains(
      where: lower.contains)
    {
      return true
    }
    // Two clock readings with a dash or a word between them.
    let plain = lower.map { "–—-".contains($0) ? " to " : String($0) }.joined()
    let words = plain.split { $0.isWhitespace || ",;()".contains($0) }.map(String.init)
    return words.indices.contains { index in
      ["to", "until", "till", "and"].contains(words[index]) && index > 0
        && index + 1 < words.count && isClock(words[index - 1]) && isClock(words[index + 1])
    }
  }

  /// Whether `text` names a time zone: an offset, an abbreviation, a city's time, or that it is theirs or ours.
  static func zoneIsNamed(in text: String) -> Bool {
    let words = text.split { $0.isWhitespace || ",;().".contains($0) }.map(String.init)
    if words.contains(where: { isZone($0) }) { return true }
    // "Berlin time", "your time": a capitalised place or an owner before "time".
    return words.indices.contains { index in
      words[index].lowercased() == "time" && index > 0
        && (words[index - 1].first?.isUppercase == true
          || ["your", "our", "their", "local"].contains(words[index - 1].lowercased()))
    } || text.lowercased().contains("24/7") || text.lowercased().contains("round the clock")
  }

  private static func isClock(_ word: String) -> Bool {
    var digits = word.replacing("am", with: "").replacing("pm", with: "").replacing(".", with: ":")
    if digits.hasSuffix("h") { digits.removeLast() }
    if LocalTime(iso: digits) != nil || digits == "24:00" || digits == "noon" { return true }
    return Int(digits).map { (0...24).contains($0) } ?? false
  }

  private static func isZone(_ word: String) -> Bool {
    zones.contains(word) || word.hasPrefix("UTC") || word.hasPrefix("GMT")
      || word.contains("/") && word.first?.isUppercase == true && !word.contains { $0.isNumber }
  }

  private static let zones: Set<String> = [
    "CET", "CEST", "EET", "EEST", "WET", "WEST", "BST", "IST", "EST", "EDT", "CST", "CDT", "MST",
    "MDT", "PST", "PDT", "MSK", "JST", "SGT", "HKT", "AEST", "AEDT", "NZST", "NZDT", "ET", "PT",
  ]
}
