/// How a piece of text is set.
struct Style: OptionSet, Sendable, Hashable {
  let rawValue: Int

  static let bold = Style(rawValue: 1)
  static let italic = Style(rawValue: 2)
  static let underlined = Style(rawValue: 4)
  static let struck = Style(rawValue: 8)
  /// Something to type.
  static let code = Style(rawValue: 16)
  /// Of less weight: the address behind a link.
  static let faint = Style(rawValue: 32)
  /// Something is wrong.
  static let alarm = Style(rawValue: 64)

  /// The terminal's codes (ECMA-48, SGR).
  var codes: [String] {
    let table: [(Style, String)] = [
      (.bold, "1"), (.faint, "2"), (.italic, "3"), (.underlined, "4"), (.struck, "9"),
      (.alarm, "31"), (.code, "36"),
    ]
    return table.filter { contains($0.0) }.map(\.1)
  }
}

/// A piece of text in one style.
struct Span: Sendable, Hashable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = []) {
    self.text = text
    self.style = style
  }
}

extension [Span] {
  /// How many columns it takes.
  var displayWidth: Int { reduce(0) { $0 + $1.text.displayWidth } }

  /// Adds text; a run of the same style stays one piece.
  mutating func add(_ text: some StringProtocol, _ style: Style) {
    guard !text.isEmpty else { return }
    if let last, last.style == style {
      self[count - 1].text += text
    } else {
      append(Span(String(text), style))
    }
  }
}
