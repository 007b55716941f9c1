/// A place where a rule's pattern stands.
struct RuleMatch: Hashable, Comparable {
  var start: Int
  var end: Int
  /// The position among the rule's patterns.
  var order: Int
  /// The texts of a pattern's groups.
  var groups: [String] = []

  /// Earlier first; at the same place the pattern that is declared earlier.
  static func < (a: RuleMatch, b: RuleMatch) -> Bool { (a.start, a.order) < (b.start, b.order) }
}

extension [RuleMatch] {
  /// What one regular expression of all patterns would find: from left to right, without overlaps.
  var resolved: [RuleMatch] {
    var out: [RuleMatch] = []
    for match in sorted() where match.start >= (out.last?.end ?? 0) { out.append(match) }
    return out
  }
}
