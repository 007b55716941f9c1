import RapportKit

/// All rules, compiled: their phrases in one trie, the rest as regular expressions behind a test for what they need.
struct CompiledRules: Sendable {
  private(set) var rules: [RuleDefinition] = []
  private var trie = Trie()
  private var residues: [Residue] = []
  private var exceptions: [Int: Residue] = [:]
  /// What could not be compiled.
  private(set) var problems: [Problem] = []

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
      for (order, swap) in sorted.enumerated() { add(swap.pattern, rule, index, order) }
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
            rule: Int32(index), order: Int32(order), exact: rule.ignoreCase ? nil : Array(text.utf8)
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
    if let residue = Residue(rule: index, order: order, source: flags + source, needed: known) {
      residues.append(residue)
    } else {
      problems.append(
        Problem(
          .badFile, "A pattern of “\(rule.name)” is not a regular expression: \(source).",
          help: "Patterns follow ICU's syntax; lookbehind must have a bound.", at: rule.place))
    }
  }

  // MARK: Matching

  /// The matches of every rule that has some, by the rule's number.
  func matches(in reading: Reading) -> [Int: [RuleMatch]] {
    var found: [Int: [RuleMatch]] = [:]
    trie.matches(in: reading) { phrase, first, last in
      let start = Int(reading.words[first].start)
      let end = Int(reading.words[last].end)
      if let exact = phrase.exact {
        guard exact.count == end - start, reading.masked[start..<end].elementsEqual(exact) else {
          return
        }
      }
      found[Int(phrase.rule), default: []].append(
        RuleMatch(start: start, end: end, order: Int(phrase.order)))
    }
    if !residues.isEmpty {
      let lower = reading.masked.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
      var text: RegexText?
      for residue in residues where residue.mayMatch(lower) {
        let ready = text ?? RegexText(reading.masked)
        text = ready
        let matches = residue.matches(in: ready)
        if !matches.isEmpty { found[residue.rule, default: []] += matches }
      }
    }
    for (rule, matches) in found {
      var kept = rules[rule].kind == .conditional ? matches.sorted() : matches.resolved
      if let exception = exceptions[rule], rules[rule].kind != .conditional {
        kept.removeAll {
          !exception.matches(in: RegexText(Array(reading.masked[$0.start..<$0.end]))).isEmpty
        }
      }
      found[rule] = kept
    }
    return found
  }

  /// Whether `text` is one of the rule's exceptions.
  func excepts(_ rule: Int, _ text: String) -> Bool {
    guard let exception = exceptions[rule] else { return false }
    return !exception.matches(in: RegexText(Array(text.utf8))).isEmpty
  }
}
