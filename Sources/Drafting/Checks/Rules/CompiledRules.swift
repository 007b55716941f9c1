import RapportKit
import Synchronization

/// All rules, compiled: their phrases in one trie, the rest as regular expressions behind a test for what they need.
struct CompiledRules: Sendable {
  private(set) var rules: [RuleDefinition] = []
  let configs: [ValeConfig]
  private var trie = Trie()
  private var residues: [Residue] = []
  private var needed = NeededTexts([])
  private var exceptions: [Int: Residue] = [:]
  private let known = LevelCache()

  init(_ definitions: [RuleDefinition], configs: [ValeConfig] = []) {
    self.configs = configs
    for definition in definitions {
      let index = rules.count
      rules.append(definition)
      compile(definition, index)
    }
    needed = NeededTexts(residues.map(\.needs))
  }

  /// Writes what a run needs.
  func pack(into pack: inout PackWriter) {
    pack.put(rules) { $1.pack(into: &$0) }
    trie.pack(into: &pack)
    pack.put(residues) { $1.pack(into: &$0) }
    pack.put(exceptions.keys.sorted()) { pack, rule in
      pack.put(rule)
      exceptions[rule]?.pack(into: &pack)
    }
  }

  init(from pack: inout PackReader) throws(PackReader.Broken) {
    configs = []
    rules = try pack.list { reader throws(PackReader.Broken) in try RuleDefinition(from: &reader) }
    trie = try Trie(from: &pack)
    residues = try pack.list { reader throws(PackReader.Broken) in try Residue(from: &reader) }
    needed = NeededTexts(residues.map(\.needs))
    let pairs = try pack.list { reader throws(PackReader.Broken) in
      (try reader.int(), try Residue(from: &reader))
    }
    exceptions = Dictionary(pairs) { $1 }
    let known = trie.phrases.joined().map(\.rule).allSatisfy { rules.indices.contains(Int($0)) }
    guard known, Int(trie.edges.greatest) < trie.phrases.count,
      residues.allSatisfy({ rules.indices.contains($0.rule) })
    else {
      throw PackReader.Broken()
    }
  }

  // MARK: Compiling

  private mutating func compile(_ rule: RuleDefinition, _ index: Int) {
    switch rule.kind {
    case .existence: existence(rule, index)
    case .substitution:
      // The longest first, as Vale has them; a tie is settled by the alphabet.
      let sorted = rule.swap.sorted {
        ($1.pattern.count, $0.pattern) < ($0.pattern.count, $1.pattern)
      }
      rules[index].swap = sorted
      for (order, swap) in sorted.enumerated() {
        // A replacement that takes up a group needs the regular expression.
        if swap.replacement.contains("$") {
          residue(
            Self.bounded([swap.pattern], rule), rule, index, order,
            need: Pattern(swap.pattern).need)
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
      residue(rule.first, rule, index, 0, need: nil)
      residue(rule.second, rule, index, 1, need: nil)
    case .repetition:
      if !rule.repeatsWords { residue(rule.tokens.joined(separator: "|"), rule, index, 0) }
    case .capitalization:
      if !rule.match.hasPrefix("$") { residue(rule.match, rule, index, 0, need: nil) }
    case .metric, .readability: break
    }
    exceptions[index] = Self.exceptions(rule, index)
  }

  private mutating func existence(_ rule: RuleDefinition, _ index: Int) {
    let tokens = rule.tokens.filter { !$0.allSatisfy(\.isWhitespace) }
    guard !rule.raw.isEmpty else {
      for (order, token) in tokens.enumerated() { add(token, rule, index, order) }
      return
    }
    // As Vale builds it: all of `raw` in a row, before the tokens or behind them.
    let raw = rule.raw.joined()
    let bounded = tokens.isEmpty ? "" : Self.bounded(tokens, rule)
    residue(rule.append ? bounded + raw : raw + bounded, rule, index, 0)
  }

  /// As Vale reads them: longest first, each with its case, anywhere in what was found.
  private static func exceptions(_ rule: RuleDefinition, _ index: Int) -> Residue? {
    let terms = rule.exceptions.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    guard !terms.isEmpty else { return nil }
    let source = "\\b(?:" + terms.joined(separator: "|") + ")\\b"
    return Residue(rule: index, order: 0, source: source, need: nil)
  }

  private mutating func add(_ token: String, _ rule: RuleDefinition, _ index: Int, _ order: Int) {
    let pattern = Pattern(token)
    if !rule.nonword, !rule.scope.isRaw, let texts = pattern.expansions(),
      texts.allSatisfy(Trie.accepts)
    {
      for text in texts {
        trie.add(
          text,
          Trie.Phrase(
            rule: Int32(index), order: Int32(order),
            exact: rule.ignoreCase ? nil : Trie.letters(text)
          ))
      }
    } else {
      residue(Self.bounded([token], rule), rule, index, order, need: pattern.need)
    }
  }

  private static func bounded(_ tokens: [String], _ rule: RuleDefinition) -> String {
    let inner = "(?:" + tokens.joined(separator: "|") + ")"
    return rule.nonword ? inner : "\\b" + inner + "\\b"
  }

  private mutating func residue(
    _ source: String, _ rule: RuleDefinition, _ index: Int, _ order: Int,
    need: Pattern.Need?? = .none
  ) {
    let flags = rule.ignoreCase ? "(?im)" : "(?m)"
    residues.append(
      Residue(rule: index, order: order, source: flags + source, need: need ?? Pattern(source).need)
    )
  }

  /// The patterns that are no regular expressions; compiles them all.
  var problems: [Problem] {
    (residues + exceptions.keys.sorted().compactMap { exceptions[$0] }).filter { !$0.isSound }.map {
      let rule = rules[$0.rule]
      return Problem(
        .badFile, "A pattern of “\(rule.name)” is not a regular expression: \($0.source).",
        help: "Patterns follow ICU's syntax; lookbehind must have a bound.", at: rule.place)
    }
  }

  /// The rules that took too long on some text and are left out since.
  var slow: [String] {
    Set(residues.filter(\.isSlow).map { rules[$0.rule].name }).sorted()
  }

  // MARK: Matching

  /// The level of each rule in the file at `path`; nil where it does not hold.
  func levels(in path: String) -> [Finding.Level?] {
    let fitting = configs.map { $0.sections(for: path) }
    return known.levels(fitting) {
      rules.map { rule in
        guard let config = rule.config else { return rule.level }
        return configs[config].level(of: rule.name, rule.level, in: fitting[config])
      }
    }
  }

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
      let hits = needed.hits(in: reading.masked, patterns: residues.count)
      var paragraphs = RegexParts(reading.masked, sentences)
      // Few rules look at sentences alone or at the marks, so these are made when one does.
      var single: RegexParts?
      var raw: RegexParts?
      var rawHits: [[NeededTexts.Hit]] = []
      for (index, residue) in residues.enumerated() {
        let matches: [RuleMatch]
        let scope = rules[residue.rule].scope
        if scope.isRaw {
          if raw == nil {
            raw = RegexParts(reading.bytes, [])
            rawHits = needed.hits(in: reading.bytes, patterns: residues.count)
          }
          matches = raw?.matches(of: residue, at: rawHits[index]) ?? []
        } else if !residue.needs.isEmpty, hits[index].isEmpty {
          continue
        } else if scope.isSentence {
          if single == nil { single = RegexParts(reading.masked, sentences, each: true) }
          // Where sentences with too many are looked for, the others need not be kept.
          let rule = rules[residue.rule]
          let few = rule.kind == .occurrence && rule.min == nil ? rule.max ?? 0 : 0
          matches = single?.matches(of: residue, at: hits[index], few: few) ?? []
        } else {
          matches = paragraphs.matches(of: residue, at: hits[index])
        }
        if !matches.isEmpty { found[residue.rule, default: []] += matches }
      }
    }
    for (rule, matches) in found {
      var kept = rules[rule].kind == .conditional ? matches.sorted() : matches.resolved
      if exceptions[rule] != nil, rules[rule].kind != .conditional {
        kept.removeAll { excepts(rule, reading.text($0.start, $0.end)) }
      }
      found[rule] = kept
    }
    return found
  }

  /// Whether one of the rule's exceptions stands in `text`.
  func excepts(_ rule: Int, _ text: String) -> Bool {
    guard let exception = exceptions[rule] else { return false }
    return !exception.matches(in: RegexText(Array(text.utf8)[...])).isEmpty
  }
}

extension RuleDefinition {
  /// Whether a repetition rule is about words, which need no regular expression.
  var repeatsWords: Bool { tokens.isEmpty || tokens == ["[^\\s]+"] || tokens == ["\\w+"] }
}

/// The levels of all rules by the sections of `.vale.ini` that fit a file.
private final class LevelCache: Sendable {
  private let known = Mutex<[[[Int]]: [Finding.Level?]]>([:])

  func levels(_ key: [[Int]], _ make: () -> [Finding.Level?]) -> [Finding.Level?] {
    if let found = known.withLock({ $0[key] }) { return found }
    let made = make()
    known.withLock { $0[key] = made }
    return made
  }
}
