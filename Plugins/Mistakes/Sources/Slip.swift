import Foundation
import RapportKit

/// `slip`: a small hurt, noted before many of them add up.
struct Slip: Plugin {
  /// What the answers say.
  struct Facts: Decodable {
    var what: String?
    var when: Moment?
    var days: LocalDuration?
    var category: String?
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let facts = try request.answers.decode(Facts.self)
    let when =
      try request.pastDate(
        "when", in: context, help: "Note what has been; what will come late is `bad-news`.")
      ?? Moment(context.surroundings.today)
    let what = (facts.what ?? "").capitalizedFirst
    let name = request.answers.named("customer")?.name ?? ""
    let slip = Record(
      id: request.recordID(0), kind: .slip, customer: request.answers.named("customer")?.id,
      person: request.answers.named("person")?.id, title: what, state: "open",
      plugin: request.command.plugin,
      body: .compact([
        "category": .text(facts.category), "days": .number(facts.days.map { $0.minutes / 1440 }),
      ]),
      happened: when,
      zone: context.surroundings.zone.identifier)
    let length = facts.days.map { ", \(context.wording.duration($0))" } ?? ""
    var blocks: [Block] = [.note("Slip noted with \(name): \(what)\(length).")]
    if let hint = try await context.hintBeforeFirstNote() { blocks.append(hint) }
    return .done(
      Reply(
        blocks: blocks, change: Change(put: [slip]), citations: request.command.guidance))
  }
}
