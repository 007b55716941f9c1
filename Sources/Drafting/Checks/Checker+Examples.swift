package import RapportKit

extension Checker {
  /// Runs the good and bad sentences that stand beside the rules: a bad one that passes, a good one that does not, and
  /// a rule of Rapport's own without either are problems.
  package static func examples(of sources: CheckSources) -> [Problem] {
    var problems: [Problem] = []
    for rule in sources.rules where !rule.isVale || rule.extras != RuleExtras() {
      let compiled = CompiledRules([rule])
      func fires(_ text: String) -> Bool {
        let reading = Reading(text)
        return !RuleRunner(rules: compiled, reading: reading, sentences: reading.sentences())
          .alerts().isEmpty
      }
      func report(_ message: String, _ help: String) {
        problems.append(Problem(.badFile, message, help: help, at: rule.place))
      }
      if rule.extras.bad.isEmpty || rule.extras.good.isEmpty {
        report("“\(rule.name)” has no examples.", "Add `bad:` and `good:` sentences beside it.")
      }
      for text in rule.extras.bad where !fires(text) {
        report("“\(rule.name)” does not find “\(text)”.", "Mend the rule or the example.")
      }
      for text in rule.extras.good where fires(text) {
        report("“\(rule.name)” finds fault with “\(text)”.", "Mend the rule or the example.")
      }
    }
    return problems
  }
}
