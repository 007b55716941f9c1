/// Where a message goes.
public enum Channel: String, Sendable, Hashable, CaseIterable, Codable {
  /// With a subject that carries the news.
  case email
  /// Plain and short, right in Slack and Teams alike.
  case chat
  /// A sheet to speak from.
  case call
  /// A public post.
  case status
  /// On paper, formal.
  case letter
  /// Three lines for colleagues or the boss.
  case `internal`
}

/// One message: what it is, to whom, and how it reads in each channel.
public struct Draft: Sendable, Hashable {
  /// The template it was made from.
  public var template: String
  /// What it is held to.
  public var kind: String?
  /// To whom it goes.
  public var to: Named?
  /// Whether it is shown when it has been written; one that is not waits for `copy` and `drafts show`.
  public var isShown = true
  /// The text, a version for each channel it has been written for, in the order of `Channel`.
  public var versions: [Version]

  /// A message in its versions.
  public init(template: String, kind: String? = nil, to: Named? = nil, versions: [Version]) {
    self.template = template
    self.kind = kind
    self.to = to
    self.versions = versions
  }

  /// The version for `channel`.
  public subscript(channel: Channel) -> Version? { versions.first { $0.channel == channel } }

  /// A message as it reads in one channel.
  public struct Version: Sendable, Hashable {
    /// The channel.
    public var channel: Channel
    /// The subject, where the channel has one.
    public var subject: String?
    /// The text: paragraphs parted by empty lines, not wrapped.
    public var body: String
    /// What is still open: the marks that stand in the text.
    public var gaps: [String]

    /// A text for `channel`.
    public init(_ channel: Channel, subject: String? = nil, body: String, gaps: [String] = []) {
      self.channel = channel
      self.subject = subject
      self.body = body
      self.gaps = gaps
    }
  }
}

/// What a check found at one place in a text.
public struct Finding: Sendable, Hashable {
  /// How much it matters.
  public enum Level: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
    /// Worth a thought.
    case hint
    /// Better mended.
    case warning
    /// The message does not do its job.
    case error

    /// Hint before warning before error.
    public static func < (a: Level, b: Level) -> Bool {
      allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
    }
  }

  /// The check: `apology.conditional`, `write-good.Weasel`.
  public var check: String
  /// How much it matters.
  public var level: Level
  /// What is wrong, in one sentence.
  public var message: String
  /// The line, from 1.
  public var line: Int
  /// The first column in characters, from 1.
  public var column: Int
  /// How many characters it spans; 0 when something is missing.
  public var length: Int
  /// The words it is about.
  public var match: String
  /// The knowledge section that says why.
  public var why: Citation?
  /// What could stand there instead, to be completed by the writer.
  public var rewrite: String?
  /// What can stand in the place of `match` as it is; empty to take it out.
  public var replacement: String?
  /// Whether `replacement` fits wherever the check finds something, so that nobody needs to look.
  public var isSafe: Bool

  /// Describes a finding.
  public init(
    _ check: String, _ level: Level, _ message: String, line: Int = 1, column: Int = 1,
    length: Int = 0, match: String = "", why: Citation? = nil, rewrite: String? = nil,
    replacement: String? = nil, isSafe: Bool = false
  ) {
    self.check = check
    self.level = level
    self.message = message
    self.line = line
    self.column = column
    self.length = length
    self.match = match
    self.why = why
    self.rewrite = rewrite
    self.replacement = replacement
    self.isSafe = isSafe
  }
}

/// What a check of one message gives.
public struct CheckReport: Sendable, Hashable {
  /// An element the kind wants, and the sentence that carries it.
  public struct Element: Sendable, Hashable {
    /// The element: `responsibility`.
    public var name: String
    /// What it is called in a sentence: "the reason".
    public var label: String
    /// The sentence that carries it; nil when it is missing.
    public var sentence: String?
    /// Whether the kind wants it; an optional one is only reported when found.
    public var wanted: Bool
    /// The line on which that sentence begins, from 1.
    public var line: Int?
    /// The column in which it begins, in characters from 1.
    public var column: Int?

    /// Describes an element.
    public init(
      _ name: String, label: String, sentence: String?, wanted: Bool = true, line: Int? = nil,
      column: Int? = nil
    ) {
      self.name = name
      self.label = label
      self.sentence = sentence
      self.wanted = wanted
      self.line = line
      self.column = column
    }
  }

  /// The kind it was held to.
  public var kind: String?
  /// The elements, in the kind's order.
  public var elements: [Element]
  /// Every element there is a detector for, found or not, whatever the kind; faults are found when they are there.
  public var speech: [Element]
  /// What was found, in the order of the text.
  public var findings: [Finding]
  /// The number of words.
  public var words: Int
  /// What was not checked, and why: “not checked (sv)”.
  public var unchecked: String?

  /// Gathers a report.
  public init(
    kind: String? = nil, elements: [Element] = [], speech: [Element] = [],
    findings: [Finding] = [], words: Int, unchecked: String? = nil
  ) {
    self.kind = kind
    self.elements = elements
    self.speech = speech
    self.findings = findings
    self.words = words
    self.unchecked = unchecked
  }

  /// How many of the wanted elements were found, and how many are wanted.
  public var parts: (found: Int, wanted: Int) {
    let wanted = elements.filter(\.wanted)
    return (wanted.count { $0.sentence != nil }, wanted.count)
  }
}
