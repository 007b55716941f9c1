import Formats
import RapportKit

/// Turns answers, code-given values and settings into what a template's names stand for.
struct TemplateValues {
  var wording: Wording
  var settings: Settings
  /// How answers are put into the message.
  var voice: Voice

  /// The marks that were put in for missing answers, in the order of the questions.
  private(set) var gaps: [String] = []

  /// Whether an answer so far named people besides the customer.
  private var others = false
  /// The texts as they were put into the message.
  private var shown: [String: String] = [:]
  /// Whether one named another customer.
  private var anotherCustomer = false

  init(wording: Wording, settings: Settings, voice: Voice) {
    self.wording = wording
    self.settings = settings
    self.voice = voice
  }

  /// All names of `request`, with `values` laid over them.
  mutating func all(_ request: Request, values: [String: Node]) -> [String: TemplateValue] {
    var names = questions(request.command.questions, request.answers)
    for option in request.command.options {
      names[option.id] =
        request.answers[option.id].map { state($0, option) } ?? TemplateValue(.absent)
    }
    for id in request.answers.ids where names[id] == nil {
      names[id] = request.answers[id].map { state($0, nil) }
    }
    for (name, value) in settingValues() { names[name] = value }
    names["today"] = date(Moment(wording.today))
    for (name, node) in values where !node.isNull {
      names[name] = overlay(names[name], Self.value(spoken(node, request)))
    }
    return names
  }

  /// The names of a page: settings, the date, and `values` exactly as they are.
  mutating func page(_ values: [String: Node]) -> [String: TemplateValue] {
    var names = settingValues().mapValues(\.bare)
    names["today"] = TemplateValue(wording.day(wording.today))
    for (name, node) in values { names[name] = Self.value(node).bare }
    return names
  }

  /// A code-given text that ends in an answer is put into the message as that answer is: "I " before a cause.
  private func spoken(_ node: Node, _ request: Request) -> Node {
    guard case .text(let text) = node.value else { return node }
    for question in request.command.questions where question.type == .text {
      guard let answer = request.answers.text(question.id), answer.count > 3,
        text.hasSuffix(answer)
      else { continue }
      return .text(text.dropLast(answer.count) + (shown[answer] ?? answer))
    }
    return node
  }

  // MARK: Answers

  private mutating func questions(_ questions: [Question], _ answers: Answers)
    -> [String: TemplateValue]
  {
    var names: [String: TemplateValue] = [:]
    for question in questions {
      if let answer = answers[question.id] {
        names[question.id] = state(answer, question)
      } else if question.required, question.when?.holds(for: answers) ?? true {
        names[question.id] = gap(question)
      } else {
        names[question.id] = TemplateValue(.absent)
      }
    }
    return names
  }

  private mutating func state(_ answer: Answer, _ question: Question?) -> TemplateValue {
    switch answer.state {
    case .given(let value): return given(value, question)
    case .skipped: return TemplateValue(.absent)
    case .unknown(let news):
      let say = question?.unknown?.say ?? "I do not know yet; I write again {{news}}"
      let when = news.map(wording.deadline) ?? "as soon as I know"
      let sentence = say.replacing("{{news}}", with: when)
      return TemplateValue(
        .absent, children: ["unknown": TemplateValue(Mark.around(sentence, Mark.prose))])
    }
  }

  private mutating func gap(_ question: Question) -> TemplateValue {
    let mark = "[\(question.gap ?? question.hint ?? question.ask)]"
    gaps.append(mark)
    let value = TemplateValue(Mark.around(mark, Mark.exact))
    let names: [String] =
      switch question.type {
      case .date: ["date", "day"]
      case .commitment: ["what"]
      case .customer, .person: ["name", "first"]
      default: []
      }
    var children = Dictionary(names.map { ($0, value) }, uniquingKeysWith: { first, _ in first })
    if question.type == .person {
      children["greeting"] = TemplateValue(Mark.around("Hello \(mark)", Mark.exact))
      children["dear"] = TemplateValue(Mark.around("Dear \(mark)", Mark.exact))
    }
    return TemplateValue(value.content, children: children)
  }

  /// A given answer as it reads in a message.
  mutating func given(_ value: Value, _ question: Question?) -> TemplateValue {
    switch value {
    case .text(let text):
      let said = voice.text(text, of: question, others: others)
      shown[text] = said
      others = others || voice.namesOthers(text)
      anotherCustomer = anotherCustomer || voice.namesAnotherCustomer(text)
      return prose(
        said,
        children: [
          "clause": TemplateValue(.flag(Clause.isWhole(said))),
          "dated": TemplateValue(.flag(Clause.isDated(said))),
        ])
    case .choice(let id):
      let label = question?.options.first { $0.id == id }?.label ?? id
      return phrase(label, children: [id: TemplateValue(.flag(true)), "id": exact(id)])
    case .choices(let ids):
      guard !ids.isEmpty else { return TemplateValue(.absent) }
      let labels = ids.map { id in question?.options.first { $0.id == id }?.label ?? id }
      let flags = ids.map { ($0, TemplateValue(.flag(true))) }
      return phrase(
        wording.list(labels), children: Dictionary(flags, uniquingKeysWith: { first, _ in first }))
    case .yesno(let bool): return TemplateValue(.flag(bool))
    case .number: return exact(value.node.text ?? "")
    case .scale(let point):
      let label =
        question?.options.indices.contains(point - 1) == true
        ? question?.options[point - 1].label : nil
      return phrase(label ?? String(point), children: ["point": exact(String(point))])
    case .money(let money): return exact(wording.money(money))
    case .date(let moment): return date(moment)
    case .time(let time): return exact(wording.time(time))
    case .duration(let length): return phrase(wording.duration(length))
    case .customer(let named): return name(named)
    case .person(let named):
      var person = name(named)
      person.children["greeting"] = exact("Hello \(named.greetingName)")
      person.children["dear"] = exact("Dear \(named.greetingName)")
      return person
    case .commitment(let commitment): return self.commitment(commitment, question)
    case .list(let rows):
      return TemplateValue(
        .list(rows.map { .map(questions(question?.group ?? [], $0)) }))
    }
  }

  private func date(_ moment: Moment) -> TemplateValue {
    phrase(
      wording.date(moment),
      children: [
        "date": phrase(wording.date(moment)), "day": phrase(wording.day(moment.date)),
        "weekday": exact(moment.date.weekday.name), "short": exact(wording.short(moment)),
        "time": moment.time.map { exact(wording.time($0)) } ?? TemplateValue(.absent),
        "deadline": phrase(wording.deadline(moment)),
      ])
  }

  private func name(_ named: Named) -> TemplateValue {
    exact(named.name, children: ["name": exact(named.name), "first": exact(named.greetingName)])
  }

  /// "Dana will credit the November printing fee by Friday 27 November", without its full stop; the clause as it was
  /// written where that form does not fit.
  private func commitment(_ commitment: Commitment, _ question: Question?) -> TemplateValue {
    let who =
      commitment.who.map { ["i", "me"].contains($0.lowercased()) ? "I" : voice.doer($0) } ?? "I"
    let what = voice.text(commitment.what, of: question, others: anotherCustomer)
    let by = commitment.by.map { wording.deadline($0) }
    var sentence = [who, "will", what, wording.due(commitment)].compactMap(\.self)
      .joined(separator: " ")
    if let written = commitment.sentence {
      sentence = voice.text(written, of: question, others: anotherCustomer)
    }
    return prose(
      sentence,
      children: [
        "who": phrase(who), "what": prose(what),
        "by": by.map { phrase(String($0.dropFirst("by ".count))) } ?? TemplateValue(.absent),
      ])
  }

  private func prose(_ text: String, children: [String: TemplateValue] = [:]) -> TemplateValue {
    marked(text, Mark.prose, children)
  }

  private func phrase(_ text: String, children: [String: TemplateValue] = [:]) -> TemplateValue {
    marked(text, Mark.phrase, children)
  }

  private func exact(_ text: String, children: [String: TemplateValue] = [:]) -> TemplateValue {
    marked(text, Mark.exact, children)
  }

  private func marked(_ text: String, _ mark: Character, _ children: [String: TemplateValue])
    -> TemplateValue
  {
    let text = text.trimmed
    guard !text.isEmpty else { return TemplateValue(.absent) }
    return TemplateValue(.text(Mark.around(text, mark)), children: children)
  }

  // MARK: Settings and code-given values

  private mutating func settingValues() -> [String: TemplateValue] {
    var groups: [String: TemplateValue] = ["me": .map([:])]
    for (name, value) in settings.values.sorted(by: { $0.key < $1.key }) {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      var shown = given(value, nil)
      if case .text(let text) = value { shown = exact(text) }
      groups[parts[0], default: .map([:])].children[parts[1]] = shown
    }
    return groups
  }

  private func overlay(_ base: TemplateValue?, _ top: TemplateValue) -> TemplateValue {
    guard let base, case .flag(true) = top.content, !top.children.isEmpty else { return top }
    var merged = base
    for (name, child) in top.children { merged.children[name] = child }
    return merged
  }

  /// A value that code gives: texts as written, booleans as switches, lists as rows, mappings as names below.
  static func value(_ node: Node) -> TemplateValue {
    switch node.value {
    case .null: TemplateValue(.absent)
    case .bool(let bool): TemplateValue(.flag(bool))
    case .number: TemplateValue(Mark.around(node.text ?? "", Mark.exact))
    case .text(let text):
      text.isEmpty ? TemplateValue(.absent) : TemplateValue(Mark.around(text, Mark.phrase))
    case .list(let nodes): TemplateValue(.list(nodes.map(value)))
    case .map(let entries):
      .map(
        Dictionary(
          entries.map { ($0.key, value($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
