import RapportKit

extension [Finding] {
  /// The text with the replacements of these findings in it, and how many that were.
  ///
  /// Of two that overlap the first is taken; one whose words no longer stand there is left out.
  package func applied(to text: String) -> (text: String, count: Int) {
    var lines: [String.Index] = [text.startIndex]
    for index in text.utf8.indices where text.utf8[index] == 10 {
      lines.append(text.utf8.index(after: index))
    }
    var out = ""
    var rest = text.startIndex
    var count = 0
    for finding in sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
      guard let replacement = finding.replacement, finding.length > 0,
        lines.indices.contains(finding.line - 1),
        let start = text.index(
          lines[finding.line - 1], offsetBy: finding.column - 1, limitedBy: text.endIndex),
        start >= rest,
        let end = text.index(start, offsetBy: finding.length, limitedBy: text.endIndex),
        text[start..<end] == finding.match
      else { continue }
      out += text[rest..<start]
      rest = end
      if replacement.isEmpty, out.isEmpty || out.last?.isWhitespace == true {
        // A word that is taken out takes its space along.
        if rest < text.endIndex, text[rest] == " " { rest = text.index(after: rest) }
      } else if finding.match.first?.isUppercase == true {
        out += replacement.capitalizedFirst
      } else {
        out += replacement
      }
      count += 1
    }
    return (out + text[rest...], count)
  }
}
