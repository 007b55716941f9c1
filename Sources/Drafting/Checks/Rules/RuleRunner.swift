import RapportKit

/// Turns the matches of rules into what is reported.
struct RuleRunner {
  /// What a rule reports.
  struct Alert {
    var rule: Int
    var start: Int
    var end: Int
    var message: String
    var rewrite: String?
  }

  let rules: CompiledRules
  let reading: Reading
  let sentences: [SentenceSpan]

  /// What all rules report, in no order.
  func alerts() -> [Alert] {
    let found = rules.matches(in: reading, sentences)
    var alerts: [Alert] = []
    for (index, rule) in rules.rules.enumerated() {
      switch rule.kind {
      case .existence, .substitution, .consistency:
        guard var matches = found[index] else { continue }
        matches = matches.filter { inScope($0.start, rule) }
        alerts += plain(rule, index, matches)
      case .occurrence: alerts += occurrence(rule, index, found[index] ?? [])
      case .conditional: alerts += conditional(rule, index, found[index] ?? [])
      case .repetition: alerts += repetition(rule, index)
      case .metric: alerts += metric(rule, index)
      case .capitalization: alerts += capitalization(rule, index)
      }
    }
    return alerts
  }

  private func observed(_ match: RuleMatch) -> String { reading.text(match.start, match.end) }

  private func alert(
    _ index: Int, _ start: Int, _ end: Int, _ words: [String], rewrite: String? = nil
  ) -> Alert {
    Alert(
      rule: index, start: start, end: end,
      message: Self.message(rules.rules[index].message, words), rewrite: rewrite)
  }

  private func plain(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert] {
    switch rule.kind {
    case .substitution:
      return matches.compactMap { match in
        guard rule.swap.indices.contains(match.order) else { return nil }
        var expected = rule.swap[match.order].replacement
        for (number, group) in match.groups.enumerated() {
          expected = expected.replacing("$\(number + 1)", with: group)
        }
        let options = expected.split(separator: "|").map(String.init)
        let seen = observed(match)
        if options.contains(seen) { return nil }
        return alert(
          index, match.start, match.end, [Self.sentence(options), seen], rewrite: options.first)
      }
    case .consistency:
      // The form that came second is the odd one.
      var alerts: [Alert] = []
      for pair in rule.swap.indices {
        let one = matches.first { $0.order == pair * 2 }
        let other = matches.first { $0.order == pair * 2 + 1 }
        if let one, let other {
          let late = one.start < other.start ? other : one
          alerts.append(alert(index, late.start, late.end, [observed(late)]))
        }
      }
      return alerts
    default: return matches.map { alert(index, $0.start, $0.end, [observed($0)]) }
    }
  }

  private func occurrence(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert] {
    var ranges: [Range<Int>]
    switch rule.scope.first {
    case "sentence": ranges = sentences.map { $0.start..<$0.end }
    case "paragraph":
      ranges = []
      for sentence in sentences {
        if let last = ranges.last,
          sentences.last(where: { $0.start < last.upperBound })?.paragraph
            == sentence.paragraph
        {
          ranges[ranges.count - 1] = last.lowerBound..<sentence.end
        } else {
          ranges.append(sentence.start..<sentence.end)
        }
      }
    default: ranges = [0..<reading.bytes.count]
    }
    return ranges.compactMap { range in
      let inside = matches.filter { range.contains($0.start) }
      let tooMany = rule.max.map { inside.count > $0 } ?? false
      let tooFew = rule.min.map { inside.count < $0 } ?? false
      guard tooMany || tooFew else { return nil }
      let first = inside.first
      return alert(index, first?.start ?? 0, first?.end ?? 0, [first.map(observed) ?? ""])
    }
  }

  private func conditional(_ rule: RuleDefinition, _ index: Int, _ matches: [RuleMatch]) -> [Alert]
  {
    let firsts = matches.filter { $0.order == 0 }
    let seconds = matches.filter { $0.order == 1 }
    if !rule.second.contains("("), let first = firsts.first {
      // Without a group: where the first is, the second must be too.
      return seconds.isEmpty ? [alert(index, first.start, first.end, [observed(first)])] : []
    }
    var known = Set(seconds.flatMap(\.groups))
    var alerts: [Alert] = []
    for match in firsts {
      let text = match.groups.first { !$0.isEmpty } ?? observed(match)
      if !known.contains(text), !rules.excepts(index, text) {
        known.insert(text)
        alerts.append(alert(index, match.start, match.end, [text]))
      }
    }
    return alerts
  }

  private func repetition(_ rule: RuleDefinition, _ index: Int) -> [Alert] {
    let words = reading.words
    var alerts: [Alert] = []
    let space = Hash.of([32])
    for second in words.indices.dropFirst() {
      guard words[second].hash == words[second - 1].hash, words[second].gap == space else {
        continue
      }
      let start = Int(words[second - 1].start)
      let text = reading.text(start, Int(words[second - 1].end))
      if rule.alpha, !text.contains(where: \.isLetter) { continue }
      if !rule.ignoreCase, text != reading.text(Int(words[second].start), Int(words[second].end)) {
        continue
      }
      if rules.excepts(index, text) { continue }
      alerts.append(alert(index, start, Int(words[second].end), [text]))
    }
    return alerts
  }

  private func metric(_ rule: RuleDefinition, _ index: Int) -> [Alert] {
    let metrics = Metrics(reading, sentences)
    guard metrics.words > 0, let value = Formula(rule.formula)?.value(metrics.variables),
      let holds = Formula.condition(rule.condition, value), holds
    else { return [] }
    let shown = (value * 100).rounded() / 100
    return [alert(index, 0, 0, [shown == shown.rounded() ? String(Int(shown)) : String(shown)])]
  }

  private func capitalization(_ rule: RuleDefinition, _ index: Int) -> [Alert] {
    sentences.compactMap { sentence in
      let wanted = rule.scope.contains { $0.hasPrefix("heading") }
      guard wanted == (sentence.kind == .heading) else { return nil }
      let text = reading.text(sentence.start, sentence.end)
      guard !Capitals.fit(text, rule.match, exceptions: rule.exceptions) else { return nil }
      return alert(index, sentence.start, sentence.end, [text])
    }
  }

  /// Whether `offset` is in a place the rule looks at.
  private func inScope(_ offset: Int, _ rule: RuleDefinition) -> Bool {
    if rule.scope == ["text"] || rule.scope == ["raw"] || rule.scope == ["summary"] { return true }
    let kind = sentences.last { $0.start <= offset }?.kind
    return rule.scope.contains { scope in
      let no = scope.hasPrefix("~")
      let name = scope.drop { $0 == "~" }.split(separator: ".").first ?? ""
      let fits: Bool =
        switch name {
        case "heading": kind == .heading
        case "list": kind == .item
        case "blockquote": kind == .quote
        case "table": kind == .row
        default: true
        }
      return no ? !fits : fits
    }
  }

  /// The message with its `%s` filled, one after the other.
  static func message(_ text: String, _ words: [String]) -> String {
    var out = ""
    var rest = text[...]
    var index = 0
    while let mark = rest.range(of: "%s") {
      out += rest[..<mark.lowerBound]
      // What was found may go over a line's end; the message stays in one line.
      out +=
        index < words.count
        ? words[index].split(whereSeparator: \.isNewline).joined(separator: " ") : ""
      index += 1
      rest = rest[mark.upperBound...]
    }
    return (out + rest).replacing("''", with: "'")
  }

  /// `a`, or "'a', 'b' or 'c'" as Vale writes alternatives.
  private static func sentence(_ options: [String]) -> String {
    guard options.count > 1, let last = options.last else { return options.first ?? "" }
    let quoted = options.dropLast().map { "'\($0)'" }
    return quoted.joined(separator: ", ") + (options.count > 2 ? "," : "") + " or '\(last)'"
  }
}

extension StringProtocol {
  /// The first place of `text`.
  func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
