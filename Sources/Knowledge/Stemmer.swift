import GRDB

/// Cuts a text into stems: lower case, accents folded, English endings taken off (Porter), stop words left out.
///
/// SQLite's own tokenizer does the folding and stemming, so nothing here can disagree with the index.
///
///     stems("The customers' apologies")  // customer, apolog
///
/// Use it inside the database access it was made in.
struct Stemmer {
  private let tokenizer: any FTS5Tokenizer
  /// What each word met so far gives, several stems with a space between; empty for a stop word.
  private var known: [String: String] = [:]

  /// Makes a stemmer for use while `db` is accessed.
  init(_ db: Database) throws {
    tokenizer = try db.makeTokenizer(.porter(wrapping: .unicode61(diacritics: .remove)))
  }

  /// The stems of `text` with a space between, and how many there are.
  mutating func stems(_ text: String) -> (text: String, count: Int) {
    var stems = ""
    var count = 0
    stems.reserveCapacity(text.utf8.count)
    let bytes = text.utf8
    var index = bytes.startIndex
    while let start = bytes[index...].firstIndex(where: Self.isWord) {
      index = bytes[start...].firstIndex { !Self.isWord($0) } ?? bytes.endIndex
      let word = stem(String(text[start..<index]))
      guard !word.isEmpty else { continue }
      if count > 0 { stems.append(" ") }
      stems.append(word)
      count += 1
      for byte in word.utf8 where byte == UInt8(ascii: " ") { count += 1 }
    }
    return (stems, count)
  }

  /// The stems of `text`, in order.
  mutating func list(_ text: String) -> [String] {
    stems(text).text.split(separator: " ").map(String.init)
  }

  /// Letters, digits, an apostrophe, and all that is not ASCII, which the tokenizer looks at.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), 0x80...:
      true
    default: false
    }
  }

  private mutating func stem(_ word: String) -> String {
    if let stems = known[word] { return stems }
    let plain = Self.withoutApostrophe(word.lowercased().replacing("’", with: "'"))
    var stems = ""
    if !StopWords.all.contains(plain) {
      stems = ((try? tokenizer.tokenize(document: plain)) ?? []).map(\.token)
        .filter { !StopWords.all.contains($0) }.joined(separator: " ")
    }
    known[word] = stems
    return stems
  }

  /// “customer's” is “customer”, “don't” is “dont”; other apostrophes part two words.
  private static func withoutApostrophe(_ word: String) -> String {
    guard word.contains("'") else { return word }
    let parts = word.split(separator: "'")
    guard parts.count == 2, parts[1].count <= 2 else { return parts.joined(separator: " ") }
    return parts[1] == "t" ? parts.joined() : String(parts[0])
  }
}
