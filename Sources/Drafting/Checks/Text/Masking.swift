import Formats

/// Hides what is not prose: front matter, code, HTML comments, the addresses of links. Line ends stay.
///
/// cmark-gfm says which lines are code, HTML and quotations; what stands inside a line is found here, since only its
/// bytes matter.
struct Masking {
  private(set) var masked: [UInt8]
  private(set) var switches = Switches()
  /// What each line is part of; empty when nothing but prose stands there.
  private(set) var lines: [Markdown.LineKind] = []
  private let bytes: [UInt8]
  private let format: TextFormat
  /// Whether a comment was seen that never ends: none behind it does either.
  private var isOpen = false
  /// Up to where it is known that no address stands behind `]: `.
  private var plainEnd = 0
  /// How far a code span, a tag or the end of a comment is looked for.
  private static let reach = 20_000

  init(_ bytes: [UInt8], _ format: TextFormat = .markdown) {
    self.bytes = bytes
    self.format = format
    masked = bytes
    var index = format == .markdown ? frontMatter() : 0
    if format == .markdown { structure(after: index) }
    let interesting: [Bool] = Self.interesting
    while index < bytes.count {
      guard interesting[Int(bytes[index])], masked[index] != 1 else {
        index += 1
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "`"): index = format == .markdown ? code(index) : index + 1
      case UInt8(ascii: "<"): index = tag(index)
      case UInt8(ascii: "]"): index = format == .markdown ? target(index) : index + 1
      case UInt8(ascii: ":"): index = address(index)
      default: index += 1
      }
    }
  }

  private static let interesting: [Bool] = (0..<256).map { "`<]:".utf8.contains(UInt8($0)) }

  /// Hides the lines that are code.
  private mutating func structure(after start: Int) {
    guard let kinds = Markdown.lineKinds(of: bytes[start...]) else { return }
    let front = bytes[..<start].count { $0 == 10 }
    lines = Array(repeating: .front, count: front) + kinds
    var line = 0
    var at = 0
    while at < bytes.count, line < lines.count {
      let end = bytes[at...].firstIndex(of: 10) ?? bytes.count
      if lines[line] == .code { hide(at..<end) }
      line += 1
      at = end + 1
    }
  }

  private func begins(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[index + offset] != (text.utf8Start + offset).pointee {
      return false
    }
    return true
  }

  private func find(_ text: StaticString, from index: Int, before end: Int? = nil) -> Int? {
    var at = index
    let end = end ?? bytes.count
    while at + text.utf8CodeUnitCount <= end {
      if begins(text, at: at) { return at }
      at += 1
    }
    return nil
  }

  private mutating func hide(_ range: Range<Int>) {
    for index in range where bytes[index] != 10 { masked[index] = 1 }
  }

  /// YAML between two `---` lines at the very top.
  private mutating func frontMatter() -> Int {
    guard begins("---\n", at: 0), let end = find("\n---", from: 3) else { return 0 }
    let after = end + 4
    guard after >= bytes.count || bytes[after] == 10 || bytes[after] == 13 else { return 0 }
    hide(0..<min(after, bytes.count))
    return after
  }

  private mutating func code(_ start: Int) -> Int {
    var fence = start
    while fence < bytes.count, bytes[fence] == UInt8(ascii: "`") { fence += 1 }
    let size = fence - start
    var index = fence
    let limit = min(bytes.count, fence + Self.reach)
    while index < limit {
      if bytes[index] == UInt8(ascii: "`") {
        var end = index
        while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
        if end - index == size {
          hide(start..<end)
          return end
        }
        index = end
      } else if size < 3, bytes[index] == 10, index + 1 < bytes.count, bytes[index + 1] == 10 {
        return fence  // No code span crosses an empty line.
      } else {
        index += 1
      }
    }
    return fence
  }

  private mutating func tag(_ start: Int) -> Int {
    if begins("<!--", at: start), !isOpen {
      if let end = find("-->", from: start + 4) {
        if end - start < Self.reach {
          switches.read(String(decoding: bytes[(start + 4)..<end], as: UTF8.self), at: start)
        }
        hide(start..<(end + 3))
        return end + 3
      }
      isOpen = true
    }
    guard format == .markdown || bytes[start...].prefix(9).contains(UInt8(ascii: ":")) else {
      return start + 1
    }
    // A tag or an address in angle brackets, on one line.
    var index = start + 1
    guard index < bytes.count, bytes[index] != 32, bytes[index] != UInt8(ascii: "=") else {
      return index
    }
    let limit = min(bytes.count, start + 400)
    while index < limit, bytes[index] != 10 {
      if bytes[index] == UInt8(ascii: ">") {
        // An address for mail stays: it is a way to ask.
        if bytes[start..<index].contains(UInt8(ascii: "@")) { return index + 1 }
        hide(start..<(index + 1))
        return index + 1
      }
      index += 1
    }
    return start + 1
  }

  /// `](target)` and `]: target`.
  private mutating func target(_ start: Int) -> Int {
    guard start + 1 < bytes.count else { return start + 1 }
    if bytes[start + 1] == UInt8(ascii: "(") {
      var index = start + 2
      while index < bytes.count, bytes[index] != UInt8(ascii: ")"), bytes[index] != 10 {
        index += 1
      }
      hide((start + 1)..<min(index + 1, bytes.count))
      return index
    }
    if begins("]: ", at: start), start > 0, start >= plainEnd {
      var index = start + 3
      while index < bytes.count, bytes[index] != 10 { index += 1 }
      if find("://", from: start, before: index) != nil {
        hide((start + 1)..<index)
      } else {
        plainEnd = index
      }
      return start + 2
    }
    return start + 1
  }

  /// `https://…` standing free.
  private mutating func address(_ colon: Int) -> Int {
    guard begins("://", at: colon) else { return colon + 1 }
    var start = colon
    while start > 0, bytes[start - 1] | 32 >= 97, bytes[start - 1] | 32 <= 122 { start -= 1 }
    var end = colon + 3
    while end < bytes.count, bytes[end] > 32, !")>]\"".utf8.contains(bytes[end]) { end += 1 }
    while end > colon, ".,;!?".utf8.contains(bytes[end - 1]) { end -= 1 }
    hide(start..<end)
    return max(end, colon + 1)
  }
}
