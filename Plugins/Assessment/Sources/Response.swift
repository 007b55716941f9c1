import RapportKit

/// What was answered to one item. “Does not apply” and “don't know” are answers of their own and never a midpoint.
enum Mark: Sendable, Hashable {
  /// A point of the scale, from 1.
  case point(Int)
  /// `yes`, `no`, or the id of an option.
  case option(String)
  /// It does not apply.
  case notApplicable
  /// They do not know.
  case unknown

  /// The mark as it stands in records and files.
  var node: Node {
    switch self {
    case .point(let point): .number(point)
    case .option(let id): .text(id)
    case .notApplicable: "na"
    case .unknown: "unknown"
    }
  }
}

/// One person's answers to a questionnaire.
struct Response: Sendable, Hashable {
  var questionnaire: String
  var version: Int
  /// The customer's name; nil for answers about us alone.
  var customer: String?
  var role: Role = .me
  var rater: String?
  var date: LocalDate
  var form: FormKind = .short
  /// Whether this person's answers may be shown by themselves.
  var consent = false
  var marks: [String: Mark] = [:]
  /// Signs people added, and whether each is there.
  var signs: [String: Mark] = [:]
  /// A fact behind an answer, by item.
  var evidence: [String: String] = [:]
  /// What they would have us do in another way.
  var wish: String?
  /// The items taken as noted, with the day they were answered.
  var noted: [String: LocalDate] = [:]

  /// The items that were asked: those of the form, and those answered besides.
  func items(of questionnaire: Questionnaire) -> [Item] {
    questionnaire.items.filter { $0.isAsked(in: form) || marks[$0.id] != nil }
  }

  /// The record's body.
  func body(of questionnaire: Questionnaire) -> Node {
    func map<Value>(_ values: [String: Value], _ node: (Value) -> Node) -> Node {
      Node(
        .map(
          values.keys.sorted().compactMap { key in
            values[key].map { Node.Entry(key, node($0)) }
          }))
    }
    let ids = questionnaire.items.map(\.id)
    let scores = Scores(self, questionnaire)
    return .compact([
      "questionnaire": .text(self.questionnaire), "version": .number(version),
      "role": .text(role.rawValue), "rater": .text(rater), "form": .text(form.rawValue),
      "consent": consent ? true : nil,
      "answers": Node(.map(ids.compactMap { id in marks[id].map { Node.Entry(id, $0.node) } })),
      "signs": signs.isEmpty ? nil : map(signs, \.node),
      "evidence": evidence.isEmpty ? nil : map(evidence) { .text($0) },
      "wish": .text(wish),
      "noted": noted.isEmpty ? nil : map(noted) { .text($0.description) },
      "scores": scores.node,
    ])
  }
}

extension Response {
  /// Takes what was answered in the conversation.
  mutating func take(_ answers: Answers, for items: [Item]) {
    for item in items {
      guard let answer = answers[item.id] else { continue }
      switch answer.state {
      case .given(.scale(let point)): marks[item.id] = .point(point)
      case .given(.yesno(let yes)): marks[item.id] = .option(yes ? "yes" : "no")
      case .given(.choice(let id)): marks[item.id] = .option(id)
      case .unknown: marks[item.id] = .unknown
      case .skipped where answer.origin == .typed: marks[item.id] = .notApplicable
      default: break
      }
    }
  }
}
