import RapportKit

/// `due`: what is promised or planned and not done, the earliest first.
struct DueList: HostCommand {
  static let command = Command(
    "due", aliases: ["today"], summary: "List what is due, the earliest first.",
    arguments: ["customer", "when"],
    options: [
      Question("customer", ask: "Of which customer", type: .customer),
      Question(
        "when", ask: "When: `tomorrow`, `this week`, a day, `by Friday`, or `overdue`", type: .text,
        from: .date),
      Question("person", ask: "For whom there", type: .person),
      Question("owner", ask: "Who keeps it; `me` for yours", type: .text),
      Question("all", ask: "All lines, however many", type: .yesno),
      Question(
        "quiet", ask: "One line when something is overdue or due today (exit 1), else nothing",
        type: .yesno),
      Question("ics", ask: "Write a calendar file to subscribe to: due.ics", type: .text),
    ], moment: .agree)

  /// How many lines the list has at most, unless all are wanted.
  static let limit = 50

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let query = try await query(request, in: context)
    if let file = request.answers.text("ics") {
      return .done(try await calendar(file, query, in: context))
    }
    if wants("quiet", request) {
      let line = try await DueLine(query, in: context.records, context.surroundings).text
      return .done(
        Reply(blocks: line.map { [.verbatim($0 + "\n")] } ?? [], needsAttention: line != nil))
    }
    if let when = request.answers.text("when") {
      let limit = wants("all", request) ? Int.max : Self.limit
      return .done(try await DueWhen(when, context).list(query, limit: limit))
    }
    let count = try await context.records.count(query)
    guard count > 0 else { return .done(Reply(blocks: [.note(Self.nothing(query))])) }
    var dated = query
    if !wants("all", request) { dated.limit = Self.limit }
    var open = try await context.records.records(dated)
    if open.count < dated.limit ?? .max, open.count < count {
      // What has no date is owed all the same, and stands at the end.
      var rest = dated
      rest.undated = true
      rest.order = .number
      rest.limit = dated.limit.map { $0 - open.count }
      open += try await context.records.records(rest)
    }
    return .done(Reply(blocks: try await Self.blocks(open, of: count, in: context)))
  }

  /// The table of `open`, and how many more there are when it is not all of `count`.
  static func blocks(_ open: [Record], of count: Int, in context: Context) async throws(Problem)
    -> [Block]
  {
    let table = table(open, names: try await names(of: open, in: context), in: context)
    guard open.count < count else { return [table] }
    return [
      table,
      .note("\(count - open.count) more lines: `due CUSTOMER`, `due --owner me`, `due --all`."),
    ]
  }

  /// That nothing is due, with what was looked for.
  static func nothing(_ query: RecordQuery) -> String {
    switch query.owner {
    case nil where query.customer == nil && query.person == nil: "Nothing is due."
    case nil: "Nothing is due to them."
    case "me"?: "Nothing that you keep is due."
    case let owner?: "Nothing that \(owner) keeps is due."
    }
  }

  private func wants(_ option: String, _ request: Request) -> Bool {
    request.answers[option]?.value?.node.bool ?? false
  }

  private func query(_ request: Request, in context: Context) async throws(Problem) -> RecordQuery {
    var query = RecordQuery.open
    if request.answers.named("customer") != nil {
      query.customer = try await request.customer(in: context).id
    }
    if let person = request.answers.named("person") {
      let known = try await context.records.records(.init(ids: [person.id].compactMap(\.self)))
      guard let id = known.first?.id else {
        throw Problem(
          .notFound, "I know nobody called “\(person.name)” at a customer.",
          help: "`due --owner \(person.name)` lists what a colleague owes.")
      }
      query.person = id
    }
    query.owner = request.answers.text("owner")
    return query
  }

  /// One calendar file with all that has a date; it is the same again as long as nothing changes.
  private func calendar(_ file: String, _ query: RecordQuery, in context: Context)
    async throws(Problem) -> Reply
  {
    let open = try await context.records.records(query)
    let names = try await Self.names(of: open, in: context)
    let events = open.compactMap { record in
      CalendarEvent(due: record, customer: record.customer.flatMap { names[$0] })
    }
    let count = "\(events.count) \(events.count == 1 ? "line" : "lines")"
    return Reply(
      blocks: file == "-"
        ? []
        : [.note("\(count) written to \(file). Subscribe to it once; write it again at any time.")],
      files: [OutputFile(file, events: events)])
  }

  /// The names of the customers of `records`.
  static func names(of records: [Record], in context: Context) async throws(Problem)
    -> [RecordID: String]
  {
    let ids = Set(records.compactMap(\.customer))
    guard !ids.isEmpty else { return [:] }
    let customers = try await context.records.records(.init(ids: Array(ids)))
    return Dictionary(customers.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rows: when, in how many days, what, who, for whom, and what closes it.
  static func table(_ records: [Record], names: [RecordID: String], in context: Context)
    -> Block
  {
    let now = context.surroundings.now
    var table = Table(columns: ["no", "due", "", "what", "who", "customer", "then"], rows: [])
    var sheet = Table.Sheet(
      columns: ["no", "due", "days", "kind", "what", "who", "customer", "state"])
    for record in records {
      let owner = record.body["owner"]?.text ?? "me"
      let number = record.number.map(String.init) ?? ""
      let customer = record.customer.flatMap { names[$0] } ?? ""
      let isLate = record.kind == .promise && record.due.map { $0 < now } ?? false
      table.rows.append([
        number, record.due.map { context.wording.short($0) } ?? "",
        left(record.due, now), record.title,
        owner == "me" ? "you" : owner.capitalizedFirst, customer,
        isLate ? "`done \(number)`, or `mistake`" : "`done \(number)`",
      ])
      sheet.rows.append([
        number, record.due?.description ?? "",
        record.due.map { String($0.date.number - now.date.number) } ?? "", record.kind.rawValue,
        record.title, owner, customer, record.state,
      ])
    }
    table.sheet = sheet
    return .table(table)
  }

  private static func left(_ due: Moment?, _ now: Moment) -> String {
    guard let due else { return "" }
    let days = due.date.number - now.date.number
    return switch days {
    case 0: due < now ? "overdue" : "today"
    case 1: "tomorrow"
    case 2...: "in \(days) days"
    case -1: "1 day overdue"
    default: "\(-days) days overdue"
    }
  }
}
