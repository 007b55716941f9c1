import Foundation
import Synchronization

/// A pattern that is no finite list of phrases: a regular expression, compiled and run only where a text it needs
/// occurs.
final class Residue: Sendable {
  let rule: Int
  let order: Int
  /// The pattern as it is declared.
  let source: String
  /// Texts, in lower case, of which one stands in every match; none when nothing is sure.
  let needs: [[UInt8]]
  private let compiled = Mutex<Compiled>(.notYet)

  private enum Compiled {
    case notYet, refused
    // Safe because a regular expression never changes once it is made.
    case ready(NSRegularExpression)
  }

  init(rule: Int, order: Int, source: String, needed: [String]?) {
    self.rule = rule
    self.order = order
    self.source = source
    needs = (needed ?? []).map { Array($0.utf8) }.filter {
      $0.count > 1 && $0.allSatisfy { $0 < 128 }
    }
  }

  /// The regular expression; nil when ICU refuses it.
  private var expression: NSRegularExpression? {
    compiled.withLock { state in
      if case .notYet = state {
        state =
          (try? NSRegularExpression(pattern: Self.relaxed(source))).map(Compiled.ready) ?? .refused
      }
      if case .ready(let expression) = state { return expression }
      return nil
    }
  }

  /// Whether ICU understands the pattern.
  var isSound: Bool { expression != nil }

  /// The matches in a part of a text.
  func matches(in text: RegexText) -> [RuleMatch] {
    guard let expression else { return [] }
    let whole = NSRange(location: 0, length: text.length)
    return expression.matches(in: text.string, range: whole).compactMap { result in
      guard result.range.length > 0 else { return nil }
      let range = text.bytes(result.range)
      let groups = (1..<max(1, result.numberOfRanges)).map { index in
        let group = result.range(at: index)
        return group.location == NSNotFound
          ? "" : (text.string as NSString).substring(with: group)
      }
      return RuleMatch(start: range.lowerBound, end: range.upperBound, order: order, groups: groups)
    }
  }

  /// The pattern with a space standing for any white space, so that a wrapped line does not hide a phrase, and with
  /// both apostrophes.
  private static func relaxed(_ source: String) -> String {
    var out = ""
    var inSet = false
    var escaped = false
    for character in source {
      switch character {
      case "[" where !escaped: inSet = true
      case "]" where !escaped: inSet = false
      default: break
      }
      if !escaped, !inSet, character == " " {
        out += "\\s"
      } else if !escaped, !inSet, character == "'" {
        out += "['’]"
      } else {
        out.append(character)
      }
      escaped = character == "\\" && !escaped
    }
    return out
  }
}

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

/// The parts of a text that regular expressions run on: paragraphs, long ones parted between sentences.
///
/// A phrase never crosses an empty line, so a part that lacks what an expression needs is left alone.
struct RegexParts {
  private let bytes: [UInt8]
  private let lower: [UInt8]
  private let bounds: [Int]
  private var texts: [RegexText?]

  init(_ reading: Reading, _ sentences: [SentenceSpan]) {
    bytes = reading.masked
    lower = bytes.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
    var bounds = [0]
    var paragraph = sentences.first?.paragraph ?? 0
    for sentence in sentences.dropFirst()
    where sentence.paragraph != paragraph || sentence.start - bounds[bounds.count - 1] > 500 {
      bounds.append(sentence.start)
      paragraph = sentence.paragraph
    }
    bounds.append(bytes.count)
    self.bounds = bounds
    texts = Array(repeating: nil, count: bounds.count - 1)
  }

  /// The matches of `residue`.
  mutating func matches(of residue: Residue) -> [RuleMatch] {
    var parts: [Int] = []
    if residue.needs.isEmpty {
      parts = Array(texts.indices)
    } else {
      for need in residue.needs { find(need, &parts) }
      if residue.needs.count > 1 { parts.sort() }
    }
    var out: [RuleMatch] = []
    var last = -1
    for part in parts where part != last {
      last = part
      let text = texts[part] ?? RegexText(bytes[bounds[part]..<bounds[part + 1]])
      texts[part] = text
      out += residue.matches(in: text)
    }
    return out
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
