import GRDB

/// Cuts a text into stems: lower case, accents folded, English endings taken off (Porter), stop words left out.
///
/// SQLite's own tokenizer folds and stems each word once; a table remembers what it gave.
///
///     stemmer.list("The customers' apologies")  // ["custom", "apolog"]
///
/// Use it inside the database access it was made in.
struct Stemmer {
  private let tokenizer: any FTS5Tokenizer
  /// The words met so far, as written.
  private var words = WordTable()
  /// The stems met so far.
  private var stems = WordTable()
  /// The stems of each word, one after another, and where each word's end: none for a stop word, several where a
  /// word has an inner apostrophe.
  private var stemsOfWords: [Int32] = []
  private var ends: [Int] = [0]

  /// Makes a stemmer for use while `db` is accessed.
  init(_ db: Database) throws {
    tokenizer = try db.makeTokenizer(.porter(wrapping: .unicode61(diacritics: .remove)))
  }

  /// How many stems have a number.
  var count: Int { stems.count }

  /// The bytes of a stem.
  func bytes(_ stem: Int32) -> ArraySlice<UInt8> { stems.word(stem) }

  /// The numbers of the stems of `text`, in order.
  mutating func numbers(_ text: String) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(text.utf8.count / 8)
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while true {
        while index < bytes.count, !Self.isWord(bytes[index]) { index += 1 }
        if index == bytes.count { return }
        let start = index
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        let number = Int(words.number(word))
        if number == ends.count - 1 {
          for stem in stemsOf(String(decoding: word, as: UTF8.self)) {
            stemsOfWords.append(stems.number(stem))
          }
          ends.append(stemsOfWords.count)
        }
        for place in ends[number]..<ends[number + 1] { numbers.append(stemsOfWords[place]) }
      }
    }
    return numbers
  }

  /// The stems of `text`, in order.
  mutating func list(_ text: String) -> [String] {
    numbers(text).map { String(decoding: stems.word($0), as: UTF8.self) }
  }

  /// Letters, digits, an apostrophe, and all that is not ASCII, which the tokenizer looks at.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
      || byte == 0x27
  }

  private func stemsOf(_ word: String) -> [String] {
    let plain = Self.withZ(Self.withoutApostrophe(word.lowercased()))
    if StopWords.all.contains(plain) { return [] }
    return ((try? tokenizer.tokenize(document: plain)) ?? []).map(\.token)
      .filter { !StopWords.all.contains($0) }
  }

  /// “customer's” is “customer”, “don't” is “dont”; other apostrophes part two words.
  private static func withoutApostrophe(_ word: String) -> String {
    let parts = word.split { $0 == "'" || $0 == "’" }
    guard parts.count == 2, parts[1].count <= 2 else { return parts.joined(separator: " ") }
    return parts[1] == "t" ? parts.joined() : String(parts[0])
  }

  /// “apologised” as “apologized”: Porter knows only the American ending.
  private static func withZ(_ word: String) -> String {
    for end in ["ise", "ises", "ised", "ising", "isation", "isations"] where word.hasSuffix(end) {
      let stem = word.dropLast(end.count)
      return stem.count < 4 ? word : stem + "iz" + end.dropFirst(2)
    }
    return word
  }
}
