import RapportKit
import Testing

@testable import Expectations

/// R29: the scorecard.
@Suite struct ScorecardTests {
  private static let reply = Expected(
    what: "First reply", source: .demo, hoped: "2 h", acceptable: "4 h")
  private static let onTime = Expected(
    what: "Deliveries on time", source: .contract, hoped: "95 %", acceptable: "90 %")
  private static let faults = Expected(
    what: "Faults", source: .past, hoped: "1", acceptable: "at most 3 a month")

  @Test(
    arguments: [
      (reply, "1 h 50", "green ● as hoped", "10 min less"),
      (reply, "2 h", "green ● as hoped", "none"),
      (reply, "3 h 10", "amber ▲ over the hoped 2 h, within the acceptable 4 h", "1 h 10 more"),
      (reply, "2 days", "red ■ over the acceptable 4 h", "46 h more"),
      (onTime, "97 %", "green ● as hoped", "2 points more"),
      (onTime, "91 %", "amber ▲ below the hoped 95 %, above the 90 % floor", "4 points less"),
      (onTime, "90 %", "amber ▲ below the hoped 95 %, above the 90 % floor", "5 points less"),
      (onTime, "89.5 %", "red ■ below the 90 % floor", "5.5 points less"),
      (faults, "2", "amber ▲ over the hoped 1, within the acceptable 3", "1 more"),
      (faults, "4 faults", "red ■ over the acceptable 3", "3 more"),
    ] as [(Expected, String, String, String)])
  func `R29 a colour prints its rule and is never colour alone`(
    row: Expected, actual: String, text: String, gap: String
  ) {
    let reading = Reading(row, actual: actual)
    #expect(reading.text == text)
    #expect(reading.gap == gap)
  }

  @Test
  func `R29 inside the zone is amber, below acceptable is red, what is not measured has no colour`()
  {
    #expect(Reading(Self.onTime, actual: "92 %").colour == .amber)
    #expect(Reading(Self.onTime, actual: "80 %").colour == .red)
    #expect(Reading(Self.onTime, actual: nil).text == "not measured yet")
    #expect(Reading(Self.onTime, actual: "2 h").text == "2 h cannot be held against 95 %")
    let hopedOnly = Expected(what: "Reply", hoped: "2 h")
    #expect(Reading(hopedOnly, actual: "3 h").text == "amber ▲ over the hoped 2 h; no floor agreed")
    let deliverable = Expected(what: "12 printers set up", aspect: "deliverable")
    #expect(Reading(deliverable, actual: "accepted").text == "green ● done as agreed")
  }

  @Test(
    arguments: [
      ("3 h 10", 190.0), ("3h", 180), ("1 h 30 min", 90), ("90 minutes", 90), ("2 days 4 h", 3120),
      ("95 %", 95), ("95 per cent", 95), ("2,5 %", 2.5), ("1,250 labels", 1250),
      ("within 4 hours", 240),
      ("2 working days", 2880),
    ])
  func `R29 a measure is read with its unit`(text: String, amount: Double) {
    #expect(Level(in: text)?.amount == amount)
  }

  private static let agreed = [
    Bench.record("e1", "expectation", "First reply", state: "agreed", body: reply.node),
    Bench.record("e2", "expectation", "Deliveries on time", state: "agreed", body: onTime.node),
  ]

  private static func measure(_ id: String, _ row: String, _ actual: String, _ day: LocalDate)
    -> Record
  {
    Bench.record(
      id, "measure", "", body: ["expectation": .text(row), "actual": .text(actual)], happened: day)
  }

  @Test func `R29 an actual is noted in one line, with its evidence`() throws {
    let card = Card(Self.agreed, until: Bench.today)
    let entry = try ActualEntry(
      "deliveries on time 91 %, from the carrier's list", card: card, customer: "Acme")
    #expect(entry.row.record.id.rawValue == "e2")
    #expect(entry.actual == "91 %")
    #expect(entry.evidence == "the carrier's list")
    let within = Card(
      [Bench.record("e", "expectation", "First reply within 4 h", body: ["acceptable": "6 h"])],
      until: Bench.today)
    #expect(
      try ActualEntry("first reply 3 h 10", card: within, customer: "Acme").actual == "3 h 10")
    #expect(throws: Problem.self) { try ActualEntry("92 %", card: card, customer: "Acme") }
  }

  @Test
  func
    `R29 an actual without its unit takes the row's, and one that counts something else is refused`()
    throws
  {
    let card = Card(Self.agreed, until: Bench.today)
    #expect(
      try ActualEntry("deliveries on time 91", card: card, customer: "Acme").actual == "91 %")
    for line in ["first reply banana", "first reply 300 %", "deliveries on time 3 h"] {
      #expect(throws: Problem.self, "\(line)") {
        try ActualEntry(line, card: card, customer: "Acme")
      }
    }
  }

  @Test func `R29 an actual of a day that lies ahead is refused`() async throws {
    var bench = Bench()
    bench.records = Self.agreed
    let request = Bench.request(
      "scorecard",
      ["actual": .text("first reply 1 h"), "on": .date(Moment(Bench.today.adding(days: 1)))])
    await #expect(throws: Problem.self) {
      try await Scorecard().next(request, in: bench.context)
    }
  }

  @Test func `R29 a share of promises on time counts the overdue, in the card and in the figures`()
    async throws
  {
    let promises = [
      Bench.record(
        "p", .promise, "Labels", state: "kept", body: ["kept": "2026-10-02"],
        due: LocalDate(2026, 10, 2)),
      Bench.record("q", .promise, "Ink", state: "promised", due: LocalDate(2026, 10, 2)),
    ]
    let now = Bench().context.surroundings.now
    let ledger = Ledger(promises, at: now)
    #expect(ledger.onTimeRate == 50)
    let figures = PromiseFigures(promises.compactMap(Promise.init), at: now, unanswered: 14)
    #expect(
      FigureWords(figures).sentence.contains(
        "Of 1 settled (kept or broken), 100 % were kept and 100 % on time; of 2 due (the overdue too), 50 % on time."
      ))
  }

  @Test func `R29 a short one asks four questions, and the first no names the gap`() async throws {
    var bench = Bench()
    bench.records = Self.agreed
    let questions = Gap.allCases.map { Question($0.rawValue, ask: "…", type: .yesno) }
    let request = Bench.request(
      "scorecard", ["actual": .text("first reply 3 h 10")], questions: questions)
    guard case .ask(let form) = try await Scorecard().next(request, in: bench.context) else {
      Issue.record("it did not ask")
      return
    }
    #expect(form.questions.map(\.id) == ["knowing", "ruling", "doing", "telling"])
    for (index, gap) in Gap.allCases.enumerated() {
      var answers = Answers()
      for earlier in Gap.allCases.prefix(index) { answers[earlier.id] = .given(.yesno(true)) }
      for later in Gap.allCases.dropFirst(index) { answers[later.id] = .given(.yesno(false)) }
      #expect(Gap(answers) == gap)
    }
  }

  @Test func `R29 as hoped asks nothing`() async throws {
    var bench = Bench()
    bench.records = Self.agreed
    let request = Bench.request("scorecard", ["actual": .text("first reply 1 h")])
    guard case .done(let reply) = try await Scorecard().next(request, in: bench.context) else {
      Issue.record("it asked")
      return
    }
    #expect(reply.change.put.map(\.body["actual"]?.text) == ["1 h"])
    #expect(reply.change.links.map(\.to.rawValue) == ["e1"])
  }

  @Test func `R24 an actual that the ledger contradicts is doubted with its figure`() async throws {
    var bench = Bench()
    let row = Expected(
      what: "Promises on time", source: .contract, hoped: "95 %", acceptable: "80 %")
    bench.records = [
      Bench.record("e", "expectation", row.what, state: "agreed", body: row.node),
      Bench.record(
        "p", .promise, "Labels", state: "kept", body: ["kept": "2026-10-02"],
        due: LocalDate(2026, 10, 2)),
      Bench.record("q", .promise, "Ink", state: "broken", due: LocalDate(2026, 10, 2)),
    ]
    let request = Bench.request("scorecard", ["actual": .text("promises on time 100 %")])
    guard case .done(let reply) = try await Scorecard().next(request, in: bench.context) else {
      Issue.record("it asked")
      return
    }
    #expect(
      reply.blocks.contains(
        .note("The ledger says 50 % kept on time, not 100 %: `promise figures` shows how.")))
    var card = try await Card(
      of: RecordID(rawValue: "acme"), until: Bench.today, in: bench.context)
    card.fill(
      from: try await Ledger(of: RecordID(rawValue: "acme"), in: bench.context), on: Bench.today)
    #expect(card.rows.map(\.actual) == ["50 %"])
  }

  @Test(
    arguments: [
      (["penalties"], "held, not loyal"), (["penalties", "switching"], "held, not loyal"),
      (["penalties", "value"], "They stay for"), (["value"], "They stay for"),
    ] as [([String], String)])
  func `R29 a stay that rests on penalties is held, not loyal`(reasons: [String], says: String)
    throws
  {
    let request = Bench.request("scorecard", ["stays": .choices(reasons)])
    let reply = try Standing.noted(request, in: Bench().context)
    guard case .markdown(let text)? = reply?.blocks.first else {
      Issue.record("nothing said")
      return
    }
    #expect(text.contains(says))
    #expect(reply?.change.put.first?.state == (says.hasPrefix("held") ? "held" : "noted"))
  }

  @Test func `R29 the back-test holds past colours against who renewed and who left`() async throws
  {
    var bench = Bench()
    bench.records =
      Self.agreed + [
        Self.measure("m1", "e1", "1 h", LocalDate(2026, 3, 1)),
        Self.measure("m2", "e1", "9 h", LocalDate(2026, 8, 1)),
        Bench.record("o", "outcome", "Lost", state: "lost", happened: LocalDate(2026, 9, 30)),
      ]
    guard
      case .done(let reply) = try await BackTest().next(
        Bench.request("scorecard backtest", ["before": .number(90)]), in: bench.context),
      case .table(let table)? = reply.blocks.first
    else {
      Issue.record("no table")
      return
    }
    #expect(
      table
        == Table(columns: ["90 days before", "renewed", "lost"], rows: [["green ●", "0", "1"]]))
    #expect(
      reply.blocks.contains {
        $0 == .markdown("Green, and lost: Acme. The card measured the wrong things there.\n")
      })
  }
}
