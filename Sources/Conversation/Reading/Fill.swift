package import RapportKit

extension Reader {
  /// Fills what a free sentence answers: each unanswered question whose `from` is set, in order.
  ///
  ///     reader.fill("we were down three hours yesterday and nobody told Acme", questions: …, answers: Answers())
  ///     // happened 23 Nov, length three hours, told no, customer Acme, what "we were down"
  ///
  /// Only sure sightings that their question's bounds allow are filled (origin `.text`, `raw` the words).
  package func fill(_ sentence: String, questions: [Question], answers: Answers) -> Filled {
    var filling = Filling(reader: self, text: sentence, answers: answers)
    let open = questions.filter { $0.from != nil && answers[$0.id] == nil }
    // Who, promises and options first: the words they take are no date, and no text.
    for source in [Question.Source.customer, .person, .commitment, .option] {
      for question in open where question.from == source { filling.fill(question) }
    }
    for question in open
    where ![.customer, .person, .commitment, .option, .text].contains(question.from) {
      filling.fill(question)
    }
    let rest = filling.rest()
    for question in open where question.from == .text && !rest.isEmpty {
      if let value = try? read(Self.withSubject(rest), as: question, answers: answers) {
        filling.found[question.id] = .given(value, origin: .text, raw: sentence.trimmed)
      }
    }
    return filling.filled(rest, order: open.map(\.id))
  }

  /// Reads the questions in `question.reads` out of an answer's text, and takes their words out of it.
  ///
  ///     "print labels in the warehouse, 9:10 to 12:10"  // rest "print labels in the warehouse", began 9:10, ended 12:10
  ///
  /// `rest` is the text that `question` keeps; `answers` holds only what was read out of it.
  package func split(
    _ text: String, of question: Question, questions: [Question], answers: Answers
  ) -> Filled {
    var filling = Filling(reader: self, text: text, answers: answers)
    let ids = question.reads.filter { answers[$0] == nil }
    for id in ids {
      guard var target = questions.first(where: { $0.id == id }) else { continue }
      target.from = target.from ?? target.type.source
      if target.from != .text { filling.fill(target) }
    }
    let rest = filling.rest(dropping: false)
    return filling.filled(AskedBeginning(question)?.stripped(rest) ?? rest, order: ids)
  }
}

extension QuestionType {
  /// The part of a sentence that answers this type by itself.
  var source: Question.Source? {
    switch self {
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .money: .money
    case .number, .scale: .number
    case .choice, .choices, .yesno: .option
    case .customer: .customer
    case .person: .person
    case .commitment: .commitment
    case .text, .longtext, .list: nil
    }
  }
}
