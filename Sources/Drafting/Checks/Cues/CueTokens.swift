/// A word as cues see it: a contraction is two ("we've" → we have), a possessive has lost its s.
struct CueToken {
  /// Its number in the vocabulary; 0 for a word no cue names.
  var id: Int32
  var start: Int32
  var end: Int32
  var flags: Flags

  struct Flags: OptionSet {
    let rawValue: UInt16
    static let number = Flags(rawValue: 1)
    /// "17:00", "5pm".
    static let clock = Flags(rawValue: 2)
    static let capital = Flags(rawValue: 4)
    /// The first of its sentence.
    static let first = Flags(rawValue: 8)
    /// "API", "HTTP2".
    static let acronym = Flags(rawValue: 16)
    /// A comma, semicolon, colon, bracket or dash stands before it.
    static let breaks = Flags(rawValue: 32)
    /// Ends in -ed: most often a past.
    static let past = Flags(rawValue: 64)
    /// Ends in -ing.
    static let ing = Flags(rawValue: 128)
    /// Ends in -s: a present ("she checks"), or a plural.
    static let present = Flags(rawValue: 256)
    /// A sum: "£40", "40 euros".
    static let money = Flags(rawValue: 512)
  }
}

/// The words that cues name, by number from 1.
struct Vocabulary: Sendable {
  private(set) var table = FlatTable(capacity: 4096)
  private(set) var count = 1

  init() {}

  init(table: FlatTable, count: Int) {
    self.table = table
    self.count = count
  }

  mutating func number(_ word: String) -> Int32 {
    let hash = Hash.of(word.utf8)
    let known = table.find(hash)
    if known >= 0 { return known }
    table.insert(hash, Int32(count))
    count += 1
    return Int32(count - 1)
  }

  @inline(__always)
  func find(_ hash: UInt64) -> Int32 { max(0, table.find(hash)) }
}

/// The sentences of a text as rows of tokens.
struct CueText {
  private(set) var tokens: [CueToken] = []
  /// The tokens of each sentence.
  private(set) var ranges: [Range<Int>] = []

  init(_ reading: Reading, _ sentences: [SentenceSpan], _ vocabulary: Vocabulary) {
    tokens.reserveCapacity(reading.words.count + 16)
    let short = Self.endings.mapValues { vocabulary.find($0) }
    reading.masked.withUnsafeBufferPointer { text in
      for sentence in sentences {
        let first = tokens.count
        var index = sentence.words.lowerBound
        while index < sentence.words.upperBound {
          let word = reading.words[index]
          var token = Self.token(word, text, vocabulary)
          if tokens.count == first { token.flags.insert(.first) }
          if index > sentence.words.lowerBound,
            Self.breaks(Int(reading.words[index - 1].end), Int(word.start), text)
          {
            token.flags.insert(.breaks)
          }
          index += 1
          // "re-send" is one word where a cue names it so.
          if index < sentence.words.upperBound, reading.words[index].gap == Self.hyphen,
            let joined = Self.joined(token, word, reading.words[index], text, vocabulary)
          {
            token = joined
            index += 1
          }
          if token.flags.contains(.number),
            Self.isSum(
              token, next: index < sentence.words.upperBound ? reading.words[index] : nil, text)
          {
            token.flags.insert(.money)
          }
          // An apostrophe and a short ending belong to the word.
          if index < sentence.words.upperBound, reading.words[index].gap == Self.apostrophe {
            let ending = reading.words[index]
            if let number = short[ending.hash], number > 0 || ending.hash == Self.s {
              var extra = token
              extra.end = ending.end
              extra.flags = []
              extra.id = number
              if ending.hash == Self.t {
                token.id = Self.negated(word, text, vocabulary)
                token.end = ending.end
              }
              tokens.append(token)
              // 's is "is" after it, that, there, what, here, who; else a possessive that says nothing.
              if ending.hash != Self.s || Self.takesIs.contains(word.hash) { tokens.append(extra) }
              index += 1
              continue
            }
          }
          tokens.append(token)
        }
        ranges.append(first..<tokens.count)
      }
    }
  }

  private static let apostrophe = Hash.of([39])
  private static let hyphen = Hash.of([45])

  /// Two words with a hyphen between them as one, when a cue names it.
  private static func joined(
    _ token: CueToken, _ word: Reading.Word, _ next: Reading.Word,
    _ text: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary
  ) -> CueToken? {
    var hash = Hash(value: word.hash)
    for byte in text[Int(word.end)..<Int(next.end)] {
      hash.add(byte >= 65 && byte <= 90 ? byte | 32 : byte)
    }
    let number = vocabulary.find(hash.value)
    guard number > 0 else { return nil }
    var joined = Self.token(next, text, vocabulary)
    joined.id = number
    joined.start = token.start
    joined.flags = token.flags.union(joined.flags.intersection([.past, .ing, .present]))
    return joined
  }
  private static let s = Hash.of("s".utf8)
  private static let t = Hash.of("t".utf8)
  private static let takesIs = Set(
    ["it", "that", "there", "what", "here", "who", "she", "he"].map { Hash.of($0.utf8) })
  private static let endings: [UInt64: UInt64] = Dictionary(
    [
      ("s", "is"), ("t", "not"), ("ve", "have"), ("re", "are"), ("ll", "will"), ("d", "had"),
      ("m", "am"),
    ].map { (Hash.of($0.utf8), Hash.of($1.utf8)) }, uniquingKeysWith: { first, _ in first })

  /// Whether a figure has the sign of a currency before it or its name behind it.
  private static func isSum(
    _ token: CueToken, next: Reading.Word?, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if let next, currencies.contains(next.hash) { return true }
    let before = Int(token.start) - 1
    guard before >= 0 else { return false }
    return text[before] == UInt8(ascii: "$")
      || before >= 1 && text[before] == 0xA3 && text[before - 1] == 0xC2
      || before >= 2 && text[before] == 0xAC && text[before - 1] == 0x82 && text[before - 2] == 0xE2
  }

  private static let currencies = Set(
    [
      "euro", "euros", "eur", "pound", "pounds", "gbp", "dollar", "dollars", "usd", "franc",
      "francs", "chf", "crowns", "cents", "pence",
    ].map { Hash.of($0.utf8) })

  /// "didn" → did, "won" → will, "can" stays.
  private static func negated(
    _ word: Reading.Word, _ text: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary
  ) -> Int32 {
    var letters = text[Int(word.start)..<Int(word.end)].map { $0 | 32 }
    switch String(decoding: letters, as: UTF8.self) {
    case "won": letters = Array("will".utf8)
    case "can": break
    case "shan": letters = Array("shall".utf8)
    default: if letters.last == UInt8(ascii: "n") { letters.removeLast() }
    }
    return vocabulary.find(Hash.of(letters))
  }

  private static func breaks(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in start..<end where ",;:()[]".utf8.contains(text[index]) || text[index] == 0xE2 {
      return !(text[index] == 0xE2 && index + 2 < end && text[index + 2] == 0x99)
    }
    return false
  }

  private static func token(
    _ word: Reading.Word, _ text: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary
  ) -> CueToken {
    let start = Int(word.start)
    let end = Int(word.end)
    var flags: CueToken.Flags = []
    let first = text[start]
    if (48...57).contains(first) {
      flags.insert(.number)
      if end + 2 < text.count, text[end] == UInt8(ascii: ":"), (48...57).contains(text[end + 1]) {
        flags.insert(.clock)
      }
      if end - start >= 3, text[end - 1] | 32 == UInt8(ascii: "m"),
        text[end - 2] | 32 == UInt8(ascii: "p") || text[end - 2] | 32 == UInt8(ascii: "a")
      {
        flags.insert(.clock)
      }
    } else if (65...90).contains(first) {
      flags.insert(.capital)
      if end - start >= 2, text[start..<end].allSatisfy({ $0 < 97 }) { flags.insert(.acronym) }
    }
    if end - start > 3 {
      switch (text[end - 2] | 32, text[end - 1] | 32) {
      case (UInt8(ascii: "e"), UInt8(ascii: "d")): flags.insert(.past)
      case (UInt8(ascii: "n"), UInt8(ascii: "g")): flags.insert(.ing)
      case (let before, UInt8(ascii: "s")) where !"sui".utf8.contains(before):
        flags.insert(.present)
      default: break
      }
    }
    return CueToken(
      id: vocabulary.find(word.hash), start: word.start, end: word.end, flags: flags)
  }
}
