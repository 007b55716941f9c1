import Conversation
import Foundation
import RapportKit

/// A scripted conversation on the `Dialogue` value: lines in, what was asked and said out.
///
///     var talk = Talk(Command("note", plugin: "team", summary: "…", questions: [Question("what", ask: "What?", type: .text)]))
///     talk.heard                 // ["1 of 1 · What?"]
///     talk.say("labels")         // ["done"]
///     talk.requests[0].answers   // what=labels
struct Talk {
  /// A plugin's step; the first argument says how often it was called before.
  typealias Plugin = @Sendable (Int, Request) -> Step

  private(set) var dialogue: Dialogue
  /// What was asked and said since the last line, one text each.
  private(set) var heard: [String] = []
  private(set) var prompt: QuestionPrompt?
  private(set) var requests: [Request] = []
  private(set) var changes: [Change] = []
  private(set) var remembered: [String] = []
  private(set) var journal: [JournalEntry] = []
  private(set) var ending: Ending?
  /// What the editor gives back.
  var edited = ""
  /// Who is on record, and what is set, after a command that was run in between.
  var met = Fixture.directory
  var set: [String: Value] = [:]
  private let last: Answers
  private let plugin: Plugin
  private var now: Date

  static let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

  init(
    _ command: Command, sentence: String? = nil, given: [Invocation.Given] = [],
    settings: [String: Value] = [:], interactive: Bool = true, personal: [Question] = [],
    commands: Set<String> = [], last: Answers = Answers(), now: String = "2026-11-24T09:00",
    plugin: @escaping Plugin = { _, _ in .done(Reply()) }
  ) {
    self.last = last
    self.plugin = plugin
    self.now = (Moment(iso: now) ?? Moment(LocalDate(2026, 11, 24))).instant(in: Self.zone)
    let setup = Dialogue.Setup(
      Invocation(command, given: given, sentence: sentence),
      id: interactive ? ConversationID(bytes: Array(1...16)) : nil, interactive: interactive,
      settings: Settings(settings), personal: personal, commands: commands)
    dialogue = Dialogue(setup, surroundings: Surroundings(instant: self.now, zone: Self.zone))
    hear(.start)
  }

  /// Types `lines`, one after the other; what the last one brought.
  @discardableResult mutating func say(_ lines: String...) -> [String] {
    for line in lines {
      heard = []
      hear(.line(line))
    }
    return heard
  }

  /// Hears `event`, and what comes of it, until something is asked or it is over.
  mutating func hear(_ event: Event) {
    var events = [event]
    while let event = events.first, ending == nil {
      events.removeFirst()
      for effect in dialogue.handle(event, at: now) {
        guard ending == nil else { break }
        if let next = carryOut(effect) { events.append(next) }
      }
    }
  }

  private mutating func carryOut(_ effect: Effect) -> Event? {
    switch effect {
    case .journal(let entry): journal.append(entry)
    case .ask(let prompt):
      self.prompt = prompt
      heard.append(prompt.line)
    case .say(.note(let text)): heard.append("– \(text)")
    case .say(.problem(let problem)): heard.append("✗ \(problem.message)")
    case .say(.page(let text)): heard.append(text)
    case .call(let request):
      requests.append(request)
      return .stepped(.success(plugin(requests.count - 1, request)))
    case .look(.directory): return .found(.directory(Fixture.directory))
    case .look(.section(let citation)):
      guard citation.page == "page" else { return .found(.section(nil)) }
      return .found(
        .section(
          KnowledgeSection(
            citation: citation, page: "Page", title: "Title",
            body: "\nA cause is not\nan excuse.\n\nMore.", grade: .study, source: "Lewicki 2016")))
    case .look(.last): return .found(.last(last))
    case .save(let change, _):
      changes.append(change)
      return .saved(.success(.saved(change.put)))
    case .remember(let setting, let value): remembered.append("\(setting)=\(value.node.text ?? "")")
    case .run(let line):
      heard.append("run \(line)")
      let settings = dialogue.settings
      return line == "exit" ? .left : .returned(met, Settings(settings.values.merging(set) { $1 }))
    case .edit(let text, _):
      heard.append("edit \(text)")
      return .line(edited)
    case .finish(let ending):
      self.ending = ending
      heard.append(Self.word(for: ending))
    }
    return nil
  }

  /// The answers of the plugin's last call, in one line.
  var answers: String { requests.last?.answers.line ?? "" }

  /// The records of the first change.
  var saved: [Record] { changes.first?.put ?? [] }

  static func word(for ending: Ending) -> String {
    switch ending {
    case .done: "done"
    case .parked: "parked"
    case .left: "left"
    case .cancelled: "cancelled"
    case .missing(let missing):
      "missing \(missing.certain.joined(separator: " "))"
        + missing.perhaps.map { "; \($0.id) depending on \($0.dependsOn.joined(separator: " "))" }
        .joined()
    case .failed(let problem):
      ([problem] + problem.also).map { "✗ \($0.message)" }.joined(separator: "\n")
    }
  }
}

extension Command {
  /// A command of a plugin “team” with `questions`.
  static func asking(
    _ questions: Question..., options: [Question] = [], drafts: [DraftSpec] = [],
    arguments: [String] = []
  ) -> Command {
    Command(
      "note", plugin: "team", summary: "Note it.", arguments: arguments, options: options,
      questions: questions, drafts: drafts)
  }
}

extension Question {
  /// An open text question “Id?”.
  static func text(_ id: String, required: Bool = true, when: Condition? = nil) -> Question {
    Question(id, ask: "\(id.capitalized)?", type: .text, required: required, when: when)
  }

  /// A choice among `options`.
  static func choice(_ id: String, _ options: String..., when: Condition? = nil) -> Question {
    Question(
      id, ask: "\(id.capitalized)?", type: .choice, options: options.map { Option($0) }, when: when)
  }

  static let customer = Question("customer", ask: "Customer?", type: .customer, from: .customer)
  static let person = Question(
    "person", ask: "Person?", type: .person, required: false, from: .person)

  /// A list of who did what, asked row by row.
  static let steps = Question(
    "steps", ask: "Steps", type: .list, group: [.text("who"), .text("did", required: false)])
}

extension JournalEntry {
  /// What was typed, at which question, and whether it fits.
  var typed: (text: String, question: String, fits: Bool) {
    switch self {
    case .line(let text, let question, _, _): (text, question, true)
    case .refused(let text, let question, _, _), .begun(let text, let question, _, _):
      (text, question, false)
    }
  }
}
