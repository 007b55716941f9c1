import Glibc

/// What the place where text is shown can do: a terminal, or a pipe or file.
///
///     Screen(isTerminal: false, environment: [:]).width  // 80, and drafts are not wrapped
///
/// A pipe is always 80 columns wide, unless COLUMNS says otherwise, so that its bytes do not depend on a window.
package struct Screen: Sendable, Hashable {
  /// How many columns text is wrapped at.
  package var width: Int
  /// How many lines are seen at once.
  package var height: Int
  /// Whether somebody looks at it as it comes.
  package var isTerminal: Bool
  /// Whether bold type and colours may be used.
  package var colours: Bool
  /// Whether bars and rules may be drawn with characters beyond ASCII.
  package var unicode: Bool

  /// Decides from what is known.
  ///
  /// - Parameters:
  ///   - isTerminal: whether it is a terminal.
  ///   - size: the terminal's own columns and lines, where it knows them.
  ///   - environment: COLUMNS stands before `size`; NO_COLOR and TERM=dumb turn colours off.
  ///   - plain: whether `--plain` was given: neither colours nor drawing.
  package init(
    isTerminal: Bool, size: (columns: Int, lines: Int)? = nil, environment: [String: String],
    plain: Bool = false
  ) {
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let dumb = environment["TERM"] == "dumb" || isTerminal && environment["TERM"] ?? "" == ""
    self.isTerminal = isTerminal
    width = max(20, columns ?? (isTerminal ? size?.columns : nil) ?? 80)
    height = max(2, (isTerminal ? size?.lines : nil) ?? 24)
    colours = isTerminal && !plain && !dumb && environment["NO_COLOR"] ?? "" == ""
    unicode = !plain && !(isTerminal && dumb)
  }

  /// What `descriptor` (1 or 2) is now; ask again after the window has changed.
  package static func of(
    _ descriptor: Int32, environment: [String: String], plain: Bool = false
  ) -> Screen {
    var window = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    return Screen(
      isTerminal: isatty(descriptor) == 1,
      size: known ? (Int(window.ws_col), Int(window.ws_row)) : nil, environment: environment,
      plain: plain)
  }

  /// How wide running text is set: lines of more than 100 columns are hard to read.
  package var measure: Int { min(width, 100) }

  /// The text without control characters, so that what somebody pasted or sent cannot steer the terminal; in a pipe
  /// as it is. Line ends and tabs stay.
  func safe(_ text: String) -> String {
    guard isTerminal, text.unicodeScalars.contains(where: \.isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isControl }))
  }

  /// Text with the marks of its style, where the screen shows them.
  func paint(_ line: [Span]) -> String {
    line.map { span in
      let codes = colours ? span.style.codes : []
      let text = safe(span.text)
      return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
    }.joined()
  }

  /// Lines as one text, each with its end; spaces at the end of a line are left out.
  func paint(_ lines: [[Span]]) -> String {
    lines.map { line in
      var line = line
      while var last = line.last, last.style.isEmpty, last.text.last == " " {
        while last.text.last == " " { last.text.removeLast() }
        line.removeLast()
        if !last.text.isEmpty { line.append(last) }
      }
      return paint(line) + "\n"
    }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether it steers a terminal instead of showing something.
  fileprivate var isControl: Bool {
    properties.generalCategory == .control && self != "\n" && self != "\t"
  }
}
