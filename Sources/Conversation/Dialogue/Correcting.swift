import RapportKit

/// "No, it was Tuesday" at a later question: the answer it means is mended, and the question stands.
extension Dialogue {
  /// Puts `correction` in the place of the last answer it can stand for; nil when there is none.
  ///
  /// - Parameter anyWords: whether it may stand for an answer that any words can be; where it could as well answer the
  ///   question that stands, it must say itself that it mends one, and be of another kind.
  mutating func correct(_ correction: Correction, anyWords: Bool = true, journal: Effect)
    -> [Effect]?
  {
    guard anyWords || correction.emphatic else { return nil }
    if anyWords, var row, let effects = correct(correction, in: &row, journal: journal) {
      return effects
    }
    let noted = answers.ids.filter { !asked.contains($0) }
    let all = (asked.reversed() + noted.reversed()).filter { $0 != current }
    // A day is a day before it is somebody's name.
    let names = all.filter { question($0)?.isName == true }
    let texts = all.filter { question($0)?.isAnyWords == true }
    let others = all.filter { !names.contains($0) && !texts.contains($0) }
    for id in others + names + (anyWords ? texts : []) {
      guard let question = question(id), let old = answers[id],
        let value = value(
          of: correction, as: question, replacing: old.value, isLast: id == all.first && row == nil)
      else { continue }
      let before = newcomers.count
      answers[id] = .given(adopt(value), raw: correction.text)
      for (part, whole) in readFrom where whole == id {
        answers[part] = nil
        readFrom[part] = nil
      }
      readFrom[id] = nil
      takeBackWhatRests(on: question)
      split(question)
      let notes = newcomers[before...].map(note(newcomer:))
      return [journal] + notes + [corrected(question, from: old)] + stay(after: knowThePerson())
    }
    return nil
  }

  private mutating func correct(_ correction: Correction, in row: inout Row, journal: Effect)
    -> [Effect]?
  {
    for index in (0..<row.index).reversed() {
      let question = row.question.group[index]
      guard let old = row.answers[question.id],
        let value = value(
          of: correction, as: question, replacing: old.value, isLast: index == row.index - 1)
      else { continue }
      row.answers[question.id] = .given(adopt(value), raw: correction.text)
      self.row = row
      return [journal, corrected(question, from: old), .ask(prompt())]
    }
    return nil
  }

  /// What `correction` says as an answer of `question`; nil when it cannot be meant.
  private func value(
    of correction: Correction, as question: Question, replacing old: Value?, isLast: Bool
  ) -> Value? {
    let text = correction.text
    switch question.type {
    case .list: return nil
    // Any words can be these, so it must be the last answer, and the line must say that it is mended.
    case .text, .longtext, .commitment:
      guard isLast, correction.emphatic else { return nil }
    case .customer, .person:
      guard isMeant(text, as: question.type) else { return nil }
    case .date:
      // A time alone mends the time, and leaves the day.
      if case .date(let moment)? = old, let time = try? reader.time(text) {
        return .date(Moment(moment.date, time))
      }
    default: break
    }
    let value = try? reader.read(
      text, as: question, answers: known, direction: correction.past ? .past : nil)
    return value == old ? nil : value
  }

  /// Whether `name` is one of those on record, or a new one of that kind: a first name is a person's.
  private func isMeant(_ name: String, as type: QuestionType) -> Bool {
    let isCustomer = type == .customer
    if directory.knows(name, customer: isCustomer) { return true }
    guard name.first?.isUppercase == true, !directory.knows(name, customer: !isCustomer) else {
      return false
    }
    let first = name.lowercased().prefix { $0.isLetter }
    return isCustomer != Lexicon.firstNames.contains(String(first))
  }

  /// "Tue 24 Nov instead of Mon 23 Nov."
  private func corrected(_ question: Question, from old: Answer) -> Effect {
    let new = known[question.id]?.value.map { display($0, of: question) } ?? ""
    let instead =
      old.value.map { " instead of \(display($0, of: question))" } ?? ""
    return .say(.note("Corrected: \(new)\(instead)."))
  }

  /// Asks the question that stands, unless it has been answered meanwhile.
  mutating func stay(after effects: [Effect] = []) -> [Effect] {
    let isOpen =
      row != nil
      || current.flatMap(question).map { question in
        answers[question.id] == nil && settings[question.id] == nil
          && question.when?.holds(for: answers) ?? true
      } ?? false
    return isOpen ? effects + [.ask(prompt())] : proceed(after: effects)
  }
}

extension Question {
  fileprivate var isName: Bool { type == .customer || type == .person }
  fileprivate var isAnyWords: Bool { [.text, .longtext, .commitment].contains(type) }
}

extension Directory {
  /// Whether some customer, or else somebody, is called `name`, or by it as a first name, whatever its case.
  func knows(_ name: String, customer: Bool) -> Bool {
    let name = name.lowercased()
    let all = customer ? customers.flatMap { [$0.name] + $0.aliases } : people.map(\.name)
    return all.contains { known in
      let known = known.lowercased()
      return known == name || known.hasPrefix(name + " ")
    }
  }
}
