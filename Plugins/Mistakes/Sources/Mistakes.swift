import Foundation
public import RapportKit

/// Owns a mistake: judges how bad it is, whether it happened before and whether advice comes first, and fills the
/// message the manifest declares.
public struct Mistakes: Plugin {
  /// Needs nothing: all it uses comes with the request.
  public init() {}

  /// Asks about legal matters when the words suggest one, else gives the reply.
  public func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    if request.command.name == "slip" { return try await Slip().next(request, in: context) }
    let facts = try request.answers.decode(Facts.self)
    if request.state.isEmpty, !request.early, facts.legal == nil,
      let form = Advice.form(for: facts, request)
    {
      return .ask(form)
    }
    let earlier = try await earlier(than: facts, for: request, in: context)
    let severity = Severity(of: facts)
    let request = request.completed(with: facts, after: earlier)
    let wordings = Wordings(
      facts: facts, severity: severity, harm: request.harm(in: facts), earlier: earlier,
      context: context)
    let values = wordings.values

    var reply = Reply(
      blocks: Advice.notes(
        for: facts, severity: severity, earlier: earlier, wording: context.wording),
      drafts: try context.drafts(for: request, values: values),
      next: try context.steps(for: request, values: values), citations: request.command.guidance)
    reply.change = try change(
      facts, severity: severity, earlier: earlier, for: request, in: context)
    return .done(reply)
  }

  /// The latest mistake of the same kind with the same customer, within the setting's window.
  private func earlier(than facts: Facts, for request: Request, in context: Context)
    async throws(Problem) -> Record?
  {
    guard let customer = request.answers.named("customer")?.id, let category = facts.category else {
      return nil
    }
    let today = context.surroundings.today
    let window = context.settings["mistakes.window"]?.node.int ?? 365
    let incidents = try await context.records.records(
      RecordQuery(kinds: [.incident], customer: customer, order: .latest))
    return incidents.first { incident in
      guard incident.body["category"]?.text == category, let day = incident.happened?.date else {
        return false
      }
      let isOther = day != facts.when?.date
      return isOther && day <= (facts.when?.date ?? today) && today.number - day.number <= window
    }
  }

  private func change(
    _ facts: Facts, severity: Severity, earlier: Record?, for request: Request, in context: Context
  ) throws(Problem) -> Change {
    var incident = Record(
      id: request.recordID(0), kind: .incident, customer: request.answers.named("customer")?.id,
      person: request.answers.named("person")?.id, title: facts.happened ?? "A mistake",
      plugin: request.command.plugin,
      happened: facts.began.map { Moment(facts.day(context), $0) } ?? facts.when,
      zone: context.surroundings.zone.identifier)
    incident.body = .compact([
      "category": .text(facts.category), "severity": .text(severity.rawValue),
      "until": .text(facts.ended.map { Moment(facts.day(context), $0).description }),
      "harm": .text(facts.harm), "cause": .text(facts.cause), "remedy": .text(facts.repair?.what),
      "prevention": .text(facts.prevent), "told": facts.isSilent ? nil : true,
    ])
    var change = Change(put: [incident])
    if let promise = try context.promise("repair", for: request, at: 1) {
      change.put.append(promise)
      change.links.append(.init(promise.id, incident.id, role: "for"))
    }
    if let earlier { change.links.append(.init(incident.id, earlier.id, role: "repeats")) }
    return change
  }
}
