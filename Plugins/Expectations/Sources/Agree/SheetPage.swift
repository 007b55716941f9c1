import RapportKit

/// The sheet as its pages and its message show it.
struct SheetPage {
  /// The columns of the expectations.
  static let columns = ["what", "hoped for", "still acceptable", "from", "how we count"]
  /// What stands in a cell that is empty.
  static let blank = "open"
  /// What stands under a heading whose part is still open.
  static let open = "Still open"
  /// With more open parts than this there is a beginning rather than a page to agree to.
  static let begun = 6

  let sheet: Sheet
  let customer: String
  let person: String?
  let agreed: Moment?
  let context: Context
  private let speech: Speech

  init(
    _ sheet: Sheet, customer: String, person: String?, agreed: Moment?, request: Request,
    in context: Context
  ) {
    speech = Speech(request, context)
    self.sheet = sheet
    self.customer = customer
    self.person = person
    self.agreed = agreed
    self.context = context
  }

  /// Whether `line` is one of those that stand above the first part, which are written anew.
  static func opens(with line: String) -> Bool {
    ["Draft,", "Complete", "Agreed on", "Between "].contains { line.hasPrefix($0) }
  }

  /// "Draft, 3 things missing: …", "Complete, not agreed yet", "Agreed on …".
  private func state(missing: [String]) -> String {
    let open =
      missing.isEmpty
      ? ""
      : "\(missing.count) \(missing.count == 1 ? "thing" : "things") missing: \(missing.joined(separator: ", "))"
    if let agreed {
      return "Agreed on \(context.wording.dated.date(agreed))"
        + (open.isEmpty ? "" : ", with \(open)")
    }
    return missing.isEmpty ? "Complete, not agreed yet" : "Draft, \(open)"
  }

  /// The state as a line about `customer`, for us.
  func status(of customer: String) -> String {
    "Sheet for \(customer): \(state(missing: sheet.missing).lowercasedFirst)."
  }

  /// The page in a line a part, without those that are still open.
  var brief: String {
    let lines = SheetPart.allCases.filter(sheet.has).map { part in
      let rows = sheet.rows.map { row in row.what + (Self.known(row).map { ": \($0)" } ?? "") }
      let items = part == .expects ? rows : sheet.lines[part] ?? []
      return "- \(part.heading): \(items.joined(separator: ". "))"
    }
    return (["**What \(customer) and we agree**", ""] + lines).joined(separator: "\n") + "\n"
  }

  /// The names of the templates, which speak to the customer.
  func values() throws(Problem) -> [String: Node] {
    var between = "Between \(customer)"
    if let person { between += " (\(person))" }
    between += " and \(context.settings.me.name ?? "us")"
    var missing: [String] = []
    for part in sheet.missing { missing.append(try speech.said(part).lowercasedFirst) }
    return [
      "title": .text("What \(customer) and we agree"), "state": .text(state(missing: missing)),
      "between": .text(
        "\(between), \(context.wording.dated.date(Moment(context.surroundings.today)))"),
      "who": .text(customer),
      "parts": .list(SheetPart.allCases.map(part)),
      "columns": .list(Self.columns.map { .text($0) }),
      "agreed": .text(agreed.map { context.wording.dated.date($0) }),
      "open": missing.isEmpty ? nil : .text(context.wording.list(missing)),
      "begun": missing.count > Self.begun ? true : nil,
      "review_line": .text(sheet.lines[.review]?.first?.withoutStop),
      "names": .compact([
        "them": .text(person ?? customer), "us": .text(context.settings.me.name ?? "Us"),
      ]),
    ]
  }

  private func part(_ part: SheetPart) -> Node {
    let rows = part == .expects ? sheet.rows : []
    return .compact([
      "heading": .text(part.heading),
      "lines": .list((sheet.lines[part] ?? []).map { .text($0) }),
      "table": rows.isEmpty ? nil : ["rows": .list(rows.map(row))],
      "still_open": sheet.has(part) ? nil : .text("\(Self.open)."),
    ])
  }

  private func row(_ row: Expected) -> Node {
    [
      "what": .text(Self.cell(row.what)), "hoped": .text(Self.cell(row.hoped)),
      "acceptable": .text(Self.cell(row.acceptable)),
      "source": .text(Self.cell(row.source?.label)),
      "measure": .text(Self.cell(row.measure, blank: "")), "line": .text(Self.line(row)),
    ]
  }

  /// "First reply: hoped for 2 h, still acceptable 4 h, from the demo": a row as a letter has it.
  static func line(_ row: Expected) -> String {
    guard row.missing.count < 3 else { return "\(row.what): still open" }
    let said = [
      row.hopedLevel == nil && row.hoped == nil ? "hoped for: open" : nil, known(row),
      row.acceptable == nil ? "still acceptable: open" : nil,
      row.source == nil ? "from: open" : nil,
    ]
    return "\(row.what): \(said.compactMap(\.self).joined(separator: ", "))"
  }

  /// What is known of a row: "hoped for 2 h, still acceptable 4 h, from the demo"; nil when nothing is.
  private static func known(_ row: Expected) -> String? {
    let said = [
      row.hoped.map { "hoped for \($0)" }, row.acceptable.map { "still acceptable \($0)" },
      row.source?.phrase, row.measure,
    ].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  /// A text that can stand in a table's cell.
  private static func cell(_ text: String?, blank: String = blank) -> String {
    (text ?? blank).replacing("|", with: "/")
  }
}
