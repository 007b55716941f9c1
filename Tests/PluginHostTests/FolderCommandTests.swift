import Drafting
import Foundation
import RapportKit
import RapportTesting
import Testing

@testable import PluginHost

struct FolderCommandTests {
  private static let files: KeyValuePairs = [
    "built-in/credit/plugin.yaml": """
    plugin: credit
    version: 1.0.0
    contract: 1
    summary: Give something back.
    commands:
      - name: credit
        summary: Give something back.
        guidance: [mistakes/repair]
        questions:
          - {id: customer, ask: "Who?", type: customer}
          - {id: person, ask: "Whom do you write to?", type: person, required: false}
          - {id: size, ask: "How much?", type: choice, options: [small, large]}
          - {id: when, ask: "When did it happen?", type: date}
          - {id: repair, ask: "To put it right, …", type: commitment, required: false}
        drafts:
          - {id: note, kind: news}
          - {id: letter, when: {size: [large]}}
        saves:
          - {kind: incident, title: "{{size}} credit", customer: customer, happened: when}
          - {kind: promise, title: "{{#repair}}{{repair.what}}{{/repair}}", due: repair, when: {answered: repair}}
          - {kind: reminder, title: "Look again", person: person, due: {days: 30, after: when}}
          - {kind: never, title: "Never", when: {size: [small]}}
        next:
          - {do: "Ask {{customer}} how it is", due: {workdays: 3, after: now}, part: way, draft: letter}
          - {do: "Thank them", owner: person, due: {days: 1, after: repair}, when: {answered: repair}}
          - {do: "Say no more", when: {not: {size: [large]}}}

    """,
    "built-in/credit/templates/note.email.md": "Subject: Credit\n\nWe owe you a {{size}} credit.\n",
    "built-in/credit/templates/note.chat.md": "A {{size}} credit is on its way.\n",
    "built-in/credit/templates/letter.letter.md": "Dear {{customer}},\n\na word on paper.\n",
  ]

  private struct NoFiles: FileReader {
    func data(_ folder: String) throws(Problem) -> [TextFile] { [] }
    func text(_ path: String) throws(Problem) -> TextFile { TextFile(path, "") }
    func each(in path: String, _ body: (String) throws(Problem) -> Void) throws(Problem) {}
    func node(_ file: TextFile) throws(Problem) -> Node { nil }
  }

  private struct NoKnowledge: KnowledgeReader {
    func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit] { [] }
    func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection? { nil }
  }

  private struct NoChecks: TextChecker {
    func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport {
      CheckReport(words: 0)
    }
  }

  private static let acme = Named(id: RecordID(rawValue: "acme"), name: "Acme")
  private static let maria = Named(id: RecordID(rawValue: "maria"), name: "Maria Ortiz")
  private static let conversation = ConversationID(bytes: [1, 2, 3])

  /// Runs the command on Tuesday 24 November 2026 at nine in Berlin.
  private func reply(_ change: (inout Answers) -> Void = { _ in }) async throws -> Reply {
    let folder = try Folder(Self.files)
    let registry = folder.registry()
    #expect(registry.listings.map { folder.line($0.problem) } == [nil])
    let command = try #require(registry.manifest(of: "credit").commands.first?.command)
    var answers = Answers()
    answers["customer"] = .given(.customer(Self.acme))
    answers["person"] = .given(.person(Self.maria))
    answers["size"] = .given(.choice("large"))
    answers["when"] = .given(.date(Moment(LocalDate(2026, 11, 23), LocalTime(9, 10))))
    answers["repair"] = .given(
      .commitment(
        Commitment(
          who: "Dana", what: "credit the fee", by: Moment(LocalDate(2026, 11, 27)),
          text: "dana will credit the fee by friday")))
    change(&answers)
    let surroundings = Surroundings(
      instant: try Date("2026-11-24T08:00:00Z", strategy: .iso8601),
      zone: try #require(TimeZone(identifier: "Europe/Berlin")))
    let templates = Templates(
      try registry.listing("credit").files.templates(), settings: Settings(),
      wording: Wording(today: surroundings.today))
    let context = Context(
      surroundings: surroundings, records: InMemoryRecordStore(), knowledge: NoKnowledge(),
      templates: templates, checks: NoChecks(), files: NoFiles(), settings: Settings())
    let request = Request(command: command, answers: answers, conversation: Self.conversation)
    let step = try await FolderCommand().next(request, in: context)
    guard case .done(let reply) = step else {
      Issue.record("a folder command asks nothing further")
      return Reply()
    }
    return reply
  }

  @Test func `it writes the drafts whose time it is, in every channel they are written for`()
    async throws
  {
    let drafts = try await reply().drafts
    #expect(drafts.map(\.template) == ["note", "letter"])
    #expect(drafts.map(\.kind) == ["news", nil])
    #expect(drafts.map(\.to) == [Self.maria, Self.maria])
    #expect(drafts[0].versions.map(\.channel) == [.email, .chat])
    #expect(drafts[0][.email]?.subject == "Credit")
    #expect(drafts[0][.email]?.body == "We owe you a large credit.")
    #expect(
      try await reply { $0["size"] = .given(.choice("small")) }.drafts.map(\.template) == ["note"])
    #expect(try await reply { $0["person"] = nil }.drafts.map(\.to) == [Self.acme, Self.acme])
  }

  @Test func `it saves the records it declares, a commitment as a promise`() async throws {
    let change = try await reply().change
    let zone = "Europe/Berlin"
    #expect(
      change
        == Change(put: [
          Record(
            id: Self.conversation.record(0), kind: .incident, customer: Self.acme.id,
            person: Self.maria.id, title: "Large credit", plugin: "credit",
            happened: Moment(iso: "2026-11-23T09:10"), zone: zone),
          Record(
            id: Self.conversation.record(1), kind: .promise, customer: Self.acme.id,
            person: Self.maria.id, title: "Credit the fee", state: "promised", plugin: "credit",
            body: [
              "owner": "Dana", "made": "2026-11-24", "first_due": "2026-11-27",
              "what": "credit the fee",
            ], due: Moment(iso: "2026-11-27"), zone: zone),
          Record(
            id: Self.conversation.record(2), kind: "reminder", customer: Self.acme.id,
            person: Self.maria.id, title: "Look again", plugin: "credit",
            due: Moment(iso: "2026-12-23"), zone: zone),
        ]))
  }

  @Test func `without a commitment there is no promise; ids keep their places`() async throws {
    let change = try await reply { $0["repair"] = Answer(.skipped) }.change
    #expect(change.put.map(\.kind) == [.incident, "reminder"])
    #expect(change.put.map(\.id) == [Self.conversation.record(0), Self.conversation.record(2)])
  }

  @Test func `it gives the next steps whose time it is, dated and owned`() async throws {
    let reply = try await reply()
    #expect(reply.citations == ["mistakes/repair"])
    #expect(reply.next.map(\.action) == ["Ask Acme how it is", "Thank them"])
    #expect(reply.next.map(\.owner) == ["me", "Maria Ortiz"])
    #expect(reply.next.map(\.due?.description) == ["2026-11-27", "2026-11-28"])
    #expect(reply.next.map(\.part) == [.way, nil])
    #expect(reply.next.map(\.draft?.template) == ["letter", nil])
    #expect(reply.next.first?.draft?[.letter]?.body == "Dear Acme,\n\na word on paper.")
  }
}
