import Foundation
import RapportKit

/// Decodes one question of a manifest.
struct QuestionReader {
  /// Reads several, which all need ids of their own.
  func readAll(_ nodes: [Node], of what: String, inGroup: Bool = false) throws(Problem)
    -> [Question]
  {
    var questions: [Question] = []
    for node in nodes {
      let question = try read(node, of: what, inGroup: inGroup)
      guard !questions.contains(where: { $0.id == question.id }) else {
        throw Problem(
          .brokenPlugin, "“\(question.id)” stands twice.", help: "Give one another id.",
          at: question.place)
      }
      questions.append(question)
    }
    return questions
  }

  /// Words that conditions, dates and templates use for something else.
  private static let taken: Set = ["all", "any", "not", "answered", "now", "me", "team", "today"]

  private func read(_ node: Node, of what: String, inGroup: Bool) throws(Problem) -> Question {
    var fields = try Fields(node, of: what)
    let idNode = try fields.required("id")
    let id = try idNode.string("an id")
    guard id.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil else {
      throw Problem(
        .badFile, "“\(id)” cannot be an id.", help: "Use lower-case letters, digits and `_`.",
        at: idNode.place)
    }
    guard !Self.taken.contains(id) else {
      throw Problem(
        .badFile, "“\(id)” has a meaning of its own.", help: "Give it another id.",
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
    let standardNode = fields.optional("default")
    question.standard = try standardNode.map(standard)
    question.required = try fields.optional("required")?.flag("`required`") ?? true
    question.when = try fields.optional("when").map(ConditionReader().read)
    question.validate = try validation(fields.optional("validate"))
    question.from = try fields.optional("from").map { node throws(Problem) in
      try oneOf(node, "something a sentence has")
    }
    question.reads = try fields.optional("reads")?.strings("`reads`") ?? []
    question.unknown = try fields.optional("unknown").map(unknown)
    question.gap = try fields.optional("gap")?.string("`gap`")
    question.group = try readAll(
      fields.optional("group")?.elements("`group`") ?? [], of: "a question of a list", inGroup: true
    )
    try fields.done()
    try check(question, typeNode: typeNode, inGroup: inGroup)
    if question.type == .choice, case .literal(let text)? = question.standard,
      let node = standardNode
    {
      _ = try named(
        text, among: question.options.map(\.id), "“\(id)” has no option", at: node.place)
    }
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
      let option = try option(element)
      guard !options.contains(where: { $0.id == option.id }) else {
        throw Problem(
          .badFile, "The option “\(option.id)” stands twice.", help: "Keep one of them.",
          at: element.place)
      }
      options.append(option)
    }
    return options
  }

  private func option(_ node: Node) throws(Problem) -> Question.Option {
    if let id = node.text { return .init(id) }
    var fields = try Fields(node, of: "an option")
    let option = Question.Option(
      try fields.required("id").string("an option's id"),
      label: try fields.optional("label")?.string("`label`"),
      says: try fields.optional("says")?.strings("`says`") ?? [],
      note: try fields.optional("note")?.string("`note`"))
    try fields.done()
    return option
  }

  private func standard(_ node: Node) throws(Problem) -> Question.Default {
    if let text = node.text { return .literal(text) }
    var fields = try Fields(node, of: "`default`")
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
      pattern: try pattern(fields.optional("pattern")),
      after: try fields.optional("after")?.string("`after`"),
      before: try fields.optional("before")?.string("`before`"),
      notPast: try fields.optional("notPast")?.flag("`notPast`") ?? false,
      notAhead: try fields.optional("notAhead")?.flag("`notAhead`") ?? false)
    try fields.done()
    return validation
  }

  private func pattern(_ node: Node?) throws(Problem) -> String? {
    guard let node else { return nil }
    let pattern = try node.string("`pattern`")
    guard (try? NSRegularExpression(pattern: pattern)) != nil else {
      throw Problem(
        .badFile, "“\(pattern)” is no regular expression.",
        help: "Are its brackets closed, and is every `\\` followed by something?", at: node.place)
    }
    return pattern
  }

  private func number(_ node: Node?) throws(Problem) -> Double? {
    guard let node else { return nil }
    guard let number = Double(try node.string("a bound")) else {
      throw Problem(
        .badFile, "A bound should be a number.", help: "Write it as 5 or 2.5.", at: node.place)
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
