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

  private static func id(_ item: Item) -> String { "again-\(item.id)" }

  /// What is to be pointed out in `response`.
  static func found(
    in response: Response, of questionnaire: Questionnaire, customer: RecordID?, _ context: Context
  ) async throws(Problem) -> [Challenge] {
    var found = alike(response, questionnaire)
    guard response.role != .customer, let customer else { return found }
    let high = questionnaire.items.filter { item in
      (item.value(of: response.marks[item.id]) ?? 0) >= Conventions.high - 1
    }
    var said: Set<Item.Check> = []
    for item in high {
      guard let check = item.records, said.insert(check).inserted,
        let text = try await contradiction(check, customer, context)
      else { continue }
      let words = item.words(of: response.marks[item.id])
      found.append(
        Challenge(
          item: item, mark: response.marks[item.id], said: "You said “\(words)”. \(text)"))
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

  /// What the records say against a high answer; nil when they say nothing.
  private static func contradiction(
    _ check: Item.Check, _ customer: RecordID, _ context: Context
  ) async throws(Problem) -> String? {
    switch check {
    case .promises:
      let promises = try await context.records.records(
        RecordQuery(kinds: [.promise], customer: customer))
      let kept = promises.filter { ["kept", "confirmed"].contains($0.state) }
      let broken = promises.filter { $0.state == "broken" }
      let closed = kept.count + broken.count
      guard closed > 0, Double(kept.count) < Conventions.kept * Double(closed) else { return nil }
      return "The list of promises shows \(kept.count) kept of \(closed)\(numbers(broken))."
    case .replies:
      let since = context.surroundings.today.adding(days: -90)
      let slips = try await context.records.records(
        RecordQuery(kinds: ["slip"], customer: customer)
      ).filter { slip in
        unanswered.contains(slip.body["category"]?.text ?? "")
          && (slip.happened?.date ?? since) >= since
      }
      guard let slip = slips.last else { return nil }
      let day = slip.happened.map { ", \(context.wording.short($0))" } ?? ""
      return "On record: \(slip.title)\(day)\(numbers(slips))."
    }
  }

  /// The kinds of slip in which somebody waited for an answer.
  private static let unanswered: Set<String> = [
    "unanswered", "reply", "silence", "mail", "call", "late-reply", "response",
  ]

  private static func numbers(_ records: [Record]) -> String {
    let numbers = records.compactMap(\.number).map(String.init)
    return numbers.isEmpty ? "" : " (\(numbers.joined(separator: ", ")))"
  }
}
