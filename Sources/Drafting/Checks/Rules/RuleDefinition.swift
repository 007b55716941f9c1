import RapportKit

/// A rule as its file declares it, in Vale's terms.
struct RuleDefinition: Sendable {
  /// The kinds of rule that are understood.
  enum Kind: String, CaseIterable {
    case existence, substitution, occurrence, repetition, consistency, conditional, metric
    case capitalization, readability
  }

  /// One pattern and what stands for it.
  struct Swap: Sendable, Hashable {
    var pattern: String
    var replacement: String
  }

  /// What a program may do with a match.
  struct Action: Sendable, Hashable {
    /// `replace` and `remove` are done; others are left to the writer.
    var name: String
    var params: [String]
  }

  /// Describes a rule; only what every kind has is needed.
  init(
    name: String, kind: Kind, message: String, level: Finding.Level, place: Place? = nil
  ) {
    self.name = name
    self.kind = kind
    self.message = message
    self.level = level
    self.place = place
  }

  /// `Style.Rule`.
  var name: String
  var kind: Kind
  var message: String
  var level: Finding.Level
  var scope = RuleScope()
  var ignoreCase = false
  /// Whether word boundaries are left out.
  var nonword = false
  var tokens: [String] = []
  var raw: [String] = []
  /// Whether `raw` stands behind the tokens.
  var append = false
  var exceptions: [String] = []
  /// Whether the words of the vocabulary are exceptions too.
  var vocab = true
  var swap: [Swap] = []
  /// `substitution`: whether a capital is kept.
  var capitalize = false
  var action: Action?
  /// The greatest number of findings in one text.
  var limit: Int?
  /// `occurrence`: the least and the greatest number.
  var min: Int?
  var max: Int?
  /// `repetition`: whether only words with letters count.
  var alpha = false
  /// `conditional`.
  var first = ""
  var second = ""
  /// `metric`.
  var formula = ""
  var condition = ""
  /// `readability`: the measures whose mean is the grade.
  var metrics: [String] = []
  var grade = 0.0
  /// `capitalization`: `$title`, `$sentence`, `$lower`, `$upper` or a pattern.
  var match = ""
  /// `capitalization`: whose title case, `AP` or `Chicago`.
  var titles = "AP"
  /// `capitalization`: the part of the words that must fit.
  var threshold = 0.8
  /// `capitalization`: endings of a word after which a capital may stand.
  var indicators: [String] = []
  /// What Rapport adds to it.
  var extras = RuleExtras()
  /// Where it is declared.
  var place: Place?
  /// Whether it is read as Vale reads it: block by block, quotations too. Rapport's own see a message as one text.
  var isVale = false
  /// The number of the `.vale.ini` that says where it holds; nil when it holds everywhere.
  var config: Int?
}

/// What Rapport adds to a rule in a file beside it.
struct RuleExtras: Sendable, Hashable {
  /// Where it applies; everywhere when empty.
  var channels: [Channel] = []
  /// The knowledge section that says why.
  var why: Citation?
  /// What could stand instead.
  var rewrite: String?
  /// The element it is an exact case of, so that both are not reported: `conditional`.
  var element: String?
  /// The rules that speak for it where they find something at the same place.
  var yields: [String] = []
  /// Sentences it must find.
  var bad: [String] = []
  /// Sentences it must pass.
  var good: [String] = []

  /// Nothing.
  init() {}
}
