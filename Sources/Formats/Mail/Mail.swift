/// A mail in, the text a person reads out, with the way back to the file's lines.
///
///     let mail = Mail(bytes)
///     mail.text                        // "Dear Ms Lund,\nwe are sorry …"
///     mail.place(line: 2, column: 5)   // (14, 7): where that stands in the file
///
/// Multipart (the plain part before the HTML one), quoted-printable, base64 and the common charsets are read; files
/// attached to it are passed over.
package struct Mail: Sendable {
  /// The text, with line ends as `\n`.
  package private(set) var text = ""
  /// What could not be read as it was declared, as sentences.
  package private(set) var notes: [String] = []
  private let raw: [UInt8]
  /// For each byte of `text`, the byte of the file it comes from.
  private var origins: [Int32] = []
  /// Where lines begin: in the text, and in the file.
  private var starts = [0]
  private let rawStarts: [Int]

  /// Reads a mail as it lies in an `.eml` file.
  package init(_ bytes: [UInt8]) {
    raw = bytes
    rawStarts = Self.starts(bytes)
    guard let part = MailPart(bytes[...]).readable(depth: 0) else {
      notes = ["There is no text in this mail."]
      return
    }
    var body = part.decoded
    if let note = body.readCharset(part.charset) { notes.append(note) }
    if part.type == "text/html" { body = body.withoutTags }
    body.normalizeLineEnds()
    text = String(decoding: body.bytes, as: UTF8.self)
    origins = body.origins
    starts = Self.starts(body.bytes)
  }

  /// Where the character at `line` and `column` of the text stands in the file, both from 1.
  package func place(line: Int, column: Int) -> (line: Int, column: Int) {
    let start = starts[min(max(1, line), starts.count) - 1]
    let begin = text.utf8.index(text.startIndex, offsetBy: start)
    let character =
      text.index(begin, offsetBy: max(0, column - 1), limitedBy: text.endIndex) ?? text.endIndex
    let index = start + text.utf8.distance(from: begin, to: character)
    guard let found = origins.indices.contains(index) ? origins[index] : origins.last else {
      return (1, 1)
    }
    let origin = Int(found)
    let number = rawStarts.partitionedIndex { $0 > origin }
    let before = String(decoding: raw[rawStarts[number - 1]..<origin], as: UTF8.self)
    return (number, before.count + 1)
  }

  private static func starts(_ bytes: [UInt8]) -> [Int] {
    [0] + bytes.indices.lazy.filter { bytes[$0] == 10 }.map { $0 + 1 }
  }
}

extension [Int] {
  /// The first index for which `isAfter` holds, of a list in which it holds for all behind it.
  fileprivate func partitionedIndex(where isAfter: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Bytes, each with the place it comes from.
struct MailBytes {
  var bytes: [UInt8] = []
  var origins: [Int32] = []

  init() {}

  init(_ slice: ArraySlice<UInt8>) {
    bytes = Array(slice)
    origins = slice.indices.map(Int32.init)
  }

  mutating func add(_ byte: UInt8, from origin: Int) {
    bytes.append(byte)
    origins.append(Int32(origin))
  }

  mutating func add(_ text: some Sequence<UInt8>, from origin: Int32) {
    for byte in text { add(byte, from: Int(origin)) }
  }

  /// CRLF and CR become LF.
  mutating func normalizeLineEnds() {
    guard bytes.contains(13) else { return }
    var out = MailBytes()
    for index in bytes.indices {
      if bytes[index] != 13 {
        out.add(bytes[index], from: Int(origins[index]))
      } else if index + 1 >= bytes.count || bytes[index + 1] != 10 {
        out.add(10, from: Int(origins[index]))
      }
    }
    self = out
  }
}
