import RapportKit

/// Reads a sheet that was edited by hand, in the form in which `agree` writes it: headings, lists, one table.
///
/// All that is wrong is named at once, each with its line; the file stays as it is.
struct EditedSheet {
  private let file: String
  private var sheet = Sheet()
  private var part: SheetPart?
  private var seen: Set<SheetPart> = []
  private var problems: [Problem] = []
  /// Whether the lines stand under a heading that is no part, which has been said.
  private var isUnderUnknown = false

  /// Reads `file`; the first problem carries the rest.
  static func read(_ file: TextFile) throws(Problem) -> Sheet {
    var reader = EditedSheet(file: file.path)
    for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      reader.take(String(line).trimmed, at: index + 1)
    }
    guard let first = reader.problems.first else { return reader.sheet }
    var problem = first
    problem.also = Array(reader.problems.dropFirst())
    throw problem
  }

  private init(file: String) { self.file = file }

  private mutating func take(_ line: String, at number: Int) {
    let place = Place(file: file, line: number, column: 1)
    if line.isEmpty || line.hasPrefix("# ") || line.hasPrefix("<!--") { return }
    if line.hasPrefix("#") { return heading(String(line.drop { $0 == "#" }).trimmed, at: place) }
    if line.hasPrefix("|") { return row(line, at: place) }
    let text = Self.item(line)
    guard let part else {
      guard !isUnderUnknown, !SheetPage.opens(with: text) else { return }
      return problems.append(
        Problem(
          .badFile, "I do not know which part “\(text.prefix(40))” belongs to.",
          help: "Put it under one of the headings.", at: place))
    }
    guard !text.hasPrefix(SheetPage.open) else { return }
    if part == .expects {
      do throws(Problem) {
        sheet.rows.append(try SheetFile.checked(Expected(line: text), at: place))
      } catch { problems.append(error) }
    } else {
      if part == .review, SheetDate.moment(in: text) == nil {
        problems.append(
          Problem(
            .badFile, "I find no date in “\(text.prefix(60))”.",
            help: "Write it with the month as a word and the year: Tuesday 23 February 2027.",
            at: place))
      }
      sheet.lines[part, default: []].append(text)
    }
  }

  private mutating func heading(_ text: String, at place: Place) {
    let found = SheetPart.allCases.first { $0.heading.lowercased() == text.lowercased() }
    isUnderUnknown = found == nil
    guard let found else {
      part = nil
      return problems.append(
        Problem(
          .badFile, "There is no part “\(text)” on a sheet.",
          help: text.nearest(in: SheetPart.allCases.map(\.heading)).map { "Did you mean “\($0)”?" }
            ?? "Move its lines under one of: \(SheetPart.allCases.map(\.heading).joined(separator: "; ")).",
          at: place))
    }
    if !seen.insert(found).inserted {
      problems.append(
        Problem(
          .badFile, "“\(found.heading)” stands twice.", help: "Put the lines under one of them.",
          at: place))
    }
    part = found
  }

  /// A row of the table; the heading and the rule below it are passed over.
  private mutating func row(_ line: String, at place: Place) {
    var cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { String($0).trimmed }
    // How it is counted is the one cell that may be left out: then the last one says where it comes from.
    if cells.count == SheetPage.columns.count - 1, let last = cells.last,
      last == SheetPage.blank || Expected.Source(in: last) != nil
    {
      cells.append("")
    }
    guard cells != SheetPage.columns, !cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } })
    else { return }
    guard part == .expects, cells.count == SheetPage.columns.count else {
      return problems.append(
        Problem(
          .badFile, "This row has \(cells.count) cells; it needs \(SheetPage.columns.count).",
          help: "Keep the columns: \(SheetPage.columns.joined(separator: " | ")).", at: place))
    }
    let given = cells.map { $0.isEmpty || $0 == SheetPage.blank ? nil : $0 }
    do throws(Problem) {
      var row = Expected(what: cells[0].capitalizedFirst, hoped: given[1], acceptable: given[2])
      row.source = try given[3].map { text throws(Problem) in
        try SheetFile.source(text, at: place)
      }
      row.measure = given[4]
      sheet.rows.append(try SheetFile.checked(row, at: place))
    } catch { problems.append(error) }
  }

  /// A line without the mark of its list.
  private static func item(_ line: String) -> String {
    for mark in ["- ", "* ", "+ ", "• "] where line.hasPrefix(mark) {
      return String(line.dropFirst(2)).trimmed
    }
    let digits = line.prefix { $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return !digits.isEmpty && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
      ? String(rest.dropFirst(2)).trimmed : line
  }
}
