import Foundation
import RapportKit

/// `promise`: notes a promise, in one line or with questions.
struct MakePromise: Plugin {
  /// What the answers say, as the manifest's questions and options name it.
  struct Facts: Decodable {
    var what: String?
    var due: Moment?
    var owner: String?
    var done: String?
    var means: String?
    var state: String?
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    if let form = questions(for: request) { return .ask(form) }
    let facts = try request.answers.decode(Facts.self)
    let person = request.answers.named("person")
    let words = PromiseWords(facts.what ?? "", person: person?.name)
    let promise = Record(
      id: request.recordID(0), kind: .promise, customer: request.answers.named("customer")?.id,
      person: person?.id, title: words.what, state: facts.state ?? "promised",
      plugin: request.command.plugin,
      body: .compact([
        "owner": .text(facts.owner ?? words.owner ?? "me"),
        "made": .text(context.surroundings.today.description),
        "first_due": .text(facts.due?.description), "done": .text(facts.done),
        "means": .text(facts.means),
      ]),
      due: facts.due, zone: context.surroundings.zone.identifier)
    return .done(Reply(change: Change(put: [promise]), citations: request.command.guidance))
  }

  /// A promise that was typed at its question is also asked when it is done, and whether there are the means.
  private func questions(for request: Request) -> Form? {
    guard request.state.isEmpty, !request.early, request.answers["what"]?.origin == .typed else {
      return nil
    }
    let open = ["done", "means"].filter { request.answers[$0] == nil }
      .compactMap(request.command.question)
    return open.isEmpty ? nil : Form(open, state: "parts")
  }
}
