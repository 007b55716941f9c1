/// When a question is asked or a draft written: data, not a language.
///
/// In a manifest: `{severity: [major, critical]}`, `{all: […]}`, `{any: […]}`, `{not: …}`, `{answered: id}`.
public indirect enum Condition: Sendable, Hashable, Codable {
  /// The answer of `id` is one of these texts.
  case oneOf(id: String, values: [String])
  /// The question has been answered.
  case answered(String)
  /// All of them hold.
  case all([Condition])
  /// At least one holds.
  case any([Condition])
  /// It does not hold.
  case not(Condition)

  /// Whether it holds for `answers`. A missing, skipped or unknown answer is none of the values.
  public func holds(for answers: Answers) -> Bool {
    switch self {
    case .oneOf(let id, let values):
      switch answers[id]?.value {
      case .text(let text), .choice(let text): values.contains(text)
      case .choices(let ids): !Set(ids).isDisjoint(with: values)
      case .yesno(let bool): values.contains(bool ? "yes" : "no")
      case .number, .scale: answers[id]?.value?.node.text.map(values.contains) ?? false
      default: false
      }
    case .answered(let id): answers[id]?.value != nil
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: answers) }
    case .any(let conditions): conditions.contains { $0.holds(for: answers) }
    case .not(let condition): !condition.holds(for: answers)
    }
  }

  /// The questions it looks at, in order.
  public var ids: [String] {
    switch self {
    case .oneOf(let id, _), .answered(let id): [id]
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.ids)
    case .not(let condition): condition.ids
    }
  }
}
