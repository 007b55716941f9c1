/// The counts that formulas of rules may use, as Vale names them.
struct Metrics {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0
  private(set) var characters = 0
  private(set) var longWords = 0
  private(set) var complexWords = 0
  private(set) var paragraphs = 0
  private(set) var items = 0
  private(set) var headings = 0

  /// Counts a text; `proseAlone` leaves out headings, items and cells, as Vale does.
  init(_ reading: Reading, _ spans: [SentenceSpan], proseAlone: Bool = false) {
    let counted = spans.filter {
      proseAlone ? $0.kind == .text : $0.kind != .heading && $0.kind != .row
    }
    sentences = counted.count
    items = spans.count { $0.kind == .item }
    headings = spans.count { $0.kind == .heading }
    paragraphs = Set(spans.filter { $0.kind == .text }.map(\.paragraph)).count
    var rest = counted[...]
    for range in reading.plainWords {
      if proseAlone {
        rest = rest.drop { $0.end <= range.lowerBound }
        guard let span = rest.first, span.start <= range.lowerBound else { continue }
      }
      words += 1
      let count = Syllables.count(reading.masked[range])
      let length = reading.length(range.lowerBound, range.upperBound)
      syllables += count
      characters += length
      if length > 6 { longWords += 1 }
      if count > 2 { complexWords += 1 }
    }
  }

  var variables: [String: Double] {
    [
      "words": Double(words), "sentences": Double(max(1, sentences)),
      "syllables": Double(syllables), "characters": Double(characters),
      "long_words": Double(longWords), "complex_words": Double(complexWords),
      "polysyllabic_words": Double(complexWords), "paragraphs": Double(paragraphs),
      "list": Double(items), "heading": Double(headings),
    ]
  }
}

extension Reading {
  /// The ranges of words as people count them: "don't" and "follow-up" are one.
  var plainWords: [Range<Int>] {
    var out: [Range<Int>] = []
    out.reserveCapacity(words.count)
    for word in words {
      let start = Int(word.start)
      if let last = out.last, !masked[last.upperBound..<start].contains(where: { $0 <= 32 }) {
        out[out.count - 1] = last.lowerBound..<Int(word.end)
      } else {
        out.append(start..<Int(word.end))
      }
    }
    return out
  }
}

/// Counts syllables: groups of vowels, without a silent e at the end. Right for about nine words in ten.
enum Syllables {
  static func count(_ word: ArraySlice<UInt8>) -> Int {
    var count = 0
    var inVowel = false
    var last: UInt8 = 0
    var before: UInt8 = 0
    for byte in word {
      let letter = byte | 32
      let vowel = "aeiouy".utf8.contains(letter)
      if vowel, !inVowel { count += 1 }
      inVowel = vowel
      before = last
      last = letter
    }
    if last == UInt8(ascii: "e"), count > 1, before != UInt8(ascii: "l") { count -= 1 }
    return max(1, count)
  }
}
