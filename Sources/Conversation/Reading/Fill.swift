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
    let text = open.first { $0.from == .text }
    if let text, !text.required { filling.fillAlone(text, among: open, sentence) }
    // A text whose date is read out of it keeps what is left of it, were it one word, or none where it need not be.
    let rest = filling.rest(least: text.map { $0.reads.isEmpty ? 2 : $0.required ? 1 : 0 } ?? 2)
    for question in open where question.from == .text && !rest.isEmpty {
      let told = question.required ? Self.withSubject(rest) : rest
      if let value = try? read(told, as: question, answers: answers) {
        filling.found[question.id] = .given(value, origin: .text, raw: sentence.trimmed)
      }
    }
    var filled = filling.filled(rest, order: open.map(\.id))
    for question in open where question.from == .customer && filled.answers[question.id] == nil {
      filled.offers[question.id] =
        NewNames(words: filling.words, names: names).offer()?.named.name
    }
    return filled
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
    let rest = filling.rest(dropping: false, least: 1)
    return filling.filled(AskedBeginning(question)?.stripped(rest) ?? rest, order: ids)
  }
}

extension Filling {
  /// Fills what an optional text reads, where the whole of it is that: "yesterday". A day that there is not is told.
  fileprivate mutating func fillAlone(_ text: Question, among open: [Question], _ sentence: String)
  {
    for question in open where text.reads.contains(question.id) && found[question.id] == nil {
      do throws(Problem) {
        let value = try reader.read(sentence, as: question, answers: given)
        if note(value, question, words.all.indices) { cuts.append(words.all.indices) }
      } catch {
        let days = DayReader(
          words: words, now: reader.now, direction: Reader.direction(of: question))
        let start = words.is(0, "on", "to", "by", "at") ? 1 : 0
        do throws(Problem) {
          if try days.moment(at: start) != nil { refused[question.id] = error }
        } catch {
          refused[question.id] = error
        }
      }
    }
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
