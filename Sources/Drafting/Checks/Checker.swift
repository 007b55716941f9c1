package import RapportKit

/// Checks texts against rules, and messages against their kind.
///
///     var sources = CheckSources()
///     sources.addRules(files, style: "mistakes")
///     sources.addKinds(kinds)
///     let report = try Checker(sources).check(text, kind: "apology", channel: .email)
///     report.parts  // (found: 5, wanted: 5)
///
/// English alone: `language` other than English gives a report that says “not checked (sv)” and finds nothing.
package struct Checker: TextChecker {
  private let compiled: CompiledRules
  private let kinds: [String: Kind]
  private let language: String?
  private let unread: [Problem]

  /// Compiles `sources`.
  package init(_ sources: CheckSources, language: String? = nil) {
    compiled = CompiledRules(sources.rules)
    kinds = sources.kinds
    self.language = language
    unread = sources.problems
  }

  /// What could not be read or compiled; the rest is checked. Compiles every pattern, which a check does not.
  package var problems: [Problem] { unread + compiled.problems }

  /// The kinds it knows.
  package var kindNames: [String] { kinds.keys.sorted() }

  package func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport
  {
    let reading = Reading(text)
    let words = reading.plainWords.count
    if let language, language != "en", !language.hasPrefix("en-") {
      return CheckReport(kind: kind, words: words, unchecked: "not checked (\(language))")
    }
    let sentences = reading.sentences()
    var findings = ruleFindings(reading, sentences, channel)
    guard let kind else {
      return CheckReport(findings: findings.map(\.finding).ordered, words: words)
    }
    guard let held = kinds[kind] else {
      throw Problem(
        .notFound, "There is no kind of message called “\(kind)”.",
        help: kind.nearest(in: kindNames).map { "Did you mean “\($0)”?" }
          ?? "There are: \(kindNames.joined(separator: ", ")).")
    }
    let found = DetectorSet.shared.find(reading, sentences)
    for index in findings.indices {
      if let raised = held.forbids.first(where: { $0.rule == findings[index].finding.check }) {
        findings[index].finding.level = raised.level
      }
    }
    let missing = missing(held, found, channel)
    let forbidden = forbidden(held, found, reading, known: findings)
    let long = tooLong(held, words, channel)
    return CheckReport(
      kind: kind, elements: elements(held, found, reading, sentences, channel),
      findings: (findings.map(\.finding) + missing + forbidden + long).ordered, words: words)
  }

  // MARK: Rules

  /// A finding of a rule, with the element it is an exact case of and where it stands.
  private struct RuleFinding {
    var finding: Finding
    var element: String?
    var range: Range<Int>
  }

  private func ruleFindings(_ reading: Reading, _ sentences: [SentenceSpan], _ channel: Channel)
    -> [RuleFinding]
  {
    RuleRunner(rules: compiled, reading: reading, sentences: sentences).alerts().compactMap {
      let rule = compiled.rules[$0.rule]
      guard rule.extras.channels.isEmpty || rule.extras.channels.contains(channel),
        reading.comments.allow(rule.name, at: $0.start)
      else { return nil }
      let place = reading.position($0.start)
      return RuleFinding(
        finding: Finding(
          rule.name, rule.level, $0.message, line: place.line, column: place.column,
          length: reading.length($0.start, $0.end), match: reading.text($0.start, $0.end),
          why: rule.extras.why, rewrite: rule.extras.rewrite ?? $0.rewrite),
        element: rule.extras.element, range: $0.start..<$0.end)
    }
  }

  // MARK: Kinds

  private func elements(
    _ kind: Kind, _ found: [String: [Carrier]], _ reading: Reading, _ sentences: [SentenceSpan],
    _ channel: Channel
  ) -> [CheckReport.Element] {
    func sentence(_ element: String) -> String? {
      guard let carrier = found[element]?.first else { return nil }
      let span = sentences[carrier.sentence]
      return reading.text(span.start, span.end).replacing("\n", with: " ").tidied
    }
    let wanted = kind.wants.filter { $0.channels.isEmpty || $0.channels.contains(channel) }.map {
      CheckReport.Element(
        $0.element, label: $0.label, sentence: $0.elements.lazy.compactMap(sentence).first)
    }
    let optional = kind.optional.compactMap { name -> CheckReport.Element? in
      guard let text = sentence(name) else { return nil }
      let label = DetectorSet.all.first { $0.name == name }?.label ?? name
      return CheckReport.Element(name, label: label, sentence: text, wanted: false)
    }
    return wanted + optional
  }

  private func missing(_ kind: Kind, _ found: [String: [Carrier]], _ channel: Channel) -> [Finding]
  {
    kind.wants.compactMap { want in
      guard want.channels.isEmpty || want.channels.contains(channel),
        want.elements.allSatisfy({ found[$0]?.isEmpty != false })
      else { return nil }
      return Finding(
        "\(kind.name).\(want.element)", want.level, want.message, why: want.why, rewrite: want.add)
    }
  }

  private func forbidden(
    _ kind: Kind, _ found: [String: [Carrier]], _ reading: Reading, known: [RuleFinding]
  ) -> [Finding] {
    var findings: [Finding] = []
    for forbidden in kind.forbids {
      guard let element = forbidden.element else { continue }
      var last = -1
      for carrier in found[element] ?? [] where carrier.sentence != last {
        last = carrier.sentence
        let name = "\(kind.name).\(element)"
        // A rule that knows the exact words speaks for itself.
        let spoken = known.contains {
          $0.element == element
            && $0.range.overlaps(carrier.start..<max(carrier.start + 1, carrier.end))
        }
        guard !spoken, reading.comments.allow(name, at: carrier.start) else { continue }
        let place = reading.position(carrier.start)
        findings.append(
          Finding(
            name, forbidden.level, forbidden.message, line: place.line, column: place.column,
            length: reading.length(carrier.start, carrier.end),
            match: reading.text(carrier.start, carrier.end), why: forbidden.why,
            rewrite: forbidden.rewrite))
      }
    }
    return findings
  }

  private func tooLong(_ kind: Kind, _ words: Int, _ channel: Channel) -> [Finding] {
    guard let limit = kind.limits[channel], words > limit else { return [] }
    return [
      Finding(
        "\(kind.name).length", .hint, "\(words) words; \(limit) are enough here.",
        why: kind.limitsWhy)
    ]
  }
}

extension [Finding] {
  /// In the order of the text, the graver first at one place.
  var ordered: [Finding] {
    enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      if a.line != b.line { return a.line < b.line }
      if a.column != b.column { return a.column < b.column }
      if a.level != b.level { return a.level > b.level }
      return $0.offset < $1.offset
    }.map(\.element)
  }
}
