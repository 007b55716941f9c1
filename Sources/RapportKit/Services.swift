/// Which records are wanted; what is nil or empty does not narrow.
public struct RecordQuery: Sendable, Hashable {
  /// How the records are ordered.
  public enum Order: Sendable, Hashable {
    /// As they came.
    case number
    /// As they came, the last first.
    case newest
    /// The latest happening first.
    case latest
    /// The earliest due first; those without a date are left out.
    case due
  }

  /// Only these.
  public var ids: [RecordID]
  /// Only the one with this short number.
  public var number: Int?
  /// Only of these kinds.
  public var kinds: [Record.Kind]
  /// Only of this customer.
  public var customer: RecordID?
  /// Only in these states.
  public var states: [String]
  /// Only with this title, whatever its case.
  public var title: String?
  /// Only those that concern this person.
  public var person: RecordID?
  /// Only those that `body.owner` owes, whatever its case.
  public var owner: String?
  /// Only those due at this instant or before, in seconds since 1970.
  public var dueBy: Int?
  /// Only those without a date.
  public var undated: Bool
  /// The one key of their bodies that is read; nil for the whole. A long list of names is read much sooner without the rest.
  public var bodyKey: String?
  /// How they are ordered.
  public var order: Order
  /// At most this many.
  public var limit: Int?

  /// Asks for records.
  public init(
    ids: [RecordID] = [], number: Int? = nil, kinds: [Record.Kind] = [],
    customer: RecordID? = nil, states: [String] = [], title: String? = nil,
    person: RecordID? = nil, owner: String? = nil, dueBy: Int? = nil, undated: Bool = false,
    bodyKey: String? = nil, order: Order = .number, limit: Int? = nil
  ) {
    self.ids = ids
    self.number = number
    self.kinds = kinds
    self.customer = customer
    self.states = states
    self.title = title
    self.person = person
    self.owner = owner
    self.dueBy = dueBy
    self.undated = undated
    self.bodyKey = bodyKey
    self.order = order
    self.limit = limit
  }
}

/// Reads what is remembered.
public protocol RecordReader: Sendable {
  /// The records that fit `query`, in its order.
  func records(_ query: RecordQuery) async throws(Problem) -> [Record]
  /// How many records fit `query`; its order and limit do not count.
  func count(_ query: RecordQuery) async throws(Problem) -> Int
  /// The links that start or end at `record`.
  func links(of record: RecordID) async throws(Problem) -> [Change.Link]
}

extension RecordReader {
  /// Counts by reading them all, for readers that know nothing faster.
  public func count(_ query: RecordQuery) async throws(Problem) -> Int {
    var query = query
    query.limit = nil
    query.order = .number
    return try await records(query).count
  }
}

/// One change as it was made.
public struct ChangeEntry: Sendable, Hashable {
  /// Its number, the first 1; the store gives it.
  public var id: Int?
  /// When, as an ISO 8601 instant.
  public var at: String
  /// Who.
  public var by: String?
  /// The command line.
  public var command: String
  /// The conversation; a conversation is saved once.
  public var conversation: ConversationID
  /// The change this one takes back.
  public var undoes: Int?

  /// Describes a change.
  public init(
    id: Int? = nil, at: String, by: String? = nil, command: String, conversation: ConversationID,
    undoes: Int? = nil
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.command = command
    self.conversation = conversation
    self.undoes = undoes
  }
}

/// What saving gave.
public enum Saved: Sendable, Hashable {
  /// It is on disk, with the records as they now stand.
  case saved([Record])
  /// This conversation had been saved before; nothing was written.
  case already([Record])
}

/// Keeps what is remembered.
public protocol RecordStore: RecordReader {
  /// Saves `change` in one transaction. The same conversation again changes nothing.
  func save(_ change: Change, as entry: ChangeEntry) async throws(Problem) -> Saved
  /// The changes, the latest first.
  func changes(limit: Int) async throws(Problem) -> [ChangeEntry]
  /// The records a change touched, before and after; nil where there was or is none.
  func rows(of change: Int) async throws(Problem) -> [(before: Record?, after: Record?)]
  /// Writes the inverse of `change` as a change of its own; refuses, naming it, when a later one touched the same records.
  func undo(_ change: Int, as entry: ChangeEntry) async throws(Problem) -> Saved
}

/// A section of the knowledge base.
public struct KnowledgeSection: Sendable, Hashable {
  /// How it is cited.
  public var citation: Citation
  /// The page's title.
  public var page: String
  /// The section's heading.
  public var title: String
  /// The section's Markdown, without its heading.
  public var body: String
  /// How sure it is.
  public var grade: Grade?
  /// What it rests on, as it is cited: "Lewicki, Polin & Lount 2016".
  public var source: String?

  /// Describes a section.
  public init(
    citation: Citation, page: String, title: String, body: String, grade: Grade? = nil,
    source: String? = nil
  ) {
    self.citation = citation
    self.page = page
    self.title = title
    self.body = body
    self.grade = grade
    self.source = source
  }
}

/// A section that answers a question.
public struct KnowledgeHit: Sendable, Hashable {
  /// The section.
  public var section: KnowledgeSection
  /// The sentences around the words that matched.
  public var quote: String
  /// How well it fits; only comparable within one search.
  public var score: Double

  /// Describes a hit.
  public init(section: KnowledgeSection, quote: String, score: Double) {
    self.section = section
    self.quote = quote
    self.score = score
  }
}

/// Reads the knowledge base.
public protocol KnowledgeReader: Sendable {
  /// The sections that answer `question`, best first; none when nothing fits.
  func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit]
  /// The section, or the page's first, that `citation` names; nil when there is none.
  func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection?
}

/// Fills a plugin's templates.
public protocol TemplateFiller: Sendable {
  /// Fills `template` for every channel it is written for.
  ///
  /// - Parameters:
  ///   - template: the name in the manifest's `drafts`, or another in `templates/`.
  ///   - request: gives the command and the answers.
  ///   - values: names that the command's code adds; a null or missing one is absent.
  func draft(_ template: String, for request: Request, values: [String: Node])
    throws(Problem) -> Draft
  /// Fills the page `templates/<name>`: in `report.html` values are escaped, in any other (`sheet.md`, `recap.txt`) they
  /// stand as they are.
  ///
  /// - Parameter values: names that the page uses beside `me.…`, `team.…` and `today`; a text, a switch, rows or a mapping.
  func page(_ name: String, for request: Request, values: [String: Node])
    throws(Problem) -> String
  /// Fills one line of template text as it is said to the customer, as in a message.
  func said(_ text: String, for request: Request, values: [String: Node]) throws(Problem) -> String
  /// Fills one line of template text that speaks about the customer: a title, a step.
  func line(_ text: String, for request: Request, values: [String: Node]) throws(Problem) -> String
}

/// Checks texts.
public protocol TextChecker: Sendable {
  /// Reads `text` and reports what it finds; with a `kind`, also the elements that kind wants in `channel`.
  func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport
}
