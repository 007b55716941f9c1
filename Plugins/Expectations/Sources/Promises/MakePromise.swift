import Foundation
import RapportKit

/// `promise`: notes a promise, in one line or with questions, and says what its date and its words risk.
struct MakePromise: Plugin {
  /// What the answers say, as the manifest's questions and options name it.
  struct Facts: Decodable {
    var what: String?
    var due: Moment?
    /// The day chosen after it was said that the first is bold.
    var sure: Moment?
    var owner: String?
    var done: String?
    var means: String?
    var state: String?
    var past: String?
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let customer = try await request.knownOrNew(in: context)
    let facts = try request.answers.decode(Facts.self)
    let person = request.answers.named("person")
    let words = PromiseWords(facts.what ?? "", customer: customer?.name, person: person?.name)
    let said = try await context.reading.promise(
      words.what, to: [customer?.name, person?.name].compactMap(\.self))
    let what = (said?.what ?? words.what).capitalizedFirst
    let isTheirs = facts.owner == nil && said?.isTheirs == true
    let they = said?.who ?? customer?.name ?? "they"
    let owner = facts.owner ?? (isTheirs ? they : words.owner ?? said?.owner ?? "me")
    if !request.early, !isTheirs, let form = parts(of: request) { return .ask(form) }
    let state = facts.state.flatMap(Promise.State.init) ?? .promised
    let today = context.surroundings.today
    var notes: [String] = []
    if isTheirs, facts.due == nil, !request.early {
      return .ask(Self.date(request, title: nil))
    }
    if isTheirs {
      notes.append("That is theirs to keep: it stands in `due`, and in none of your figures.")
    } else if state == .promised {
      let advice = try await advice(what, owner, facts, in: context)
      if facts.due == nil, !request.early {
        return .ask(Self.askDate(request, advice, from: today, context.wording))
      }
      if let due = facts.due, advice.isBold(due, from: today) {
        let bold = Self.bold(due, advice, from: today, context.wording)
        if facts.sure == nil, !request.early { return .ask(Self.askAgain(due, bold)) }
        if facts.sure == due { notes.append(bold) }
      }
    }
    if !isTheirs { notes += try guarded(what, facts, in: context) }
    let promise = Promise(
      id: request.recordID(0), what, customer: customer?.id, person: person?.id,
      owner: owner, isTheirs: isTheirs, state: state, made: today, due: facts.sure ?? facts.due,
      done: facts.done ?? words.done,
      means: facts.means, plugin: request.command.plugin, zone: context.surroundings.zone)
    if state != .promised { notes.insert("Noted as \(state.rawValue): \(what).", at: 0) }
    return .done(
      Reply(
        blocks: notes.map(Block.note), change: Change(put: [promise.record]),
        citations: request.command.guidance))
  }

  /// A promise that was typed at its question is also asked when it is done, and whether there are the means.
  private func parts(of request: Request) -> Form? {
    guard request.answers["what"]?.origin == .typed else { return nil }
    let open = ["done", "means"].filter { request.answers[$0] == nil }
      .compactMap(request.command.question)
    return open.isEmpty ? nil : Form(open, state: "parts")
  }

  /// The past cases that were given, else the kept promises like this one among the latest.
  private func advice(_ what: String, _ owner: String, _ facts: Facts, in context: Context)
    async throws(Problem) -> DateAdvice
  {
    if let past = facts.past { return try DateAdvice(past: past) }
    return DateAdvice(like: what, owner: owner, among: try await context.keptPromises())
  }

  /// The question of the date, with what the history says or what an outsider would ask.
  private static func askDate(
    _ request: Request, _ advice: DateAdvice, from today: LocalDate, _ wording: Wording
  ) -> Form {
    date(
      request, title: advice.isEnough ? advice.sentence(from: today, wording) : noHistory(advice))
  }

  private static func date(_ request: Request, title: String?) -> Form {
    var question = request.command.question("due") ?? Question("due", ask: "By when?", type: .date)
    question.required = true
    return Form([question], state: "date", title: title)
  }

  /// What to ask oneself where there is no history.
  static func noHistory(_ advice: DateAdvice) -> String {
    let found =
      advice.cases.isEmpty
      ? "no job like this is" : "only \(advice.like) \(advice.cases.count == 1 ? "is" : "are")"
    return
      "Not enough history for a number: \(found) on record. Before you name a day, ask as an outsider "
      + "would: how long did the last one like it really take, from yes to done? What held it up? "
      + "Who else has to do something first?"
  }

  private static func bold(
    _ due: Moment, _ advice: DateAdvice, from today: LocalDate, _ wording: Wording
  ) -> String {
    let days = due.date.number - today.number
    return "\(wording.short(due)) is bolder than your history: it leaves \(DateAdvice.days(days)). "
      + advice.sentence(from: today, wording) + " (promises/dates-from-history)"
  }

  /// The date again, where it is bolder than the history; Enter keeps it.
  private static func askAgain(_ due: Moment, _ bold: String) -> Form {
    Form(
      [
        Question(
          "sure", ask: "By when, then?", type: .date, hint: "Enter keeps it",
          why: "promises/dates-from-history", standard: .literal(due.description),
          validate: .init(notPast: true))
      ], state: "bold", title: bold)
  }

  /// What the words of the promise risk, and what is not said.
  private func guarded(_ what: String, _ facts: Facts, in context: Context) throws(Problem)
    -> [String]
  {
    var notes = try context.checks.check(what, kind: nil, channel: .email).findings
      .filter { $0.length > 0 }
      .map { $0.message + ($0.rewrite.map { " Rather: \($0)" } ?? "") }
    if facts.means == "no" {
      notes.append(
        "You do not have what it takes yet: get it first, or offer a part of it "
          + "(promises/before-you-promise).")
    }
    return notes
  }
}

extension Context {
  /// The latest three hundred promises that were kept, from which dates are read.
  func keptPromises() async throws(Problem) -> [Promise] {
    try await records.records(
      RecordQuery(kinds: [.promise], states: ["kept", "confirmed"], order: .newest, limit: 300)
    ).compactMap(Promise.init)
  }
}

extension Request {
  /// The customer of a promise: on record, or new. A name that is close to one on record is a problem, for it may be a slip of
  /// the finger.
  func knownOrNew(in context: Context) async throws(Problem) -> Named? {
    guard let named = answers.named("customer"), let id = named.id else {
      return answers.named("customer")
    }
    guard try await context.records.records(RecordQuery(ids: [id])).isEmpty else { return named }
    let names = try await context.records.records(RecordQuery(kinds: [.customer])).map(\.title)
    guard let near = named.name.nearest(in: names) else { return named }
    throw Problem(
      .unknownCustomer, "I know no customer called “\(named.name)”. Did you mean “\(near)”?",
      help: "Say it again with that name, or add the new one first: `customer add \(named.name)`.")
  }
}
