/// What runs a command: a pure step from answers to a further form or to a reply.
///
///     struct Late: Plugin {
///       func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
///         .done(Reply(blocks: [.markdown("Tell \(request.answers.text("customer") ?? "them") first.")]))
///       }
///     }
///
/// The manifest's questions come first. A step has no side effects: what is to be saved is a `Change` in the
/// reply, which the host saves in one transaction.
public protocol Plugin: Sendable {
  /// Answers with a form to ask, or with the reply.
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step
}

/// What a plugin answers.
public enum Step: Sendable {
  /// Ask these questions and call again, at most 100 times in a row.
  case ask(Form)
  /// Here is the reply.
  case done(Reply)
}

/// Further questions, and a state that comes back with their answers.
public struct Form: Sendable, Hashable {
  /// What the form is about, as one line; nil to go on without a word.
  public var title: String?
  /// The questions.
  public var questions: [Question]
  /// Opaque to the host.
  public var state: String

  /// A form to ask.
  public init(_ questions: [Question], state: String = "", title: String? = nil) {
    self.title = title
    self.questions = questions
    self.state = state
  }
}

/// One call of a plugin.
public struct Request: Sendable {
  /// The command that was called.
  public var command: Command
  /// The answers so far, those of earlier forms included.
  public var answers: Answers
  /// The state of the form just answered; empty on the first call.
  public var state: String
  /// The conversation, from which record ids derive.
  public var conversation: ConversationID
  /// Whether the message is wanted now, gaps and all, and no form may be asked.
  public var early: Bool

  /// Describes a call.
  public init(
    command: Command, answers: Answers, state: String = "", conversation: ConversationID,
    early: Bool = false
  ) {
    self.command = command
    self.answers = answers
    self.state = state
    self.conversation = conversation
    self.early = early
  }

  /// The id of the conversation's record at `position`, 0 to 899; the same for the same conversation.
  public func recordID(_ position: Int) -> RecordID { conversation.record(position) }
}

/// What a plugin may use while it runs.
public struct Context: Sendable {
  /// The clock and the zone.
  public var surroundings: Surroundings
  /// The records, without those this conversation has saved before.
  public var records: any RecordReader
  /// The knowledge base.
  public var knowledge: any KnowledgeReader
  /// The plugin's templates.
  public var templates: any TemplateFiller
  /// The checks.
  public var checks: any TextChecker
  /// The files of plugins, and those a person names.
  public var files: any FileReader
  /// The settings of the person, the team and the plugin.
  public var settings: Settings
  /// Finds promises in texts.
  public var reading: any PromiseReader

  /// Gathers the services.
  public init(
    surroundings: Surroundings, records: any RecordReader, knowledge: any KnowledgeReader,
    templates: any TemplateFiller, checks: any TextChecker, files: any FileReader,
    settings: Settings, reading: any PromiseReader = NoPromises()
  ) {
    self.surroundings = surroundings
    self.records = records
    self.knowledge = knowledge
    self.templates = templates
    self.checks = checks
    self.files = files
    self.settings = settings
    self.reading = reading
  }

  /// How dates, times, lengths and amounts are written for this person.
  public var wording: Wording {
    Wording(spelling: settings.me.spelling, today: surroundings.today)
  }
}

/// Settings by name: `me.name`, `team.limit`, `mistakes.window`.
public struct Settings: Sendable, Hashable {
  /// The values, by full name.
  public var values: [String: Value]

  /// Settings with `values`.
  public init(_ values: [String: Value] = [:]) { self.values = values }

  /// The value of `name`.
  public subscript(name: String) -> Value? { values[name] }

  /// The text of `name`.
  public func text(_ name: String) -> String? {
    switch values[name] {
    case .text(let text), .choice(let text): text
    default: values[name]?.node.text
    }
  }

  /// Who is writing.
  public var me: Me {
    Me(
      name: text("me.name"), role: text("me.role"), phone: text("me.phone"),
      spelling: text("me.spelling").flatMap(Spelling.init) ?? .british)
  }
}

/// Who is writing.
public struct Me: Sendable, Hashable {
  /// The name under a message.
  public var name: String?
  /// What they are.
  public var role: String?
  /// Where they can be called.
  public var phone: String?
  /// How they spell and write dates.
  public var spelling: Spelling

  /// Describes the person who writes.
  public init(
    name: String? = nil, role: String? = nil, phone: String? = nil, spelling: Spelling = .british
  ) {
    self.name = name
    self.role = role
    self.phone = phone
    self.spelling = spelling
  }
}

/// British or American spelling and date form.
public enum Spelling: String, Sendable, Hashable, CaseIterable, Codable {
  /// “apologise”, 27 November.
  case british
  /// “apologize”, November 27.
  case american
}
