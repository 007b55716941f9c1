import Foundation

/// A pattern that is no finite list of phrases: a regular expression, run only where a text it needs occurs.
struct Residue: Sendable {
  let rule: Int
  let order: Int
  private let expression: NSRegularExpression
  private let needs: [[UInt8]]

  /// Compiles `source`; nil when ICU refuses it. `needed` are texts one of which stands in every match.
  init?(rule: Int, order: Int, source: String, needed: [String]?) {
    guard let expression = try? NSRegularExpression(pattern: Self.relaxed(source)) else {
      return nil
    }
    self.rule = rule
    self.order = order
    self.expression = expression
    needs = (needed ?? []).map { Array($0.utf8) }.filter {
      $0.count > 1 && $0.allSatisfy { $0 < 128 }
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

  /// Whether it may match in a text with these bytes, in lower case.
  func mayMatch(_ lower: [UInt8]) -> Bool {
    guard !needs.isEmpty else { return true }
    return needs.contains { Self.find($0, in: lower) }
  }

  /// The matches in `text`.
  func matches(in text: RegexText) -> [RuleMatch] {
    let whole = NSRange(location: 0, length: text.string.length)
    return expression.matches(in: text.string as String, range: whole).compactMap { result in
      guard result.range.length > 0 else { return nil }
      let range = text.bytes(result.range)
      let groups = (1..<max(1, result.numberOfRanges)).map { index in
        let group = result.range(at: index)
        return group.location == NSNotFound ? "" : text.string.substring(with: group)
      }
      return RuleMatch(start: range.lowerBound, end: range.upperBound, order: order, groups: groups)
    }
  }

  private static func find(_ needle: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= text.count else { return false }
    return text.withUnsafeBufferPointer { text in
      for at in 0...(text.count - needle.count) where text[at] == first {
        var next = 1
        while next < needle.count, text[at + next] == needle[next] { next += 1 }
        if next == needle.count { return true }
      }
      return false
    }
  }
}

/// A text as regular expressions want it, with the way back to bytes.
struct RegexText {
  let string: NSString
  /// The byte offset of each UTF-16 unit; nil for pure ASCII, where they are the same.
  private let offsets: [Int32]?

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    string = text as NSString
    guard !bytes.allSatisfy({ $0 < 128 }) else {
      offsets = nil
      return
    }
    var offsets: [Int32] = []
    offsets.reserveCapacity(bytes.count + 1)
    var at: Int32 = 0
    for scalar in text.unicodeScalars {
      offsets.append(at)
      if scalar.value > 0xFFFF { offsets.append(at) }
      at += Int32(UTF8.width(scalar))
    }
    offsets.append(at)
    self.offsets = offsets
  }

  func bytes(_ range: NSRange) -> Range<Int> {
    guard let offsets else { return range.location..<(range.location + range.length) }
    return Int(offsets[range.location])..<Int(offsets[range.location + range.length])
  }
}
