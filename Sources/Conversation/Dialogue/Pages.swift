import RapportKit

/// What a conversation shows besides its questions.
extension Dialogue {
  /// The current question as it is put.
  func prompt() -> QuestionPrompt {
    let question = currentQuestion ?? Question("", ask: "", type: .text)
    let id = current ?? question.id
    let number = (asked.firstIndex(of: id) ?? asked.count) + 1
    let others = asked.count { $0 != id }
    let left = pending.count { $0.id != id && !asked.contains($0.id) }
    let before = asked.count { !isAdded($0) }
    var hint = question.hint
    if let row, row.index == 0, row.editing == nil, row.replaced.isEmpty, !row.rows.isEmpty {
      hint = "\(row.rows.count) so far; Enter alone: no more"
    }
    if question.validate.max == nil, question.type == .commitment,
      let limit = settings["team.limit"]
    {
      hint = [hint, "your limit: \(display(limit, of: question))"].compactMap(\.self)
        .joined(separator: "; ")
    }
    return QuestionPrompt(
      id: question.id, number: number,
      total: isAdded(id) && added(with: id) <= before ? nil : others + left + 1, ask: question.ask,
      hint: hint,
      standard: keptInShort(question) ?? shownStandard(of: question),
      options: question.options.map(\.label), earlier: [typed[question.id]].compactMap(\.self),
      lines: question.type == .longtext)
  }

  /// Whether a further form, or what a message needs to know of the writer, asks it: it was in no count before, and
  /// where less is asked so than was asked before, no count stands there.
  private func isAdded(_ id: String) -> Bool {
    isPersonal(id)
      || pages.count > 1 && pages.last?.questions.contains { $0.id == id } == true
  }

  /// How many questions are asked together with an added one.
  private func added(with id: String) -> Int {
    isPersonal(id) ? 1 : pages.last?.questions.count ?? 0
  }

  private func isPersonal(_ id: String) -> Bool { setup.personal.contains { $0.id == id } }

  /// What was said to a question that is asked again, which Enter keeps.
  func kept(_ question: Question) -> Answer? {
    row.map { $0.replaced[question.id] } ?? replaced[question.id]
  }

  /// The same, shortened for the line.
  private func keptInShort(_ question: Question) -> String? {
    guard let old = kept(question), question.type != .list, old.origin != .byDefault else {
      return nil
    }
    let text =
      old.isUnknown ? "unknown" : old.raw.split(whereSeparator: \.isNewline).joined(separator: " ")
    return text.isEmpty ? nil : text.count > 40 ? text.prefix(39) + "…" : text
  }

  /// What Enter alone means, as it stands in the line.
  private func shownStandard(of question: Question) -> String? {
    guard let standard = standard(of: question).map({ shown($0, for: question) }) else {
      return nil
    }
    if case .last? = question.standard { return "last time: \(standard)" }
    return standard
  }

  /// What Enter alone means at `question`, as text to read.
  func standard(of question: Question) -> String? {
    switch question.standard {
    case .literal(let text): text
    case .answer(let id): known[id]?.value.map { text(of: $0) }
    case .setting(let name): settings[name].map { text(of: $0) }
    case .offset(let offset):
      offset.date(from: known, today: surroundings.today).map { Moment($0).description }
    case .last(let id): last[id]?.raw
    case nil: offered[question.id]
    }
  }

  /// A default as people write it: a date by its day, a choice by its label.
  private func shown(_ standard: String, for question: Question) -> String {
    guard question.type != .yesno,
      let value = try? reader.read(standard, as: question, answers: known)
    else { return standard }
    return display(value, of: question)
  }

  /// A value as its question reads it.
  func text(of value: Value) -> String {
    switch value {
    case .text(let text), .choice(let text): text
    case .customer(let named), .person(let named): named.name
    case .commitment(let commitment): commitment.text
    case .money(let money): wording.money(money)
    case .choices(let ids): ids.joined(separator: ", ")
    case .yesno(let bool): bool ? "yes" : "no"
    case .duration(let length): wording.duration(length)
    case .date(let moment): moment.description
    case .time(let time): time.description
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .scale(let point): "\(point)"
    case .list(let rows):
      Node(.list(rows.map { row in Node(.map(row.ids.map { Node.Entry($0, told(row[$0])) })) }))
        .json
    }
  }

  /// An answer as text that reads back as the same: what was typed at its question, else its value.
  func told(_ answer: Answer?) -> Node {
    guard let answer else { return nil }
    guard let value = answer.value else { return .text(answer.raw) }
    if case .list = value { return .text(text(of: value)) }
    let typed = [.typed, .flag, .file].contains(answer.origin)
    return .text(typed && !answer.raw.isEmpty ? answer.raw : text(of: value))
  }

  /// A value as it is shown in a line of notes.
  func display(_ value: Value, of question: Question) -> String {
    switch value {
    case .choice(let id): question.options.first { $0.id == id }?.label ?? id
    case .choices(let ids):
      ids.map { id in question.options.first { $0.id == id }?.label ?? id }.joined(
        separator: " and ")
    case .date(let moment): wording.short(moment)
    case .duration(let length): wording.duration(length)
    case .time(let time): wording.time(time)
    case .money(let money): wording.money(money)
    case .yesno(let bool): "\(question.ask.trimmed(of: "?… ")): \(bool ? "yes" : "no")"
    case .list(let rows): wording.count(rows.count, "row")
    default: text(of: value)
    }
  }

  /// How the question is answered, and what else can be said.
  func helpPage(_ question: Question) -> String {
    var words = Control.summary
    if question.type == .text || question.type == .longtext { words += "; edit opens your editor" }
    if row != nil { words += "; edit 1 and remove 1 change a row" }
    return [question.hint.map { "\($0.capitalizedFirst)." }, question.how, words + "."]
      .compactMap(\.self).joined(separator: "\n")
  }

  /// The answers so far, numbered as `change` takes them.
  func showPage() -> String {
    var lines: [String] = []
    for id in answers.ids where !asked.contains(id) {
      guard let question = question(id), let value = answers[id]?.value else { continue }
      lines.append("\(id): \(display(value, of: question))")
    }
    for (index, id) in asked.enumerated() {
      guard let question = question(id) else { continue }
      let said =
        switch answers[id]?.state ?? settings[id].map(Answer.State.given) {
        case .given(let value): display(value, of: question)
        case .skipped: "(skipped)"
        case .unknown: "(unknown)"
        case nil: "(open)"
        }
      lines.append("\(index + 1). \(question.ask) \(said)")
      if case .list(let rows)? = answers[id]?.value { lines += numbered(rows, of: question) }
    }
    if let row, !row.rows.isEmpty {
      lines.append(row.question.ask)
      lines += numbered(row.rows, of: row.question)
      lines.append("`edit 1` asks a row again, `remove 1` takes it out.")
    }
    guard !lines.isEmpty else { return "Nothing yet." }
    if let first = answers.ids.first ?? asked.first {
      lines.append("`change 2` or `change \(first)` corrects one.")
    }
    return lines.joined(separator: "\n")
  }

  /// The rows of a list, as `edit` and `remove` take them.
  private func numbered(_ rows: [Answers], of list: Question) -> [String] {
    rows.enumerated().map { "  \($0 + 1)  \(line(of: $1, in: list))" }
  }

  /// Why a question is asked, with where that comes from.
  func explain(_ section: KnowledgeSection?) -> [Effect] {
    guard let section else {
      return [.say(.note("The page this rests on is not there.")), .ask(prompt())]
    }
    let source = [section.grade?.rawValue, section.source].compactMap(\.self).joined(
      separator: ", ")
    let rests = source.isEmpty ? "" : " (\(source))"
    return [
      .say(.page("\(section.body.firstParagraph)\n\(section.citation)\(rests)")), .ask(prompt()),
    ]
  }
}

extension Question {
  /// How it is answered, with examples.
  var how: String {
    switch type {
    case .date: "A date as you write it: yesterday 14:00, in 3 days, by friday, 26 Nov."
    case .time: "A time of day: 9:10, 3pm, noon."
    case .duration: "A length: three hours, 90 minutes, 2 days."
    case .money: "An amount with its currency: 500 EUR."
    case .number: "A number: 12, 1.5 or 5k."
    case .yesno: "yes or no."
    case .commitment:
      "Who will do what by when, in one sentence: dana will credit the fee by friday."
    case .choice, .scale: "One of: \(options.map(\.label).joined(separator: ", "))."
    case .choices: "Any of: \(options.map(\.label).joined(separator: ", "))."
    case .customer: "A customer's name."
    case .person: "A person's name."
    case .longtext:
      "As many lines as you like: paste them, end a line with \\ to go on, or say edit."
    case .text: "In your own words; it goes into the message as it is."
    case .list: "One row at a time; Enter alone ends it."
    }
  }
}

extension String {
  fileprivate func trimmed(of characters: String) -> String {
    var part = self[...]
    while let last = part.last, characters.contains(last) { part = part.dropLast() }
    return String(part)
  }

  fileprivate var firstParagraph: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let begun = lines.drop { $0.allSatisfy(\.isWhitespace) }
    return begun.prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " ")
  }
}
