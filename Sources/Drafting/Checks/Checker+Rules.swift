import RapportKit

extension Checker {
  /// A finding of a rule, with the element it is an exact case of and where it stands.
  struct RuleFinding {
    var finding: Finding
    var element: String?
    var yields: [String]
    var range: Range<Int>
  }

  /// What the rules find in a text that is read by `channel` and comes from `path`.
  func ruleFindings(
    _ reading: Reading, _ sentences: [SentenceSpan], _ channel: Channel, _ path: String
  ) -> [RuleFinding] {
    let levels = compiled.levels(in: path)
    var places = Places(reading)
    let patterns = compiled.configs.flatMap { $0.ignores(in: $0.sections(for: path)) }
    let ignored = IgnoredParts(patterns, in: reading)
    let findings: [RuleFinding] = RuleRunner(
      rules: compiled, reading: reading, sentences: sentences
    )
    .alerts().compactMap {
      let rule = compiled.rules[$0.rule]
      guard let level = levels[$0.rule],
        rule.extras.channels.isEmpty || rule.extras.channels.contains(channel),
        reading.switches.allow(rule.name, $0.start, reading.text($0.start, $0.end)),
        !ignored.reach(into: $0.start..<$0.end)
      else { return nil }
      let place = places.place($0.start)
      return RuleFinding(
        finding: Finding(
          rule.name, level, $0.message, line: place.line, column: place.column,
          length: reading.length($0.start, $0.end), match: reading.text($0.start, $0.end),
          why: rule.extras.why, rewrite: rule.extras.rewrite,
          replacement: $0.replacement, isSafe: $0.isSafe),
        element: rule.extras.element, yields: rule.extras.yields, range: $0.start..<$0.end)
    }
    // A rule is silent where one that it yields to says the same.
    return findings.filter { finding in
      finding.yields.isEmpty
        || !findings.contains {
          finding.yields.contains($0.finding.check) && $0.range.overlaps(finding.range)
        }
    }
  }
}
