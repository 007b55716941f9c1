import RapportKit

/// A rule as its file declares it, in Vale's terms.
struct RuleDefinition: Sendable {
  /// The kinds of rule that are understood.
  enum Kind: String, CaseIterable {
    case existence, substitution, occurrence, repetition, consistency, conditional, metric
    case capitalization
  }

  /// One pattern and what stands for it.
  struct Swap: Sendable, Hashable {
    var pattern: String
    var replacement: String
  }

  /// `Style.Rule`.
  var name: String
  var kind: Kind
  var message: String
  var level: Finding.Level
  var scope: [String] = ["text"]
  var ignoreCase = false
  /// Whether word boundaries are left out.
  var nonword = false
  var tokens: [String] = []
  var raw: [String] = []
  var exceptions: [String] = []
  var swap: [Swap] = []
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
  /// `capitalization`: `$title`, `$sentence`, `$lower`, `$upper` or a pattern.
  var match = ""
  /// What Rapport adds to it.
  var extras = RuleExtras()
  /// Where it is declared.
  var place: Place?
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
  /// Sentences it must find.
  var bad: [String] = []
  /// Sentences it must pass.
  var good: [String] = []
}
