import RapportKit

/// Something in the answers that does not fit the records, or the other answers; said once, and the person decides.
struct Challenge: Sendable {
  /// The item to be asked again; nil when no single one is meant.
  var item: Item?
  /// What was answered there.
  var mark: Mark?
  /// What is said, with the record.
  var said: String

  /// The item again, with what was answered as what Enter keeps.
  func question(for role: Role) -> Question? {
    guard let item, case .point(let point)? = mark else { return nil }
    var question = item.question(for: role)
    question.id = Self.id(item)
    question.ask = "\(said) \(item.wording(for: role))"
    question.standard = .literal("\(point)")
    question.why = "assessment/reading-scores#when-all-answers-look-alike"
    return question
  }

  /// Takes what was said when it was asked again.
  func settle(_ response: inout Response, with answers: Answers) {
    guard let item, case .given(.scale(let point))? = answers[Self.id(item)]?.state else { return }
    response.marks[item.id] = .point(point)
  }

  /// Whether it was asked again and something was said to it.
  func isSettled(by answers: Answers) -> Bool {
    item.map { answers[Self.id($0)] != nil } ?? false
  }

  private static func id(_ item: Item) -> String { "again-\(item.id)" }

  /// What is to be pointed out in `response`.
  static func found(
    in response: Response, of questionnaire: Questionnaire, customer: RecordID?, _ context: Context
  ) async throws(Problem) -> [Challenge] {
    var found = alike(response, questionnaire)
    guard response.role != .customer, let customer else { return found }
    var checked: Set<Item.Check> = []
    var said: Set<RecordID> = []
    let items = questionnaire.items.filter {
      $0.records != nil && $0.value(of: response.marks[$0.id]) != nil
    }
    guard !items.isEmpty else { return found }
    let evidence = try await Evidence(customer, context)
    for item in items {
      guard let check = item.records, let value = item.value(of: response.marks[item.id]),
        !checked.contains(check),
        let contradiction = evidence.contradiction(of: check, against: value)
      else { continue }
      checked.insert(check)
      // What was pointed out once is enough.
      if !contradiction.records.isEmpty, contradiction.records.allSatisfy({ said.contains($0.id) })
      {
        continue
      }
      said.formUnion(contradiction.records.map(\.id))
      let words = item.words(of: response.marks[item.id])
      found.append(
        Challenge(
          item: item, mark: response.marks[item.id],
          said: "You said “\(words)”. \(contradiction.said)"))
    }
    return found
  }

  /// The same answer to everything: at the top it may be kindness to oneself, elsewhere tiredness.
  static func alike(_ response: Response, _ questionnaire: Questionnaire) -> [Challenge] {
    let values = response.items(of: questionnaire).filter { $0.labels != nil }
      .compactMap { $0.value(of: response.marks[$0.id]) }
    guard values.count >= Conventions.straight, let first = values.first,
      values.allSatisfy({ $0 == first })
    else { return [] }
    let said =
      first == Conventions.high
      ? "Every answer is at the top. That may be so; a customer's own answers would tell."
      : "Every answer is the same. If you were tired, `undo` and do it again another day."
    return [Challenge(item: nil, mark: nil, said: said)]
  }
}
