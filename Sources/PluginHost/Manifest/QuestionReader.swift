import RapportKit

/// Decodes one question of a manifest.
struct QuestionReader {
  func read(_ node: Node, of what: String, inGroup: Bool = false) throws(Problem) -> Question {
    var fields = try Fields(node, of: what)
    let idNode = try fields.required("id")
    let id = try idNode.string("an id")
    guard id.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil else {
      throw Problem(
        .badFile, "“\(id)” cannot be an id.", help: "Use lower-case letters, digits and `_`.",
        at: idNode.place)
    }
    let typeNode = try fields.required("type")
    let type: QuestionType = try oneOf(typeNode, "a type of question")
    var question = Question(
      id, ask: try fields.required("ask").string("`ask`"), type: type, place: idNode.place)
    question.hint = try fields.optional("hint")?.string("`hint`")
    question.why = try fields.optional("why").map { node throws(Problem) in
      Citation(try node.string("`why`"))
    }
    question.options = try options(fields.optional("options"))
    question.standard = try fields.optional("default").map(standard)
    question.required = try fields.optional("required")?.flag("`required`") ?? true
    question.when = try fields.optional("when").map(ConditionReader().read)
    question.validate = try validation(fields.optional("validate"))
    question.from = try fields.optional("from").map { node throws(Problem) in
      try oneOf(node, "something a sentence has")
    }
    question.reads = try fields.optional("reads")?.strings("`reads`") ?? []
    question.unknown = try fields.optional("unknown").map(unknown)
    question.gap = try fields.optional("gap")?.string("`gap`")
    for element in try fields.optional("group")?.elements("`group`") ?? [] {
      question.group.append(try read(element, of: "a question of a list", inGroup: true))
    }
    try fields.done()
    try check(question, typeNode: typeNode, inGroup: inGroup)
    return question
  }

  private func check(_ question: Question, typeNode: Node, inGroup: Bool) throws(Problem) {
    switch question.type {
    case .choice, .choices, .scale:
      guard !question.options.isEmpty else {
        throw Problem(
          .badFile, "“\(question.id)” has nothing to choose from.",
          help: "Give it `options`.", at: typeNode.place)
      }
    case .list:
      guard !inGroup else {
        throw Problem(
          .badFile, "A list cannot stand in a list.", help: "Ask for its rows one by one.",
          at: typeNode.place)
      }
      guard !question.group.isEmpty else {
        throw Problem(
          .badFile, "“\(question.id)” has no questions for its rows.",
          help: "Give it a `group`.", at: typeNode.place)
      }
    default: break
    }
  }

  private func options(_ node: Node?) throws(Problem) -> [Question.Option] {
    var options: [Question.Option] = []
    for element in try node?.elements("`options`") ?? [] {
      if let id = element.text {
        options.append(.init(id))
        continue
      }
      var fields = try Fields(element, of: "an option")
      options.append(
        .init(
          try fields.required("id").string("an option's id"),
          label: try fields.optional("label")?.string("`label`"),
          says: try fields.optional("says")?.strings("`says`") ?? [],
          note: try fields.optional("note")?.string("`note`")))
      try fields.done()
    }
    return options
  }

  private func standard(_ node: Node) throws(Problem) -> Question.Default {
    if let text = node.text { return .literal(text) }
    var fields = try Fields(node, of: "`default`")
    defer { _ = fields }
    if let id = fields.optional("answer") {
      try fields.done()
      return .answer(try id.string("an id"))
    }
    if let name = fields.optional("setting") {
      try fields.done()
      return .setting(try name.string("a setting"))
    }
    if let id = fields.optional("last") {
      try fields.done()
      return .last(try id.string("an id"))
    }
    return .offset(try offset(node))
  }

  private func validation(_ node: Node?) throws(Problem) -> Question.Validation {
    guard let node else { return .init() }
    var fields = try Fields(node, of: "`validate`")
    let validation = Question.Validation(
      min: try number(fields.optional("min")), max: try number(fields.optional("max")),
      pattern: try fields.optional("pattern")?.string("`pattern`"),
      after: try fields.optional("after")?.string("`after`"),
      before: try fields.optional("before")?.string("`before`"),
      notPast: try fields.optional("notPast")?.flag("`notPast`") ?? false)
    try fields.done()
    return validation
  }

  private func number(_ node: Node?) throws(Problem) -> Double? {
    guard let node else { return nil }
    guard let number = Double(try node.string("a bound")) else {
      throw Problem(.badFile, "A bound should be a number.", at: node.place)
    }
    return number
  }

  private func unknown(_ node: Node) throws(Problem) -> Question.Unknown {
    var fields = try Fields(node, of: "`unknown`")
    let say = try fields.required("say").string("`say`")
    var news: LocalTime?
    if let node = fields.optional("news") {
      guard let time = LocalTime(iso: try node.string("`news`")) else {
        throw Problem(
          .badFile, "`news` should be a time of day.", help: "Write it as 17:00.", at: node.place)
      }
      news = time
    }
    try fields.done()
    return .init(say: say, news: news)
  }
}

/// Decodes `{days|workdays: n, after: id|now}`.
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
  return Offset(
    days: try count.integer("the number of days"), workdays: workdays != nil,
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
    for element in try node.elements("a list of conditions") { conditions.append(try read(element)) }
    return conditions
  }
}
