import RapportKit

/// At most three next steps, the most pressing first, each with the guidance it follows.
struct NextSteps: Sendable {
  /// One step.
  struct Step: Sendable, Hashable {
    var action: String
    var guidance: Citation
  }

  /// How many at most.
  static let most = 3

  private(set) var steps: [Step] = []
  private let customer: String

  /// What the answers of a round call for: what its rule warns of, the largest blind spots, the weakest parts, the
  /// other warnings, and what nobody knows. Answers that may not be shown give no step either.
  init(_ round: Round, customer: String, gap: Double = Conventions.gap) {
    self.customer = customer
    let questionnaire = round.questionnaire
    let people = round.groups.shown.flatMap { $0.scores(questionnaire) }
    for scores in people { warn(scores, questionnaire, only: Self.ruling(questionnaire)) }
    for gap in Gaps(round, threshold: gap).gaps where gap.isBlindSpot && steps.count < 2 {
      add(questionnaire.step(for: gap.item), gap.item.guidance)
    }
    for scores in people { strengthen(scores, questionnaire) }
    for scores in people { warn(scores, questionnaire, only: questionnaire.categories.map(\.id)) }
    for scores in people { ask(scores, questionnaire) }
    if steps.isEmpty, !people.contains(where: { $0.response.role == .customer }) {
      add(
        "Put the same questions to {{customer}} with `assess form`",
        "assessment/ask-the-customer#ask-the-question-you-asked-yourself")
    }
  }

  private mutating func add(_ action: String, _ guidance: Citation) {
    let step = Step(action: action.naming(customer), guidance: guidance)
    if steps.count < Self.most, !steps.contains(where: { $0.action == step.action }) {
      steps.append(step)
    }
  }

  private mutating func warn(_ scores: Scores, _ questionnaire: Questionnaire, only ids: [String]) {
    for item in scores.warnings where ids.contains(item.category) {
      add(questionnaire.step(for: item), item.guidance)
    }
  }

  /// The two weakest categories below strong, each by its lowest item that has a step of its own.
  private mutating func strengthen(_ scores: Scores, _ questionnaire: Questionnaire) {
    let weakest = questionnaire.categories
      .compactMap { category in scores.categories[category.id]?.mean.map { (category, $0) } }
      .filter { $0.1 < Conventions.strong }
      .sorted { $0.1 < $1.1 }
    for (category, _) in weakest.prefix(2) {
      let low = scores.items.compactMap { item in
        scores.value(item).map { (item, $0) }
      }.filter { $0.0.category == category.id && $0.0.step != nil && $0.1 < Conventions.strong }
      let lowest = low.min { $0.1 < $1.1 }?.0
      add(lowest?.step ?? category.step, lowest?.guidance ?? category.guidance)
    }
  }

  /// What one did not know is asked of the customer; what was left out is not.
  private mutating func ask(_ scores: Scores, _ questionnaire: Questionnaire) {
    guard scores.response.role != .customer else { return }
    for category in questionnaire.categories {
      guard let score = scores.categories[category.id], score.mean == nil,
        scores.items.contains(where: {
          $0.category == category.id && scores.response.marks[$0.id] == .unknown
        })
      else { continue }
      add(
        "Ask {{customer}} what you did not know about \(category.title.lowercased())",
        "assessment/reading-scores#i-do-not-know-is-not-a-three")
    }
  }

  /// The categories that a rule reads by their warnings.
  private static func ruling(_ questionnaire: Questionnaire) -> [String] {
    switch questionnaire.rule {
    case .any(let id), .majority(let id): [id]
    case .lower, .ratio, .apart: []
    }
  }

  /// The steps as a numbered list, or a line when there is nothing to do.
  var markdown: String {
    guard !steps.isEmpty else { return "Nothing presses. Look again in half a year." }
    return "Next:\n\n"
      + steps.enumerated().map { "\($0 + 1). \($1.action). (\($1.guidance))" }
      .joined(separator: "\n")
  }

  /// How a step is taken up.
  var note: String? {
    steps.isEmpty
      ? nil
      : "`assess keep 1` puts one into `due`; `assess keep 1 --as promise` makes it a promise."
  }
}

extension Scores {
  /// What the answer to `item` counts.
  func value(_ item: Item) -> Double? { item.value(of: response.marks[item.id]) }
}
