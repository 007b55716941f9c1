import RapportKit

/// A questionnaire as its file says it: what is asked, on which scales, and by which rule it is read.
struct Questionnaire: Sendable {
  /// A part whose categories are read together: respect, trust.
  struct Dimension: Sendable {
    var id: String
    var title: String
    var guidance: Citation
  }

  /// A part with items of its own.
  struct Category: Sendable {
    var id: String
    var title: String
    var dimension: String?
    var guidance: Citation
    /// What to do when it is low; `{{customer}}` is the customer.
    var step: String
  }

  /// The question for signs that people add themselves.
  struct Own: Sendable {
    var category: String
    var ask: String
    var guidance: Citation
    var covers: [String]
  }

  var id: String
  var version: Int
  var title: String
  var summary: String
  var source: String
  var guidance: Citation
  /// What to think of before answering.
  var think: String
  /// The same for the customer; nil where nothing needs to be said.
  var they: String?
  var rule: Rule
  var dimensions: [Dimension]
  var categories: [Category]
  var own: Own?
  var items: [Item]
  var file: String

  /// The item called `id`.
  func item(_ id: String) -> Item? { items.first { $0.id == id } }

  /// The category called `id`.
  func category(_ id: String) -> Category? { categories.first { $0.id == id } }

  /// The items that a form asks.
  func items(of form: FormKind) -> [Item] { items.filter { $0.isAsked(in: form) } }

  /// Whether its reading is a score of 5.
  var hasScore: Bool { if case .lower = rule { true } else { false } }

  /// What to do about `item`: its own step, else its category's.
  func step(for item: Item) -> String { item.step ?? category(item.category)?.step ?? "" }
}

/// Which of a questionnaire's items are asked.
enum FormKind: String, Sendable, CaseIterable {
  /// At most twelve, the default.
  case short
  /// All of them.
  case full
  /// At most seven, in the customer's words.
  case customer
  /// Those about our own firm.
  case us
}

/// How a questionnaire is read; each source has its own rule, and they are never flattened into one average.
enum Rule: Sendable, Equatable {
  /// The lowest of these dimensions is the reading.
  case lower([String])
  /// One warning in this category is enough, on either side.
  case any(String)
  /// Most of this category's answers decide.
  case majority(String)
  /// The parts above the line, added, over the part below it turned round.
  case ratio(over: [String], under: String)
  /// Every category stands by itself.
  case apart
}

/// One question of a questionnaire.
struct Item: Sendable, Equatable {
  /// What can be answered.
  enum Kind: Sendable, Equatable {
    /// A labelled scale, worst first.
    case scale([String])
    /// Yes or no.
    case yesno
    /// One of these.
    case choice([Question.Option])
  }

  /// Whom an item is about; those about us are asked once a year.
  enum About: String, Sendable, CaseIterable { case us, customer }

  /// On whose side of the relationship it stands.
  enum Seat: String, Sendable, CaseIterable { case us, customer }

  /// What in the records speaks for or against an answer.
  enum Check: String, Sendable, CaseIterable { case promises, replies, mood }

  var id: String
  var ask: String
  /// The question in the customer's form; nil when the customer is not asked.
  var they: String?
  var category: String
  var kind: Kind
  /// The answers that are well; none when the item is only noted.
  var good: [String]
  /// The answers that say the customer is held rather than loyal.
  var held: [String]
  /// The labels in the customer's form, where they differ.
  var theirs: [String: String]
  /// The items of the guidance's inventory that it covers.
  var covers: [String]
  var guidance: Citation
  var version: Int
  var about: About
  var short: Bool
  var seat: Seat?
  var records: Check?
  /// The questionnaire in which the same item may have been answered already.
  var same: String?
  var step: String?

  /// Whether `form` has it.
  func isAsked(in form: FormKind) -> Bool {
    switch form {
    case .short: short
    case .full: true
    case .customer: they != nil
    case .us: about == .us
    }
  }

  /// The labels of a scale.
  var labels: [String]? { if case .scale(let labels) = kind { labels } else { nil } }

  /// The question as `role` is asked it.
  func wording(for role: Role) -> String { role == .customer ? they ?? ask : ask }

  /// The options with their labels as `role` reads them; none for a scale and for yes or no.
  func options(for role: Role) -> [Question.Option] {
    guard case .choice(let options) = kind else { return [] }
    guard role == .customer else { return options }
    return options.map { Question.Option($0.id, label: theirs[$0.id] ?? $0.label) }
  }

  /// The item as a question of the conversation. Enter leaves it out, `unknown` says so.
  func question(for role: Role) -> Question {
    var question = Question(
      id, ask: wording(for: role), type: .yesno, why: guidance, required: false,
      unknown: .init(say: ""))
    switch kind {
    case .scale(let labels):
      question.type = .scale
      question.options = labels.enumerated().map { .init("\($0 + 1)", label: $1) }
    case .choice:
      question.type = .choice
      question.options = options(for: role)
    case .yesno: break
    }
    return question
  }
}

/// Who answers.
enum Role: String, Sendable, CaseIterable {
  /// The one who works with the customer.
  case me
  /// Somebody else of the firm.
  case colleague
  /// Somebody at the customer.
  case customer

  /// How one of them is called.
  var noun: String {
    switch self {
    case .me: "you"
    case .colleague: "colleague"
    case .customer: "customer"
    }
  }

  /// How a group of them is called.
  var group: String {
    switch self {
    case .me: "you"
    case .colleague: "colleagues"
    case .customer: "the customer"
    }
  }
}
