import Formats

/// A text taken apart once: bytes, words, lines, and on demand sentences.
///
/// Offsets are bytes of UTF-8. Front matter, code, comments and addresses of links are masked: no check sees them.
struct Reading {
  /// A run of letters and digits.
  struct Word {
    var start: Int32
    var end: Int32
    /// Of its letters in lower case.
    var hash: UInt64
    /// Of what stands between the word before and this one, white space as one space.
    var gap: UInt64
  }

  let bytes: [UInt8]
  /// The same bytes with everything that is not prose replaced by 1.
  let masked: [UInt8]
  /// What comments in the text switch off and on.
  let switches: Switches
  /// What each line is part of, as far as that is known.
  let lineKinds: [Markdown.LineKind]
  private(set) var words: [Word] = []
  /// The offsets at which lines begin.
  private(set) var lines: [Int32] = [0]

  /// Reads `text`.
  init(_ text: String, _ format: TextFormat = .markdown) {
    var text = text
    let bytes = text.withUTF8 { Array($0) }
    let mask = Masking(bytes, format)
    self.bytes = bytes
    masked = mask.masked
    switches = mask.switches
    lineKinds = mask.lines
    scan()
  }

  /// Reads a phrase of a rule, in which nothing is to be masked.
  init(phrase text: String) {
    bytes = Array(text.utf8)
    masked = bytes
    switches = Switches()
    lineKinds = []
    scan()
  }

  private mutating func scan() {
    var words: [Word] = []
    words.reserveCapacity(masked.count / 5)
    var lines: [Int32] = [0]
    masked.withUnsafeBufferPointer { text in
      let count = text.count
      var index = 0
      var gap = Hash()
      var inSpace = false
      while index < count {
        var kind = Self.kinds[Int(text[index])]
        if kind == 3, Self.isPunctuation(text, index) { kind = 0 }
        if kind >= 2 {
          let start = index
          var hash = Hash()
          while index < count {
            let byte = text[index]
            var inner = Self.kinds[Int(byte)]
            if inner == 3, Self.isPunctuation(text, index) { inner = 0 }
            guard inner >= 2 else { break }
            hash.add(byte >= 65 && byte <= 90 ? byte | 32 : byte)
            index += 1
          }
          words.append(
            Word(start: Int32(start), end: Int32(index), hash: hash.value, gap: gap.value))
          gap = Hash()
          inSpace = false
        } else if kind == 1 {
          if text[index] == 10 { lines.append(Int32(index + 1)) }
          if !inSpace { gap.add(32) }
          inSpace = true
          index += 1
        } else {
          inSpace = false
          // ’ counts as '.
          if text[index] == 0xE2, index + 2 < count, text[index + 1] == 0x80,
            text[index + 2] == 0x99
          {
            gap.add(39)
            index += 3
          } else {
            gap.add(text[index])
            index += 1
          }
        }
      }
    }
    self.words = words
    self.lines = lines
  }

  /// The line and the column of `offset`, both from 1; columns count characters, as a person sees them.
  func position(_ offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(lines[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return (low + 1, length(Int(lines[low]), offset) + 1)
  }

  /// How many characters stand between two offsets: a flag, a family and an accented letter are one each.
  func length(_ start: Int, _ end: Int) -> Int {
    guard start < end else { return 0 }
    let isPlain = bytes.withUnsafeBufferPointer { text in
      text[start..<end].allSatisfy { $0 < 128 && $0 != 13 }
    }
    return isPlain ? end - start : text(start, end).count
  }

  /// The text between two offsets.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// The line that holds `offset`, without its end.
  func lineRange(_ offset: Int) -> Range<Int> {
    let line = position(offset).line - 1
    let end = line + 1 < lines.count ? Int(lines[line + 1]) - 1 : bytes.count
    return Int(lines[line])..<max(Int(lines[line]), end)
  }

  /// 0 other, 1 white space, 2 ASCII letters, digits and `_`, 3 bytes above ASCII.
  private static let kinds: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 9, 10, 13, 32: 1
    case 48...57, 65...90, 95, 97...122: 2
    case 128...255: 3
    default: 0
    }
  }

  /// Whether a character above ASCII is punctuation: the general kind (U+2000 to U+206F), arrows and symbols up to
  /// U+27BF, and Latin-1's signs below U+00C0.
  @inline(__always)
  private static func isPunctuation(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    if byte == 0xC2 { return true }
    if byte == 0xE2 { return index + 1 < text.count && text[index + 1] <= 0x9E }
    if byte & 0xC0 == 0x80 {
      // A continuation byte belongs to what came before it.
      var back = index - 1
      while back >= 0, text[back] & 0xC0 == 0x80 { back -= 1 }
      return back >= 0 && isPunctuation(text, back)
    }
    return false
  }
}

/// Finds the places of offsets that come in order, each from the one before: a line of megabytes costs no more than
/// many short ones.
struct Places {
  private let reading: Reading
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ reading: Reading) { self.reading = reading }

  /// The line and the column of `next`.
  mutating func place(_ next: Int) -> (line: Int, column: Int) {
    let isSameLine =
      next >= offset && (line >= reading.lines.count || next < Int(reading.lines[line]))
    if isSameLine {
      column += reading.length(offset, next)
    } else {
      (line, column) = reading.position(next)
    }
    offset = next
    return (line, column)
  }
}
