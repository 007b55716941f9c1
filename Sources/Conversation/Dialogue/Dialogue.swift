package import Foundation
package import RapportKit

/// One conversation about one command, as a value: events in, effects out. It knows no terminal, no clock and no disk.
///
///     var dialogue = Dialogue(setup)
///     dialogue.handle(.start, at: now)             // [.look(.directory)]
///     dialogue.handle(.found(.directory(d)), at: now)  // [.say(.note("Noted: Acme")), .ask(…)]
///
/// The engine supplies back, skip, unknown, why, help, show, change, draft, later and cancel at every question;
/// plugins never do.
package struct Dialogue: Sendable {
  /// What a conversation starts from.
  package struct Setup: Sendable {
    /// The command, and what was given with it.
    package var invocation: Invocation
    /// The conversation's id; nil in batch, where it is made of the command and the resolved answers.
    package var id: ConversationID?
    /// The conversation that is held again, its records to be replaced.
    package var replaces: Replaced?
    /// Whether there is somebody to ask.
    package var interactive: Bool
    /// The settings.
    package var settings: Settings
    /// Questions about the person who writes, asked when a draft needs them.
    package var personal: [Question]
    /// Lines that run a command, in small letters: where any words can be the answer, they are none.
    package var commands: Set<String>

    /// Gathers what a conversation starts from.
    package init(
      _ invocation: Invocation, id: ConversationID?, interactive: Bool, settings: Settings,
      personal: [Question] = [], commands: Set<String> = [], replaces: Replaced? = nil
    ) {
      self.invocation = invocation
      self.id = id
      self.interactive = interactive
      self.settings = settings
      self.personal = personal
      self.commands = commands
      self.replaces = replaces
    }
  }

  /// A conversation that is held again: its records keep their ids, and those it does not give any more are removed.
  package struct Replaced: Sendable, Hashable {
    /// The conversation whose ids they have.
    package var conversation: ConversationID
    /// What it left and may take back.
    package var records: [RecordID]

    /// Names what is replaced.
    package init(_ conversation: ConversationID, records: [RecordID]) {
      self.conversation = conversation
      self.records = records
    }
  }

  /// A form as it stands in the conversation: the manifest's questions first, the plugin's after them.
  struct Page: Sendable {
    var questions: [Question]
    var state: String
  }

  /// A list's row while it is asked.
  struct Row: Sendable {
    var question: Question
    var rows: [Answers]
    var answers = Answers()
    var index = 0
    /// The row that is asked again, by its place.
    var editing: Int?
    /// Whether `back` led to it.
    var cameBack = false
    /// What the row said before, which Enter keeps.
    var replaced = Answers()
  }

  var setup: Setup
  var id: ConversationID
  /// The settings, with what was answered about the person who writes.
  package internal(set) var settings: Settings
  var surroundings: Surroundings
  var directory = Directory()
  /// The reader that knows the directory's names, which take time to learn.
  var names: Reader
  var answers = Answers()
  var pages: [Page]
  /// The questions put to the person, in order.
  var asked: [String] = []
  /// The question put now.
  var current: String?
  var row: Row?
  /// Questions passed over although the message needs them: marks stand for them.
  var leftOpen: Set<String> = []
  /// What was typed at a question before, to begin from.
  var typed: [String: String] = [:]
  /// What the first sentence may have answered, by the question.
  var offered: [String: String] = [:]
  /// Lists that were left before their end, as they stood.
  var begun: [String: Row] = [:]
  /// How often in a row an answer did not fit.
  var misses: (question: String, count: Int)?
  /// Answers taken back to be given anew.
  var replaced: [String: Answer] = [:]
  /// Which question's text an answer was read out of.
  var readFrom: [String: String] = [:]
  /// Answers to forms that `back` or `change` closed, for when the same question is asked again.
  var shelved: [Question: Answer] = [:]
  /// What was answered last time, and for which customer that was looked up.
  var last = Answers()
  var lastFor: RecordID?
  /// Customers and people first named here.
  var newcomers: [Record] = []
  /// Whether the message is wanted now.
  var early = false

  var command: Command { setup.invocation.command }

  /// Starts from `setup`, against a clock and a zone.
  package init(_ setup: Setup, surroundings: Surroundings) {
    self.setup = setup
    self.surroundings = surroundings
    settings = setup.settings
    names = Reader(surroundings: surroundings, directory: Directory(), settings: setup.settings)
    id = setup.replaces?.conversation ?? setup.id ?? ConversationID(bytes: [])
    pages = [Page(questions: setup.invocation.command.questions, state: "")]
  }

  /// Hears `event` at `instant` and says what is to be done, in order.
  package mutating func handle(_ event: Event, at instant: Date) -> [Effect] {
    surroundings.instant = instant
    switch event {
    case .start: return [.look(.directory)]
    case .found(.directory(let directory)):
      self.directory = directory
      names = Reader(surroundings: surroundings, directory: directory, settings: settings)
      return begin()
    case .found(.last(let last)):
      self.last = last
      return proceed()
    case .found(.section(let section)): return explain(section)
    case .line(let line): return hear(line)
    case .begun(let text): return recall(text)
    case .interrupt, .end: return [.finish(.parked)]
    case .returned(let directory, let settings): return goOn(directory, settings)
    case .left: return [.finish(.left)]
    case .stepped(.success(.ask(let form))): return open(form)
    case .stepped(.success(.done(let reply))): return save(reply)
    case .stepped(.failure(let problem)): return [.finish(.failed(problem))]
    case .saved(.success(let saved)): return finish(saved)
    case .saved(.failure(let problem)): return [.finish(.failed(problem))]
    }
  }

  /// Reads answers against the clock, the names and the settings as they stand.
  var reader: Reader { names.at(surroundings.now, settings) }

  var wording: Wording { Wording(spelling: settings.me.spelling, today: surroundings.today) }

  /// The question or option called `id`, on any page.
  func question(_ id: String) -> Question? {
    for page in pages.reversed() {
      if let question = page.questions.first(where: { $0.id == id }) { return question }
    }
    return command.question(id) ?? setup.personal.first { $0.id == id }
  }

  /// The question being put: of the list's row, or of the page.
  var currentQuestion: Question? {
    if let row { return row.question.group[row.index] }
    return current.flatMap(question)
  }

  // MARK: - What comes next

  /// The questions of the page still to be asked, in order.
  var pending: [Question] {
    (pages.last?.questions ?? []).filter { question in
      answers[question.id] == nil && !leftOpen.contains(question.id)
        && question.when?.holds(for: answers) ?? true
    }
  }

  /// Asks the next question, or calls the plugin when there is none.
  mutating func proceed(after effects: [Effect] = []) -> [Effect] {
    dropIrrelevant()
    guard !early else { return effects + [call()] }
    let effects = effects + knowThePerson()
    if let look = lookForLastTime() { return effects + [.look(look)] }
    guard setup.interactive else { return effects + settle() }
    guard let next = pending.first ?? personalQuestion else { return effects + [call()] }
    current = next.id
    if next.type == .list { beginList(next) }
    return effects + [.ask(prompt())]
  }

  /// What a draft needs to know of the person who writes, and does not.
  private var personalQuestion: Question? {
    guard !command.drafts.isEmpty, pages.count == 1 else { return nil }
    return setup.personal.first {
      $0.required && settings[$0.id] == nil && !leftOpen.contains($0.id)
    }
  }

  /// Answers to questions that are no longer asked go, unless they were given beforehand.
  private mutating func dropIrrelevant() {
    for question in pages.flatMap(\.questions) where question.when?.holds(for: answers) == false {
      asked.removeAll { $0 == question.id }
      guard let answer = answers[question.id],
        answer.origin == .typed || answer.origin == .byDefault
      else { continue }
      takeBack(question.id)
    }
  }

  /// Takes an answer back; what was typed is kept to begin from.
  mutating func takeBack(_ id: String) {
    guard let answer = answers[id] else { return }
    typed[id] = answer.isUnknown ? answer.raw : line(answer.raw, at: question(id))
    if case .list(let rows)? = answer.value, let question = question(id) {
      begun[id] = Row(question: question, rows: rows)
    }
    answers[id] = nil
  }

  mutating func call() -> Effect {
    current = nil
    for option in command.options where answers[option.id] == nil {
      guard let standard = standard(of: option),
        let value = try? reader.read(standard, as: option, answers: answers)
      else { continue }
      answers[option.id] = .given(adopt(value), origin: .byDefault, raw: standard)
    }
    if setup.id == nil {
      id = ConversationID(of: command, answers: answers, states: pages.map(\.state))
    }
    welcome()
    let marked = leftOpen.contains { question($0)?.when?.holds(for: answers) ?? true }
    return .call(
      Request(
        command: command, answers: answers, state: pages.last?.state ?? "", conversation: id,
        early: early || marked))
  }

  private mutating func open(_ form: Form) -> [Effect] {
    guard pages.count <= 100 else {
      return [
        .finish(
          .failed(
            Problem(
              .pluginFailed, "“\(command.name)” asked a hundred forms in a row.",
              help: "That is a fault of the plugin “\(command.plugin)”.")))
      ]
    }
    pages.append(Page(questions: form.questions, state: form.state))
    for question in form.questions where answers[question.id] == nil {
      guard let answer = shelved.removeValue(forKey: question) else { continue }
      answers[question.id] = answer
      asked.append(question.id)
    }
    guard !early else { return [call()] }
    let given = readGiven(on: form.questions)
    if case .finish? = given.last { return given }
    return given + proceed(after: form.title.map { [.say(.note($0))] } ?? [])
  }

  private mutating func finish(_ saved: Saved) -> [Effect] {
    [.finish(.done(reply ?? Reply(), saved))]
  }

  /// The reply being saved.
  var reply: Reply?

  private mutating func save(_ reply: Reply) -> [Effect] {
    self.reply = reply
    let change = assemble(reply)
    guard !change.isEmpty else { return [.finish(.done(reply, nil))] }
    return [.save(change, reply)]
  }
}
