import RapportKit

/// The sheet as its pages and its message show it.
struct SheetPage {
  /// The columns of the expectations.
  static let columns = ["what", "hoped for", "still acceptable", "from", "how we count"]
  /// What stands in a cell that is empty.
  static let blank = "open"
  /// What begins a part that is still open.
  static let open = "Still open"

  let sheet: Sheet
  let customer: String
  let person: String?
  let agreed: Moment?
  let context: Context

  init(_ sheet: Sheet, customer: String, person: String?, agreed: Moment?, context: Context) {
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
  var state: String {
    let missing = sheet.missing
    let open =
      missing.isEmpty
      ? ""
      : "\(missing.count) \(missing.count == 1 ? "thing" : "things") missing: \(missing.joined(separator: ", "))"
    if let agreed {
      return "Agreed on \(Agree.fullDate(agreed, context))" + (open.isEmpty ? "" : ", with \(open)")
    }
    return missing.isEmpty ? "Complete, not agreed yet" : "Draft, \(open)"
  }

  /// The state as a line about `customer`.
  func status(of customer: String) -> String { "Sheet for \(customer): \(state.lowercasedFirst)." }

  /// The names of the templates.
  var values: [String: Node] {
    var between = "Between \(customer)"
    if let person { between += " (\(person))" }
    between += " and \(context.settings.me.name ?? "us")"
    let missing = sheet.missing
    return [
      "title": .text("What \(customer) and we agree"), "state": .text(state),
      "between": .text(
        "\(between), \(Agree.fullDate(Moment(context.surroundings.today), context))"),
      "who": .text(customer),
      "parts": .list(SheetPart.allCases.map(part)),
      "columns": .list(Self.columns.map { .text($0) }),
      "agreed": .text(agreed.map { Agree.fullDate($0, context) }),
      "open": missing.isEmpty ? nil : .text(context.wording.list(missing)),
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
      "still_open": sheet.has(part) ? nil : .text("\(Self.open): \(part.missing)."),
    ])
  }

  private func row(_ row: Expected) -> Node {
    [
      "what": .text(Self.cell(row.what)), "hoped": .text(Self.cell(row.hoped)),
      "acceptable": .text(Self.cell(row.acceptable)),
      "source": .text(Self.cell(row.source?.label)),
      "measure": .text(Self.cell(row.measure, blank: "")),
    ]
  }

  /// A text that can stand in a table's cell.
  private static func cell(_ text: String?, blank: String = blank) -> String {
    (text ?? blank).replacing("|", with: "/")
  }
}
