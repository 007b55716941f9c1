import Foundation

/// How hard a text is to read: its sentences, words and syllables, counted roughly.
struct Readability {
  /// The sentences, each as its words.
  var sentences: [[Substring]] = []

  /// Adds the sentences of `text`; each line ends one, and so does a full stop, question mark or ellipsis before a space.
  mutating func add(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      var words: [Substring] = []
      for word in line.split(whereSeparator: \.isWhitespace) {
        if word.contains(where: { $0.isLetter || $0.isNumber }) { words.append(word) }
        guard let end = word.last(where: { !"\"”’')".contains($0) }), ".?!…".contains(end) else {
          continue
        }
        if !words.isEmpty { sentences.append(words) }
        words = []
      }
      if !words.isEmpty { sentences.append(words) }
    }
  }

  /// The longest sentence.
  var longest: [Substring] { sentences.max { $0.count < $1.count } ?? [] }

  /// The Flesch–Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59.
  var grade: Double {
    let words = sentences.joined()
    let count = Double(max(1, words.count))
    let syllables = Double(words.reduce(0) { $0 + Self.syllables($1) })
    return 0.39 * count / Double(max(1, sentences.count)) + 11.8 * syllables / count - 15.59
  }

  /// The syllables of a word: its groups of vowels, a silent ending left out; at least one.
  static func syllables(_ word: Substring) -> Int {
    let letters = word.lowercased().filter(\.isLetter)
    var groups = 0
    var inGroup = false
    for letter in letters {
      let vowel = "aeiouyéèäöü".contains(letter)
      if vowel && !inGroup { groups += 1 }
      inGroup = vowel
    }
    let silentE = letters.hasSuffix("e") && !letters.hasSuffix("le")
    let silentED =
      letters.hasSuffix("ed") && !letters.hasSuffix("ted") && !letters.hasSuffix("ded")
    if groups > 1, silentE || silentED { groups -= 1 }
    return max(1, groups)
  }
}
