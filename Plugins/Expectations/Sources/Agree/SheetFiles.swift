import RapportKit

/// Reads a sheet from a file: the team's usual one, or one that was edited by hand.
enum SheetFile {
  /// Reads YAML: part names with a text or a list of texts, `expects` with rows.
  static func yaml(_ node: Node) throws(Problem) -> Sheet {
    var sheet = Sheet()
    guard !node.isNull else { return sheet }
    var fields = try Fields(node, of: "a sheet")
    for part in SheetPart.allCases {
      guard let value = fields.optional(part.rawValue) else { continue }
      if part == .expects {
        for row in try value.elements("`expects`") { sheet.rows.append(try yaml(row: row)) }
      } else {
        sheet.lines[part] = try value.strings("`\(part.rawValue)`").flatMap(\.sheetLines)
      }
    }
    try fields.done()
    return sheet
  }

  private static func yaml(row node: Node) throws(Problem) -> Expected {
    if let line = node.text { return try checked(Expected(line: line), at: node.place) }
    var fields = try Fields(node, of: "a row of `expects`")
    var row = Expected(what: try fields.required("what").string("`what`").capitalizedFirst)
    row.hoped = try fields.optional("hoped")?.string("`hoped`")
    row.acceptable = try fields.optional("acceptable")?.string("`acceptable`")
    row.measure = try fields.optional("measure")?.string("`measure`")
    if let source = fields.optional("source") {
      row.source = try self.source(try source.string("`source`"), at: source.place)
    }
    try fields.done()
    return try checked(row, at: node.place)
  }

  static func source(_ text: String, at place: Place?) throws(Problem) -> Expected.Source {
    guard let source = Expected.Source(in: text) else {
      let labels = Expected.Source.allCases.map(\.label)
      throw Problem(
        .badFile, "“\(text)” is not where an expectation comes from.",
        help: text.nearest(in: labels).map { "Did you mean “\($0)”?" }
          ?? "Write one of: \(labels.joined(separator: ", ")).", at: place)
    }
    return source
  }

  static func checked(_ row: Expected, at place: Place?) throws(Problem) -> Expected {
    if let fault = row.fault {
      throw Problem(
        .badFile, "\(row.what): \(fault.message)", help: fault.help, at: place)
    }
    return row
  }
}
