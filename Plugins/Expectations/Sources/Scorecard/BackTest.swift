import RapportKit

/// `scorecard backtest`: what the cards showed some time before customers renewed or left.
///
/// A score that was green before they left measures the wrong things
/// (`expectations/scorecard#check-the-score-against-what-happened`).
struct BackTest: Plugin {
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let before = request.answers["before"]?.value?.node.int ?? 90
    let outcomes = try await context.records.records(RecordQuery(kinds: ["outcome"]))
    guard !outcomes.isEmpty else {
      return .done(
        Reply(
          blocks: [
            .note(
              "No customer is noted as renewed or lost: `scorecard NAME --outcome lost --on 2026-09-30`."
            )
          ], needsAttention: true))
    }
    let records = try await context.records.records(RecordQuery(kinds: ["expectation", "measure"]))
    let customers = try await context.records.records(RecordQuery(kinds: [.customer]))
    let names = Dictionary(customers.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
    let byCustomer = Dictionary(grouping: records, by: \.customer)
    var counts: [Reading.Colour: (renewed: Int, lost: Int)] = [:]
    var surprises: [String] = []
    for outcome in outcomes {
      guard let day = outcome.happened?.date else { continue }
      let card = Card(byCustomer[outcome.customer] ?? [], until: day.adding(days: -before))
      let colour = card.colour ?? .none
      if outcome.state == "lost" {
        counts[colour, default: (0, 0)].lost += 1
        if colour == .green, let name = outcome.customer.flatMap({ names[$0] }) {
          surprises.append(name)
        }
      } else {
        counts[colour, default: (0, 0)].renewed += 1
      }
    }
    let rows = Reading.Colour.allCases.compactMap { colour -> [String]? in
      guard let count = counts[colour] else { return nil }
      let name = colour == .none ? "not measured" : "\(colour.rawValue) \(colour.mark)"
      return [name, String(count.renewed), String(count.lost)]
    }
    var reply = Reply(blocks: [
      .table(Table(columns: ["\(before) days before", "renewed", "lost"], rows: rows))
    ])
    if !surprises.isEmpty {
      reply.blocks.append(
        .markdown(
          "Green, and lost: \(context.wording.list(surprises)). The card measured the wrong things there.\n"
        ))
    }
    if outcomes.count < 30 {
      reply.blocks.append(
        .note(
          "\(context.wording.count(outcomes.count, "customer").capitalizedFirst): too few to say how well the colours tell, enough to look at each."
        ))
    }
    reply.citations = request.command.guidance
    return .done(reply)
  }
}
