import RapportKit

/// Reads a person's answers out of a file or a record, strictly: nothing is scored by guess.
struct ResponseReader {
  let questionnaires: Questionnaires
  /// The day answers count from when the file does not say.
  let today: LocalDate

  /// Reads the answers in `node`, a file as it came back.
  func read(_ node: Node) throws(Problem) -> Response {
    var fields = try Fields(node, of: "an answers file")
    let questionnaire = try questionnaire(&fields)
    var response = Response(
      questionnaire: questionnaire.id, version: questionnaire.version,
      customer: try fields.required("customer").string("the customer"), date: today)
    response.role = try choice(fields.required("role"), "role")
    response.rater = try fields.optional("rater")?.string("the rater")
    if let node = fields.optional("date") {
      guard let date = LocalDate(iso: try node.string("the date")) else {
        throw Problem(
          .badFile, "The date should be written 2026-11-24.", help: "Correct it.", at: node.place)
      }
      response.date = date
    }
    response.form =
      try fields.optional("form").map { node throws(Problem) in try choice(node, "form") }
      ?? (response.role == .customer ? .customer : .short)
    response.consent = try fields.optional("consent")?.flag("`consent`") ?? false
    response.wish = try fields.optional("wish")?.string("the wish")
    let answers = try fields.required("answers")
    response.marks = try marks(answers, of: questionnaire, for: response.role)
    response.signs = try signs(fields.optional("signs"))
    for entry in try pairs(fields.optional("evidence"), "evidence") {
      response.evidence[entry.key] = try entry.value.string("the fact")
    }
    try fields.done()
    guard response.marks.values.contains(where: { $0 != .notApplicable && $0 != .unknown }) else {
      throw Problem(
        .badFile, "Nothing is answered here.", help: "Fill in some of the answers.",
        at: answers.place)
    }
    return response
  }

  /// The answers kept in `record`; nil when its questionnaire or version is not known here.
  func read(_ record: Record, customer: String?) -> Response? {
    let body = record.body
    guard let id = body["questionnaire"]?.text, let version = body["version"]?.int,
      let role = body["role"]?.text.flatMap(Role.init), let day = record.happened?.date
    else { return nil }
    var response = Response(
      questionnaire: id, version: version, customer: customer, role: role, date: day)
    response.rater = body["rater"]?.text
    response.form = body["form"]?.text.flatMap(FormKind.init) ?? .short
    response.consent = body["consent"]?.bool ?? false
    response.wish = body["wish"]?.text
    let questionnaire = questionnaires.known.first { $0.id == id }
    for entry in body["answers"]?.entries ?? [] {
      response.marks[entry.key] =
        questionnaire?.item(entry.key).flatMap { try? mark(entry.value, of: $0, for: role) }
        ?? Self.kept(entry.value)
    }
    for entry in body["signs"]?.entries ?? [] { response.signs[entry.key] = Self.kept(entry.value) }
    for entry in body["evidence"]?.entries ?? [] {
      response.evidence[entry.key] = entry.value.text
    }
    for entry in body["noted"]?.entries ?? [] {
      response.noted[entry.key] = entry.value.text.flatMap { LocalDate(iso: $0) }
    }
    return response
  }

  /// A mark whose item is not known any more.
  private static func kept(_ node: Node) -> Mark {
    switch node.text {
    case "na": .notApplicable
    case "unknown", nil: .unknown
    case let text?: node.int.map(Mark.point) ?? .option(text)
    }
  }

  private func questionnaire(_ fields: inout Fields) throws(Problem) -> Questionnaire {
    let node = try fields.required("questionnaire")
    let questionnaire = try questionnaires.named(
      node.string("the questionnaire"), at: node.place)
    let versionNode = try fields.required("version")
    let version = try versionNode.integer("the version")
    guard version == questionnaire.version else {
      throw Problem(
        .badFile,
        "These are answers to version \(version) of “\(questionnaire.id)”; here it is \(questionnaire.version).",
        help: version > questionnaire.version
          ? "Update Rapport or the questionnaire, then import them."
          : "Send the form of version \(questionnaire.version); answers to another are not scored.",
        at: versionNode.place)
    }
    return questionnaire
  }

  private func pairs(_ node: Node?, _ what: String) throws(Problem) -> [Node.Entry] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      throw Problem(
        .badFile, "The \(what) should be lines of `id: answer`.", help: "Write one a line.",
        at: node.place)
    }
    return entries
  }

  private func marks(_ node: Node, of questionnaire: Questionnaire, for role: Role) throws(Problem)
    -> [String: Mark]
  {
    var marks: [String: Mark] = [:]
    for entry in try pairs(node, "answers") {
      guard let item = questionnaire.item(entry.key) else {
        throw Problem(
          .badFile, "“\(questionnaire.id)” has no item “\(entry.key)”.",
          help: entry.key.nearest(in: questionnaire.items.map(\.id)).map { "Did you mean “\($0)”?" }
            ?? "See `assess --trace --questionnaire \(questionnaire.id)`.",
          at: entry.place ?? node.place)
      }
      guard marks[item.id] == nil else {
        throw Problem(
          .badFile, "“\(item.id)” is answered twice.", help: "Keep one of them.", at: entry.place)
      }
      if entry.value.isNull || entry.value.text?.isEmpty == true { continue }
      marks[item.id] = try mark(entry.value, of: item, for: role)
    }
    return marks
  }

  /// The mark that `node` means for `item`: a number, an id, or a label as `role` reads it. “We” is another side in
  /// the customer's form.
  func mark(_ node: Node, of item: Item, for role: Role = .me) throws(Problem) -> Mark {
    let text: String
    if let plain = node.text {
      text = plain
    } else {
      text = try node.string("the answer to “\(item.id)”")
    }
    // Most answers are a number that fits.
    if let labels = item.labels, let point = Int(text), (1...labels.count).contains(point) {
      return .point(point)
    }
    let key = Self.plain(text)
    if ["na", "n/a", "does not apply"].contains(key) { return .notApplicable }
    if ["unknown", "?", "don't know", "do not know"].contains(key) { return .unknown }
    func off(_ what: String, _ help: String) -> Problem {
      Problem(
        .badFile, "“\(item.id)” \(what), and this says “\(text)”.", help: help, at: node.place)
    }
    let other = ", or `na` or `unknown`."
    switch item.kind {
    case .scale(let labels):
      if let point = Int(key) {
        guard (1...labels.count).contains(point) else {
          throw off(
            "goes from 1 (\(labels[0])) to \(labels.count) (\(labels[labels.count - 1]))",
            "Write one of these numbers" + other)
        }
        return .point(point)
      }
      guard let index = labels.firstIndex(where: { Self.plain($0) == key }) else {
        throw off(
          "is answered by a number or a label", "Write \(labels.joined(separator: ", "))" + other)
      }
      return .point(index + 1)
    case .yesno:
      guard ["yes", "no", "true", "false"].contains(key) else {
        throw off("is answered by yes or no", "Write `yes` or `no`" + other)
      }
      return .option(["yes", "true"].contains(key) ? "yes" : "no")
    case .choice:
      let options = item.options(for: role)
      let found = options.first { [$0.id, $0.label].map(Self.plain).contains(key) }
      // The forms number the answers.
      let index = Int(key).map { $0 - 1 }
      if let found { return .option(found.id) }
      if let index, options.indices.contains(index) { return .option(options[index].id) }
      throw off(
        "has other answers",
        "Write a number from 1 to \(options.count), a label, `na` or `unknown`.")
    }
  }

  private func signs(_ node: Node?) throws(Problem) -> [String: Mark] {
    var signs: [String: Mark] = [:]
    for entry in try pairs(node, "signs") {
      signs[entry.key] = .option(try entry.value.flag("the sign") ? "yes" : "no")
    }
    return signs
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, _ what: String
  ) throws(Problem) -> Choice {
    let all = Choice.allCases.map(\.rawValue)
    guard let choice = Choice(rawValue: try name(node, among: all, what)) else {
      throw Problem(.badFile, "This is no \(what).", at: node.place)
    }
    return choice
  }

  private static func plain(_ text: String) -> String {
    var key = Substring(text.lowercased())
    while key.first?.isWhitespace == true { key.removeFirst() }
    while key.last?.isWhitespace == true || key.last == "." { key.removeLast() }
    return key.contains("’") ? String(key).replacing("’", with: "'") : String(key)
  }
}
