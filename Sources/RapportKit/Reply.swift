/// What a command gives back: a value the shell renders; a plugin never prints.
public struct Reply: Sendable {
  /// What is shown, in order.
  public var blocks: [Block]
  /// The messages written.
  public var drafts: [Draft]
  /// Files to write.
  public var files: [OutputFile]
  /// What is to be saved.
  public var change: Change
  /// Dated next steps; the host saves them beside the change.
  public var next: [NextStep]
  /// What the advice rests on.
  public var citations: [Citation]
  /// What JSON gives beside what is shown: a mapping whose keys stand in the reply, in place of its own where the names
  /// are the same. Programs want figures and places where people want sentences.
  public var data: Node
  /// Command lines that a person may run next with one key; nobody is asked in batch.
  public var offers: [Offer]
  /// What could not be done while the rest was: the run says so, and ends as the gravest of them would.
  public var problems: [Problem]
  /// Whether there is something to look at: nothing found, findings, a failed check (exit 1).
  public var needsAttention: Bool

  /// Gathers a reply.
  public init(
    blocks: [Block] = [], drafts: [Draft] = [], files: [OutputFile] = [],
    change: Change = Change(), next: [NextStep] = [], citations: [Citation] = [],
    data: Node = nil, offers: [Offer] = [], problems: [Problem] = [],
    needsAttention: Bool = false
  ) {
    self.blocks = blocks
    self.drafts = drafts
    self.files = files
    self.change = change
    self.next = next
    self.citations = citations
    self.data = data
    self.offers = offers
    self.problems = problems
    self.needsAttention = needsAttention
  }
}

/// A command line that may be run next.
public struct Offer: Sendable, Hashable {
  /// What it would do, in a few words.
  public var label: String
  /// The line.
  public var line: String

  /// Offers `line` as `label`.
  public init(_ label: String, line: String) {
    self.label = label
    self.line = line
  }
}

/// A part of a reply.
public enum Block: Sendable, Hashable {
  /// Markdown, to standard output.
  case markdown(String)
  /// A line about what was done, to standard error.
  case note(String)
  /// Lines that are printed as they are, to standard output.
  case verbatim(String)
  /// Lines for a person to read, to standard output: on a terminal one that is too long goes on below its words.
  case lines(String)
  /// A table.
  case table(Table)
  /// Bars with their numbers.
  case bars([Bar])
  /// Figures over time, each line with its numbers.
  case trend([TrendLine])
}

/// A table of texts.
public struct Table: Sendable, Hashable {
  /// The headings.
  public var columns: [String]
  /// The rows, each as long as the headings.
  public var rows: [[String]]
  /// The same for programs, where it differs: ISO dates, plain numbers, what a screen has no room for; what `--csv` writes.
  public var sheet: Sheet?

  /// A table of texts.
  public init(columns: [String], rows: [[String]], sheet: Sheet? = nil) {
    self.columns = columns
    self.rows = rows
    self.sheet = sheet
  }

  /// Headings and rows for programs.
  public struct Sheet: Sendable, Hashable {
    /// The headings.
    public var columns: [String]
    /// The rows, each as long as the headings.
    public var rows: [[String]]

    /// Headings and rows.
    public init(columns: [String], rows: [[String]] = []) {
      self.columns = columns
      self.rows = rows
    }
  }
}

/// One bar of a chart; it always shows its number.
public struct Bar: Sendable, Hashable {
  /// What it measures.
  public var label: String
  /// How much.
  public var value: Double
  /// How much is full.
  public var full: Double

  /// A bar of `value` in `full`.
  public init(_ label: String, _ value: Double, of full: Double) {
    self.label = label
    self.value = value
    self.full = full
  }
}

/// One figure over time; it always shows its numbers.
public struct TrendLine: Sendable, Hashable {
  /// What it measures.
  public var label: String
  /// The figures, oldest first.
  public var values: [Double]
  /// The least a figure can be.
  public var low: Double
  /// The greatest.
  public var high: Double
  /// What is said behind it: "no clear change".
  public var says: String?

  /// A line of `values` between `low` and `high`.
  public init(
    _ label: String, _ values: [Double], from low: Double, to high: Double, says: String? = nil
  ) {
    self.label = label
    self.values = values
    self.low = low
    self.high = high
    self.says = says
  }
}

/// A file a command writes.
public struct OutputFile: Sendable, Hashable {
  /// Its name, from the folder the person stands in.
  public var path: String
  /// Its text.
  public var text: String
  /// What it shows in a calendar; such a file is written as iCalendar, and has no text of its own.
  public var events: [CalendarEvent]?

  /// A file with `text`.
  public init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  /// A calendar file, `.ics`, with `events`.
  public init(_ path: String, events: [CalendarEvent]) {
    self.path = path
    self.text = ""
    self.events = events
  }
}

/// A dated next step.
public struct NextStep: Sendable, Hashable {
  /// What to do.
  public var action: String
  /// Who does it.
  public var owner: String
  /// When it is due.
  public var due: Moment?
  /// Which part of a recovery plan it belongs to.
  public var part: RecoveryPart?
  /// The message that goes with it.
  public var draft: Draft?

  /// A step with an owner and a date.
  public init(
    _ action: String, owner: String = "me", due: Moment? = nil, part: RecoveryPart? = nil,
    draft: Draft? = nil
  ) {
    self.action = action
    self.owner = owner
    self.due = due
    self.part = part
    self.draft = draft
  }
}

/// A knowledge page, or a section of one: `mistakes/own-it#name-the-harm`.
public struct Citation: Sendable, Hashable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The page: its path without `.md`.
  public var page: String
  /// The section's heading slug; nil for the whole page.
  public var section: String?

  /// Takes `page#section` apart.
  public init(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1)
    page = parts.first.map(String.init) ?? ""
    section = parts.count == 2 ? String(parts[1]) : nil
  }

  /// Takes `page#section` apart.
  public init(stringLiteral value: String) { self.init(value) }

  /// `page#section`.
  public var description: String { section.map { "\(page)#\($0)" } ?? page }
}

/// How sure a section is.
public enum Grade: String, Sendable, Hashable, CaseIterable, Codable {
  /// Research that was read.
  case study
  /// What a profession does.
  case practice
  /// What a practitioner thinks.
  case opinion
  /// What we decided.
  case convention
}
