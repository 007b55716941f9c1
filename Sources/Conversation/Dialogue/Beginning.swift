import Foundation
import RapportKit

/// How a conversation begins: with what flags, files, the first sentence and the records already answer.
extension Dialogue {
  mutating func begin() -> [Effect] {
    joinName()
    var effects = readGiven(on: command.questions + command.options)
    if case .finish? = effects.last { return effects }
    effects += readSentence()
    if case .finish? = effects.last { return effects }
    _ = knowThePerson()
    if setup.replaces != nil, setup.interactive { return review() }
    if setup.interactive, !answers.isEmpty, !command.plugin.isEmpty { effects += noted() }
    return proceed(after: effects)
  }

  /// Several words that begin the line and are one customer's name are one answer: "promise Birch Ltd new labels".
  private mutating func joinName() {
    let positions = setup.invocation.positions
    guard positions.count > 1, let first = command.arguments.first,
      command.question(first)?.type == .customer
    else { return }
    let count = reader.names.wordsOfCustomer(in: positions.prefix(6).map(\.word))
    if count > 1 { setup.invocation.place(joining: count) }
  }

  /// Shows the answers of a conversation that is held again, and asks the last one, so that any can be changed.
  private mutating func review() -> [Effect] {
    asked = command.questions.map(\.id).filter { answers[$0] != nil }
    guard pending.isEmpty, let last = asked.last else { return proceed() }
    return [.say(.page(showPage()))] + askAgain(last)
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
    if given.node.isNull || given.node.text == "~" {
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
    if text.lowercased() == "unknown", question.options.isEmpty {
      guard let unknown = question.unknown else {
        throw Problem(
          .badAnswer, "“\(question.id)” cannot be left unknown.",
          help: "Answer it, or leave it out with `~`.", at: given.node.place)
      }
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
    for part in question.group
    where row[part.id] == nil && !entries.contains(where: { $0.key == part.id }) {
      guard part.when?.holds(for: merged(row)) ?? true else { continue }
      if let standard = standard(of: part) {
        row[part.id] = try answer(.init(part.id, .text(standard), origin: .byDefault), to: part)
      } else if part.required {
        throw Problem(
          .badAnswer, "A row of “\(question.id)” has no “\(part.id)”.",
          help: "Add `\(part.id): …`, or leave it out with `~`.", at: node.place)
      }
    }
    return row
  }

  /// Fills what the first sentence answers. A date in it that its question does not allow is said; in batch it ends the run.
  private mutating func readSentence() -> [Effect] {
    guard let sentence = setup.invocation.sentence else { return [] }
    let open = (command.questions + command.options).filter { answers[$0.id] == nil }
    let filled = reader.fill(sentence, questions: open, answers: answers)
    offered = filled.offers
    for id in filled.answers.ids {
      guard var answer = filled.answers[id] else { continue }
      if let value = answer.value { answer.state = .given(adopt(value)) }
      answers[id] = answer
    }
    let refused = open.filter { answers[$0.id] == nil && $0.required && $0.standard == nil }
      .compactMap { filled.refused[$0.id] }
    guard let first = refused.first else { return [] }
    // What is not asked cannot be put right here.
    let isAsked = command.questions.contains { filled.refused[$0.id] != nil }
    return setup.interactive && isAsked ? [.say(.problem(first))] : [.finish(.failed(first))]
  }

  /// Reads what else an answer says: "print labels in the warehouse, 9:10 to 12:10".
  mutating func split(_ question: Question) {
    guard !question.reads.isEmpty, let answer = answers[question.id],
      case .text(let text)? = answer.value
    else { return }
    let filled = reader.split(
      text, of: question, questions: command.questions + command.options, answers: answers)
    for id in filled.answers.ids {
      guard var found = filled.answers[id], let value = found.value else { continue }
      found.state = .given(adopt(value))
      answers[id] = found
      readFrom[id] = question.id
    }
    var shortened = answer
    shortened.state = .given(.text(filled.rest))
    answers[question.id] = shortened
  }

  /// The customer's one person on record is who is meant, and is said to be.
  mutating func knowThePerson() -> [Effect] {
    guard let customer = answers.named("customer")?.id else { return [] }
    let people = directory.people.filter { $0.customer == customer }
    // Who is asked for again is not put in anybody's mouth.
    let open = command.questions.filter {
      $0.type == .person && answers[$0.id] == nil && replaced[$0.id] == nil
    }
    guard people.count == 1, let person = people.first, !open.isEmpty else { return [] }
    for question in open {
      answers[question.id] = .given(.person(person.named), origin: .record, raw: person.name)
    }
    return command.plugin.isEmpty ? [] : [.say(.note("Noted: \(person.name)."))]
  }

  /// What was answered last time is looked up once the customer is known and a question begins from it.
  mutating func lookForLastTime() -> Effect.Look? {
    let begins = pending.contains { if case .last? = $0.standard { true } else { false } }
    guard begins, let customer = answers.named("customer")?.id, customer != lastFor else {
      return nil
    }
    lastFor = customer
    last = Answers()
    return .last(command: command.name, customer: customer)
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
      let isSilent =
        question.type == .choice && !command.questions.contains { $0.id == question.id }
      if question.from != .text, !isSilent { items.append(display(value, of: question)) }
    }
    if !items.isEmpty {
      effects.append(
        .say(
          .note(
            "Noted: \(items.joined(separator: ", "))."
              + (command.drafts.isEmpty ? "" : " (draft = write it now with what we have)"))))
    }
    return effects + newcomers.map(note(newcomer:))
  }
}
