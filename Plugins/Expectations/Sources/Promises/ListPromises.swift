import RapportKit

/// `promise list`: what is open, the earliest first; of one customer, all there ever was.
struct ListPromises: Plugin {
  /// How many lines a list has at most, unless all are wanted.
  static let limit = 50

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    var query = RecordQuery(kinds: [.promise])
    if request.answers.named("customer") != nil {
      query.customer = try await request.customer(in: context).id
    }
    query.owner = request.answers.text("owner")
    let wantsAll = request.answers["everything"]?.value?.node.bool ?? false
    if query.customer == nil, !wantsAll { query.states = Self.open }
    let count = try await context.records.count(query)
    guard count > 0 else {
      let note = query.customer == nil ? "No promise is open." : "Nothing is promised there yet."
      return .done(Reply(blocks: [.note(note + " `promise CUSTOMER WHAT by WHEN` notes one.")]))
    }
    query.order = query.customer == nil ? .due : .number
    if !wantsAll { query.limit = Self.limit }
    var records = try await context.records.records(query)
    if query.order == .due, records.count < query.limit ?? .max {
      // What has no date is owed all the same, and stands at the end.
      var rest = query
      rest.order = .number
      rest.undated = true
      rest.limit = query.limit.map { $0 - records.count }
      records += try await context.records.records(rest)
    }
    let names = try await context.names(of: records)
    var blocks: [Block] = [.table(table(records, names, in: context))]
    if records.count < count {
      blocks.append(
        .note(
          "\(context.wording.count(count - records.count, "more promise")): "
            + "`promise list CUSTOMER`, or `--everything`."))
    }
    if let customer = query.customer {
      let promises = try await context.promises(of: customer)
      let words = FigureWords(
        PromiseFigures(promises, at: context.surroundings.now, unanswered: context.unanswered))
      blocks.append(.markdown(words.sentence))
    }
    return .done(Reply(blocks: blocks))
  }

  static let open = Promise.State.allCases.filter(\.isOpen).map(\.rawValue)

  private func table(_ records: [Record], _ names: [RecordID: String], in context: Context) -> Table
  {
    let now = context.surroundings.now
    var table = Table(columns: ["no", "due", "what", "who", "customer", "state"], rows: [])
    var sheet = Table.Sheet(
      columns: ["no", "due", "what", "who", "customer", "state", "moves", "kept"])
    for promise in records.compactMap(Promise.init) {
      let record = promise.record
      let number = record.number.map(String.init) ?? ""
      let customer = record.customer.flatMap { names[$0] } ?? ""
      table.rows.append([
        number, record.due.map { context.wording.short($0) } ?? "", record.title,
        promise.owner == "me" ? "you" : promise.owner.capitalizedFirst, customer,
        promise.words(at: now, unanswered: context.unanswered),
      ])
      sheet.rows.append([
        number, record.due?.description ?? "", record.title, promise.owner, customer,
        promise.state.rawValue, String(promise.moves), promise.kept?.description ?? "",
      ])
    }
    table.sheet = sheet
    return table
  }
}

extension Promise {
  /// Its state in words: "overdue 3 days", "kept, 2 days late, unconfirmed", "moved twice".
  func words(at now: Moment, unanswered days: Int) -> String {
    var parts = [state.rawValue]
    switch state {
    case .promised, .moved:
      if moves > 1 { parts[0] += moves == 2 ? " twice" : " \(moves) times" }
      if isOverdue(at: now), let due = record.due {
        let late = now.date.number - due.date.number
        parts.append(late > 0 ? "\(DateAdvice.days(late)) overdue" : "overdue")
      }
    case .kept, .confirmed:
      if let daysLate, daysLate > 0 { parts.append("\(DateAdvice.days(daysLate)) late") }
      if isUnconfirmed(on: now.date, after: days) { parts.append("unconfirmed") }
      if exceeded { parts.append("exceeded") }
    default: break
    }
    return parts.joined(separator: ", ")
  }
}

extension Context {
  /// After how many days without an answer a kept promise counts as unconfirmed.
  var unanswered: Int { settings["expectations.unanswered"]?.node.int ?? 14 }

  /// The names of the customers that `records` belong to.
  func names(of records: [Record]) async throws(Problem) -> [RecordID: String] {
    let ids = Set(records.compactMap(\.customer))
    guard !ids.isEmpty else { return [:] }
    let customers = try await self.records.records(RecordQuery(ids: Array(ids)))
    return Dictionary(customers.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The promises to `customer`, in the order they came.
  func promises(of customer: RecordID?) async throws(Problem) -> [Promise] {
    try await records.records(RecordQuery(kinds: [.promise], customer: customer))
      .compactMap(Promise.init)
  }
}
