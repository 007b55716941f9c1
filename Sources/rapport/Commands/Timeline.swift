import RapportKit

/// `timeline`: what has been between us and a customer.
struct Timeline: HostCommand {
  static let command = Command(
    "timeline", summary: "Show what has been with a customer.", arguments: ["customer"],
    questions: [Question("customer", ask: "Which customer?", type: .customer)], moment: .standing)

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let customer = try await request.customer(in: context)
    let records = try await context.records.records(.init(customer: customer.id))
      .filter { ![.customer, .person].contains($0.kind) }
    guard !records.isEmpty else {
      return .done(Reply(blocks: [.note("Nothing is noted with \(customer.title) yet.")]))
    }
    let rows = records.map { ($0, Self.day($0, context)) }
      .sorted { ($0.1, $0.0.number ?? 0) < ($1.1, $1.0.number ?? 0) }
      .map { record, day in
        [
          record.number.map(String.init) ?? "", context.wording.short(day), record.kind.rawValue,
          record.title, record.state,
        ]
      }
    return .done(
      Reply(blocks: [.table(Table(columns: ["no", "when", "what", "", "state"], rows: rows))]))
  }

  /// When it happened, else when it is due, else when it was noted.
  private static func day(_ record: Record, _ context: Context) -> Moment {
    record.happened ?? record.due
      ?? record.changed.flatMap { Moment(iso: $0.prefix(10)) } ?? Moment(context.surroundings.today)
  }
}
