package import RapportKit

extension Reader {
  /// `text` with `word` in the place of each customer on record, and each of their people: what is said, whoever it is about.
  ///
  ///     reader.namingNobody("Birch's labels are late", saying: "the customer")  // "the customer's labels are late"
  package func namingNobody(_ text: String, saying word: String) -> String {
    let words = Words(text)
    var taken: Set<Int> = []
    var said = text
    let matches = (names.customers(in: words) + names.people(in: words, of: nil))
      .sorted { $0.pieces.upperBound > $1.pieces.upperBound }
    for match in matches where taken.isDisjoint(with: match.pieces) {
      taken.formUnion(match.pieces)
      let range = words.range(match.pieces.lowerBound, match.pieces.upperBound)
      // What stands behind is unchanged, so that its places still hold.
      said.replaceSubrange(range, with: word + (match.possessive && !word.isEmpty ? "'s" : ""))
    }
    return said
  }

  /// What `text` answers of the questions of `command` when it is asked who it was with, or when it was; a name that is
  /// nobody's is a new customer's.
  package func whoOrWhen(_ text: String, for command: Command) -> [Invocation.Given] {
    let questions = command.questions.filter { [.customer, .person, .date].contains($0.from) }
    let filled = fill(text, questions: questions, answers: Answers()).answers
    let found = filled.ids.compactMap { id in
      filled[id].map {
        Invocation.Given(id, .text(filled.named(id)?.name ?? $0.raw), origin: .text)
      }
    }
    guard found.isEmpty, let customer = questions.first(where: { $0.type == .customer }),
      let named = try? read(text, as: customer, answers: Answers()).named
    else { return found }
    return [Invocation.Given(customer.id, .text(named.name), origin: .text)]
  }
}

extension Value {
  /// The customer or person that it is.
  fileprivate var named: Named? {
    switch self {
    case .customer(let named), .person(let named): named
    default: nil
    }
  }
}
