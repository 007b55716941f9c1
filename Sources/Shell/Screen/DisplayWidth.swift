extension Character {
  /// How many columns it takes on a terminal: 0, 1 or 2.
  ///
  /// Wide are the scripts of Unicode's East Asian Width W and F, and whatever is shown as an emoji; what only
  /// combines takes none (Unicode Standard Annex #11, and M. Kuhn's `wcwidth`).
  package var displayWidth: Int {
    if isASCII { return self < " " || self == "\u{7F}" ? 0 : 1 }
    let scalars = unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") { return 2 }
    if Self.wide.contains(where: { $0.contains(first.value) }) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return first == "\u{AD}" ? 1 : 0
    default: return 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// How many columns it takes on a terminal.
  ///
  ///     "naïve".displayWidth  // 5
  ///     "日本".displayWidth    // 4
  ///     "👩‍💻".displayWidth    // 2
  package var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text with spaces up to `width` columns; a longer one as it is.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }

  /// The text, or as much of it as fits into `width` columns with an ellipsis.
  package func truncated(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var out = ""
    var used = 0
    for character in self {
      used += character.displayWidth
      if used > width - 1 { break }
      out.append(character)
    }
    return width > 0 ? out + "…" : ""
  }
}
