import RapportKit

/// The two or three answers that stand out, for each of which one fact is asked at the end.
enum StandOut {
  /// How many at most.
  static let most = 3

  /// The lowest answers first, then the highest, one a category; only answers at either end, without those that are
  /// asked again.
  static func items(
    of response: Response, in questionnaire: Questionnaire, except asked: [String] = []
  ) -> [Item] {
    let items = response.items(of: questionnaire).filter {
      response.noted[$0.id] == nil && !asked.contains($0.id)
    }
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

  /// The questions for the facts behind `items`, each with what was answered.
  static func questions(_ items: [Item], of response: Response) -> [Question] {
    items.enumerated().map { index, item in
      question(
        item, of: response,
        hint: (index == 0
          ? "a day and what happened, 12 Nov, call returned after three days; " : "")
          + "Enter for none")
    }
  }

  private static func question(_ item: Item, of response: Response, hint: String) -> Question {
    let words = item.words(of: response.marks[item.id], for: response.role)
    return Question(
      id(item),
      ask:
        "\(item.wording(for: response.role)) “\(words.capitalizedFirst)”, you said. One fact behind it?",
      type: .text, hint: hint,
      why: "assessment/reading-scores#give-a-fact-for-the-answers-that-stand-out", required: false)
  }

  /// The question's id.
  static func id(_ item: Item) -> String { "fact-\(item.id)" }
}
