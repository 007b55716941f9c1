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
    let letters = Self.letters(of: text)
    let words = Self.words(letters)
    views = [Self.runs(letters), words, Self.pairs(words)].map(Self.counted)
  }

  /// Marks where the text begins, where words meet and where the text ends.
  private static let (start, gap, end): (UInt64, UInt64, UInt64) = (0, 1, 2)

  /// The words in lower case, letters, digits and apostrophes, with their marks.
  private static func letters(of text: String) -> [UInt64] {
    var letters = [start]
    for scalar in text.lowercased().unicodeScalars {
      if scalar == "'" || scalar == "’" {
        letters.append(0x27)
      } else if isPartOfWord(scalar) {
        letters.append(UInt64(scalar.value))
      } else if letters[letters.count - 1] > end {
        letters.append(gap)
      }
    }
    if letters.last == gap { letters.removeLast() }
    return letters.count == 1 ? [] : letters + [end]
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    // Looking up what a sign is costs more than all the rest; most are plain.
    guard !scalar.isASCII else {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Runs of two to four letters and marks.
  private static func runs(_ letters: [UInt64]) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(letters.count * 3)
    for start in letters.indices {
      var key = (1 &+ letters[start]).mixed
      for place in start + 1..<max(start + 1, min(start + 4, letters.count)) {
        key = (key &+ letters[place]).mixed
        keys.append(key)
      }
    }
    return keys
  }

  private static func words(_ letters: [UInt64]) -> [UInt64] {
    var words: [UInt64] = []
    var word: UInt64 = 2
    for letter in letters.dropFirst() {
      if letter > end {
        word = (word &+ letter).mixed
      } else {
        words.append(word)
        word = 2
      }
    }
    return words
  }

  /// Neighbouring words; the first and the last have the edge for a neighbour.
  private static func pairs(_ words: [UInt64]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    let keys = [3] + words + [4]
    return zip(keys, keys.dropFirst()).map { ($0 &* 3 &+ $1).mixed }
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
