import RapportKit

/// What both sides may expect of each other: lines by part, and the expectations as rows.
struct Sheet: Equatable {
  /// The lines of every part that has some; `expects` has rows instead.
  var lines: [SheetPart: [String]] = [:]
  /// What they expect.
  var rows: [Expected] = []

  /// Whether `part` has something in it.
  func has(_ part: SheetPart) -> Bool {
    part == .expects ? !rows.isEmpty : lines[part]?.isEmpty == false
  }

  /// The lines of `part` as one text that reads back to them.
  func text(_ part: SheetPart) -> String? {
    lines[part].flatMap { $0.isEmpty ? nil : $0.joined(separator: "; ") }
  }

  /// The sheet with the parts of `other` in place of its own; rows of other names stay.
  func overlaid(with other: Sheet) -> Sheet {
    var sheet = self
    for (part, own) in other.lines where !own.isEmpty { sheet.lines[part] = own }
    sheet.rows =
      rows.map { row in other.rows.first { $0.isNamed(row.what) } ?? row }
      + other.rows.filter { row in !rows.contains { $0.isNamed(row.what) } }
    return sheet
  }

  /// Everything that can be measured: the rows, the deliverables, and how soon we answer.
  var measured: [Expected] {
    let deliverables = (lines[.deliverables] ?? []).map {
      Expected(what: $0, aspect: "deliverable")
    }
    let answers = (lines[.response] ?? []).map { line in
      var row = Expected(line: line)
      row.aspect = "response"
      if row.hoped == nil, let level = Level(in: row.what) {
        // “2 h, at the latest 4 h” is a level and its floor.
        (row.hoped, row.what) = (level.text, "First reply")
      }
      return row
    }
    let fromParts = deliverables + answers
    return rows + fromParts.filter { part in !rows.contains { $0.isNamed(part.what) } }
  }

  /// What is still missing, in the order of the page; nothing when both can sign.
  ///
  /// The parts are those of scope documents, and an answer time with its channel, hours and zone
  /// (`expectations/agree-in-writing#what-belongs-on-the-page`).
  var missing: [String] {
    var missing: [String] = []
    for part in SheetPart.allCases {
      guard has(part) else {
        missing.append(part.missing)
        continue
      }
      switch part {
      case .channels:
        let text = text(part) ?? ""
        if !Hours.areNamed(in: text) { missing.append("the hours in which they reach us") }
        if !Hours.zoneIsNamed(in: text) { missing.append("the time zone of those hours") }
      case .expects:
        for row in rows {
          let lacks = row.missing
          if !lacks.isEmpty {
            missing.append("\(lacks.joined(separator: " and ")) (\(row.what.lowercasedFirst))")
          }
        }
      default: break
      }
    }
    return missing
  }
}

extension Sheet {
  /// The sheet as it stands in a record's body.
  var node: Node {
    let parts = SheetPart.allCases.compactMap { part in
      lines[part].map { Node.Entry(part.rawValue, .list($0.map { .text($0) })) }
    }
    return ["parts": Node(.map(parts)), "rows": .list(rows.map(\.node))]
  }

  /// Reads a sheet out of a record's body.
  init(_ body: Node) {
    for entry in body["parts"]?.entries ?? [] {
      guard let part = SheetPart(rawValue: entry.key) else { continue }
      lines[part] = entry.value.list?.compactMap(\.text)
    }
    rows = (body["rows"]?.list ?? []).map { Expected($0, what: nil) }
  }
}

extension Expected {
  /// The row as it stands in a record's body.
  var node: Node {
    .compact([
      "what": .text(what), "aspect": .text(aspect), "source": .text(source?.rawValue),
      "hoped": .text(hoped), "acceptable": .text(acceptable), "measure": .text(measure),
    ])
  }

  /// Reads a row out of a record's body.
  init(_ body: Node, what: String? = nil) {
    self.init(
      what: what ?? body["what"]?.text ?? "", aspect: body["aspect"]?.text,
      source: body["source"]?.text.flatMap { Source(rawValue: $0) }, hoped: body["hoped"]?.text,
      acceptable: body["acceptable"]?.text, measure: body["measure"]?.text)
  }
}

extension String {
  /// Parts an answer into lines: at semicolons and at the ends of lines.
  var sheetLines: [String] {
    split { $0 == ";" || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
      .map(\.capitalizedFirst)
  }
}
