import Formats
import Foundation
import RapportKit
import RapportTesting
import Synchronization
import Testing

@testable import Assessment

/// What the plugin does with records and files, in memory.
@Suite struct WithHostTests {
  private static let acme = ConversationID(bytes: [1]).record(0)
  private let today = LocalDate(2026, 11, 24)
  private let command = Command("assess", plugin: "assessment", summary: "")

  private func host(_ records: [Record] = []) throws -> Context {
    let customer = Record(id: Self.acme, kind: .customer, title: "Acme", state: "active")
    return Context(
      surroundings: Surroundings(
        instant: Moment(today, LocalTime(9)).instant(in: .gmt), zone: .gmt),
      records: InMemoryRecordStore([customer] + records), knowledge: Nothing(),
      templates: Nothing(), checks: Nothing(), files: ShippedFiles(), settings: Settings())
  }

  private func request(_ answers: [String: Value] = [:], state: String = "") -> Request {
    var all = Answers()
    all["customer"] = .given(.customer(Named(id: Self.acme, name: "Acme")))
    for (id, value) in answers.sorted(by: { $0.key < $1.key }) {
      all[id] = .given(value, raw: value.node.text ?? "")
    }
    return Request(
      command: command, answers: all, state: state, conversation: ConversationID(bytes: [9]))
  }

  private func noted(
    _ days: Int, _ response: Response, of id: String, customer: RecordID? = acme
  ) throws -> Record {
    let q = try shipped().named(id)
    let day = today.adding(days: -days)
    return Record(
      id: ConversationID(bytes: [2, UInt8(days % 250)]).record(0), kind: .assessment,
      customer: customer, title: "", body: response.body(of: q), happened: Moment(day))
  }

  @Test func `the short form is asked, then a fact for what stands out, then it is kept`()
    async throws
  {
    let context = try host()
    let plugin = Assessment()
    guard case .ask(let form) = try await plugin.next(request(), in: context) else {
      Issue.record("It does not ask.")
      return
    }
    #expect(form.questions.count == 12)
    #expect(
      form.questions.allSatisfy { $0.type == .scale && $0.options.count == 5 && $0.why != nil })
    var answers: [String: Value] = [:]
    for question in form.questions { answers[question.id] = .scale(4) }
    answers["upfront"] = .scale(1)
    guard case .ask(let end) = try await plugin.next(request(answers, state: "items"), in: context)
    else {
      Issue.record("It asks for no fact.")
      return
    }
    #expect(end.questions.map(\.id) == ["fact-upfront"])
    answers["fact-upfront"] = .text("23 Nov, nobody called")
    guard case .done(let reply) = try await plugin.next(request(answers, state: "end"), in: context)
    else {
      Issue.record("It does not end.")
      return
    }
    let record = try #require(reply.change.put.first)
    #expect(record.kind == .assessment)
    // Honesty (1 + 4) / 2 = 2.5, fairness 4: trust 3.25.
    #expect(record.title == "Respect and trust: 3.3 of 5, mixed: the lower one, trust, decides")
    #expect(record.body["answers"]?["upfront"]?.int == 1)
    #expect(record.body["evidence"]?["upfront"]?.text == "23 Nov, nobody called")
    #expect(record.body["scores"]?["trust"]?["score"] == .number(3.25))
  }

  @Test(arguments: [(365, true), (366, false)])
  func `answers about us stand for a year`(days: Int, stand: Bool) async throws {
    let q = try shipped().named("one-sided")
    var us = try response(q, ["policy": "no"], form: .us)
    us.customer = nil
    let context = try host([try noted(days, us, of: "one-sided", customer: nil)])
    let kept = Kept(context, questionnaires: try shipped())
    let found = try await kept.noted(for: try response(q, [:]), customer: Self.acme, of: q)
    #expect(found.keys.sorted() == (stand ? ["policy"] : []))
    let standing = try await kept.aboutUs(q)
    #expect((standing != nil) == stand)
  }

  @Test(arguments: [(90, true), (91, false)])
  func `the second lens takes the same item's answer of the past quarter`(days: Int, stand: Bool)
    async throws
  {
    let first = try shipped().named("respect-and-trust")
    let q = try shipped().named("trust-equation")
    let earlier = try response(first, ["promises": "4", "on-time": "5", "listens": "3"])
    let context = try host([try noted(days, earlier, of: first.id)])
    let found = try await Kept(context, questionnaires: try shipped())
      .noted(for: try response(q, [:]), customer: Self.acme, of: q)
    #expect(found.keys.sorted() == (stand ? ["on-time", "promises"] : []))
  }

  @Test(arguments: [(3, 1, true), (4, 1, false), (0, 0, false)])
  func `a high answer on promises is held against the list of promises`(
    kept: Int, broken: Int, said: Bool
  ) async throws {
    let states = Array(repeating: "kept", count: kept) + Array(repeating: "broken", count: broken)
    let promises = states.enumerated().map { index, state in
      Record(
        id: ConversationID(bytes: [3]).record(index), kind: .promise, customer: Self.acme,
        title: "P", state: state)
    }
    let q = try shipped().named("respect-and-trust")
    let found = try await Challenge.found(
      in: try response(q, ["promises": "usually"]), of: q, customer: Self.acme,
      try host(promises))
    #expect(
      found.map(\.said)
        == (said
          ? ["You said “usually”. The list of promises shows 3 kept of 4 (no 5 in `timeline`)."]
          : []))
    let low = try await Challenge.found(
      in: try response(q, ["promises": "rarely"]), of: q, customer: Self.acme,
      try host(promises))
    #expect(low.isEmpty)
  }

  @Test(arguments: Noted.all)
  func `slips, complaints and praise are held against answers`(
    kind: Record.Kind, title: String, what: String?, days: Int, item: String, answer: String,
    said: Bool
  ) async throws {
    let record = Record(
      id: ConversationID(bytes: [4]).record(0), kind: kind, customer: Self.acme, title: title,
      body: .compact([(kind == .slip ? "category" : "kind"): .text(what)]),
      happened: Moment(today.adding(days: -days)))
    let q = try shipped().named("respect-and-trust")
    let found = try await Challenge.found(
      in: try response(q, [item: answer]), of: q, customer: Self.acme, try host([record]))
    let day = Wording(today: today).short(Moment(today.adding(days: -days)))
    let before = kind == .contact ? "\(what ?? ""), " : ""
    #expect(
      found.map(\.said)
        == (said
          ? ["You said “\(answer)”. On record: \(before)\(title), \(day) (no 2 in `timeline`)."]
          : []))
  }

  @Test func `one record is pointed out once`() async throws {
    let complaint = Record(
      id: ConversationID(bytes: [4]).record(0), kind: .contact, customer: Self.acme,
      title: "nobody called", body: ["kind": "complaint"], happened: Moment(today))
    let q = try shipped().named("respect-and-trust")
    let found = try await Challenge.found(
      in: try response(q, ["reply-time": "within the hour", "glad-they": "always"]), of: q,
      customer: Self.acme, try host([complaint]))
    #expect(found.map(\.item?.id) == ["reply-time"])
  }

  @Test func `the records are read once, however many answers are held against them`() async throws
  {
    let counting = CountingReader()
    var context = try host()
    context.records = counting
    let q = try shipped().named("respect-and-trust")
    _ = try await Challenge.found(
      in: try response(
        q, ["promises": "usually", "reply-time": "within the hour", "glad-they": "always"]),
      of: q, customer: Self.acme, context)
    #expect(counting.count.withLock { $0 } == 1)
  }

  @Test func `high self-interest is pointed out`() throws {
    let q = try shipped().named("trust-equation")
    func facts(_ point: String) throws -> [String] {
      let answers = try response(
        q, ["their-good": point, "listened-out": "2", "believed": "4"])
      return ScorePage(Scores(answers, q), wording: Wording(today: today)).facts
    }
    // (3 + 2) / 2 = 2.5, so self-interest is 3.5; (4 + 2) / 2 = 3 gives 3.
    #expect(try facts("3").contains("Self-interest is high, 3.5 of 5: it divides all the rest."))
    #expect(try !facts("4").contains { $0.hasPrefix("Self-interest") })
  }
}

/// What `slip` and `log` write, held against answers: kind, title, category or kind of contact, days ago, item,
/// answer, and whether it is pointed out.
private enum Noted {
  static let all: [(Record.Kind, String, String?, Int, String, String, Bool)] = [
    // A slip of a kind, and one of another.
    (.slip, "Mail open for 3 days", "silence", 12, "reply-time", "within the hour", true),
    (.slip, "Mail open for 3 days", "manner", 12, "reply-time", "within the hour", false),
    (.slip, "Mail open for 3 days", "silence", 12, "reply-time", "within a week", false),
    (.slip, "Mail open for 3 days", "silence", 90, "reply-time", "within the hour", true),
    (.slip, "Mail open for 3 days", "silence", 91, "reply-time", "within the hour", false),
    (.slip, "Labels came a day after", "late", 12, "on-time", "usually", true),
    // A slip without a kind is read by its words.
    (.slip, "Unanswered email", nil, 12, "reply-time", "the same day", true),
    (.slip, "Wrong label", nil, 12, "reply-time", "the same day", false),
    // What was logged.
    (.contact, "they didn’t call back", "complaint", 12, "reply-time", "the same day", true),
    (.contact, "nobody called back", "mail", 12, "reply-time", "the same day", false),
    (.contact, "too many updates", "complaint", 12, "glad-they", "always", true),
    (.contact, "too many updates", "complaint", 12, "glad-they", "rarely", false),
    (.contact, "happy with the pilot", "praise", 12, "glad-they", "rarely", true),
    (.contact, "happy with the pilot", "praise", 12, "glad-they", "always", false),
    (.contact, "happy with the pilot", "visit", 12, "glad-they", "never", false),
  ]
}

private struct Nothing: KnowledgeReader, TemplateFiller, TextChecker {
  func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit] { [] }
  func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection? { nil }
  func draft(_ template: String, for request: Request, values: [String: Node]) throws(Problem)
    -> Draft
  { Draft(template: template, versions: []) }
  func page(_ name: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  { "" }
  func said(_ text: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  { text }
  func line(_ text: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  { text }
  func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport {
    CheckReport(words: 0)
  }
}

private struct ShippedFiles: FileReader {
  func data(_ folder: String) throws(Problem) -> [TextFile] {
    try list("\(package)/Plugins/Assessment/\(folder)").map { path throws(Problem) in
      try text(path)
    }
  }
  func text(_ path: String) throws(Problem) -> TextFile {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Problem(.unreadable, "No file.", at: Place(file: path))
    }
    return TextFile(path, text)
  }
  func each(in path: String, _ body: (String) throws(Problem) -> Void) throws(Problem) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names { try body("\(path)/\(name)") }
  }
  func node(_ file: TextFile) throws(Problem) -> Node { try YAML.read(file.text, from: file.path) }
}

/// Has no records, and counts how often it was asked.
private final class CountingReader: RecordReader {
  let count = Mutex(0)

  func records(_ query: RecordQuery) async throws(Problem) -> [Record] {
    count.withLock { $0 += 1 }
    return []
  }
  func links(of record: RecordID) async throws(Problem) -> [Change.Link] { [] }
}
