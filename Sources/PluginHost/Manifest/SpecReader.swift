import RapportKit

/// Decodes what a command writes, saves and does next, and checks that the ids it names exist.
struct SpecReader {
  let files: PluginFiles
  let questions: [Question]

  private var ids: [String] { questions.map(\.id) }

  func ids(_ node: Node?, of what: String) throws(Problem) -> [String] {
    var result: [String] = []
    for element in try node?.elements(what) ?? [] { result.append(try id(element)) }
    return result
  }

  private func id(_ node: Node) throws(Problem) -> String {
    let text = try node.string("an id")
    return try named(text, among: ids, "There is no question or option", at: node.place)
  }

  private func optionalID(_ node: Node?) throws(Problem) -> String? {
    guard let node else { return nil }
    return try id(node)
  }

  private func condition(_ node: Node?) throws(Problem) -> Condition? {
    guard let node else { return nil }
    let condition = try ConditionReader().read(node)
    try check(condition, at: node.place)
    return condition
  }

  /// Holds a condition against the questions it names and the options they have.
  private func check(_ condition: Condition, at place: Place?, also group: [Question] = [])
    throws(Problem)
  {
    switch condition {
    case .answered(let id): try check(id, at: place, also: group)
    case .not(let condition): try check(condition, at: place, also: group)
    case .all(let conditions), .any(let conditions):
      for condition in conditions { try check(condition, at: place, also: group) }
    case .oneOf(let id, let values):
      try check(id, at: place, also: group)
      guard let question = (group + questions).first(where: { $0.id == id }) else { return }
      let options: [String]
      switch question.type {
      case .choice, .choices: options = question.options.map(\.id)
      case .yesno: options = ["yes", "no"]
      default: return
      }
      for value in values {
        _ = try named(value, among: options, "“\(id)” has no option", at: place)
      }
    }
  }

  private func check(_ id: String, at place: Place?, also group: [Question]) throws(Problem) {
    _ = try named(id, among: group.map(\.id) + ids, "There is no question or option", at: place)
  }

  private func due(_ node: Node?) throws(Problem) -> Due? {
    guard let node else { return nil }
    if node.text != nil { return .answer(try id(node)) }
    let offset = try offset(node)
    if let after = offset.after { try check(after, at: node.place, also: []) }
    return .offset(offset)
  }

  func drafts(_ node: Node?) throws(Problem) -> [DraftSpec] {
    var drafts: [DraftSpec] = []
    for element in try node?.elements("`drafts`") ?? [] {
      var fields = try Fields(element, of: "a draft")
      let idNode = try fields.required("id")
      let id = try idNode.string("a draft's id")
      let channels = files.channels(of: id)
      guard !channels.isEmpty else {
        throw Problem(
          .brokenPlugin, "There is no template for the draft “\(id)”.",
          help: "Add `templates/\(id).email.md`.", at: idNode.place)
      }
      drafts.append(
        DraftSpec(
          id, kind: try fields.optional("kind")?.string("`kind`"),
          when: try condition(fields.optional("when")), channels: channels,
          isShown: try fields.optional("show")?.flag("`show`") ?? true))
      try fields.done()
    }
    return drafts
  }

  func saves(_ node: Node?) throws(Problem) -> [SaveSpec] {
    var saves: [SaveSpec] = []
    for element in try node?.elements("`saves`") ?? [] {
      var fields = try Fields(element, of: "a record to save")
      saves.append(
        SaveSpec(
          kind: try fields.required("kind").string("`kind`"),
          title: try fields.required("title").string("`title`"),
          customer: try optionalID(fields.optional("customer")),
          person: try optionalID(fields.optional("person")),
          happened: try optionalID(fields.optional("happened")),
          due: try due(fields.optional("due")), when: try condition(fields.optional("when"))))
      try fields.done()
    }
    return saves
  }

  func next(_ node: Node?) throws(Problem) -> [NextSpec] {
    var steps: [NextSpec] = []
    for element in try node?.elements("`next`") ?? [] {
      var fields = try Fields(element, of: "a next step")
      var step = NextSpec(try fields.required("do").string("`do`"))
      if let owner = fields.optional("owner") {
        step.owner = owner.text == "me" ? "me" : try id(owner)
      }
      step.due = try due(fields.optional("due"))
      step.part = try fields.optional("part").map { node throws(Problem) in
        try oneOf(node, "a part of a recovery plan")
      }
      if let draft = fields.optional("draft") {
        let name = try draft.string("`draft`")
        guard !files.channels(of: name).isEmpty else {
          throw Problem(
            .brokenPlugin, "There is no template for the draft “\(name)”.",
            help: "Add `templates/\(name).email.md`.", at: draft.place)
        }
        step.draft = name
      }
      step.when = try condition(fields.optional("when"))
      try fields.done()
      steps.append(step)
    }
    return steps
  }

  func examples(_ node: Node?) throws(Problem) -> [Example] {
    var examples: [Example] = []
    for element in try node?.elements("`examples`") ?? [] {
      var fields = try Fields(element, of: "an example")
      var example = Example(run: try fields.required("run").string("`run`"))
      if let now = fields.optional("now") {
        guard let moment = Moment(iso: try now.string("`now`")) else {
          throw Problem(
            .badFile, "`now` should be a date and a time.", help: "Write 2026-11-24T09:00.",
            at: now.place)
        }
        example.now = moment
      }
      example.zone = try fields.optional("zone")?.string("`zone`")
      example.shows = try fields.optional("shows")?.strings("`shows`") ?? []
      try fields.done()
      examples.append(example)
    }
    return examples
  }

  /// Checks what questions say of each other.
  func check(_ command: Command) throws(Problem) {
    for question in command.questions + command.options {
      try check(question, also: [])
      for part in question.group { try check(part, also: question.group) }
    }
  }

  private func check(_ question: Question, also group: [Question]) throws(Problem) {
    if let when = question.when { try check(when, at: question.place, also: group) }
    var named =
      question.reads + [question.validate.after, question.validate.before].compactMap(\.self)
    switch question.standard {
    case .answer(let id), .last(let id): named.append(id)
    case .offset(let offset): if let after = offset.after { named.append(after) }
    case .literal, .setting, nil: break
    }
    for name in named where name != "now" { try check(name, at: question.place, also: group) }
  }
}

/// `text`, which must be one of `known`; `message` says what it is not when it is none.
func named(_ text: String, among known: [String], _ message: String, at place: Place?)
  throws(Problem) -> String
{
  guard known.contains(text) else {
    throw Problem(
      .badFile, "\(message) “\(text)”.",
      help: text.nearest(in: known).map { "Did you mean “\($0)”?" }
        ?? (known.isEmpty ? "There are none." : "There are: \(known.joined(separator: ", "))."),
      at: place)
  }
  return text
}
