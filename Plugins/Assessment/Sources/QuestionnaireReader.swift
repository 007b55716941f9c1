import RapportKit

/// Decodes a questionnaire strictly: what is off is a `Problem` with its line and column.
struct QuestionnaireReader {
  /// How many questions a customer's form may have, the open one at its end not counted.
  static let customerLimit = 7
  /// How many questions the short form may have.
  static let shortLimit = 12

  let file: String

  /// Reads the questionnaire in `node`.
  func read(_ node: Node) throws(Problem) -> Questionnaire {
    var fields = try Fields(node, of: "a questionnaire")
    let id = try fields.required("questionnaire").string("the questionnaire's name")
    let scales = try scales(fields.optional("scales"))
    let dimensions = try dimensions(fields.optional("dimensions"))
    let categories = try categories(fields.required("categories"), dimensions: dimensions)
    let ids = categories.map(\.id)
    let version = try count(fields.required("version"), "the version")
    var questionnaire = Questionnaire(
      id: id, version: version,
      title: try fields.required("title").string("the title"),
      summary: try fields.required("summary").string("the summary"),
      source: try fields.optional("source")?.string("the source") ?? "",
      guidance: try guidance(&fields),
      think: try fields.optional("think")?.string("`think`") ?? "Think of {{customer}}.",
      they: try fields.optional("they")?.string("`they`"),
      rule: .apart, dimensions: dimensions, categories: categories, own: nil, items: [], file: file)
    let ruleNode = try fields.required("rule")
    questionnaire.rule = try rule(ruleNode, dimensions: dimensions.map(\.id), categories: ids)
    questionnaire.own = try own(fields.optional("own"), categories: ids)
    let itemNodes = try fields.required("items")
    let items = ItemReader(scales: scales, categories: ids, version: version)
    questionnaire.items = try items.readAll(itemNodes)
    if !questionnaire.items.contains(where: \.short) { try shorten(&questionnaire, itemNodes) }
    try fields.done()
    try hold(questionnaire, rule: ruleNode, items: itemNodes)
    return questionnaire
  }

  private func guidance(_ fields: inout Fields) throws(Problem) -> Citation {
    Citation(try fields.required("guidance").string("`guidance`"))
  }

  private func count(_ node: Node, _ what: String) throws(Problem) -> Int {
    let number = try node.integer(what)
    guard number >= 1 else {
      throw Problem(
        .badFile, "\(what.capitalizedFirst) is counted from 1.", help: "Write 1 or more.",
        at: node.place)
    }
    return number
  }

  private func scales(_ node: Node?) throws(Problem) -> [String: [String]] {
    guard let node else { return [:] }
    guard let entries = node.entries else {
      throw Problem(
        .badFile, "`scales` should name each scale with its labels.",
        help: "Write `often: [never, rarely, about half the time, usually, always]`.",
        at: node.place)
    }
    var scales: [String: [String]] = [:]
    for entry in entries {
      let labels = try entry.value.list.map { list throws(Problem) in
        var labels: [String] = []
        for label in list { labels.append(try label.string("a label")) }
        return labels
      }
      guard let labels, (2...11).contains(labels.count) else {
        throw Problem(
          .badFile, "The scale “\(entry.key)” has no labels.",
          help: "Give every point a word, worst first: [never, rarely, usually, always].",
          at: entry.value.place ?? entry.place)
      }
      guard Set(labels).count == labels.count else {
        throw Problem(
          .badFile, "Two points of the scale “\(entry.key)” have the same label.",
          help: "Give each point its own word.", at: entry.value.place)
      }
      scales[entry.key] = labels
    }
    return scales
  }

  private func dimensions(_ node: Node?) throws(Problem) -> [Questionnaire.Dimension] {
    var dimensions: [Questionnaire.Dimension] = []
    for element in try node?.elements("`dimensions`") ?? [] {
      var fields = try Fields(element, of: "a dimension")
      let idNode = try fields.required("id")
      let id = try unique(idNode, among: dimensions.map(\.id), "dimensions")
      dimensions.append(
        .init(
          id: id, title: try fields.required("title").string("the title"),
          guidance: try guidance(&fields)))
      try fields.done()
    }
    return dimensions
  }

  private func categories(_ node: Node, dimensions: [Questionnaire.Dimension]) throws(Problem)
    -> [Questionnaire.Category]
  {
    var categories: [Questionnaire.Category] = []
    for element in try node.elements("`categories`") {
      var fields = try Fields(element, of: "a category")
      let id = try unique(fields.required("id"), among: categories.map(\.id), "categories")
      let title = try fields.required("title").string("the title")
      let dimension = try fields.optional("in").map { node throws(Problem) in
        try name(node, among: dimensions.map(\.id), "dimension")
      }
      categories.append(
        .init(
          id: id, title: title, dimension: dimension, guidance: try guidance(&fields),
          step: try fields.required("step").string("the step")))
      try fields.done()
    }
    return categories
  }

  private func own(_ node: Node?, categories: [String]) throws(Problem) -> Questionnaire.Own? {
    guard let node else { return nil }
    var fields = try Fields(node, of: "`own`")
    let own = Questionnaire.Own(
      category: try name(fields.required("category"), among: categories, "category"),
      ask: try fields.required("ask").string("the question"), guidance: try guidance(&fields),
      covers: try fields.optional("covers")?.strings("`covers`") ?? [])
    try fields.done()
    return own
  }

  private func rule(_ node: Node, dimensions: [String], categories: [String]) throws(Problem)
    -> Rule
  {
    let known = ["lower", "any", "majority", "ratio", "apart"]
    func unknown(_ word: String, at place: Place?) -> Problem {
      Problem(
        .badFile, "There is no rule “\(word)”.",
        help: word.nearest(in: known).map { "Did you mean “\($0)”?" }
          ?? "The rules are: \(known.joined(separator: ", ")).", at: place)
    }
    if let word = node.text {
      guard word == "apart" else { throw unknown(word, at: node.place) }
      return .apart
    }
    guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
      throw Problem(
        .badFile, "The rule should be one of \(known.joined(separator: ", ")).",
        help: "Write `rule: {lower: [respect, trust]}`, or `rule: apart`.", at: node.place)
    }
    switch entry.key {
    case "lower":
      return .lower(try names(entry.value, among: dimensions, "dimension"))
    case "any": return .any(try name(entry.value, among: categories, "category"))
    case "majority": return .majority(try name(entry.value, among: categories, "category"))
    case "ratio":
      var fields = try Fields(entry.value, of: "`ratio`")
      let over = try names(fields.required("over"), among: categories, "category")
      let under = try name(fields.required("under"), among: categories, "category")
      try fields.done()
      return .ratio(over: over, under: under)
    default: throw unknown(entry.key, at: entry.place)
    }
  }

  private func names(_ node: Node, among known: [String], _ what: String) throws(Problem)
    -> [String]
  {
    var names: [String] = []
    for element in try node.elements("the \(what) names") {
      names.append(try name(element, among: known, what))
    }
    guard !names.isEmpty else {
      throw Problem(.badFile, "No \(what) is named here.", help: "Name one.", at: node.place)
    }
    return names
  }

  /// Where no item says that it is in the short form, all of a few are.
  private func shorten(_ questionnaire: inout Questionnaire, _ items: Node) throws(Problem) {
    guard questionnaire.items.count <= Self.shortLimit else {
      throw Problem(
        .badFile, "None of the \(questionnaire.items.count) items is in the short form.",
        help: "Give `short: true` to those asked first, \(Self.shortLimit) at most.",
        at: items.place)
    }
    for index in questionnaire.items.indices { questionnaire.items[index].short = true }
  }

  /// What only shows when all is read: the limits of the forms, and that the rule has something to read.
  private func hold(_ questionnaire: Questionnaire, rule: Node, items: Node) throws(Problem) {
    for (form, limit) in [(FormKind.short, Self.shortLimit), (.customer, Self.customerLimit)] {
      let asked = questionnaire.items(of: form)
      guard asked.count > limit else { continue }
      let extra = questionnaire.items.firstIndex { $0.id == asked[limit].id } ?? 0
      throw Problem(
        .badFile, "The \(form.rawValue) form has \(asked.count) questions; \(limit) is the most.",
        help: form == .short ? "Take `short: true` from some." : "Take `they` from some.",
        at: items.list?[extra].place)
    }
    let read: [String] =
      switch questionnaire.rule {
      case .lower(let dimensions):
        dimensions.filter { id in !questionnaire.categories.contains { $0.dimension == id } }
      case .any(let id), .majority(let id):
        questionnaire.items.contains { $0.category == id && $0.labels == nil && !$0.good.isEmpty }
          ? [] : [id]
      case .ratio(let over, let under):
        (over + [under]).filter { id in
          !questionnaire.items.contains { $0.category == id && $0.labels != nil }
        }
      case .apart: []
      }
    guard let empty = read.first else { return }
    throw Problem(
      .badFile, "The rule reads “\(empty)”, which has no items it can read.",
      help: "Give it items: scales for `lower` and `ratio`, yes or no for `any` and `majority`.",
      at: rule.place)
  }
}

/// The text of `node`, which must not stand among `known` yet.
func unique(_ node: Node, among known: [String], _ what: String) throws(Problem) -> String {
  let id = try node.string("the id")
  guard !known.contains(id) else {
    throw Problem(
      .badFile, "Two \(what) are called “\(id)”.", help: "Give one another id.", at: node.place)
  }
  return id
}

/// The text of `node`, which must be one of `known`.
func name(_ node: Node, among known: [String], _ what: String) throws(Problem) -> String {
  let name = try node.string("the \(what)")
  guard known.contains(name) else {
    throw Problem(
      .badFile, "There is no \(what) “\(name)”.",
      help: name.nearest(in: known).map { "Did you mean “\($0)”?" }
        ?? (known.isEmpty ? "There are none." : "There are: \(known.joined(separator: ", "))."),
      at: node.place)
  }
  return name
}
