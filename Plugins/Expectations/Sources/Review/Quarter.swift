import RapportKit

/// What the records say of a customer between two reviews.
struct Quarter {
  /// The first day.
  let start: LocalDate
  /// The last day, today.
  let end: LocalDate
  /// The promises made, settled or still open in it.
  private(set) var ledger: Ledger
  /// The scorecard as it stands, with the rows measured in it.
  private(set) var card: Card
  /// What went wrong in it, or is still open.
  private(set) var incidents: [Record] = []
  /// Small hurts.
  private(set) var slips: [Record] = []
  /// What they said, in their words.
  private(set) var said: [Record] = []
  /// Calls, mails and visits: our own notes, which stay with us.
  private(set) var notes: [Record] = []
  /// The review before.
  private(set) var last: Record?
  /// The sheet.
  private(set) var sheet: Sheet?
  /// The review that stands in `due`.
  private(set) var planned: [Record] = []
  /// The review of today, when it is made again.
  private(set) var today: Record?
  /// What it promised then.
  private(set) var promised: Record?
  /// The first names of the people there.
  private var people: [RecordID: String] = [:]
  /// When they were told of an incident; nil when no message about it is out.
  private var told: [RecordID: Moment] = [:]

  /// Reads the records of `customer` from `since`, else from the last review, else from three months ago.
  init(of customer: RecordID, since: LocalDate?, in context: Context) async throws(Problem) {
    let kinds: [Record.Kind] = [
      .person, .promise, .incident, .step, "slip", "contact", "review", "sheet", "expectation",
      "measure",
    ]
    let records = try await context.records.records(RecordQuery(kinds: kinds, customer: customer))
    self.init(records, since: since, context: context)
    for incident in incidents {
      let links = try await context.records.links(of: incident.id)
      let messages = try await context.records.records(
        RecordQuery(
          ids: links.filter { $0.to == incident.id && $0.role == "about" }.map(\.from),
          kinds: [.draft], states: ["sent"]))
      guard !links.isEmpty else { continue }
      told[incident.id] = messages.compactMap(\.happened).min()
    }
  }

  private init(_ records: [Record], since: LocalDate?, context: Context) {
    let end = context.surroundings.today
    last = records.filter { $0.kind == "review" && ($0.happened?.date ?? end) < end }
      .max { ($0.happened?.date ?? end) < ($1.happened?.date ?? end) }
    today = records.last { $0.kind == "review" && $0.happened?.date == end }
    for person in records where person.kind == .person {
      people[person.id] = Named(name: person.title).greetingName
    }
    let start = since ?? last?.happened?.date ?? end.adding(months: -3)
    self.start = start
    self.end = end
    let isWithin = { (record: Record) in
      record.happened.map { $0.date >= start && $0.date <= end } ?? false
    }
    // What this very review promises is not yet part of what it looks back on.
    let own = today?.body["promise"]?.text
    promised = records.first { $0.kind == .promise && $0.id.rawValue == own }
    ledger = Ledger(
      records.filter { $0.kind == .promise && $0.id.rawValue != own }, at: context.surroundings.now
    ).during(start, end)
    card = Card(records, until: end)
    card.fill(from: ledger, on: end)
    incidents = records.filter { $0.kind == .incident && isWithin($0) }
    slips = records.filter { $0.kind == "slip" && isWithin($0) }
    let contacts = records.filter { $0.kind == "contact" && isWithin($0) }
    said = contacts.filter { $0.body["quote"]?.text != nil }
    notes = contacts.filter { $0.body["quote"]?.text == nil }
    sheet = records.filter { $0.kind == "sheet" }.last.map { Sheet($0.body) }
    planned = records.filter {
      $0.kind == .step && $0.state == "open" && $0.body["review"]?.bool == true
    }
  }

  /// Who said it: "Maria".
  func who(_ contact: Record) -> String? { contact.person.flatMap { people[$0] } }

  /// How many days after it happened they were told; nil when no message is out.
  func daysUntilTold(_ incident: Record) -> Int? {
    guard let told = told[incident.id], let happened = incident.happened else { return nil }
    return max(0, told.date.number - happened.date.number)
  }

  /// Whether the records say nothing at all.
  var isEmpty: Bool {
    ledger.lines.isEmpty && card.rows.isEmpty && incidents.isEmpty && slips.isEmpty && said.isEmpty
  }
}
