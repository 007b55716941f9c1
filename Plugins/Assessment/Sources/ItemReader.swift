import RapportKit

/// Decodes the items of a questionnaire.
struct ItemReader {
  let scales: [String: [String]]
  let categories: [String]
  /// The questionnaire's version, which an item has unless it says its own.
  let version: Int

  /// Reads all of them; an id that stands twice is a problem.
  func readAll(_ node: Node) throws(Problem) -> [Item] {
    var items: [Item] = []
    for element in try node.elements("`items`") {
      var fields = try Fields(element, of: "an item")
      let id = try unique(fields.required("id"), among: items.map(\.id), "items")
      items.append(try read(id, &fields))
      try fields.done()
    }
    guard !items.isEmpty else {
      throw Problem(.badFile, "There are no items.", help: "Add one.", at: node.place)
    }
    return items
  }

  private func read(_ id: String, _ fields: inout Fields) throws(Problem) -> Item {
    let answersNode = try fields.required("answers")
    let kind = try kind(answersNode)
    let known = Self.answers(of: kind)
    return Item(
      id: id, ask: try fields.required("ask").string("the question"),
      they: try fields.optional("they")?.string("`they`"),
      category: try name(fields.required("category"), among: categories, "category"), kind: kind,
      good: try answers(fields.optional("good"), of: id, among: known),
      held: try answers(fields.optional("held"), of: id, among: known),
      theirs: try theirs(fields.optional("theirs"), among: known),
      covers: try fields.optional("covers")?.strings("`covers`") ?? [],
      guidance: Citation(try fields.required("guidance").string("`guidance`")),
      version: try fields.optional("version")?.integer("the item's version") ?? version,
      about: try oneOf(fields.optional("about"), "`about`") ?? .customer,
      short: try fields.optional("short")?.flag("`short`") ?? false,
      seat: try oneOf(fields.optional("seat"), "`seat`"),
      records: try oneOf(fields.optional("records"), "`records`"),
      same: try fields.optional("same")?.string("`same`"),
      step: try fields.optional("step")?.string("the step"))
  }

  private func kind(_ node: Node) throws(Problem) -> Item.Kind {
    if let entries = node.entries {
      var options: [Question.Option] = []
      for entry in entries {
        options.append(.init(entry.key, label: try entry.value.string("a label")))
      }
      guard options.count > 1 else {
        throw Problem(
          .badFile, "A choice needs two answers or more.", help: "Write `{id: label, id: label}`.",
          at: node.place)
      }
      return .choice(options)
    }
    let word = try node.string("`answers`")
    if word == "yesno" { return .yesno }
    guard let labels = scales[word] else {
      throw Problem(
        .badFile, "There is no scale “\(word)”.",
        help: word.nearest(in: scales.keys.sorted() + ["yesno"]).map { "Did you mean “\($0)”?" }
          ?? "Add it to `scales` with a label for every point.",
        at: node.place)
    }
    return .scale(labels)
  }

  private static func answers(of kind: Item.Kind) -> [String] {
    switch kind {
    case .scale: []
    case .yesno: ["yes", "no"]
    case .choice(let options): options.map(\.id)
    }
  }

  private func answers(_ node: Node?, of id: String, among known: [String]) throws(Problem)
    -> [String]
  {
    var answers: [String] = []
    for element in node.map({ $0.list ?? [$0] }) ?? [] {
      guard !known.isEmpty else {
        throw Problem(
          .badFile, "“\(id)” is a scale, whose first label is the worst and last the best.",
          help: "Take the line out.", at: element.place)
      }
      answers.append(try name(element, among: known, "answer"))
    }
    return answers
  }

  private func theirs(_ node: Node?, among known: [String]) throws(Problem) -> [String: String] {
    var labels: [String: String] = [:]
    for entry in node?.entries ?? [] {
      let id = try name(Node(.text(entry.key), at: entry.place), among: known, "answer")
      labels[id] = try entry.value.string("a label")
    }
    return labels
  }

  private func oneOf<Choice: RawRepresentable<String> & CaseIterable>(_ node: Node?, _ what: String)
    throws(Problem) -> Choice?
  {
    guard let node else { return nil }
    let text = try node.string(what)
    guard let choice = Choice(rawValue: text) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(
        .badFile, "“\(text)” does not fit \(what).", help: "It is one of: \(all).", at: node.place)
    }
    return choice
  }
}
