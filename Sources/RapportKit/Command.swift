/// What a command is called, asks for and gives: the one description from which the parser, help, completion,
/// routing and documentation are made.
public struct Command: Sendable, Hashable, Codable {
  /// One or two words: `mistake`, `promise kept`.
  public var name: String
  /// The plugin it belongs to; empty for the host's own.
  public var plugin: String
  /// Other names.
  public var aliases: [String]
  /// One line for lists of commands.
  public var summary: String
  /// The knowledge pages it rests on.
  public var guidance: [Citation]
  /// What a person might type instead of its name.
  public var says: [String]
  /// Question ids by position; the last takes the rest of the line.
  public var arguments: [String]
  /// Flags: like questions, never asked.
  public var options: [Question]
  /// The questions, in order.
  public var questions: [Question]
  /// The messages it writes, in order.
  public var drafts: [DraftSpec]
  /// The records a folder command saves.
  public var saves: [SaveSpec]
  /// Dated follow-ups.
  public var next: [NextSpec]
  /// Names that the command's code gives to its templates beside the answers.
  public var values: [String]
  /// Runs to show and to test.
  public var examples: [Example]
  /// The moment it belongs to in `help`; nil for `help all` alone.
  public var moment: HelpMoment?
  /// Whether the same words later are another change: “promise kept 5” is, “mistake” with the same answers is not.
  public var repeats: Bool
  /// Where it is declared.
  public var place: Place?

  /// Declares a command; only a name and a summary are needed.
  public init(
    _ name: String, plugin: String = "", aliases: [String] = [], summary: String,
    guidance: [Citation] = [], says: [String] = [], arguments: [String] = [],
    options: [Question] = [], questions: [Question] = [], drafts: [DraftSpec] = [],
    saves: [SaveSpec] = [], next: [NextSpec] = [], values: [String] = [],
    examples: [Example] = [], moment: HelpMoment? = nil, repeats: Bool = false,
    place: Place? = nil
  ) {
    self.name = name
    self.plugin = plugin
    self.aliases = aliases
    self.summary = summary
    self.guidance = guidance
    self.says = says
    self.arguments = arguments
    self.options = options
    self.questions = questions
    self.drafts = drafts
    self.saves = saves
    self.next = next
    self.values = values
    self.examples = examples
    self.moment = moment
    self.repeats = repeats
    self.place = place
  }

  /// The question or option called `id`.
  public func question(_ id: String) -> Question? {
    questions.first { $0.id == id } ?? options.first { $0.id == id }
  }
}

/// A command in short: what lists, completion and the parser's first look need.
public struct CommandBrief: Sendable, Hashable, Codable {
  /// The name.
  public var name: String
  /// The other names.
  public var aliases: [String]
  /// The one line.
  public var summary: String
  /// The moment in `help`; nil for `help all` alone.
  public var moment: HelpMoment?
  /// The plugin it belongs to; empty for the host's own.
  public var plugin: String

  /// Shortens `command`.
  public init(_ command: Command) {
    name = command.name
    aliases = command.aliases
    summary = command.summary
    moment = command.moment
    plugin = command.plugin
  }
}

/// The moments by which `help` is arranged.
public enum HelpMoment: String, Sendable, Hashable, CaseIterable, Codable {
  /// Something went wrong.
  case wrong
  /// They will not like it.
  case unwelcome
  /// Agree and keep.
  case agree
  /// Where we stand.
  case standing
  /// When nothing is wrong.
  case calm
  /// Any text.
  case text

  /// The heading in `help`.
  public var title: String {
    switch self {
    case .wrong: "Something went wrong"
    case .unwelcome: "They will not like it"
    case .agree: "Agree and keep"
    case .standing: "Where we stand"
    case .calm: "When nothing is wrong"
    case .text: "Any text"
    }
  }
}

/// A message a command writes, from `templates/<id>.<channel>.md`.
public struct DraftSpec: Sendable, Hashable, Codable {
  /// The template's name.
  public var id: String
  /// What the message is held to: `kinds/<kind>.yaml`.
  public var kind: String?
  /// When it is written; nil for always.
  public var when: Condition?
  /// The channels a template exists for.
  public var channels: [Channel]
  /// Whether it is shown when it has been written.
  public var isShown: Bool

  /// Declares a message.
  public init(
    _ id: String, kind: String? = nil, when: Condition? = nil, channels: [Channel] = [],
    isShown: Bool = true
  ) {
    self.id = id
    self.kind = kind
    self.when = when
    self.isShown = isShown
    self.channels = channels
  }
}

/// A record that a folder command saves.
public struct SaveSpec: Sendable, Hashable, Codable {
  /// The record's kind: `incident`, `promise`, or a plugin's own.
  public var kind: String
  /// A line of template text.
  public var title: String
  /// The question that names the customer.
  public var customer: String?
  /// The question that names the person.
  public var person: String?
  /// The question that says when it happened.
  public var happened: String?
  /// When something is due.
  public var due: Due?
  /// When it is saved; nil for always.
  public var when: Condition?

  /// Declares a record.
  public init(
    kind: String, title: String, customer: String? = nil, person: String? = nil,
    happened: String? = nil, due: Due? = nil, when: Condition? = nil
  ) {
    self.kind = kind
    self.title = title
    self.customer = customer
    self.person = person
    self.happened = happened
    self.due = due
    self.when = when
  }
}

/// When something is due: an answer's date, or some days after it or now.
public enum Due: Sendable, Hashable, Codable {
  /// The date of an answer.
  case answer(String)
  /// Some days after an answer or now.
  case offset(Offset)

  /// The moment it comes to; nil when the answer has no date. Days after an answer without a date count from today.
  public func moment(from answers: Answers, today: LocalDate) -> Moment? {
    switch self {
    case .answer(let id): answers.date(id)
    case .offset(let offset):
      (offset.date(from: answers, today: today)
        ?? Offset(days: offset.days, workdays: offset.workdays).date(from: answers, today: today))
        .map { Moment($0) }
    }
  }
}

/// A dated follow-up that a command declares.
public struct NextSpec: Sendable, Hashable, Codable {
  /// What to do: a line of template text.
  public var action: String
  /// Who does it: `me`, or a question's id.
  public var owner: String
  /// When it is due.
  public var due: Due?
  /// Which part of a recovery plan it belongs to.
  public var part: RecoveryPart?
  /// The template of the message that goes with it.
  public var draft: String?
  /// When it applies; nil for always.
  public var when: Condition?

  /// Declares a follow-up.
  public init(
    _ action: String, owner: String = "me", due: Due? = nil, part: RecoveryPart? = nil,
    draft: String? = nil, when: Condition? = nil
  ) {
    self.action = action
    self.owner = owner
    self.due = due
    self.part = part
    self.draft = draft
    self.when = when
  }
}

/// The three things a recovery gives: what they get, how easy we make it, how we treat them.
///
/// The justice dimensions of Tax, Brown & Chandrashekaran (1998), in people's words.
public enum RecoveryPart: String, Sendable, Hashable, CaseIterable, Codable {
  /// What they get.
  case what
  /// How easy we make it.
  case ease
  /// How we treat them.
  case way
}

/// A run that is shown in help and run as a test.
public struct Example: Sendable, Hashable, Codable {
  /// The command line, files named from the plugin's folder.
  public var run: String
  /// The local time it is run at.
  public var now: Moment?
  /// The zone.
  public var zone: String?
  /// Texts the output must contain.
  public var shows: [String]

  /// Declares a run.
  public init(run: String, now: Moment? = nil, zone: String? = nil, shows: [String] = []) {
    self.run = run
    self.now = now
    self.zone = zone
    self.shows = shows
  }
}
