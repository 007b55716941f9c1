import RapportKit

/// All rules, compiled: their phrases in one trie, the rest as regular expressions behind a test for what they need.
struct CompiledRules: Sendable {
  private(set) var rules: [RuleDefinition] = []
  private var trie = Trie()
  private var residues: [Residue] = []
  private var exceptions: [Int: Residue] = [:]

  init(_ definitions: [RuleDefinition]) {
    for definition in definitions {
      let index = rules.count
      rules.append(definition)
      compile(definition, index)
    }
  }

  // MARK: Compiling

  private mutating func compile(_ rule: RuleDefinition, _ index: Int) {
    switch rule.kind {
    case .existence:
      if rule.raw.isEmpty {
        for (order, token) in rule.tokens.enumerated() { add(token, rule, index, order) }
      } else {
        // As Vale builds it: all of `raw` in a row, then the tokens.
        let tokens = rule.tokens.isEmpty ? "" : Self.bounded(rule.tokens, rule)
        residue(rule.raw.joined() + tokens, rule, index, 0)
      }
    case .substitution:
      let sorted = rule.swap.sorted {
        ($1.pattern.count, $0.pattern) < ($0.pattern.count, $1.pattern)
      }
      rules[index].swap = sorted
      for (order, swap) in sorted.enumerated() {
        // A replacement that takes up a group needs the regular expression.
        if swap.replacement.contains("$") {
          residue(
            Self.bounded([swap.pattern], rule), rule, index, order,
            needed: Pattern(swap.pattern).required)
        } else {
          add(swap.pattern, rule, index, order)
        }
      }
    case .consistency:
      for (order, swap) in rule.swap.enumerated() {
        add(swap.pattern, rule, index, order * 2)
        add(swap.replacement, rule, index, order * 2 + 1)
      }
    case .occurrence:
      residue(rule.tokens.first ?? "", rule, index, 0)
    case .conditional:
      residue(rule.first, rule, index, 0, needed: nil)
      residue(rule.second, rule, index, 1, needed: nil)
    case .repetition, .metric, .capitalization: break
    }
    if !rule.exceptions.isEmpty {
      let source = "^(?:" + rule.exceptions.joined(separator: "|") + ")$"
      exceptions[index] = Residue(rule: index, order: 0, source: source, needed: nil)
    }
  }

  private mutating func add(_ token: String, _ rule: RuleDefinition, _ index: Int, _ order: Int) {
    let pattern = Pattern(token)
    if !rule.nonword, let texts = pattern.expansions(), texts.allSatisfy(Trie.accepts) {
      for text in texts {
        trie.add(
          text,
          Trie.Phrase(
            rule: Int32(index), order: Int32(order),
            exact: rule.ignoreCase ? nil : Trie.letters(text)
          ))
      }
    } else {
      residue(Self.bounded([token], rule), rule, index, order, needed: pattern.required)
    }
  }

  private static func bounded(_ tokens: [String], _ rule: RuleDefinition) -> String {
    let inner = "(?:" + tokens.joined(separator: "|") + ")"
    return rule.nonword ? inner : "\\b" + inner + "\\b"
  }

  private mutating func residue(
    _ source: String, _ rule: RuleDefinition, _ index: Int, _ order: Int, needed: [String]?? = .none
  ) {
    let flags = rule.ignoreCase ? "(?im)" : "(?m)"
    let known = needed ?? Pattern(source).required
    residues.append(Residue(rule: index, order: order, source: flags + source, needed: known))
  }

  /// The patterns that are no regular expressions; compiles them all.
  var problems: [Problem] {
    residues.filter { !$0.isSound }.map { residue in
      let rule = rules[residue.rule]
      return Problem(
        .badFile, "A pattern of “\(rule.name)” is not a regular expression: \(residue.source).",
        help: "Patterns follow ICU's syntax; lookbehind must have a bound.", at: rule.place)
    }
  }

  // MARK: Matching

  /// The matches of every rule that has some, by the rule's number.
  func matches(in reading: Reading, _ sentences: [SentenceSpan]) -> [Int: [RuleMatch]] {
    var found: [Int: [RuleMatch]] = [:]
    trie.matches(in: reading) { phrase, first, last in
      let start = Int(reading.words[first].start)
      let end = Int(reading.words[last].end)
      if let exact = phrase.exact {
        // Words alone are compared; what parts them has been already.
        let letters = reading.words[first...last].lazy.flatMap {
          reading.masked[Int($0.start)..<Int($0.end)]
        }
        guard letters.elementsEqual(exact) else { return }
      }
      found[Int(phrase.rule), default: []].append(
        RuleMatch(start: start, end: end, order: Int(phrase.order)))
    }
    if !residues.isEmpty {
      var parts = RegexParts(reading, sentences)
      for residue in residues {
        let matches = parts.matches(of: residue)
        if !matches.isEmpty { found[residue.rule, default: []] += matches }
      }
    }
    for (rule, matches) in found {
      var kept = rules[rule].kind == .conditional ? matches.sorted() : matches.resolved
      if let exception = exceptions[rule], rules[rule].kind != .conditional {
        kept.removeAll {
          !exception.matches(in: RegexText(reading.masked[$0.start..<$0.end])).isEmpty
        }
      }
      found[rule] = kept
    }
    return found
  }

  /// Whether `text` is one of the rule's exceptions.
  func excepts(_ rule: Int, _ text: String) -> Bool {
    guard let exception = exceptions[rule] else { return false }
    return !exception.matches(in: RegexText(Array(text.utf8)[...])).isEmpty
  }
}
