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
  private let bounds: [Int]
  /// The parts that were looked at last, so that the next pattern finds them made.
  private var texts: [Int: RegexText] = [:]
  private static let longest = 2000
  private static let kept = 4000

  /// The parts of `bytes`: paragraphs, or with `each` sentences; without sentences what empty lines part.
  init(_ bytes: [UInt8], _ sentences: [SentenceSpan], each: Bool = false) {
    self.bytes = bytes
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

  /// The matches of `residue`, whose needs stand at `hits`; parts with no more than `few` are left out.
  mutating func matches(of residue: Residue, at hits: [NeededTexts.Hit], few: Int = 0)
    -> [RuleMatch]
  {
    guard !residue.needs.isEmpty else {
      var out: [RuleMatch] = []
      for part in bounds.indices.dropLast() where bounds[part + 1] - bounds[part] > few {
        let matches = matches(of: residue, part: part)
        if matches.count > few { out += matches }
      }
      return out
    }
    var out: [RuleMatch] = []
    for window in windows(of: residue, at: hits) {
      if window.isWhole {
        out += matches(of: residue, part: window.part)
      } else {
        let text = RegexText(bytes[window.seen])
        let inside = NSRange(
          location: window.range.lowerBound - window.seen.lowerBound, length: window.range.count)
        out += residue.matches(in: text, inside: inside)
      }
    }
    return out
  }

  private mutating func matches(of residue: Residue, part: Int) -> [RuleMatch] {
    if let run = residue.run {
      var out: [RuleMatch] = []
      let isDone = run.matches(in: bytes[bounds[part]..<bounds[part + 1]]) {
        out.append(RuleMatch(start: $0, end: $1, order: residue.order))
      }
      if isDone { return out }
    }
    return residue.matches(in: text(part))
  }

  // MARK: Windows

  /// A stretch of a part that holds all matches that one or more hits can belong to.
  private struct Window {
    var part: Int
    /// Where matches begin and end.
    var range: Range<Int>
    /// What a match may look at.
    var seen: Range<Int>
    /// Whether it is the part as a whole.
    var isWhole = false
  }

  /// The stretches around `hits`, in order and apart.
  ///
  /// A match holds a hit and reaches no further from it than its pattern says; so what an expression finds from left to
  /// right in these stretches is what it finds in the parts.
  private func windows(of residue: Residue, at hits: [NeededTexts.Hit]) -> [Window] {
    var windows: [Window] = []
    var part = 0
    for hit in hits.sorted(by: { $0.start < $1.start }) {
      while bounds[part + 1] <= Int(hit.start) { part += 1 }
      var next = window(around: Int(hit.start)..<Int(hit.end), of: residue, part)
      if let last = windows.last, last.part == part {
        if last.isWhole { continue }
        if next.isWhole || next.range.lowerBound <= last.range.upperBound {
          next.range =
            min(
              next.range.lowerBound, last.range.lowerBound)..<max(
              next.range.upperBound, last.range.upperBound)
          next.seen =
            min(
              next.seen.lowerBound, last.seen.lowerBound)..<max(
              next.seen.upperBound, last.seen.upperBound)
          windows.removeLast()
        }
      }
      windows.append(next)
    }
    return windows
  }

  private func window(around hit: Range<Int>, of residue: Residue, _ part: Int) -> Window {
    let whole = bounds[part]..<bounds[part + 1]
    let (before, after) = residue.reach
    let range = (hit.lowerBound - before)..<(hit.upperBound + after)
    // Assertions are counted as if they were matched, and a word's edge is one letter on.
    let look = before + after + 2
    let seen = (range.lowerBound - look)..<(range.upperBound + look)
    guard seen.count < whole.count, isPlain(seen.clamped(to: whole), in: whole) else {
      return Window(part: part, range: whole, seen: whole, isWhole: true)
    }
    return Window(part: part, range: range.clamped(to: whole), seen: seen.clamped(to: whole))
  }

  /// Whether a stretch is ASCII without words or white space so long that a pattern may reach further than it says.
  private func isPlain(_ range: Range<Int>, in whole: Range<Int>) -> Bool {
    let most = Pattern.longestRun
    let around = (range.lowerBound - most)..<(range.upperBound + most)
    var length = 0
    var last: Bool?
    for byte in bytes[around.clamped(to: whole)] {
      guard byte < 128 else { return false }
      let isSpace = byte == 32 || (9...13).contains(byte)
      let isWord = (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == 95
      length = isSpace || isWord ? (isSpace == last ? length + 1 : 1) : 0
      last = isSpace
      if length >= most { return false }
    }
    return true
  }

  // MARK: Parts

  private mutating func text(_ part: Int) -> RegexText {
    if let known = texts[part] { return known }
    if texts.count > Self.kept { texts = [:] }
    let text = RegexText(bytes[bounds[part]..<bounds[part + 1]])
    texts[part] = text
    return text
  }
}
