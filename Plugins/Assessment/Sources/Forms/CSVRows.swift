import RapportKit

/// Rows with commas between their cells (RFC 4180): quotes where a cell needs them.
enum CSVRows {
  /// Writes `rows`, a line each. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
  static func text(_ rows: [[String]]) -> String {
    rows.map { row in row.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isFormula =
      text.first.map { "=+-@".contains($0) } == true && Double(text) == nil
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r;".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// Reads rows; a semicolon parts cells where the first line has no comma.
  static func rows(_ file: TextFile) throws(Problem) -> [(line: Int, cells: [String])] {
    let first = file.text.prefix { !$0.isNewline }
    let separator: Character = first.contains(",") ? "," : first.contains(";") ? ";" : ","
    var rows: [(Int, [String])] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var (line, start) = (1, 1)
    var text = Substring(file.text)
    func end() {
      cells.append(cell)
      cell = ""
    }
    while let character = text.popFirst() {
      if character.isNewline { line += 1 }
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if text.first == "\"" {
          cell.append("\"")
          text.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"", cell.isEmpty {
        isQuoted = true
      } else if character == separator {
        end()
      } else if character.isNewline {
        end()
        if cells != [""] { rows.append((start, cells)) }
        (cells, start) = ([], line)
      } else if character != "\u{FEFF}" {
        cell.append(character)
      }
    }
    guard !isQuoted else {
      throw Problem(
        .badFile, "A quotation mark is not closed.", help: "The file may have been cut off.",
        at: Place(file: file.path, line: start))
    }
    end()
    if cells != [""] { rows.append((start, cells)) }
    return rows
  }
}
