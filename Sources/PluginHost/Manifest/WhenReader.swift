import RapportKit

/// Decodes `{days|workdays: n, after: id|now}`, at most 10,000 days either way.
func offset(_ node: Node) throws(Problem) -> Offset {
  var fields = try Fields(node, of: "a date")
  let days = fields.optional("days")
  let workdays = fields.optional("workdays")
  let after = try fields.optional("after")?.string("`after`")
  try fields.done()
  guard let count = days ?? workdays, days == nil || workdays == nil else {
    throw Problem(
      .badFile, "A date counts `days` or `workdays`.", help: "Write `{workdays: 3, after: now}`.",
      at: node.place)
  }
  let number = try count.integer("the number of days")
  guard abs(number) <= 10_000 else {
    throw Problem(
      .badFile, "\(number) days are too many.", help: "At most 10000, some 27 years.",
      at: count.place)
  }
  return Offset(
    days: number, workdays: workdays != nil,
    after: after == "now" ? nil : after)
}

/// Decodes when something is asked, written or saved.
struct ConditionReader {
  func read(_ node: Node) throws(Problem) -> Condition {
    guard let entries = node.entries, !entries.isEmpty else {
      throw Problem(
        .badFile, "`when` should name an answer and its values.",
        help: "Write `{severity: [major, critical]}`.", at: node.place)
    }
    var conditions: [Condition] = []
    for entry in entries {
      switch entry.key {
      case "all": conditions.append(.all(try list(entry.value)))
      case "any": conditions.append(.any(try list(entry.value)))
      case "not": conditions.append(.not(try read(entry.value)))
      case "answered": conditions.append(.answered(try entry.value.string("`answered`")))
      default:
        conditions.append(
          .oneOf(id: entry.key, values: try entry.value.strings("the values of `when`")))
      }
    }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private func list(_ node: Node) throws(Problem) -> [Condition] {
    var conditions: [Condition] = []
    for element in try node.elements("a list of conditions") {
      conditions.append(try read(element))
    }
    return conditions
  }
}
