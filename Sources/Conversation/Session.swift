package import Foundation
package import RapportKit

/// Carries a conversation out: performs its effects in order, through the services, and feeds the results back.
package actor Session {
  /// What a session works with.
  package struct Services: Sendable {
    /// Runs the command.
    package var plugin: any Plugin
    /// Opens what the plugin may use.
    package var context: @Sendable (Reader) throws(Problem) -> Context
    /// Keeps the records.
    package var store: any RecordStore
    /// Remembers a setting.
    package var remember: @Sendable (String, Value) throws(Problem) -> Void
    /// Runs a line as a command of its own; false when the program is to be left.
    package var digress: @Sendable (String) async -> Bool
    /// The settings as they stand.
    package var settings: @Sendable () throws(Problem) -> Settings
    /// Where open conversations are kept; nil in batch.
    package var journals: String?
    /// The clock.
    package var clock: @Sendable () -> Date
    /// Who makes the change.
    package var by: String?
    /// Whether nothing is to be saved.
    package var dryRun: Bool

    /// Gathers the services.
    package init(
      plugin: any Plugin, context: @escaping @Sendable (Reader) throws(Problem) -> Context,
      store: any RecordStore,
      remember: @escaping @Sendable (String, Value) throws(Problem) -> Void,
      digress: @escaping @Sendable (String) async -> Bool,
      settings: @escaping @Sendable () throws(Problem) -> Settings, journals: String?,
      clock: @escaping @Sendable () -> Date, by: String? = nil, dryRun: Bool = false
    ) {
      self.plugin = plugin
      self.context = context
      self.store = store
      self.remember = remember
      self.digress = digress
      self.settings = settings
      self.journals = journals
      self.clock = clock
      self.by = by
      self.dryRun = dryRun
    }
  }

  private var dialogue: Dialogue
  private let services: Services
  private var journal: Journal?
  private let answerer: any Answerer
  private let replay: Replaying?
  /// What it was taken up from.
  private let header: Journal.Header?
  /// What was given up, so that it can be taken up again while the program runs.
  package private(set) var forgotten: Journal.Found?

  /// Begins a conversation, or takes one up from its journal.
  package init(
    _ setup: Dialogue.Setup, surroundings: Surroundings, services: Services,
    answerer: any Answerer, resuming found: Journal.Found? = nil
  ) throws(Problem) {
    self.services = services
    guard let found else {
      dialogue = Dialogue(setup, surroundings: surroundings)
      replay = nil
      header = nil
      self.answerer = answerer
      return
    }
    header = found.header
    journal = try found.file.map { file throws(Problem) in try Journal(resuming: file) }
    // Another window may have gone on with it before the lock was ours.
    let lines = journal?.found?.lines ?? found.lines
    var setup = setup
    // What was remembered on the way is asked again, and answered by the journal.
    for question in setup.personal where lines.contains(where: { $0.question == question.id }) {
      setup.settings.values[question.id] = nil
    }
    dialogue = Dialogue(setup, surroundings: surroundings)
    let replay = Replaying(lines, began: found.header.began, then: answerer)
    self.replay = replay
    self.answerer = replay
  }

  /// Goes on to the end.
  package func run() async -> Ending {
    var events: [Event] = [.start]
    while let event = events.first {
      events.removeFirst()
      let instant = await replay?.instant ?? services.clock()
      for effect in dialogue.handle(event, at: instant) {
        do throws(Problem) {
          switch effect {
          case .finish(let ending):
            end(ending)
            return ending
          default:
            if let next = try await perform(effect) { events.append(next) }
          }
        } catch {
          return .failed(error)
        }
      }
    }
    return .failed(
      Problem(
        .pluginFailed, "The conversation came to no end.", help: "That is a fault of Rapport."))
  }

  /// The conversation as it stands: its answers, for what is shown after the end.
  package var answers: Answers { dialogue.answers }

  private func perform(_ effect: Effect) async throws(Problem) -> Event? {
    switch effect {
    case .journal(let entry):
      guard await replay?.instant == nil else { return nil }
      try openJournal()?.write(entry)
      return nil
    case .ask(let prompt):
      try openJournal()
      let signal = await answerer.ask(prompt)
      guard case .begun(let text) = signal else { return Event(signal) }
      // What was broken off is kept, and recalled when the conversation is taken up.
      guard await replay?.instant == nil else { return .begun(text) }
      try journal?.write(
        .begun(text, question: prompt.id, asked: prompt.line, at: services.clock()))
      return .interrupt
    case .edit(let text, let prompt):
      switch await answerer.edit(text, prompt) {
      // What was written in an editor is an answer, whatever it says.
      case .line(let line): return .line(dialogue.line(line, at: dialogue.currentQuestion))
      case let other: return Event(other)
      }
    case .say(let remark):
      await answerer.say(remark)
      return nil
    case .call(let request):
      do throws(Problem) {
        let context = try services.context(dialogue.speaker)
        return .stepped(.success(try await services.plugin.next(request, in: context)))
      } catch {
        return .stepped(.failure(error))
      }
    case .look(let look): return .found(try await find(look))
    case .save(let change, _):
      guard !services.dryRun else { return .saved(.success(.saved(change.put))) }
      do throws(Problem) {
        return .saved(.success(try await save(change)))
      } catch {
        return .saved(.failure(error))
      }
    case .remember(let setting, let value):
      try services.remember(setting, value)
      return nil
    case .run(let line):
      guard await services.digress(line) else { return .left }
      return .returned(try await directory(), try services.settings())
    case .finish: return nil
    }
  }

  private func find(_ look: Effect.Look) async throws(Problem) -> Event.Found {
    switch look {
    case .directory: return .directory(try await directory())
    case .section(let citation):
      do throws(Problem) {
        let context = try services.context(dialogue.reader)
        return .section(try await context.knowledge.section(citation))
      } catch {
        await answerer.say(.problem(error))
        return .section(nil)
      }
    case .last(let command, let customer):
      let drafts = try await services.store.records(
        .init(kinds: [.draft], customer: customer, order: .number))
      let last = drafts.last { $0.body["command"]?.text == command }
      var answers = Answers()
      for entry in last?.body["answers"]?.entries ?? [] {
        // What was left out or unknown then is no beginning.
        if let raw = entry.value.text, !raw.isEmpty, raw != "unknown" {
          answers[entry.key] = Answer(.given(.text(raw)), origin: .record, raw: raw)
        }
      }
      return .last(answers)
    }
  }

  /// The people on record. A command without customers or people needs nobody's name, and opens no records.
  private func directory() async throws(Problem) -> Directory {
    dialogue.needsNames ? try await services.store.directory() : Directory()
  }

  /// The journal, begun with the first question: what asks nothing leaves none.
  @discardableResult private func openJournal() throws(Problem) -> Journal? {
    if let journal { return journal }
    guard let folder = services.journals else { return nil }
    let header =
      header
      ?? Journal.Header(
        id: dialogue.id, command: dialogue.command.name, given: dialogue.setup.invocation.node,
        began: services.clock())
    let made = try Journal(header, in: folder)
    journal = made
    return made
  }

  /// Saves `change`; what was saved before and taken back is saved again.
  private func save(_ change: Change) async throws(Problem) -> Saved {
    var entry = entry()
    for count in 1... {
      let saved = try await services.store.save(change, as: entry)
      guard case .already(let records) = saved, records.isEmpty, !change.put.isEmpty, count < 1000
      else { return saved }
      entry.conversation = own.again(count)
    }
    return .already([])
  }

  /// The id of this conversation's change, which is another than its records' when it is held again.
  private var own: ConversationID { dialogue.setup.id ?? dialogue.id }

  private func entry() -> ChangeEntry {
    ChangeEntry(
      at: services.clock().ISO8601Format(), by: services.by, command: dialogue.command.name,
      conversation: own)
  }

  private func end(_ ending: Ending) {
    switch ending {
    case .done: journal?.remove()
    case .cancelled:
      forgotten = journal?.found
      journal?.remove()
    // Given up at once, so that the next `resume` finds it free.
    case .parked, .left, .missing, .failed: journal = nil
    }
  }
}

extension Event {
  fileprivate init(_ signal: Signal) {
    switch signal {
    case .line(let line): self = .line(line)
    case .begun(let text): self = .begun(text)
    case .interrupt: self = .interrupt
    case .end: self = .end
    }
  }
}

extension Invocation {
  /// What was given with the command, for the journal.
  package var node: Node {
    .compact([
      "sentence": .text(sentence),
      "answers": given.isEmpty
        ? nil
        : .list(
          given.map { ["id": .text($0.id), "value": $0.node, "from": .text($0.origin.rawValue)] }),
    ])
  }

  /// The invocation that a journal began with.
  package init(_ command: Command, resuming header: Journal.Header) {
    self.init(command, sentence: header.given["sentence"]?.text)
    given = (header.given["answers"]?.list ?? []).compactMap { node in
      guard let id = node["id"]?.text, let value = node["value"] else { return nil }
      return Given(id, value, origin: node["from"]?.text.flatMap(Answer.Origin.init) ?? .flag)
    }
  }
}
