import Foundation

extension Context {
  /// The messages that the command's manifest declares, those whose `when` holds.
  public func drafts(for request: Request, values: [String: Node] = [:]) throws(Problem) -> [Draft]
  {
    var drafts: [Draft] = []
    for spec in request.command.drafts where spec.when?.holds(for: request.answers) ?? true {
      var draft = try templates.draft(spec.id, for: request, values: values)
      draft.kind = spec.kind
      draft.isShown = spec.isShown
      draft.to = request.answers.named("person") ?? request.answers.named("customer")
      drafts.append(draft)
    }
    return drafts
  }

  /// The dated follow-ups that the command's manifest declares, those whose `when` holds, with their messages.
  public func steps(for request: Request, values: [String: Node] = [:]) throws(Problem)
    -> [NextStep]
  {
    let answers = request.answers
    var steps: [NextStep] = []
    for spec in request.command.next where spec.when?.holds(for: answers) ?? true {
      var step = NextStep(
        try templates.line(spec.action, for: request, values: values),
        due: spec.due?.moment(from: answers, today: surroundings.today), part: spec.part)
      if spec.owner != "me" { step.owner = answers.text(spec.owner) ?? "me" }
      if let name = spec.draft {
        var draft = try templates.draft(name, for: request, values: values)
        draft.to = answers.named("person") ?? answers.named("customer")
        step.draft = draft
      }
      steps.append(step)
    }
    return steps
  }

  /// What is said once, before the first note about a customer is kept; nil after that.
  public func hintBeforeFirstNote() async throws(Problem) -> Block? {
    let notes = try await records.count(RecordQuery(kinds: [.contact, .slip]))
    return notes == 0
      ? .note("Write it as if they will read it: they may ask to.") : nil
  }

  /// The promise record of the commitment that answers `id`; nil without one.
  public func promise(_ id: String, for request: Request, at position: Int)
    throws(Problem) -> Record?
  {
    guard case .commitment(let commitment)? = request.answers[id]?.value else { return nil }
    let title = try templates.line("{{\(id).what}}", for: request, values: [:]).capitalizedFirst
    var record = Promise(
      id: request.recordID(position), title, customer: request.answers.named("customer")?.id,
      person: request.answers.named("person")?.id, owner: commitment.owner,
      made: surroundings.today, due: commitment.by, plugin: request.command.plugin,
      zone: surroundings.zone
    ).record
    record.body["what"] = .text(commitment.what)
    record.body["from"] = commitment.from.map { .text($0.description) }
    return record
  }
}

extension Commitment {
  /// Who owes it, for records: `me` for "I", else the name.
  public var owner: String {
    guard let who, !["i", "me", "myself"].contains(who.lowercased()) else { return "me" }
    return who
  }
}

extension Answers {
  /// The customer or person that answers `id`.
  public func named(_ id: String) -> Named? {
    switch self[id]?.value {
    case .customer(let named), .person(let named): named
    default: nil
    }
  }
}

extension Request {
  /// The customer on record that answers `customer`; a new name is a problem.
  public func customer(in context: Context) async throws(Problem) -> Record {
    if let known = try await knownCustomer(in: context) { return known }
    if let slip = try await mistypedCustomer(in: context) { throw slip }
    throw unknownCustomer(
      "Add them with `customer add \(name)`, or see the list with `customer list`.")
  }

  /// That the name which answers `customer` is new and close to one on record; nil when it is neither.
  public func mistypedCustomer(in context: Context) async throws(Problem) -> Problem? {
    guard try await knownCustomer(in: context) == nil else { return nil }
    let names = try await context.records.records(.init(kinds: [.customer])).map(\.title)
    return name.nearest(in: names).map { unknownCustomer("Did you mean “\($0)”?") }
  }

  private var name: String { answers.named("customer")?.name ?? "" }

  private func knownCustomer(in context: Context) async throws(Problem) -> Record? {
    guard let id = answers.named("customer")?.id else { return nil }
    return try await context.records.records(.init(ids: [id])).first
  }

  private func unknownCustomer(_ help: String) -> Problem {
    Problem(.unknownCustomer, "I know no customer called “\(name)”.", help: help)
  }
}
