/// A pattern that is one set of characters repeated, as rules count words with it: `\b[\w'-]+\b`, `\w+`.
///
/// Such a pattern matches at every word of a text, so it is looked for without ICU where the text is ASCII.
struct CharacterRun: Sendable {
  private var members = [Bool](repeating: false, count: 128)
  private var isBounded = false

  /// Reads `source`; nil when it is anything else.
  init?(_ source: String) {
    var rest = source[...]
    for flags in ["(?m)", "(?im)"] where rest.hasPrefix(flags) {
      rest = rest.dropFirst(flags.count)
    }
    if rest.hasPrefix("\\b"), rest.hasSuffix("\\b"), rest.count > 4 {
      isBounded = true
      rest = rest.dropFirst(2).dropLast(2)
    }
    guard rest.last == "+" else { return nil }
    rest = rest.dropLast()
    guard rest != "\\w" else {
      for byte in 0..<128 where Self.isWord(UInt8(byte)) { members[byte] = true }
      return
    }
    guard rest.first == "[", rest.last == "]" else { return nil }
    guard take(Array(rest.dropFirst().dropLast())) else { return nil }
  }

  /// Takes digits, `\w` and marks that mean themselves; says whether there was nothing else.
  private mutating func take(_ letters: [Character]) -> Bool {
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      if letter == "\\", index + 1 < letters.count, letters[index + 1] == "w" {
        for byte in 0..<128 where Self.isWord(UInt8(byte)) { members[byte] = true }
        index += 1
      } else if let byte = letter.asciiValue {
        let isPlain = Self.isWord(byte) || byte == 39 || byte == 45 && index == letters.count - 1
        // Letters count in one case or in both, and a dash between others is a range: those are ICU's.
        guard isPlain, !letter.isLetter else { return false }
        members[Int(byte)] = true
      }
      index += 1
    }
    return !letters.isEmpty
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == 95
  }

  /// Calls `found` for every match in a part of a text; false, and nothing is found, when it is not all ASCII.
  func matches(in text: ArraySlice<UInt8>, _ found: (Int, Int) -> Void) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      guard bytes.allSatisfy({ $0 < 128 }) else { return false }
      func isEdge(_ at: Int) -> Bool {
        (at > 0 && Self.isWord(bytes[at - 1])) != (at < bytes.count && Self.isWord(bytes[at]))
      }
      var at = 0
      while at < bytes.count {
        guard members[Int(bytes[at])], !isBounded || isEdge(at) else {
          at += 1
          continue
        }
        var end = at + 1
        while end < bytes.count, members[Int(bytes[end])] { end += 1 }
        while isBounded, end > at, !isEdge(end) { end -= 1 }
        if end > at { found(text.startIndex + at, text.startIndex + end) }
        at = max(end, at + 1)
      }
      return true
    }
  }
}
