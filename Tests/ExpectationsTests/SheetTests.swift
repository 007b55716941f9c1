import RapportKit
import RapportTesting
import Testing

@testable import Expectations

/// R13: the expectation sheet.
@Suite struct SheetTests {
  /// A sheet with nothing missing.
  static let complete = Sheet(
    lines: [
      .deliverables: ["Label printing for 12 warehouses"], .price: ["400 EUR a month"],
      .schedule: ["Start on 7 December 2026"], .acceptance: ["Maria prints ten labels"],
      .exclusions: ["Work at weekends"],
      .channels: ["By phone, Monday to Friday, 8:00 to 18:00 Berlin time"],
      .response: ["2 h, at the latest 4 h"], .we_do: ["Dana tests each update"],
      .they_do: ["Maria sends models a week ahead"], .hard_them: ["Shift change at 14:00"],
      .hard_us: ["Visitors need two days' notice"], .help: ["Telling us the models"],
      .changes: ["A mail"], .review: ["Tuesday 23 February 2027"],
      .agreement: ["We agree to it"],
    ],
    rows: [
      Expected(
        what: "First reply", source: .demo, hoped: "2 h", acceptable: "4 h", measure: "on weekdays")
    ])

  @Test func `R13 a sheet with every part is complete`() {
    #expect(Self.complete.missing == [])
  }

  @Test(arguments: SheetPart.allCases)
  func `R13 a sheet without a part is a draft that names it`(part: SheetPart) {
    var sheet = Self.complete
    if part == .expects { sheet.rows = [] } else { sheet.lines[part] = nil }
    #expect(sheet.missing == [part.missing])
  }

  @Test(
    arguments: [
      ("By phone and mail", ["the hours in which they reach us", "the time zone of those hours"]),
      ("By phone, 8:00 to 18:00", ["the time zone of those hours"]),
      ("By phone, 8–18 CET", []), ("By phone, 8:00 to 18:00 Europe/Berlin", []),
      ("Mail, Mon–Fri 9-17, your time", []), ("By phone, day and night, 24/7", []),
      ("By phone, Berlin time", ["the hours in which they reach us"]),
    ] as [(String, [String])])
  func `R13 channels need hours and a time zone`(line: String, missing: [String]) {
    var sheet = Self.complete
    sheet.lines[.channels] = [line]
    #expect(sheet.missing == missing)
  }

  @Test func `R13 each row has its source, what they hope for and what they still accept`() {
    var sheet = Self.complete
    sheet.rows = [Expected(what: "Deliveries on time")]
    #expect(
      sheet.missing == [
        "what they hope for and what they would still accept and where it comes from (deliveries on time)"
      ])
  }

  @Test(
    arguments: [
      (
        "first reply: hoped for 2 h, still 4 h, from the demo",
        Expected(what: "First reply", source: .demo, hoped: "2 h", acceptable: "4 h")
      ),
      (
        "deliveries on time, 95 %, 90 %, contract",
        Expected(
          what: "Deliveries on time", source: .contract, hoped: "95 %", acceptable: "90 %")
      ),
      (
        "a call back: ideally within 30 minutes, at worst 2 hours, the website",
        Expected(
          what: "A call back", source: .advert, hoped: "30 minutes", acceptable: "2 hours")
      ),
      (
        "faults: at most 3 a month, from hearsay, counted by their IT",
        Expected(
          what: "Faults", source: .hearsay, acceptable: "at most 3 a month",
          measure: "counted by their IT")
      ),
      (
        "help at weekends", Expected(what: "Help at weekends")
      ),
    ] as [(String, Expected)])
  func `R13 an expectation is read from one line, and no word of it is lost`(
    line: String, expected: Expected
  ) {
    #expect(Expected(line: line) == expected)
  }

  @Test func `R13 it starts from the usual sheet, and the last one stands over it`() async throws {
    var bench = Bench()
    bench.files["sheets/usual.yaml"] = "exclusions: [work at weekends]\nchanges: a mail\n"
    let last = Sheet(lines: [.changes: ["A form"]])
    bench.records = [Bench.record("old", "sheet", "Sheet", body: last.node, happened: Bench.today)]
    let basis = try await Basis(Bench.request("agree"), in: bench.context)
    #expect(
      basis.sheet
        == Sheet(lines: [
          .exclusions: ["Work at weekends"], .changes: ["A form"],
          .review: ["Tuesday 23 February 2027"],
        ]))
  }

  @Test func `R13 it asks only for what nothing fills`() async throws {
    var bench = Bench()
    let questions = SheetPart.allCases.map { Question($0.rawValue, ask: "…", type: .text) }
    var sheet = Self.complete
    sheet.lines[.price] = nil
    bench.records = [Bench.record("old", "sheet", "Sheet", body: sheet.node, happened: Bench.today)]
    let request = Bench.request(
      "agree",
      questions: questions + [Question("differs", ask: "…", type: .choices)])
    let form = try await Basis(request, in: bench.context).open(request)
    #expect(form?.questions.map(\.id) == ["price", "differs"])
    #expect(form?.questions.last?.options.count == 14)
  }

  @Test func `R13 a sheet with gaps is written all the same and says how many`() async throws {
    let request = Bench.request("agree", ["price": .text("400 EUR a month")], state: "open")
    guard case .done(let reply) = try await Agree().next(request, in: Bench().context) else {
      Issue.record("no reply")
      return
    }
    #expect(reply.files.map(\.path) == ["sheets/acme.md", "sheets/acme.html"])
    #expect(reply.files[0].text.contains("Draft, 14 things missing: what they get"))
    #expect(!reply.needsAttention)
  }

  @Test(
    arguments: [
      (Expected(what: "Reports"), "Reports: still open"),
      (
        Expected(what: "Reports", source: .past, hoped: "the 5th"),
        "Reports: hoped for the 5th, from before, still acceptable: open"
      ),
      (
        Expected(what: "95 % on time", source: .hearsay, acceptable: "90 %", measure: "a month"),
        "95 % on time: still acceptable 90 %, from what others say, a month"
      ),
      (
        complete.rows[0],
        "First reply: hoped for 2 h, still acceptable 4 h, from the demo, on weekdays"
      ),
    ] as [(Expected, String)])
  func `R13 a letter says a row in a sentence, and what of it is open`(row: Expected, line: String)
  {
    #expect(SheetPage.line(row) == line)
  }

  @Test(arguments: [6, 7])
  func `R13 with more than six open parts the message asks to fill it in together`(open: Int)
    throws
  {
    var sheet = Self.complete
    for part in SheetPart.allCases.filter({ $0 != .expects }).prefix(open) {
      sheet.lines[part] = nil
    }
    let page = SheetPage(
      sheet, customer: "Acme", person: nil, agreed: nil, request: Bench.request("agree"),
      in: Bench().context)
    let begun = try page.values()["begun"]?.bool ?? false
    #expect(begun == (open > 6))
  }

  @Test func `R13 what is agreed was agreed today or before`() async throws {
    let request = Bench.request("agree", ["agreed": .date(Moment(Bench.today.adding(days: 1)))])
    let basis = try await Basis(request, in: Bench().context)
    #expect(throws: Problem.self) {
      try SheetRecords(Self.complete, basis: basis, request: request, in: Bench().context)
    }
  }

  @Test func `R13 both sides' pains, help, the change rule and the agreement line are on the page`()
  {
    let headings = SheetPart.allCases.map(\.heading)
    #expect(
      headings == [
        "What you get", "What it costs", "When", "How you accept it", "What we will not do",
        "How to reach us", "How soon we answer", "What you expect, and where it comes from",
        "What we do", "What you do", "What makes this hard for you", "What makes this hard for us",
        "How you can help us", "How either side changes it", "When we look at it again",
        "What we agree",
      ])
  }

  @Test func `R13 a pasted text pre-fills the sheet, and what was answered stands beside it`()
    async throws
  {
    let paste = "The fee is 400 EUR a month. The customer shall name one contact."
    let request = Bench.request(
      "agree", ["paste": .text(paste), "they_do": .text("Maria sends models")], state: "open")
    guard case .done(let reply) = try await Agree().next(request, in: Bench().context) else {
      Issue.record("it asked")
      return
    }
    let sheet = reply.change.put.first.map { Sheet($0.body) }
    #expect(sheet?.lines[.price] == ["The fee is 400 EUR a month"])
    #expect(
      sheet?.lines[.they_do] == ["You will name one contact", "Maria sends models"])
    #expect(
      reply.blocks.contains(
        .note(
          "Read out of it, for you to check: what it costs, what you do."
        )))
  }

  @Test func `R13 one sitting asks for eight parts, and the rest stays open`() async throws {
    let questions = SheetPart.allCases.map { Question($0.rawValue, ask: "…", type: .text) }
    let request = Bench.request("agree", questions: questions)
    let form = try await Basis(request, in: Bench().context).open(request)
    #expect(form?.questions.count == 8)
    #expect(
      form?.title?.hasSuffix("the rest stays open, and `agree Acme` goes on with it.") == true)
  }

  @Test func `a row keeps its record when the sheet is agreed again`() async throws {
    var bench = Bench()
    let request = Bench.request("agree")
    let first = try SheetRecords(
      Self.complete, basis: try await Basis(request, in: bench.context), request: request,
      in: bench.context
    ).change.put
    #expect(
      first.map(\.kind.rawValue)
        == ["sheet", "expectation", "expectation", "step"])
    #expect(first.map(\.state) == ["draft", "open", "open", "open"])
    #expect(first.last?.due == Moment(LocalDate(2027, 2, 23)))
    bench.records = first
    var sheet = Self.complete
    sheet.lines[.deliverables] = ["Label printing for 14 warehouses"]
    let again = Bench.request("agree", ["agreed": .date(Moment(Bench.today))])
    let second = try SheetRecords(
      sheet, basis: try await Basis(again, in: bench.context), request: again, in: bench.context
    ).change.put
    #expect(
      second.map(\.title) == [
        "Sheet with Acme", "First reply", "Label printing for 14 warehouses",
        "Label printing for 12 warehouses",
      ])
    #expect(second.map(\.state) == ["agreed", "agreed", "agreed", "dropped"])
    #expect(second[1].id == first[1].id)
  }
}
