import Formats
import Foundation
import RapportKit
import RapportTesting

/// What a command of the plugin works with in tests: records in memory, files from a table, pages that show all they
/// are given, on Tuesday 24 November 2026 at nine.
struct Bench {
  static let acme = Named(id: RecordID(rawValue: "acme"), name: "Acme")
  static let maria = Named(id: RecordID(rawValue: "maria"), name: "Maria Ortiz")
  static let today = LocalDate(2026, 11, 24)

  var records: [Record] = []
  var files: [String: String] = [:]
  var settings = Settings(["me.name": .text("Sam Reed")])

  var context: Context {
    let people = [
      Record(id: RecordID(rawValue: "acme"), kind: .customer, title: "Acme"),
      Record(
        id: RecordID(rawValue: "maria"), kind: .person, customer: Self.acme.id,
        title: "Maria Ortiz"),
    ]
    return Context(
      surroundings: Surroundings(
        instant: Moment(Self.today, LocalTime(9)).instant(in: .gmt), zone: .gmt),
      records: InMemoryRecordStore(people + records), knowledge: NoKnowledge(),
      templates: ShowingTemplates(), checks: NoChecks(), files: TableFiles(files: files),
      settings: settings)
  }

  /// A call of `command` about Acme with these answers, whose messages are `drafts`.
  static func request(
    _ command: String, _ answers: [String: Value] = [:], state: String = "",
    questions: [Question] = [], drafts: [String] = [], conversation: UInt8 = 1
  ) -> Request {
    var given = Answers()
    given["customer"] = .given(.customer(acme))
    given["person"] = .given(.person(maria))
    for (id, value) in answers.sorted(by: { $0.key < $1.key }) { given[id] = .given(value) }
    return Request(
      command: Command(
        command, plugin: "expectations", summary: "", options: questions,
        drafts: drafts.map { DraftSpec($0) }),
      answers: given, state: state, conversation: ConversationID(bytes: [conversation]))
  }

  /// A record of Acme.
  static func record(
    _ id: String, _ kind: Record.Kind, _ title: String, state: String = "open", body: Node = [:],
    happened: LocalDate? = nil, due: LocalDate? = nil
  ) -> Record {
    Record(
      id: RecordID(rawValue: id), kind: kind, customer: acme.id, title: title, state: state,
      body: body, happened: happened.map { Moment($0) }, due: due.map { Moment($0) })
  }
}

/// Shows every value it is given, so that a test sees what a page could show.
struct ShowingTemplates: TemplateFiller {
  func draft(_ template: String, for request: Request, values: [String: Node]) throws(Problem)
    -> Draft
  {
    Draft(template: template, versions: [.init(.email, body: template)])
  }

  func page(_ name: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  {
    "\(name)\n"
      + values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.json)" }
      .joined(separator: "\n")
  }

  func said(_ text: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  {
    var text = text
    for id in request.answers.ids {
      guard let value = request.answers[id]?.value else { continue }
      let shown: String? =
        switch value {
        case .commitment(let commitment): commitment.text
        default: request.answers.text(id)
        }
      text = text.replacing("{{\(id)}}", with: shown ?? "")
      text = text.replacing("{{\(id).what}}", with: shown ?? "")
    }
    return text
  }

  func line(_ text: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  { try said(text, for: request, values: values) }
}

struct TableFiles: FileReader {
  let files: [String: String]

  func data(_ folder: String) throws(Problem) -> [TextFile] {
    files.filter { $0.key.hasPrefix(folder + "/") && $0.key.hasSuffix(".yaml") }
      .sorted { $0.key < $1.key }.map { TextFile($0.key, $0.value) }
  }

  func text(_ path: String) throws(Problem) -> TextFile {
    guard let text = files[path] else {
      throw Problem(.unreadable, "This file cannot be read.", at: Place(file: path))
    }
    return TextFile(path, text)
  }

  func each(in path: String, _ body: (String) throws(Problem) -> Void) throws(Problem) {}

  func node(_ file: TextFile) throws(Problem) -> Node { try YAML.read(file.text, from: file.path) }
}

struct NoKnowledge: KnowledgeReader {
  func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit] { [] }
  func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection? { nil }
}

struct NoChecks: TextChecker {
  func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport {
    CheckReport(words: 0)
  }
}
