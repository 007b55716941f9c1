import Foundation
import RapportKit

/// How a conversation begins: with what flags, files, the first sentence and the records already answer.
extension Dialogue {
  mutating func begin() -> [Effect] {
    var effects = readGiven(on: command.questions + command.options)
    if case .finish? = effects.last { return effects }
    effects += readSentence()
    knowThePerson()
    if setup.interactive, !answers.isEmpty, !command.plugin.isEmpty { effects.append(contentsOf: noted()) }
    for question in command.questions where answers[question.id] == nil {
      if case .last? = question.standard, let customer = answers.named("customer")?.id {
        return effects + [.look(.last(command: command.name, customer: customer))]
      }
    }
    return proceed(after: effects)
  }

  /// Reads what flags and files give. In batch every answer that does not fit is told at once; to a person each is
  /// told, and asked again.
  mutating func readGiven(on questions: [Question]) -> [Effect] {
    var problems: [Problem] = []
    for question in questions {
      for given in setup.invocation.given where given.id == question.id {
        do throws(Problem) {
          answers[question.id] = try answer(given, to: question)
          split(question)
        } catch {
          problems.append(error.located(given.node.place))
        }
      }
    }
    guard let first = problems.first else { return [] }
    guard setup.interactive else {
      var problem = first
      problem.also = Array(problems.dropFirst())
      return [.finish(.failed(problem))]
    }
    return problems.map { .say(.problem($0)) }
  }

  private mutating func answer(_ given: Invocation.Given, to question: Question) throws(Problem)
    -> Answer?
  {
    if given.node.isNull {
      if question.required { leftOpen.insert(question.id) }
      return question.required ? nil : Answer(.skipped, origin: given.origin)
    }
    if let rows = given.node.list, question.type == .list {
      var list: [Answers] = []
      for row in rows { list.append(try self.row(row, of: question, origin: given.origin)) }
      return .given(.list(list), origin: given.origin, raw: given.node.json)
    }
    let text = given.node.list?.compactMap(\.text).joined(separator: ", ") ?? given.node.text
    guard let text else {
      throw Problem(
        .badAnswer, "“\(question.id)” needs a text, not a group of values.",
        help: "Write `\(question.id): …`.", at: given.node.place)
    }
    if text == "unknown", let unknown = question.unknown {
      return Answer(.unknown(news: news(unknown)), origin: given.origin, raw: text)
    }
    let value = try reader.read(text, as: question, answers: answers)
    return .given(adopt(value), origin: given.origin, raw: text)
  }

  private mutating func row(_ node: Node, of question: Question, origin: Answer.Origin)
    throws(Problem) -> Answers
  {
    guard let entries = node.entries else {
      throw Problem(
        .badAnswer, "A row of “\(question.id)” needs keys and values.",
        help: "Write `- \(question.group[0].id): …`.", at: node.place)
    }
    var row = Answers()
    for entry in entries {
      guard let part = question.group.first(where: { $0.id == entry.key }) else {
        throw Problem(
          .badAnswer, "“\(question.id)” has no “\(entry.key)”.",
          help: "It has: \(question.group.map(\.id).joined(separator: ", ")).", at: entry.place)
      }
      do {
        row[part.id] = try answer(.init(part.id, entry.value, origin: origin), to: part)
      } catch { throw error.located(entry.value.place) }
    }
    return row
  }

  /// Fills what the first sentence answers.
  private mutating func readSentence() -> [Effect] {
    guard let sentence = setup.invocation.sentence else { return [] }
    let open = (command.questions + command.options).filter { answers[$0.id] == nil }
    let filled = reader.fill(sentence, questions: open, answers: answers)
    for id in filled.answers.ids {
      guard var answer = filled.answers[id] else { continue }
      if let value = answer.value { answer.state = .given(adopt(value)) }
      answers[id] = answer
    }
    return []
  }

  /// Reads what else an answer says: "print labels in the warehouse, 9:10 to 12:10".
  mutating func split(_ question: Question) {
    guard !question.reads.isEmpty, let answer = answers[question.id],
      case .text(let text)? = answer.value
    else { return }
    let filled = reader.split(
      text, of: question, questions: command.questions + command.options, answers: answers)
    for id in filled.answers.ids { answers[id] = filled.answers[id] }
    var shortened = answer
    shortened.state = .given(.text(filled.rest))
    answers[question.id] = shortened
  }

  /// The customer's one person on record is who is meant.
  private mutating func knowThePerson() {
    guard let customer = answers.named("customer")?.id else { return }
    for question in command.questions where question.type == .person && answers[question.id] == nil {
      let people = directory.people.filter { $0.customer == customer }
      guard people.count == 1, let person = people.first else { continue }
      answers[question.id] = .given(
        .person(Named(id: person.id, name: person.name)), origin: .record, raw: person.name)
    }
  }

  /// What was answered last time, for the questions that begin from it.
  mutating func defaults(from last: Answers) -> [Effect] {
    for question in command.questions {
      guard case .last(let id)? = question.standard, let answer = last[id] else { continue }
      typed[question.id] = answer.raw
    }
    return []
  }

  /// "Noted: Acme, Maria Ortiz, Mon 23 Nov, not told."
  private func noted() -> [Effect] {
    var effects: [Effect] = []
    var items: [String] = []
    for question in command.questions + command.options {
      guard let value = answers[question.id]?.value else { continue }
      if case .choice(let id) = value,
        let note = question.options.first(where: { $0.id == id })?.note
      {
        effects.append(.say(.note(note)))
      }
      // A flag that was understood only to choose among templates would puzzle more than help.
      let isSilent = question.type == .choice && !command.questions.contains { $0.id == question.id }
      if question.from != .text, !isSilent { items.append(display(value, of: question)) }
    }
    if !items.isEmpty {
      effects.append(
        .say(
          .note(
            "Noted: \(items.joined(separator: ", "))."
              + (command.drafts.isEmpty ? "" : " (draft = write it now with what we have)"))))
    }
    return effects + newcomers.map(newcomerNote)
  }

  // MARK: - Newcomers

  /// Gives a customer or person who is not on record an id of this conversation.
  mutating func adopt(_ value: Value) -> Value {
    switch value {
    case .customer(let named) where named.id == nil:
      let record = newcomers.first { $0.kind == .customer && $0.title == named.name }
        ?? newcomer(.customer, named.name)
      return .customer(Named(id: record.id, name: named.name))
    case .person(let named) where named.id == nil:
      let record = newcomers.first { $0.kind == .person && $0.title == named.name }
        ?? newcomer(.person, named.name)
      return .person(Named(id: record.id, name: named.name))
    default: return value
    }
  }

  private mutating func newcomer(_ kind: Record.Kind, _ name: String) -> Record {
    let record = Record(
      id: id.record(Position.newcomers + newcomers.count), kind: kind, title: name,
      state: "active")
    newcomers.append(record)
    return record
  }

  /// Drops newcomers whom a change has left unnamed, ties people to their customer, and in batch, where the
  /// conversation's id is known only now, gives them their ids.
  mutating func welcome() {
    var kept: [Record] = []
    for var record in newcomers {
      guard let question = answers.ids.first(where: { answers.named($0)?.id == record.id }) else {
        continue
      }
      record.id = id.record(Position.newcomers + kept.count)
      let named = Named(id: record.id, name: record.title)
      answers[question]?.state = .given(record.kind == .customer ? .customer(named) : .person(named))
      kept.append(record)
    }
    for index in kept.indices where kept[index].kind == .person {
      kept[index].customer = answers.named("customer")?.id
    }
    newcomers = kept
  }
}

/// Where the host's own records stand in a conversation; plugins have 0 to 899.
enum Position {
  static let drafts = 900
  static let steps = 930
  static let newcomers = 980
}
