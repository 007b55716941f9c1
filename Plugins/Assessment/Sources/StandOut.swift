import RapportKit

/// The two or three answers that stand out, for each of which one fact is asked at the end.
enum StandOut {
  /// How many at most.
  static let most = 3

  /// The lowest answers first, then the highest, one a category; only answers at either end.
  static func items(of response: Response, in questionnaire: Questionnaire) -> [Item] {
    let items = response.items(of: questionnaire).filter { response.noted[$0.id] == nil }
    let low = items.filter { $0.value(of: response.marks[$0.id]) == Conventions.low }
    let high = items.filter {
      $0.labels != nil && $0.value(of: response.marks[$0.id]) == Conventions.high
    }
    var chosen: [Item] = []
    for item in low + high where chosen.count < most {
      if !chosen.contains(where: { $0.category == item.category }) { chosen.append(item) }
    }
    return chosen
  }

  /// The question for the fact behind `item`.
  static func question(_ item: Item) -> Question {
    Question(
      id(item), ask: "One fact behind it: \(item.ask)", type: .text,
      hint: "12 Nov, call returned after three days; Enter for none",
      why: "assessment/reading-scores#give-a-fact-for-the-answers-that-stand-out", required: false)
  }

  /// The question's id.
  static func id(_ item: Item) -> String { "fact-\(item.id)" }
}
