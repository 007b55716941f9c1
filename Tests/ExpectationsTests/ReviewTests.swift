import Foundation
import RapportKit
import Testing

@testable import Expectations

/// R30: the quarterly review.
@Suite struct ReviewTests {
  private static let day = LocalDate(2026, 10, 2)

  /// A quarter with something of everything; what is ours alone says INTERNAL.
  private static let records: [Record] = [
    promise("p1", "Monthly report", state: "kept", due: LocalDate(2026, 10, 5), kept: "2026-10-05"),
    promise("p2", "New labels", state: "kept", due: LocalDate(2026, 10, 9), kept: "2026-10-12"),
    promise("p3", "Label archive", state: "broken", due: LocalDate(2026, 10, 30)),
    promise("p4", "Second printer", state: "promised", due: LocalDate(2026, 12, 4)),
    Bench.record(
      "i", .incident, "we were down",
      body: [
        "cause": "INTERNAL cause", "harm": "print labels", "prevention": "INTERNAL prevention",
      ],
      happened: LocalDate(2026, 11, 23)),
    Bench.record(
      "s", "slip", "INTERNAL slip", body: ["category": "silence", "days": 3], happened: day),
    Bench.record("c1", "contact", "INTERNAL call", body: ["kind": "call"], happened: day),
    Bench.record(
      "c2", "contact", "INTERNAL praise",
      body: ["kind": "praise", "quote": "reports finally arrive on time"], happened: day),
    Bench.record(
      "e", "expectation", "Deliveries on time", state: "agreed",
      body: ["source": "contract", "hoped": "95 %", "acceptable": "90 %"]),
    Bench.record(
      "m", "measure", "INTERNAL measure",
      body: [
        "expectation": "e", "actual": "91 %", "evidence": "the carrier's list", "gap": "doing",
      ],
      happened: day),
  ]

  private static func promise(
    _ id: String, _ title: String, state: String, due: LocalDate, kept: String? = nil
  ) -> Record {
    Bench.record(
      id, .promise, title, state: state,
      body: .compact([
        "owner": "INTERNAL Dana", "made": "2026-09-14", "kept": .text(kept),
        "means": "INTERNAL means", "history": .list([["note": "INTERNAL note"]]),
      ]), due: due)
  }

  private static let closing: [String: Value] = [
    "help_us": .text("telling us the models"), "ask": .text("name a second contact"),
    "commitment": .commitment(
      Commitment(
        who: "Sam", what: "ring within 30 minutes", text: "Sam will ring within 30 minutes")),
    "next": .date(Moment(LocalDate(2027, 2, 23), LocalTime(10))),
  ]

  private static func reply(
    _ records: [Record] = records, _ answers: [String: Value] = closing, conversation: UInt8 = 1
  ) async throws -> Reply {
    var bench = Bench()
    bench.records = records
    let request = Bench.request(
      "qbr", answers, state: "closing", drafts: ["note", "invitation", "recap"],
      conversation: conversation)
    guard case .done(let reply) = try await Review().next(request, in: bench.context) else {
      throw Problem("no-reply", "It asked.")
    }
    return reply
  }

  private static func notes(_ reply: Reply) -> String {
    reply.blocks.compactMap { if case .note(let text) = $0 { text } else { nil } }
      .joined(separator: "\n")
  }

  @Test func `R30 it is built from the records`() async throws {
    var bench = Bench()
    bench.records = Self.records
    let quarter = try await Quarter(of: RecordID(rawValue: "acme"), since: nil, in: bench.context)
    let text = ReviewBlock(quarter: quarter, wording: bench.context.wording)
      .text(customer: "Acme", missing: [])
    #expect(
      text == """
        Acme, 24 Aug to 24 Nov 2026, from the records:
          promises   4 made: 1 kept on time, 1 kept 3 days late, 1 broken, 1 open
          agreed     Deliveries on time: 95 %  91 %  below hoped, above 90 % floor
          hurt       we were down, 23 Nov; slips: INTERNAL slip 3 days
          they said  “reports finally arrive on time” (2 Oct)
        """)
  }

  @Test func `R30 the customer's edition holds no internal string`() async throws {
    let reply = try await Self.reply(
      Self.records, Self.closing.merging(["as": .choice("both")]) { $1 })
    #expect(
      reply.files.map(\.path) == [
        "reviews/acme-2026-11-24.html", "reviews/acme-2026-11-24.md", "reviews/acme-2026-11-24.ics",
      ])
    for file in reply.files { #expect(!file.text.contains("INTERNAL"), "\(file.text)") }
  }

  @Test func `R30 the internal edition holds what was kept back`() async throws {
    let answers = Self.closing.merging(["edition": .choice("both"), "with_people": .yesno(true)]) {
      $1
    }
    let reply = try await Self.reply(Self.records, answers)
    #expect(
      reply.files.map(\.path) == [
        "reviews/acme-2026-11-24.html", "reviews/acme-2026-11-24-internal.html",
        "reviews/acme-2026-11-24.ics",
      ])
    #expect(!reply.files[0].text.contains("INTERNAL"))
    for text in [
      "2 Oct: INTERNAL call", "we were down, because INTERNAL cause",
      "we had a rule, and did not follow it", "INTERNAL Dana: 4 promises, 1 kept on time",
    ] {
      #expect(reply.files[1].text.contains(text), "\(text)")
    }
  }

  @Test func `R30 it always contains missed promises and open issues`() async throws {
    let page = try await Self.reply().files[0].text
    for text in [
      "On Monday 23 November we were down, and you could not print labels",
      "Promised for Friday 30 October, and not kept: Label archive", "Kept 3 days late: New labels",
      "You waited for an answer from us, 3 days (Friday 2 October)",
      "Second printer, by Friday 4 December",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `R30 it contains how they can help, one ask, one commitment and the next date`()
    async throws
  {
    let page = try await Self.reply().files[0].text
    for text in [
      #"our_help: "telling us the models""#, #"our_ask: "name a second contact""#,
      #"our_commitment: "Sam will ring within 30 minutes""#,
      #"next_date: "Tuesday 23 February 2027 at 10:00""#,
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test(arguments: ReviewPart.closing)
  func `R30 without one of the four it fails its check, says so and exports all the same`(
    part: ReviewPart
  ) async throws {
    var answers = Self.closing
    answers[part.rawValue] = nil
    let reply = try await Self.reply(Self.records, answers)
    #expect(reply.needsAttention)
    #expect(Self.notes(reply).contains("Draft, 1 thing missing: \(part.missing)."))
    #expect(reply.files.count == (part == .next ? 1 : 2))
  }

  @Test func `R30 with all parts it is ready, and says what to say first`() async throws {
    let reply = try await Self.reply()
    #expect(!reply.needsAttention)
    #expect(
      Self.notes(reply) == """
        Ready, all parts found. Two pages for Acme: reviews/acme-2026-11-24.html
          kept back as internal: 3 notes (show internal)
          say first: we were down (23 Nov); the broken promise (label archive, due 30 Oct); deliveries on time at 91 %; the small slips; then what went well
        Also ready: a note to Maria with the pages (copy note), the invitation with reviews/acme-2026-11-24.ics, a recap to fill in.
        """)
  }

  @Test func `R30 the invitation goes with an event of an hour that keeps its id when it moves`()
    async throws
  {
    let first = try await Self.reply()
    let event = try #require(first.files.last?.events?.first)
    #expect(event.title == "Review: Acme and Sam Reed")
    #expect(event.start == Moment(LocalDate(2027, 2, 23), LocalTime(10)))
    #expect(event.length == LocalDuration(minutes: 60))
    #expect(event.version == 0)
    var answers = Self.closing
    answers["next"] = .date(Moment(LocalDate(2027, 2, 24), LocalTime(9)))
    let second = try await Self.reply(
      Self.records + first.change.put, answers, conversation: 2)
    let moved = try #require(second.files.last?.events?.first)
    #expect(moved.id == event.id)
    #expect(moved.version == 1)
    let steps = second.change.put.filter { $0.kind == .step }
    #expect(steps.map(\.id.rawValue) == [event.id])
    #expect(steps.map(\.due) == [Moment(LocalDate(2027, 2, 24), LocalTime(9))])
    #expect(steps.map(\.state) == ["open"])
  }

  @Test func `R30 made again on its day, it notes its promise once and does not look back on it`()
    async throws
  {
    let first = try await Self.reply().change.put
    let again = try await Self.reply(Self.records + first, conversation: 2)
    let promises = { (records: [Record]) in records.filter { $0.kind == .promise }.map(\.id) }
    #expect(promises(first).count == 1)
    #expect(promises(again.change.put) == promises(first))
    #expect(again.files[0].text == (try await Self.reply()).files[0].text)
    let kept = first.map { record in
      var record = record
      if record.kind == .promise { record.state = "kept" }
      return record
    }
    #expect(promises(try await Self.reply(Self.records + kept, conversation: 2).change.put) == [])
  }

  @Test func `R30 what went wrong stands the worst first, and slips of one kind in one line`()
    async throws
  {
    let more = [
      Self.promise("p5", "Ink", state: "kept", due: LocalDate(2026, 10, 1), kept: "2026-10-20"),
      Self.promise("p6", "Paper", state: "promised", due: LocalDate(2026, 11, 20)),
      Bench.record(
        "s2", "slip", "INTERNAL slip", body: ["category": "silence", "days": 2],
        happened: LocalDate(2026, 11, 3)),
      Bench.record(
        "c3", "contact", "INTERNAL complaint", body: ["kind": "complaint"],
        happened: LocalDate(2026, 11, 5)),
    ]
    let reply = try await Self.reply(Self.records + more)
    let page = reply.files[0].text
    let lines = [
      "we were down", "not kept: Label archive", "still open 4 days later: Paper",
      "Kept 19 days late: Ink", "Kept 3 days late: New labels",
      "You waited for an answer from us, twice: Friday 2 October (3 days) and Tuesday 3 November (2 days)",
    ]
    let places = lines.map { page.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(
      Self.notes(reply).contains("say first: we were down (23 Nov); their complaint of 5 Nov; "))
    #expect(!page.contains("INTERNAL"))
  }

  @Test func `R30 without records it asks five questions, and takes a paste of old notes`()
    async throws
  {
    let questions = (["paste"] + ReviewPart.allCases.map(\.rawValue)).map {
      Question($0, ask: "…", type: .text)
    }
    let request = Bench.request("qbr", questions: questions)
    guard case .ask(let form) = try await Review().next(request, in: Bench().context) else {
      Issue.record("it did not ask")
      return
    }
    #expect(form.questions.map(\.id) == ["paste", "agreed", "kept", "missed", "hurt", "said"])
  }

  @Test func `old notes are placed by what they say, and what cannot be placed is kept`() {
    let notes = OldNotes(
      """
      # August
      - agreed: first reply within 4 h
      - Reports delivered on time.
      - label archive still open, was due in October
      - wrong invoice in September
      - Maria said “much better now”
      - they move house next year
      """)
    #expect(
      notes.lines == [
        .agreed: ["Agreed: first reply within 4 h"], .kept: ["Reports delivered on time"],
        .missed: ["Label archive still open, was due in October"],
        .hurt: ["Wrong invoice in September"], .said: ["Maria said “much better now”"],
      ])
    #expect(notes.unplaced == ["they move house next year"])
  }

  @Test
  func `the next date takes the place of the review that stood in due, and the promise is noted`()
    async throws
  {
    let step = Bench.record(
      "step", .step, "Review with Acme", body: ["review": true], due: LocalDate(2026, 11, 24))
    let change = try await Self.reply(Self.records + [step]).change
    #expect(change.put.map(\.kind.rawValue) == ["review", "promise", "step", "step"])
    #expect(change.put.map(\.state) == ["ready", "promised", "done", "open"])
  }
}
