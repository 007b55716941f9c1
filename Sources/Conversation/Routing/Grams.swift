/// What the classifier sees of a text: its n-grams, in three views of it.
///
/// The views are runs of two to four letters (across words, so that order counts), words, and neighbouring words. An
/// n-gram is kept as a number made of it; that two share one is not to be expected (64 bits).
struct Grams {
  /// An n-gram and how often it occurs.
  struct Gram {
    var key: UInt64
    var count: Int
  }

  /// The distinct n-grams of each view, in the order of their numbers.
  let views: [[Gram]]

  static let viewCount = 3

  init(_ text: String) {
    let words = Self.words(of: text)
    views = [Self.runs(words), Self.single(words), Self.pairs(words)].map(Self.counted)
  }

  /// The words in lower case: letters, digits and apostrophes.
  private static func words(of text: String) -> [[UInt64]] {
    var words: [[UInt64]] = []
    var word: [UInt64] = []
    for scalar in text.lowercased().unicodeScalars {
      let isApostrophe = scalar == "'" || scalar == "’"
      if isApostrophe || isPartOfWord(scalar) {
        word.append(isApostrophe ? 0x27 : UInt64(scalar.value))
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    // Looking up what a sign is costs more than all the rest; most are plain.
    guard !scalar.isASCII else {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Runs of two to four letters, with marks where the text begins and ends and where words meet.
  private static func runs(_ words: [[UInt64]]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    let letters = [0] + words.joined(separator: [1]) + [2]
    var keys: [UInt64] = []
    keys.reserveCapacity(letters.count * 3)
    for start in letters.indices {
      var key: UInt64 = 1
      for (length, letter) in letters[start...].prefix(4).enumerated() {
        key = (key &+ letter).mixed
        if length > 0 { keys.append(key) }
      }
    }
    return keys
  }

  private static func single(_ words: [[UInt64]]) -> [UInt64] { words.map { key($0) } }

  /// Neighbouring words; the first and the last have the edge for a neighbour.
  private static func pairs(_ words: [[UInt64]]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    let keys = [3] + single(words) + [4]
    return zip(keys, keys.dropFirst()).map { ($0 &* 3 &+ $1).mixed }
  }

  private static func key(_ word: [UInt64]) -> UInt64 { word.reduce(2) { ($0 &+ $1).mixed } }

  private static func counted(_ keys: [UInt64]) -> [Gram] {
    var grams: [Gram] = []
    for key in keys.sorted() {
      if grams.last?.key == key {
        grams[grams.count - 1].count += 1
      } else {
        grams.append(Gram(key: key, count: 1))
      }
    }
    return grams
  }
}
