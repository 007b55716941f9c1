extension String {
  /// The text in lines of at most `width` columns, `indent` before each.
  ///
  ///     "We were down for three hours.".wrapped(to: 20, indent: "  ")
  ///     // ["  We were down for", "  three hours."]
  ///
  /// A line that fits stays as it was written, its spaces included. One that does not keeps its own indentation, and
  /// what follows a `-`, a `•` or a number stands below the words, not below the mark.
  package func wrapped(to width: Int, indent: String = "") -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
      line.filled(to: Swift.max(1, width - indent.displayWidth))
    }.map { $0.isEmpty ? "" : indent + $0 }
  }
}

extension Substring {
  /// The line itself when it fits, else in several.
  fileprivate func filled(to width: Int) -> [String] {
    let line = String(reversed().drop { $0 == " " }.reversed())
    guard line.displayWidth > width else { return [line] }
    let mark = line.mark
    let hang = mark.displayWidth <= width / 2 ? mark : ""
    let words = [Span(String(line.dropFirst(hang.count)))].wrapped(to: width - hang.displayWidth)
    return words.hanging(from: hang.isEmpty ? [] : [Span(String(hang))]).map {
      $0.map(\.text).joined()
    }
  }
}

extension String {
  /// The spaces the line begins with, and the mark of a list's item with the spaces behind it.
  fileprivate var mark: Substring {
    let text = drop { $0 == " " }
    var rest = text.drop { $0.isASCII && $0.isNumber }
    if rest.startIndex == text.startIndex {
      guard let first = rest.first, "-•*".contains(first) else { return prefix(count - text.count) }
      rest = rest.dropFirst()
    } else if let first = rest.first, ".)".contains(first) {
      rest = rest.dropFirst()
    } else if !rest.hasPrefix("  ") {
      return prefix(count - text.count)
    }
    let words = rest.drop { $0 == " " }
    let marked = words.startIndex > rest.startIndex
    return prefix(count - (marked ? words : text).count)
  }
}
