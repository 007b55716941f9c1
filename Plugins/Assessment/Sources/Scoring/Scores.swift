import RapportKit

/// All scores of one person's answers, and what its questionnaire's rule makes of them.
struct Scores: Sendable {
  let questionnaire: Questionnaire
  let response: Response
  /// The items that were asked.
  let items: [Item]
  /// The scores by category, of the items with a scale.
  let categories: [String: Score]
  /// The scores by dimension.
  let dimensions: [String: Score]
  let reading: Reading

  /// Scores `response`.
  init(_ response: Response, _ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    self.response = response
    let items = response.items(of: questionnaire)
    self.items = items
    var categories: [String: Score] = [:]
    for category in questionnaire.categories {
      let asked = items.filter { $0.category == category.id && $0.labels != nil }
      guard !asked.isEmpty else { continue }
      categories[category.id] = Score(
        asked.compactMap { $0.value(of: response.marks[$0.id]) }, of: asked.count)
    }
    var dimensions: [String: Score] = [:]
    for dimension in questionnaire.dimensions {
      let parts = questionnaire.categories.filter { $0.dimension == dimension.id }
        .compactMap { categories[$0.id] }
      guard !parts.isEmpty else { continue }
      dimensions[dimension.id] = Score(parts: parts)
    }
    self.categories = categories
    self.dimensions = dimensions
    reading = Reading(
      questionnaire, response, items: items, categories: categories, dimensions: dimensions)
  }

  /// The answers that warn, in the order of the questionnaire.
  var warnings: [Item] {
    items.filter { $0.warns(response.marks[$0.id]) }
  }

  /// The signs people added that are there.
  var ownSigns: [String] {
    response.signs.filter { $0.value == .option("yes") }.map(\.key).sorted()
  }

  /// Whether the answers say that the customer stays because they must: held, not loyal.
  var isHeld: Bool {
    items.contains { item in
      guard !item.held.isEmpty, case .option(let id)? = response.marks[item.id] else {
        return false
      }
      return item.held.contains(id)
    }
  }

  /// The scores as they stand in the record.
  var node: Node {
    var entries: [Node.Entry] = []
    for dimension in questionnaire.dimensions {
      if let score = dimensions[dimension.id] { entries.append(.init(dimension.id, score.node)) }
    }
    for category in questionnaire.categories {
      if let score = categories[category.id] { entries.append(.init(category.id, score.node)) }
    }
    entries.append(.init("reading", .text(reading.headline(in: questionnaire))))
    if isHeld { entries.append(.init("held", true)) }
    return Node(.map(entries))
  }
}
