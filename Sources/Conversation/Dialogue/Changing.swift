import RapportKit

/// Going back and correcting, and what an answer takes along when it changes.
extension Dialogue {
  mutating func back() -> [Effect] {
    if row != nil, backInRow() { return [.ask(prompt())] }
    let before = asked.firstIndex { $0 == current } ?? asked.count
    guard before > 0 else {
      return [.say(.note("This is the first question.")), .ask(prompt())]
    }
    return askAgain(asked[before - 1])
  }

  mutating func change(_ target: String) -> [Effect] {
    let id =
      Int(target).flatMap { asked.indices.contains($0 - 1) ? asked[$0 - 1] : nil }
      ?? (answers.ids + asked).first { $0 == target }
    guard let id else {
      return [
        .say(.note("There is no answer “\(target)” yet; `show` lists them with their numbers.")),
        .ask(prompt()),
      ]
    }
    return askAgain(id)
  }

  /// Takes an answer back and asks its question again, beginning from what was typed.
  mutating func askAgain(_ id: String) -> [Effect] {
    leaveList()
    while pages.count > 1, pages.last?.questions.contains(where: { $0.id == id }) == false {
      closePage()
    }
    if let answer = answers[id] { replaced[id] = answer }
    takeBack(id)
    // Read anew out of the new text.
    for (part, whole) in readFrom where whole == id {
      answers[part] = nil
      readFrom[part] = nil
    }
    leftOpen.remove(id)
    current = id
    if let question = question(id), question.type == .list { beginList(question) }
    return [.ask(prompt())]
  }

  /// Closes the last form. Its answers come back when the plugin asks the same questions again.
  private mutating func closePage() {
    for closed in pages.removeLast().questions where question(closed.id) == nil {
      shelved[closed] = answers[closed.id]
      answers[closed.id] = nil
      asked.removeAll { $0 == closed.id }
    }
  }

  /// Takes back the answers that rest on the one of `question`, which has changed.
  mutating func takeBackWhatRests(on question: Question) {
    if question.type == .customer {
      for other in command.questions where other.type == .person { replaced[other.id] = nil }
    }
    for other in pages.flatMap(\.questions) + command.options where rests(other, on: question) {
      takeBack(other.id)
      takeBackWhatRests(on: other)
    }
  }

  /// Whether the answer of `other` rests on `question`'s: a default taken from it, a date it bounds, a person of the
  /// customer it names.
  private func rests(_ other: Question, on question: Question) -> Bool {
    guard let answer = answers[other.id], other.id != question.id else { return false }
    // Nobody at one customer may be somebody at the other.
    if question.type == .customer, other.type == .person { return true }
    guard answer.value != nil else { return false }
    if [other.validate.after, other.validate.before].contains(question.id),
      (try? reader.read(answer.raw, as: other, answers: answers)) == nil
    {
      return true
    }
    guard answer.origin == .byDefault else { return false }
    return switch other.standard {
    case .answer(let id)?: id == question.id
    case .offset(let offset)?: offset.after == question.id
    case .last?: question.type == .customer
    default: false
    }
  }
}
