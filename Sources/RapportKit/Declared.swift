import Foundation

extension Context {
  /// The messages that the command's manifest declares, those whose `when` holds.
  public func drafts(for request: Request, values: [String: Node] = [:]) throws(Problem) -> [Draft]
  {
    var drafts: [Draft] = []
    for spec in request.command.drafts where spec.when?.holds(for: request.answers) ?? true {
      var draft = try templates.draft(spec.id, for: request, values: values)
      draft.kind = spec.kind
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

  /// The promise record of the commitment that answers `id`; nil without one.
  public func promise(_ id: String, for request: Request, at position: Int)
    throws(Problem) -> Record?
  {
    guard case .commitment(let commitment)? = request.answers[id]?.value else { return nil }
    return Record(
      id: request.recordID(position), kind: .promise,
      customer: request.answers.named("customer")?.id, person: request.answers.named("person")?.id,
      title: try templates.line("{{\(id).what}}", for: request, values: [:]).capitalizedFirst,
      state: "promised", plugin: request.command.plugin,
      body: .compact(["owner": .text(commitment.owner), "what": .text(commitment.what)]),
      due: commitment.by, zone: surroundings.zone.identifier)
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
