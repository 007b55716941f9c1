import Foundation

/// A part of a text as regular expressions want it, with the way back to bytes of the whole.
struct RegexText {
  let string: String
  /// How many UTF-16 units it has.
  let length: Int
  private let start: Int
  /// The byte offset of each UTF-16 unit; nil for pure ASCII, where they are the same.
  private let offsets: [Int32]?

  init(_ bytes: ArraySlice<UInt8>) {
    string = String(decoding: bytes, as: UTF8.self)
    start = bytes.startIndex
    guard !bytes.allSatisfy({ $0 < 128 }) else {
      offsets = nil
      length = bytes.count
      return
    }
    var offsets: [Int32] = []
    offsets.reserveCapacity(bytes.count + 1)
    var at: Int32 = 0
    for scalar in string.unicodeScalars {
      offsets.append(at)
      if scalar.value > 0xFFFF { offsets.append(at) }
      at += Int32(UTF8.width(scalar))
    }
    offsets.append(at)
    self.offsets = offsets
    length = offsets.count - 1
  }

  func bytes(_ range: NSRange) -> Range<Int> {
    guard let offsets else {
      return (start + range.location)..<(start + range.location + range.length)
    }
    return
      (start + Int(offsets[range.location]))..<(start
      + Int(offsets[range.location + range.length]))
  }
}

/// The parts of a text that regular expressions run on: paragraphs, long ones parted between sentences or words.
///
/// A phrase never crosses an empty line, so a part that lacks what an expression needs is left alone.
struct RegexParts {
  private let bytes: [UInt8]
  private let lower: [UInt8]
  private let bounds: [Int]
  /// The parts that were looked at last, so that the next pattern finds them made.
  private var texts: [Int: RegexText] = [:]
  private static let longest = 2000
  private static let kept = 4000

  /// The parts of `bytes`: paragraphs, or with `each` sentences; without sentences what empty lines part.
  init(_ bytes: [UInt8], _ sentences: [SentenceSpan], each: Bool = false) {
    self.bytes = bytes
    lower = bytes.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
    var starts: [Int] = []
    if sentences.isEmpty {
      for index in bytes.indices.dropFirst(2)
      where bytes[index - 1] == 10 && bytes[index - 2] == 10 && bytes[index] != 10 {
        starts.append(index)
      }
    } else {
      var paragraph = sentences[0].paragraph
      var last = 0
      for sentence in sentences.dropFirst()
      where each || sentence.paragraph != paragraph || sentence.end - last > Self.longest {
        starts.append(sentence.start)
        (paragraph, last) = (sentence.paragraph, sentence.start)
      }
    }
    // What stands before the first sentence is its mark.
    var bounds = [sentences.first?.start ?? 0]
    for start in starts + [bytes.count] {
      // A line without an end, or one sentence without an end, is parted where a word ends.
      while start - bounds[bounds.count - 1] > Self.longest * 4 {
        var cut = bounds[bounds.count - 1] + Self.longest
        let floor = cut - Self.longest / 2
        while cut > floor, bytes[cut] > 32 { cut -= 1 }
        if cut == floor { cut += Self.longest / 2 }
        while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        bounds.append(cut)
      }
      if start > bounds[bounds.count - 1] || start == bytes.count { bounds.append(start) }
    }
    self.bounds = bounds
  }

  /// The matches of `residue`.
  mutating func matches(of residue: Residue) -> [RuleMatch] {
    var parts: [Int] = []
    if residue.needs.isEmpty {
      parts = Array(0..<(bounds.count - 1))
    } else {
      for need in residue.needs { find(need, &parts) }
      if residue.needs.count > 1 { parts.sort() }
    }
    var out: [RuleMatch] = []
    var last = -1
    for part in parts where part != last {
      last = part
      out += residue.matches(in: text(part))
    }
    return out
  }

  private mutating func text(_ part: Int) -> RegexText {
    if let known = texts[part] { return known }
    if texts.count > Self.kept { texts = [:] }
    let text = RegexText(bytes[bounds[part]..<bounds[part + 1]])
    texts[part] = text
    return text
  }

  /// Adds the parts in which `need` stands.
  private func find(_ need: [UInt8], _ parts: inout [Int]) {
    guard let first = need.first, need.count <= lower.count else { return }
    lower.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      let end = text.count - need.count + 1
      var at = 0
      var part = 0
      while at < end, let hit = memchr(base + at, Int32(first), end - at) {
        at = base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
        if memcmp(base + at, need, need.count) == 0 {
          while bounds[part + 1] <= at { part += 1 }
          if parts.last != part { parts.append(part) }
          at = bounds[part + 1]
        } else {
          at += 1
        }
      }
    }
  }
}
