import RapportKit

/// Turns the matches of rules into what is reported.
struct RuleRunner {
  /// What a rule reports.
  struct Alert {
    var rule: Int
    var start: Int
    var end: Int
    var message: String
    var replacement: String?
    var isSafe = false
  }

  let rules: CompiledRules
  let reading: Reading
  let sentences: [SentenceSpan]
  /// Paragraphs, headings, items, cells: what Vale looks at one by one.
  private let blocks: [SentenceSpan]

  init(rules: CompiledRules, reading: Reading, sentences: [SentenceSpan]) {
    self.rules = rules
    self.reading = reading
    self.sentences = sentences
    var blocks: [SentenceSpan] = []
    for sentence in sentences {
      if let last = blocks.last, last.paragraph == sentence.paragraph, last.kind == sentence.kind {
        blocks[blocks.count - 1].end = sentence.end
        blocks[blocks.count - 1].words = last.words.lowerBound..<sentence.words.upperBound
      } else {
        blocks.append(sentence)
      }
    }
    self.blocks = blocks
  }

  /// What all rules report, in the order of the text.
  func alerts() -> [Alert] {
    let found = rules.matches(in: reading, sentences)
    var alerts: [Alert] = []
    for (index, rule) in rules.rules.enumerated() {
      var own = reported(rule, index, found[index] ?? [])
      if let limit = rule.limit, limit > 0, own.count > limit {
        own = Array(own.sorted { $0.start < $1.start }.prefix(limit))
      }
      alerts += own
    }
    return alerts.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
  }

  private func reported(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert] {
    switch rule.kind {
    case .existence:
      return inScope(matches, rule).map { match in
        let seen = observed(match)
        var alert = alert(index, match.start, match.end, [seen])
        switch rule.action?.name {
        case "remove": alert.replacement = ""
        case "replace": alert.replacement = rule.action?.params.first
        default: break
        }
        // Published rules also find what stands beside the words that are too many.
        alert.isSafe = alert.replacement != nil && !rule.isVale
        return alert
      }
    case .substitution:
      return inScope(matches, rule).compactMap { substitution(rule, index, $0) }
    case .consistency: return consistency(rule, index, inScope(matches, rule))
    case .occurrence: return occurrence(rule, index, matches)
    case .conditional: return conditional(rule, index, matches)
    case .repetition: return repetition(rule, index, matches)
    case .metric, .readability: return measure(rule, index)
    case .capitalization: return capitalization(rule, index, matches)
    }
  }

  private func observed(_ match: RuleMatch) -> String { reading.text(match.start, match.end) }

  private func alert(_ index: Int, _ start: Int, _ end: Int, _ words: [String]) -> Alert {
    Alert(
      rule: index, start: start, end: end,
      message: RuleMessage.filled(rules.rules[index].message, words))
  }

  private func substitution(_ rule: RuleDefinition, _ index: Int, _ match: RuleMatch) -> Alert? {
    guard rule.swap.indices.contains(match.order) else { return nil }
    var expected = rule.swap[match.order].replacement
    for (number, group) in match.groups.enumerated() {
      expected = expected.replacing("$\(number + 1)", with: group)
    }
    let seen = observed(match)
    var options = expected.split(separator: "|").map(String.init)
    guard !options.contains(seen.trimmed) else { return nil }
    let replaces = rule.action?.name == "replace"
    if replaces, let params = rule.action?.params, !params.isEmpty { options = params }
    if rule.capitalize, seen.first?.isUppercase == true {
      options = options.map(\.capitalizedFirst)
    }
    let shown = replaces || !rule.isVale ? RuleMessage.choice(of: options) : expected
    var alert = alert(index, match.start, match.end, [shown, seen])
    // What is itself a pattern cannot be written down.
    if let first = options.first, !first.contains(where: { "\\()[]{}*+".contains($0) }) {
      alert.replacement = first
      alert.isSafe = replaces && options.count == 1
    }
    return alert
  }

  /// Both forms in one text: as Vale, the last one in the block in which the second comes to light.
  private func consistency(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert]
  {
    var alerts: [Alert] = []
    var seen: Set<Int> = []
    var rest = matches.sorted()[...]
    for block in blocks {
      let inside = rest.prefix { $0.start < block.end }
      rest = rest.dropFirst(inside.count)
      for pair in rule.swap.indices {
        let own = inside.filter { $0.order / 2 == pair }
        seen.formUnion(own.map(\.order))
        if let last = own.last, seen.contains(pair * 2), seen.contains(pair * 2 + 1) {
          alerts.append(alert(index, last.start, last.end, [observed(last)]))
        }
      }
    }
    return alerts
  }

  private func occurrence(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert] {
    var alerts: [Alert] = []
    var rest = matches[...]
    for span in counted(rule) {
      rest = rest.drop { $0.start < span.lowerBound }
      let inside = rest.prefix { $0.start < span.upperBound }
      rest = rest.dropFirst(inside.count)
      let tooMany = rule.max.map { $0 > 0 && inside.count > $0 } ?? false
      let tooFew = rule.min.map { inside.count < $0 } ?? false
      guard tooMany || tooFew else { continue }
      let first = inside.first
      alerts.append(
        alert(index, first?.start ?? 0, first?.end ?? 0, [first.map(observed) ?? ""]))
    }
    return alerts
  }

  /// What a rule counts in: sentences, blocks, or the text as a whole.
  private func counted(_ rule: RuleDefinition) -> [Range<Int>] {
    let scope = rule.scope
    let spans = scope.isSentence ? sentences : blocks
    guard scope.isSentence || scope.isParagraph || rule.isVale && !scope.isWhole else {
      return [0..<reading.bytes.count]
    }
    return spans.filter { scope.holds($0, asVale: rule.isVale) }.map { $0.start..<$0.end }
  }

  private func conditional(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert]
  {
    if !rule.second.contains("(") {
      // Without a group: where the first is, the second must be too.
      guard let first = matches.first(where: { $0.order == 0 }),
        !matches.contains(where: { $0.order == 1 })
      else { return [] }
      return [alert(index, first.start, first.end, [observed(first)])]
    }
    var known: Set<String> = []
    var alerts: [Alert] = []
    var rest = inScope(matches, rule)[...]
    for block in blocks {
      let inside = rest.prefix { $0.start < block.end }
      rest = rest.dropFirst(inside.count)
      for match in inside where match.order == 1 { known.formUnion(match.groups) }
      for match in inside where match.order == 0 {
        let text = observed(match)
        guard !known.contains(text), !rules.excepts(index, text) else { continue }
        // Vale reports every one; one of each is enough for a message.
        if !rule.isVale { known.insert(text) }
        alerts.append(alert(index, match.start, match.end, [text]))
      }
    }
    return alerts
  }

  private func repetition(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert] {
    rule.repeatsWords
      ? Repetition(rule, reading).words().compactMap { repeated(rule, index, $0) }
      : Repetition(rule, reading).matches(matches).compactMap { repeated(rule, index, $0) }
  }

  private func repeated(_ rule: RuleDefinition, _ index: Int, _ found: Repetition.Found) -> Alert? {
    let text = reading.text(found.word.lowerBound, found.word.upperBound)
    guard !rules.excepts(index, text),
      rule.scope.isPlain || inScope(found.range.lowerBound, rule)
    else { return nil }
    var alert = alert(index, found.range.lowerBound, found.range.upperBound, [text])
    if rule.repeatsWords {
      alert.replacement = text
      alert.isSafe = false
    }
    return alert
  }

  private func measure(_ rule: RuleDefinition, _ index: Int) -> [Alert] {
    let metrics = Metrics(reading, sentences, proseAlone: rule.isVale)
    guard metrics.words > 0 else { return [] }
    let value: Double
    if rule.kind == .readability {
      guard let grade = Readability.grade(rule.metrics, metrics.variables), grade > rule.grade
      else { return [] }
      value = grade
    } else {
      guard let found = Formula(rule.formula)?.value(metrics.variables),
        Formula.condition(rule.condition, found) == true
      else { return [] }
      value = found
    }
    let shown = (value * 100).rounded() / 100
    return [alert(index, 0, 0, [shown == shown.rounded() ? String(Int(shown)) : String(shown)])]
  }

  private func capitalization(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch])
    -> [Alert]
  {
    var rest = matches[...]
    return (rule.scope.isSentence ? sentences : blocks).compactMap { span in
      rest = rest.drop { $0.start < span.start }
      guard rule.scope.holds(span, asVale: rule.isVale) else { return nil }
      let text = reading.text(span.start, span.end)
      let fits =
        rule.match.hasPrefix("$")
        ? Capitals(rule).fit(text) { rules.excepts(index, $0) }
        : rest.first.map { $0.start < span.end } ?? false
      return fits ? nil : alert(index, span.start, span.end, [text])
    }
  }

  // MARK: Scopes

  /// The matches in places the rule looks at. Rapport's own rules leave quotations alone.
  private func inScope(_ matches: [RuleMatch], _ rule: RuleDefinition) -> [RuleMatch] {
    if rule.isVale, rule.scope.isPlain || rule.scope.isRaw { return matches }
    return matches.filter { inScope($0.start, rule) }
  }

  private func inScope(_ offset: Int, _ rule: RuleDefinition) -> Bool {
    guard let span = sentence(at: offset) else { return rule.scope.isPlain }
    if span.kind == .quote, !rule.isVale { return false }
    return rule.scope.holds(span, asVale: rule.isVale)
  }

  /// The last sentence that begins at `offset` or before.
  private func sentence(at offset: Int) -> SentenceSpan? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? sentences[low - 1] : nil
  }
}
