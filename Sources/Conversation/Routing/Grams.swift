/// What the classifier sees of a text: its n-grams, in three views of it.
///
/// The views are runs of two to four letters (across words, so that order counts), words and what they mean, and
/// neighbouring words by what they mean. An n-gram is kept as a number made of it; that two share one is not to be
/// expected (64 bits).
struct Grams {
  /// An n-gram and how often it occurs.
  struct Gram {
    var key: UInt64
    var count: Int
  }

  /// The distinct n-grams of each view, in the order of their numbers.
  let views: [[Gram]]

  static let viewCount = 3

  init(_ text: String, concepts: Concepts) {
    let words = Self.words(of: text)
    let letters = words.map(Self.letters)
    let stems = words.map(Stems.stem)
    let meanings = concepts.numbers(stems)
    views = [
      Self.runs(letters), letters.map(Self.key) + meanings.joined(),
      Self.pairs(
        zip(stems, meanings).map { stem, meanings in
          meanings.isEmpty ? [Self.key(Self.letters(stem))] : meanings
        }),
    ].map(Self.counted)
  }

  /// The words in lower case: letters, digits and apostrophes.
  static func words(of text: String) -> [String] {
    text.lowercased().unicodeScalars.split { !isPartOfWord($0) }
      .map { String($0).replacing("’", with: "'") }
  }

  private static func letters(_ word: String) -> [UInt64] {
    word.unicodeScalars.map { UInt64($0.value) }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    // Looking up what a sign is costs more than all the rest; most are plain.
    guard !scalar.isASCII else {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "'"
    }
    return scalar == "’" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Runs of two to four letters, with marks where the text begins and ends and where words meet.
  private static func runs(_ words: [[UInt64]]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    let letters = [0] + words.joined(separator: [1]) + [2]
    var keys: [UInt64] = []
    keys.reserveCapacity(letters.count * 3)
    for start in letters.indices.dropLast() {
      var key = (1 &+ letters[start]).mixed
      for letter in letters[(start + 1)...].prefix(3) {
        key = (key &+ letter).mixed
        keys.append(key)
      }
    }
    return keys
  }

  /// Begins where no letter does, so that no word has the number of a run.
  private static func key(_ word: [UInt64]) -> UInt64 {
    word.reduce(1 << 32) { ($0 &+ $1).mixed }
  }

  /// Neighbours, each by all that it means; the first and the last have the edge for a neighbour.
  private static func pairs(_ meanings: [[UInt64]]) -> [UInt64] {
    guard !meanings.isEmpty else { return [] }
    return zip([[3]] + meanings, meanings + [[4]]).flatMap { before, after in
      before.flatMap { first in after.map { (first &* 3 &+ $0).mixed } }
    }
  }

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
