import RapportKit

/// `due`: what is promised or planned and not done, the earliest first.
struct DueList: HostCommand {
  static let command = Command(
    "due", aliases: ["today"], summary: "List what is due, the earliest first.",
    arguments: ["customer"],
    options: [Question("customer", ask: "Of which customer", type: .customer)], moment: .agree)

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    var query = RecordQuery.open
    if request.answers.named("customer") != nil {
      query.customer = try await request.customer(in: context).id
    }
    var open = try await context.records.records(query)
    // What has no date is owed all the same, and stands at the end.
    query.order = .number
    open += try await context.records.records(query).filter { $0.due == nil }
    guard !open.isEmpty else { return .done(Reply(blocks: [.note("Nothing is due.")])) }
    let customers = try await context.records.records(.init(kinds: [.customer]))
    let names = Dictionary(
      customers.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    return .done(Reply(blocks: [Self.table(open, names: names, in: context)]))
  }

  /// The rows: when, in how many days, what, who, for whom.
  static func table(_ records: [Record], names: [RecordID: String], in context: Context) -> Block {
    let rows = records.map { record in
      let owner = record.body["owner"]?.text ?? "me"
      return [
        record.number.map(String.init) ?? "",
        record.due.map { context.wording.short($0) } ?? "", left(record.due, context),
        record.title, owner == "me" ? "you" : owner.capitalizedFirst,
        record.customer.flatMap { names[$0] } ?? "",
      ]
    }
    return .table(Table(columns: ["no", "due", "", "what", "who", "customer"], rows: rows))
  }

  private static func left(_ due: Moment?, _ context: Context) -> String {
    guard let due else { return "" }
    let days = due.date.number - context.surroundings.today.number
    return switch days {
    case 0: "today"
    case 1: "tomorrow"
    case 2...: "in \(days) days"
    case -1: "1 day overdue"
    default: "\(-days) days overdue"
    }
  }
}

/// `done`: a step or promise is done.
struct Done: HostCommand {
  static let changes = Changing.records
  static let command = Command(
    "done", summary: "Mark a due line as done.", arguments: ["number"],
    questions: [
      Question("number", ask: "Which one?", type: .number, hint: "its number in `due`")
    ])

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let number = request.answers["number"]?.value?.node.int
    guard var record = try await context.records.records(.init(number: number)).first,
      number != nil,
      [.promise, .step].contains(record.kind)
    else {
      throw Problem(.notFound, "Nothing is due under that number.", help: "See `due`.")
    }
    record.state = record.kind == .promise ? "kept" : "done"
    return .done(
      Reply(
        blocks: [.note("\(record.state.capitalizedFirst): \(record.title).")],
        change: Change(put: [record])))
  }
}
