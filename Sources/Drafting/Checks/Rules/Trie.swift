/// The literal phrases of all rules, by word: one pass over a text finds them all.
struct Trie: Sendable {
  /// A phrase of a rule.
  struct Phrase: Sendable {
    /// The rule's number.
    var rule: Int32
    /// The position among the rule's patterns: the earlier one wins.
    var order: Int32
    /// The letters to compare with, without what parts the words; nil when upper and lower case count the same.
    var exact: [UInt8]?
  }

  private(set) var edges = FlatTable(capacity: 1024)
  private(set) var phrases: [[Phrase]] = [[]]

  init() {}

  /// A trie of these edges, which lead to these phrases.
  init(edges: FlatTable, phrases: [[Phrase]]) {
    self.edges = edges
    self.phrases = phrases
  }

  /// Whether `text` can stand in the trie: words with plain separators, beginning and ending with a letter or digit.
  static func accepts(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, isWord(first), isWord(last) else {
      return false
    }
    return bytes.allSatisfy { $0 < 128 && $0 >= 32 }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == 95
  }

  /// The letters and digits of `text`.
  static func letters(_ text: String) -> [UInt8] { text.utf8.filter(isWord) }

  mutating func add(_ text: String, _ phrase: Phrase) {
    var node: Int32 = 0
    for (index, word) in Reading(phrase: text).words.enumerated() {
      let key = Self.key(node, word, first: index == 0)
      let known = edges.find(key)
      if known >= 0 {
        node = known
      } else {
        node = Int32(phrases.count)
        phrases.append([])
        edges.insert(key, node)
      }
    }
    phrases[Int(node)].append(phrase)
  }

  @inline(__always)
  private static func key(_ node: Int32, _ word: Reading.Word, first: Bool) -> UInt64 {
    let hash = first ? word.hash : word.hash ^ (word.gap &* 0x9e37_79b9_7f4a_7c15)
    return hash &+ UInt64(truncatingIfNeeded: node) &* 0xd6e8_feb8_6659_fd93
  }

  /// Calls `found` for every phrase in `reading`, with the first and the last word's number.
  func matches(in reading: Reading, _ found: (Phrase, Int, Int) -> Void) {
    reading.words.withUnsafeBufferPointer { words in
      for first in words.indices {
        var node = edges.find(Self.key(0, words[first], first: true))
        var last = first
        while node >= 0 {
          for phrase in phrases[Int(node)] { found(phrase, first, last) }
          last += 1
          guard last < words.count else { break }
          node = edges.find(Self.key(node, words[last], first: false))
        }
      }
    }
  }
}
