import Foundation
package import RapportKit

/// Runs a command that is all declared: its drafts, what it saves and what comes next.
package struct FolderCommand: Plugin {
  /// Needs nothing: the command comes with the request.
  package init() {}

  package func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    var reply = Reply(
      drafts: try context.drafts(for: request), next: try context.steps(for: request),
      citations: request.command.guidance)
    for (position, spec) in request.command.saves.enumerated()
    where spec.when?.holds(for: request.answers) ?? true {
      reply.change.put.append(try record(spec, at: position, for: request, in: context))
    }
    return .done(reply)
  }

  private func record(_ spec: SaveSpec, at position: Int, for request: Request, in context: Context)
    throws(Problem) -> Record
  {
    let answers = request.answers
    var record = Record(
      id: request.recordID(position), kind: .init(rawValue: spec.kind),
      title: try context.templates.line(spec.title, for: request, values: [:]),
      plugin: request.command.plugin, happened: spec.happened.flatMap { answers.date($0) },
      due: spec.due?.moment(from: answers, today: context.surroundings.today),
      zone: context.surroundings.zone.identifier)
    if record.kind == .promise, case .answer(let id) = spec.due,
      let promise = try context.promise(id, for: request, at: position)
    {
      record.state = promise.state
      record.body = promise.body
    }
    record.customer = answers.named(spec.customer ?? "customer")?.id
    record.person = answers.named(spec.person ?? "person")?.id
    return record
  }
}
