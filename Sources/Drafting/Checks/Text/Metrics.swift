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
    reading.eachPlainWord { range in
      if proseAlone {
        rest = rest.drop { $0.end <= range.lowerBound }
        guard let span = rest.first, span.start <= range.lowerBound else { return }
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
  /// Calls `body` with the range of each word as people count them: "don't" and "follow-up" are one.
  func eachPlainWord(_ body: (Range<Int>) -> Void) {
    var open: Range<Int>?
    masked.withUnsafeBufferPointer { text in
      for word in words {
        let start = Int(word.start)
        if let last = open {
          if text[last.upperBound..<start].allSatisfy({ $0 > 32 }) {
            open = last.lowerBound..<Int(word.end)
            continue
          }
          body(last)
        }
        open = start..<Int(word.end)
      }
    }
    if let open { body(open) }
  }

  /// How many words there are.
  var wordCount: Int {
    var count = 0
    eachPlainWord { _ in count += 1 }
    return count
  }
}

/// Counts syllables: groups of vowels, without a silent e at the end. Right for about nine words in ten.
enum Syllables {
  static func count(_ word: ArraySlice<UInt8>) -> Int {
    var count = 0
    var inVowel = false
    for byte in word {
      let vowel = isVowel(byte | 32)
      if vowel, !inVowel { count += 1 }
      inVowel = vowel
    }
    if count > 1, let last = word.last, last | 32 == UInt8(ascii: "e"),
      word[word.endIndex - 2] | 32 != UInt8(ascii: "l")
    {
      count -= 1
    }
    return max(1, count)
  }

  @inline(__always)
  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
