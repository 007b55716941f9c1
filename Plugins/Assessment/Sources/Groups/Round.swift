import RapportKit

/// The answers to one questionnaire that belong together: the latest of each person, a few weeks apart at most.
struct Round: Sendable {
  let questionnaire: Questionnaire
  /// One response a person, oldest first.
  let responses: [Response]

  /// The day of the newest answers.
  var date: LocalDate { responses.map(\.date).max() ?? LocalDate(number: 0) }

  /// Who answered: the role and the name.
  static func person(_ response: Response) -> String {
    "\(response.role.rawValue) \(response.rater?.lowercased() ?? "")"
  }

  /// Whether both are known to be of one person. Those who gave no name may be anybody, but for yourself.
  static func isSamePerson(_ one: Response, _ other: Response) -> Bool {
    person(one) == person(other) && (one.rater?.isEmpty == false || one.role == .me)
  }

  /// Parts `responses` into rounds, oldest first; answers to another version are left out.
  static func all(_ responses: [Response], of questionnaire: Questionnaire) -> [Round] {
    let mine = responses.filter {
      $0.questionnaire == questionnaire.id && $0.version == questionnaire.version && $0.form != .us
    }.sorted { $0.date < $1.date }
    var rounds: [[Response]] = []
    for response in mine {
      let first = rounds.last?.map(\.date).min()
      if let first, response.date.number - first.number <= Conventions.roundDays {
        // Who answers again within a round has thought better of it.
        rounds[rounds.count - 1].removeAll { isSamePerson($0, response) }
        rounds[rounds.count - 1].append(response)
      } else {
        rounds.append([response])
      }
    }
    return rounds.map { Round(questionnaire: questionnaire, responses: $0) }
  }

  /// The groups that may be shown, and what is said of those that may not.
  var groups: Groups { Groups(responses) }
}

/// The people of a round by whose answers may be shown together.
///
/// A group with fewer than three people is shown by itself only when all of them agree; else it is merged with the
/// other, and where that does not make three either, it is withheld.
struct Groups: Sendable {
  /// People whose answers are shown together.
  struct Group: Sendable {
    var title: String
    var roles: [Role]
    var responses: [Response]
  }

  /// You first, then colleagues, then the customer; or the two of them merged as “the others”.
  private(set) var shown: [Group] = []
  /// What is withheld and why; nil when nothing is.
  private(set) var withheld: String?

  init(_ responses: [Response]) {
    func all(_ role: Role) -> [Response] { responses.filter { $0.role == role } }
    func mayStandAlone(_ group: [Response]) -> Bool {
      group.count >= Conventions.group || group.allSatisfy(\.consent)
    }
    func add(_ title: String, _ roles: [Role], _ group: [Response]) {
      if !group.isEmpty { shown.append(Group(title: title, roles: roles, responses: group)) }
    }
    add(Role.me.group, [.me], all(.me))
    let (colleagues, customers) = (all(.colleague), all(.customer))
    let others = colleagues + customers
    if mayStandAlone(colleagues), mayStandAlone(customers) {
      add(Role.colleague.group, [.colleague], colleagues)
      add(Role.customer.group, [.customer], customers)
    } else if others.count >= Conventions.group {
      add("the others", [.colleague, .customer], others)
      withheld =
        "Colleagues and the customer are shown together: one of the two groups has fewer than "
        + "\(Conventions.group) people, and not all of them agreed to be shown by themselves."
    } else {
      withheld =
        "\(others.count) other\(others.count == 1 ? " person has" : " people have") answered. Fewer "
        + "than \(Conventions.group) are not shown without their consent "
        + "(assessment/few-answers#keep-one-persons-answer-from-being-found)."
    }
  }
}

extension Groups.Group {
  /// The mean of what `item` was answered with; nil when nobody's answer counts.
  func value(of item: Item) -> Double? {
    let values = responses.compactMap { item.value(of: $0.marks[item.id]) }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The answers to `item` in words, as they are: “usually”, or “usually, rarely, rarely”.
  func words(of item: Item) -> String {
    responses.compactMap { response in
      response.marks[item.id].map { item.words(of: $0, for: .me) }
    }.joined(separator: ", ")
  }

  /// Each person's scores.
  func scores(_ questionnaire: Questionnaire) -> [Scores] {
    responses.map { Scores($0, questionnaire) }
  }
}
