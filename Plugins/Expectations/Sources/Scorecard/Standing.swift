import Foundation
import RapportKit

/// Why a customer stays, and how it ended with those who renewed or left.
///
/// A stay that rests on penalties is held, not loyal, however good the figures look
/// (Jones & Sasser 1995; `one-sided/exit-fees#held-is-not-loyal`).
enum Standing {
  /// The reply to `--stays` and `--outcome`; nil when neither was given.
  static func noted(_ request: Request, in context: Context) throws(Problem) -> Reply? {
    guard let customer = request.answers.named("customer") else { return nil }
    let zone = context.surroundings.zone.identifier
    var day = Moment(context.surroundings.today)
    if case .date(let moment)? = request.answers["on"]?.value { day = moment }
    var change = Change()
    var said: [String] = []
    if case .choices(let reasons)? = request.answers["stays"]?.value, !reasons.isEmpty {
      let labels = labels(of: reasons, request)
      change.put.append(
        Record(
          id: request.recordID(1), kind: "stay", customer: customer.id,
          title: "They stay for \(labels)", state: isHeld(reasons) ? "held" : "noted",
          plugin: request.command.plugin, body: ["reasons": .list(reasons.map { .text($0) })],
          happened: day, zone: zone))
      said.append(verdict(reasons, labels: labels))
    }
    if let outcome = request.answers.text("outcome") {
      change.put.append(
        Record(
          id: request.recordID(2), kind: "outcome", customer: customer.id,
          title: outcome == "lost" ? "Lost" : "Renewed", state: outcome,
          plugin: request.command.plugin, happened: day, zone: zone))
      said.append(
        "\(customer.name): \(outcome), \(context.wording.short(day)). `scorecard backtest` holds the cards against it."
      )
    }
    guard !change.isEmpty else { return nil }
    return Reply(blocks: said.map { .markdown($0 + "\n") }, change: change)
  }

  /// "They stay for the penalty of leaving: held, not loyal. …"; nil when nobody has said why.
  static func line(of customer: RecordID, card: Card, in context: Context) async throws(Problem)
    -> String?
  {
    let stays = try await context.records.records(
      RecordQuery(kinds: ["stay"], customer: customer, order: .latest, limit: 1))
    guard let stay = stays.first else { return nil }
    let reasons = stay.body["reasons"]?.list?.compactMap(\.text) ?? []
    let when = stay.happened.map { " (\(context.wording.short($0)))" } ?? ""
    guard isHeld(reasons) else { return "\(stay.title)\(when)." }
    let good = card.colour == .green ? " Green rows do not change that." : ""
    return "\(stay.title)\(when): held, not loyal.\(good) Ask what the fee protects."
  }

  /// Whether the stay rests on penalties, with nothing beside them but the effort of moving.
  static func isHeld(_ reasons: [String]) -> Bool {
    reasons.contains("penalties")
      && reasons.allSatisfy { ["penalties", "switching"].contains($0) }
  }

  private static func verdict(_ reasons: [String], labels: String) -> String {
    isHeld(reasons)
      ? "They stay for \(labels): held, not loyal. Ask what the fee protects."
      : "They stay for \(labels)."
  }

  private static func labels(of reasons: [String], _ request: Request) -> String {
    let options = request.command.question("stays")?.options ?? []
    return Wording(today: LocalDate(2000, 1, 1)).list(
      reasons.map { id in options.first { $0.id == id }?.label ?? id })
  }
}
