/// What kind of answer a question takes.
public enum QuestionType: String, Sendable, Hashable, CaseIterable, Codable {
  /// One line of text.
  case text
  /// Several lines, written in an editor when wanted.
  case longtext
  /// One of the options.
  case choice
  /// Any number of the options.
  case choices
  /// Yes or no.
  case yesno
  /// A number.
  case number
  /// An amount with its currency.
  case money
  /// A date, with a time or without.
  case date
  /// A time of day.
  case time
  /// A length of time.
  case duration
  /// A labelled point on a scale.
  case scale
  /// A customer, on record or new.
  case customer
  /// A person at the customer, on record or new.
  case person
  /// Who will do what by when, in one sentence.
  case commitment
  /// A group of questions, asked again until done.
  case list
}

/// One question of a command, as its manifest declares it.
///
/// A question whose answer stands in a message is asked as that sentence's beginning ("They could not …").
/// The engine supplies `back`, `skip`, `unknown`, `why` and the rest; a question never needs to.
public struct Question: Sendable, Hashable, Codable {
  /// The name of the answer, in flags, files and templates.
  public var id: String
  /// The question as it is asked.
  public var ask: String
  /// What kind of answer it takes.
  public var type: QuestionType
  /// A few words in brackets: what to write.
  public var hint: String?
  /// The knowledge section that says why this is asked.
  public var why: Citation?
  /// The options of a choice or scale.
  public var options: [Option]
  /// What Enter alone means.
  public var standard: Default?
  /// Whether the command needs it; a question that is not may be skipped by Enter.
  public var required: Bool
  /// When it is asked; nil for always.
  public var when: Condition?
  /// What an answer must hold to.
  public var validate: Validation
  /// Which part of a free sentence answers it.
  public var from: Source?
  /// Other questions that are read out of this one's answer: "print labels, 9:10 to 12:10".
  public var reads: [String]
  /// What “unknown” means here; nil when it cannot be unknown.
  public var unknown: Unknown?
  /// The mark that stands for it in a draft written too early; the hint when nil.
  public var gap: String?
  /// The questions of a list's row.
  public var group: [Question]
  /// Where it is declared.
  public var place: Place?

  /// Declares a question; only `id`, `ask` and `type` are needed.
  public init(
    _ id: String, ask: String, type: QuestionType, hint: String? = nil, why: Citation? = nil,
    options: [Option] = [], standard: Default? = nil, required: Bool = true,
    when: Condition? = nil, validate: Validation = Validation(), from: Source? = nil,
    reads: [String] = [], unknown: Unknown? = nil, gap: String? = nil, group: [Question] = [],
    place: Place? = nil
  ) {
    self.id = id
    self.ask = ask
    self.type = type
    self.hint = hint
    self.why = why
    self.options = options
    self.standard = standard
    self.required = required
    self.when = when
    self.validate = validate
    self.from = from
    self.reads = reads
    self.unknown = unknown
    self.gap = gap
    self.group = group
    self.place = place
  }

  /// One option of a choice.
  public struct Option: Sendable, Hashable, Codable {
    /// The name in flags, files and conditions.
    public var id: String
    /// How it is shown.
    public var label: String
    /// Words and phrases in a free sentence that mean it.
    public var says: [String]
    /// A sentence said when it was understood from a free sentence.
    public var note: String?

    /// Declares an option.
    public init(_ id: String, label: String? = nil, says: [String] = [], note: String? = nil) {
      self.id = id
      self.label = label ?? id
      self.says = says
      self.note = note
    }
  }

  /// What stands for an answer when Enter alone is pressed.
  public enum Default: Sendable, Hashable, Codable {
    /// A text, read by the question's type.
    case literal(String)
    /// The answer of another question.
    case answer(String)
    /// A setting.
    case setting(String)
    /// Some days after an answer or now.
    case offset(Offset)
    /// The answer given last time for this customer.
    case last(String)
  }

  /// A part of a free sentence.
  public enum Source: String, Sendable, Hashable, CaseIterable, Codable {
    /// A customer's name.
    case customer
    /// A person's name.
    case person
    /// A date, with a time or without.
    case date
    /// A time of day.
    case time
    /// A length of time.
    case duration
    /// An amount of money.
    case money
    /// A number.
    case number
    /// One of the options, by its `says`.
    case option
    /// Who will do what by when.
    case commitment
    /// The sentence itself, without what the others took.
    case text
  }

  /// What an answer must hold to; messages name the bound.
  public struct Validation: Sendable, Hashable, Codable {
    /// The least number, amount, length or point.
    public var min: Double?
    /// The greatest.
    public var max: Double?
    /// A regular expression the whole text must match.
    public var pattern: String?
    /// The question whose date this one must come after.
    public var after: String?
    /// The question whose date this one must come before.
    public var before: String?
    /// Whether the date must not lie in the past.
    public var notPast: Bool
    /// Whether the date must not lie ahead.
    public var notAhead: Bool

    /// Holds to the given bounds.
    public init(
      min: Double? = nil, max: Double? = nil, pattern: String? = nil, after: String? = nil,
      before: String? = nil, notPast: Bool = false, notAhead: Bool = false
    ) {
      self.min = min
      self.max = max
      self.pattern = pattern
      self.after = after
      self.before = before
      self.notPast = notPast
      self.notAhead = notAhead
    }
  }

  /// What “unknown” says in a message, and when there will be news.
  public struct Unknown: Sendable, Hashable, Codable {
    /// The honest sentence; `{{news}}` in it is the time of the news.
    public var say: String
    /// The time of day at which news is promised: today, or on the next working day when that is under an hour away.
    public var news: LocalTime?

    /// Says `say`, and promises news at `news`.
    public init(say: String, news: LocalTime? = nil) {
      self.say = say
      self.news = news
    }
  }
}

/// Some days, or working days, after an answer or now.
public struct Offset: Sendable, Hashable, Codable {
  /// How many.
  public var days: Int
  /// Whether only Monday to Friday count.
  public var workdays: Bool
  /// The question whose date is counted from; nil for now.
  public var after: String?

  /// `days` after `after`.
  public init(days: Int, workdays: Bool = false, after: String? = nil) {
    self.days = days
    self.workdays = workdays
    self.after = after
  }

  /// The day it comes to; nil when the answer it counts from has no date.
  public func date(from answers: Answers, today: LocalDate) -> LocalDate? {
    guard let start = after.map({ answers.date($0)?.date }) ?? today else { return nil }
    return workdays ? start.adding(workdays: days) : start.adding(days: days)
  }
}

extension Answers {
  /// The date of a date or of a commitment.
  public func date(_ id: String) -> Moment? {
    switch self[id] {
    case .some(let answer):
      switch answer.state {
      case .given(.date(let moment)): moment
      case .given(.commitment(let commitment)): commitment.by
      case .unknown(let news): news
      default: nil
      }
    case nil: nil
    }
  }
}
