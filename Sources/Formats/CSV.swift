/// Comma-separated values (RFC 4180), written so that any program reads them back.
///
///     CSV.text([["no", "what"], ["4", "labels, boxes"]])  // no,what⏎4,"labels, boxes"⏎
package enum CSV {
  /// The rows, one a line; a cell with a comma, a quote or a line end stands in quotes.
  package static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
