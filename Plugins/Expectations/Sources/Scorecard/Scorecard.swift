import RapportKit

/// `scorecard`: what was agreed with a customer against what they got, and why they stay.
///
///     scorecard Acme
///     scorecard Acme first reply 3 h 10, from the ticket log
struct Scorecard: Plugin {
  /// Shows the card, or notes an actual and asks where a short one slipped.
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    guard let customer = request.answers.named("customer"), let id = customer.id else {
      throw Problem(
        .missingAnswer, "A scorecard is a customer's.", help: "Write `scorecard NAME`.")
    }
    let today = context.surroundings.today
    let ledger = try await Ledger(of: id, in: context)
    var card = try await Card(of: id, until: today, in: context)
    card.fill(from: ledger, on: today)
    if let line = request.answers.text("actual") {
      let entry = try ActualEntry(line, card: card, customer: customer.name)
      if entry.reading.isShort, request.state.isEmpty, !request.early {
        return .ask(
          Form(
            Gap.allCases.compactMap { request.command.question($0.id) }, state: "gap",
            title: entry.said(gap: nil)))
      }
      var reply = try entry.reply(to: request, gap: Gap(request.answers), in: context)
      if let doubt = entry.doubt(ledger) { reply.blocks.append(.note(doubt)) }
      return .done(reply)
    }
    if let reply = try Standing.noted(request, in: context) { return .done(reply) }
    return .done(
      try await show(card, ledger, of: customer.name, id, request, in: context))
  }

  private func show(
    _ card: Card, _ ledger: Ledger, of name: String, _ id: RecordID, _ request: Request,
    in context: Context
  ) async throws(Problem) -> Reply {
    var reply = Reply(citations: request.command.guidance)
    guard !card.rows.isEmpty else {
      if let slip = try await request.mistypedCustomer(in: context) { throw slip }
      reply.blocks = [
        .note("Nothing is agreed with \(name) that could be measured: `agree \(name.asWord)`.")
      ]
      if let line = ledger.summary { reply.blocks.insert(.markdown("Promises: \(line).\n"), at: 0) }
      reply.needsAttention = true
      return reply
    }
    let rows = card.rows.sorted { $0.rank < $1.rank }.map { row in
      [
        row.expected.what, row.expected.hoped ?? "", row.expected.acceptable ?? "",
        row.actual ?? "", row.measure?.body["evidence"]?.text ?? "", row.said,
      ]
    }
    reply.blocks = [
      .table(
        Table(
          columns: ["agreed", "hoped for", "acceptable", "actual", "evidence", "reading"],
          rows: rows))
    ]
    if let line = ledger.summary { reply.blocks.append(.markdown("Promises: \(line).\n")) }
    if let line = try await Standing.line(of: id, card: card, in: context) {
      reply.blocks.append(.markdown(line + "\n"))
    }
    reply.blocks.append(
      .note(
        "● green: as hoped or better. ▲ amber: between hoped and acceptable. ■ red: past acceptable."
      ))
    if let row = card.rows.first(where: { $0.reading.isShort && $0.gap == nil && !$0.isCounted }) {
      reply.blocks.append(
        .note(
          "Where it slipped is open for “\(row.expected.what)”: note its actual again, and answer four questions."
        ))
    }
    if let open = card.rows.sorted(by: { $0.rank < $1.rank }).first(where: { $0.actual == nil }) {
      reply.blocks.append(
        .note("Note an actual: `scorecard \(name.asWord) \(open.expected.what.lowercasedFirst) …`.")
      )
    }
    return reply
  }
}

extension Card.Row {
  /// Whether the ledger filled it: then nobody noted an actual.
  var isCounted: Bool { measure?.id == record.id }

  /// The worst first, what is not measured last, deliverables behind what has a level.
  var rank: Int {
    let order: [Reading.Colour] = [.red, .amber, .green, .none]
    return (order.firstIndex(of: reading.colour) ?? 0) * 2
      + (expected.aspect == "deliverable" ? 1 : 0)
  }

  /// "amber ▲ over the hoped 2 h, within the acceptable 4 h (1 h 10 more); slipped: …".
  var said: String {
    var text = reading.text
    guard reading.isShort else { return text }
    if let gap = reading.gap { text += " (\(gap) than hoped)" }
    return text + (gap.map { "; where it slipped: \($0.text)" } ?? "")
  }
}
