import Conversation
import Foundation
import RapportKit
import RapportTesting
import Synchronization
import Testing

/// Conversations carried out: the plugin called, the change saved, the journal kept.
struct SessionTests {
  @Test func `A conversation saves its change once, newcomers first`() async throws {
    let desk = Desk()
    let ending = await desk.run(["Nordlicht", "labels"])
    guard case .done(_, .saved(let saved)?) = ending else {
      Issue.record("not saved")
      return
    }
    #expect(saved.map(\.title) == ["Nordlicht", "labels", "Subject"])
    #expect(desk.said == ["note Nordlicht is new to me; added, `undo` takes it back."])
    #expect(Journal.parked(in: desk.folder).isEmpty)
    #expect(try await desk.store.changes(limit: 9).count == 1)
  }

  @Test func `The same batch run again is already saved`() async throws {
    let desk = Desk()
    let given = [Invocation.Given("customer", "Nordlicht"), .init("what", "labels")]
    guard case .done(_, .saved(let first)?) = await desk.run([], given: given, interactive: false),
      case .done(_, .already(let second)?) = await desk.run([], given: given, interactive: false)
    else {
      Issue.record("not the same")
      return
    }
    #expect(first.map(\.id) == second.map(\.id))
    #expect(FileManager.default.fileExists(atPath: desk.folder) == false)
  }

  @Test func `A page that cannot be read costs the conversation nothing`() async throws {
    let desk = Desk()
    let ending = await desk.run(["Acme", "why", "labels"])
    #expect(Talk.word(for: ending) == "done")
    #expect(desk.said.first { $0.hasPrefix("problem") } == "problem No knowledge here.")
  }

  @Test func `A dry run saves nothing`() async throws {
    let desk = Desk()
    #expect(Talk.word(for: await desk.run(["Acme", "labels"], dryRun: true)) == "done")
    #expect(try await desk.store.changes(limit: 9).isEmpty)
  }

  @Test func `Last time's answers come from the draft's record, without what was left out`()
    async throws
  {
    let desk = Desk()
    #expect(Talk.word(for: await desk.run(["Acme", "labels", "skip"], last: true)) == "done")
    #expect(desk.prompts.last == "3 of 3 · Tone?")
    #expect(Talk.word(for: await desk.run(["Acme", "labels", "warm"], last: true)) == "done")
    _ = await desk.run(["Acme", "prints", "later"], last: true)
    #expect(desk.prompts.last == "3 of 3 · Tone?  [last time: warm]")
  }
}

/// A session's surroundings in memory, with a folder for its journals.
final class Desk: Sendable {
  static let acme = ConversationID(bytes: [200]).record(0)
  let store = InMemoryRecordStore([Record(id: acme, kind: .customer, title: "Acme")])
  let folder = NSTemporaryDirectory() + "rapport-\(UUID().uuidString)"
  private let script = Mutex(Script())
  private let clock = Mutex(
    (Moment(iso: "2026-11-24T09:00") ?? Moment(LocalDate(2026, 11, 24))).instant(in: Talk.zone))
  private let runs = Mutex(0)

  struct Script {
    var lines: [String] = []
    var said: [String] = []
    var prompts: [String] = []
    /// What Up brought back before each was typed.
    var earlier: [String] = []
    var answers = Answers()
    var settings: [String: Value] = [:]
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var said: [String] { script.withLock(\.said) }
  var prompts: [String] { script.withLock(\.prompts) }
  var earlier: [String] { script.withLock(\.earlier) }
  /// The answers of the plugin's last call, in one line.
  var answers: String { script.withLock { $0.answers.line } }

  /// Sets the clock forward by `minutes`.
  func wait(minutes: Int) { clock.withLock { $0 += Double(minutes) * 60 } }

  static func command(last: Bool) -> Command {
    var what = Question.text("what")
    what.why = "page#what"
    let tone = Question(
      "tone", ask: "Tone?", type: .text, standard: .last("tone"), required: false)
    return last
      ? .asking(.customer, what, tone, drafts: [DraftSpec("m")])
      : .asking(.customer, what, drafts: [DraftSpec("m")])
  }

  /// Runs a command to the end; when `lines` run out, the window is closed.
  func run(
    _ lines: [String], of command: Command? = nil, given: [Invocation.Given] = [],
    sentence: String? = nil, interactive: Bool = true, dryRun: Bool = false, last: Bool = false,
    personal: [Question] = [], plugin: (any Plugin)? = nil, resuming found: Journal.Found? = nil
  ) async -> Ending {
    script.withLock { $0.lines = lines }
    let number = runs.withLock { count in
      count += 1
      return UInt8(count)
    }
    var command = command ?? Self.command(last: last)
    command.place = nil
    let id = found?.header.id ?? ConversationID(bytes: [number])
    let settings = script.withLock(\.settings)
    let setup = Dialogue.Setup(
      found.map { Invocation(command, resuming: $0.header) }
        ?? Invocation(command, given: given, sentence: sentence),
      id: interactive ? id : nil, interactive: interactive,
      settings: Settings(settings), personal: personal)
    let surroundings = Surroundings(instant: clock.withLock(\.self), zone: Talk.zone)
    let services = Session.Services(
      plugin: plugin ?? Noting(desk: self),
      context: { [store] _ throws(Problem) in
        Context(
          surroundings: surroundings, records: store, knowledge: NoKnowledge(),
          templates: NoTemplates(), checks: NoChecks(), files: NoFiles(), settings: Settings())
      }, store: store,
      remember: { [self] name, value throws(Problem) in
        script.withLock { $0.settings[name] = value }
      },
      digress: { _ in true }, settings: { [self] in Settings(script.withLock(\.settings)) },
      journals: interactive ? folder : nil,
      clock: { [self] in clock.withLock(\.self) }, dryRun: dryRun)
    do throws(Problem) {
      return try await Session(
        setup, surroundings: surroundings, services: services,
        answerer: interactive ? Reciting(desk: self) : Nobody(), resuming: found
      ).run()
    } catch {
      return .failed(error)
    }
  }

  /// Keeps the answers of a call.
  func keep(_ answers: Answers) { script.withLock { $0.answers = answers } }

  fileprivate func next(_ prompt: QuestionPrompt) -> Signal {
    script.withLock { script in
      script.prompts.append(prompt.line)
      guard !script.lines.isEmpty else { return .end }
      let line = script.lines.removeFirst()
      script.earlier.append(prompt.earlier.last ?? "")
      return line.hasSuffix("^C") ? .begun(String(line.dropLast(2))) : .line(line)
    }
  }

  fileprivate func hear(_ remark: Remark) {
    script.withLock { script in
      switch remark {
      case .note(let text): script.said.append("note \(text)")
      case .problem(let problem): script.said.append("problem \(problem.message)")
      case .page(let text): script.said.append("page \(text)")
      }
    }
  }
}

/// Reads a script's lines.
private struct Reciting: Answerer {
  let desk: Desk
  func ask(_ prompt: QuestionPrompt) async -> Signal { desk.next(prompt) }
  func edit(_ text: String, _ prompt: QuestionPrompt) async -> Signal { .line(text) }
  func say(_ remark: Remark) async { desk.hear(remark) }
}

/// Notes what was said: a record, and a message about it.
private struct Noting: Plugin {
  let desk: Desk
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    desk.keep(request.answers)
    let record = Record(
      id: request.recordID(0), kind: "note", customer: request.answers.named("customer")?.id,
      title: request.answers.text("what") ?? "nothing")
    let draft = Draft(
      template: "m", versions: [.init(.email, subject: "Subject", body: "Body")])
    return .done(Reply(drafts: [draft], change: Change(put: [record])))
  }
}

private struct NoFiles: FileReader {
  func data(_ folder: String) throws(Problem) -> [TextFile] { [] }
  func text(_ path: String) throws(Problem) -> TextFile { TextFile(path, "") }
  func each(in path: String, _ body: (String) throws(Problem) -> Void) throws(Problem) {}
  func node(_ file: TextFile) throws(Problem) -> Node { nil }
}

private struct NoKnowledge: KnowledgeReader {
  func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit] { [] }
  func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection? {
    throw Problem(.unreadable, "No knowledge here.")
  }
}

private struct NoTemplates: TemplateFiller {
  func said(_ text: String, for request: Request, values: [String: Node]) throws(Problem)
    -> String
  { text }

  func draft(_ template: String, for request: Request, values: [String: Node])
    throws(Problem) -> Draft
  { Draft(template: template, versions: []) }
  func line(_ text: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  { text }
  func page(_ name: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  { name }
}

private struct NoChecks: TextChecker {
  func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport {
    CheckReport(words: 0)
  }
}
