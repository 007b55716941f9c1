package import RapportKit

/// What a text is held to.
package enum Held: Sendable, Hashable {
  /// The kind of that name.
  case kind(String)
  /// The kind it looks like, if any.
  case guessed
  /// No kind: only its words are checked.
  case nothing
}

/// How a text is written.
package enum TextFormat: Sendable, Hashable {
  /// Markdown: code, quotations, addresses and front matter are not the writer's words.
  case markdown
  /// Plain text or a mail: only quotations and addresses are not.
  case plain
}

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
  let compiled: CompiledRules
  let kinds: [String: Kind]
  let unread: [Problem]
  let detectors: DetectorSet
  private let language: String?

  /// Compiles `sources`.
  package init(_ sources: CheckSources, language: String? = nil) {
    compiled = CompiledRules(sources.rules, configs: sources.configs)
    kinds = sources.kinds
    self.language = language
    unread = sources.problems
    detectors = .shared
  }

  /// A checker of what was compiled before.
  init(_ compiled: CompiledRules, kinds: [String: Kind], detectors: DetectorSet) {
    self.compiled = compiled
    self.kinds = kinds
    self.detectors = detectors
    language = nil
    unread = []
  }

  /// What could not be read or compiled; the rest is checked. Compiles every pattern, which a check does not.
  package var problems: [Problem] { unread + compiled.problems }

  /// What could not be read, without compiling anything: kinds of rule and scopes that are not understood.
  package var unreadable: [Problem] { unread }
  /// The rules that took too long on some text and are left out since.
  package var slow: [String] { compiled.slow }

  /// The kinds it knows.
  package var kindNames: [String] { kinds.keys.sorted() }

  package func check(_ text: String, kind: String?, channel: Channel) throws(Problem) -> CheckReport
  {
    try check(text, held: kind.map(Held.kind) ?? .nothing, channel: channel)
  }

  /// Checks a text.
  ///
  /// - Parameters:
  ///   - held: the kind it is held to.
  ///   - format: how it is written.
  ///   - path: the file it comes from, for rules that hold for some files only.
  package func check(
    _ text: String, held: Held, channel: Channel, format: TextFormat = .markdown, path: String = ""
  ) throws(Problem) -> CheckReport {
    let reading = Reading(text, format)
    let words = reading.wordCount
    if let language, language != "en", !language.hasPrefix("en-") {
      var kind: String?
      if case .kind(let name) = held { kind = name }
      return CheckReport(kind: kind, words: words, unchecked: "not checked (\(language))")
    }
    let all = reading.sentences()
    // What is quoted somebody else has written; only rules that were made for Vale read it.
    let sentences = all.filter { $0.kind != .quote }
    let found = detectors.find(reading, sentences)
    let kind = try name(held, found, sentences)
    var findings = ruleFindings(reading, all, channel, path)
    // Each once: one sentence may carry many elements, and be long.
    let carrying = Set(DetectorSet.elements.compactMap { found[$0.name]?.first?.sentence })
    let texts = Dictionary(
      uniqueKeysWithValues: carrying.map { ($0, reading.sentence(sentences[$0])) })
    let spoken = speech(found, reading, sentences, texts)
    guard let kind, let held = kinds[kind] else {
      return CheckReport(speech: spoken, findings: findings.map(\.finding).ordered, words: words)
    }
    for index in findings.indices {
      if let raised = held.forbids.first(where: { $0.rule == findings[index].finding.check }) {
        findings[index].finding.level = raised.level
      }
    }
    let missing = missing(held, found, channel)
    let forbidden = forbidden(held, found, reading, known: findings)
    let long = tooLong(held, words, channel)
    let elements = elements(held, found, texts, channel)
    let wanted = Set(elements.filter(\.wanted).map(\.name))
    return CheckReport(
      kind: kind, elements: elements,
      speech: spoken.map {
        var element = $0
        element.wanted = wanted.contains($0.name)
        return element
      },
      findings: (findings.map(\.finding) + missing + forbidden + long).ordered, words: words)
  }

  /// The name of the kind that a text is held to; nil for none.
  private func name(
    _ held: Held, _ found: [String: [Carrier]], _ sentences: [SentenceSpan]
  ) throws(Problem) -> String? {
    switch held {
    case .nothing: return nil
    case .guessed: return likelyKind(found, sentences)
    case .kind(let kind):
      guard kinds[kind] == nil else { return kind }
      throw Problem(
        .notFound, "There is no kind of message called “\(kind)”.",
        help: kind.nearest(in: kindNames).map { "Did you mean “\($0)”?" }
          ?? "There are: \(kindNames.joined(separator: ", ")).")
    }
  }

  // MARK: Kinds

  /// Every element, with the sentence that carries it.
  private func speech(
    _ found: [String: [Carrier]], _ reading: Reading, _ sentences: [SentenceSpan],
    _ texts: [Int: String]
  ) -> [CheckReport.Element] {
    DetectorSet.elements.map { detector in
      guard let number = found[detector.name]?.first?.sentence else {
        return .init(detector.name, label: detector.label, sentence: nil, wanted: false)
      }
      let place = reading.position(sentences[number].start)
      return .init(
        detector.name, label: detector.label, sentence: texts[number], wanted: false,
        line: place.line, column: place.column)
    }
  }

  private func elements(
    _ kind: Kind, _ found: [String: [Carrier]], _ texts: [Int: String], _ channel: Channel
  ) -> [CheckReport.Element] {
    func sentence(_ element: String) -> String? {
      (found[element]?.first?.sentence).flatMap { texts[$0] }
    }
    let wanted = kind.wants.filter { $0.channels.isEmpty || $0.channels.contains(channel) }.map {
      CheckReport.Element(
        $0.element, label: $0.label, sentence: $0.elements.lazy.compactMap(sentence).first)
    }
    let optional = kind.optional.compactMap { name -> CheckReport.Element? in
      guard let text = sentence(name) else { return nil }
      let label = DetectorSet.elements.first { $0.name == name }?.label ?? name
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
      var places = Places(reading)
      for carrier in found[element] ?? [] where carrier.sentence != last {
        last = carrier.sentence
        let name = "\(kind.name).\(element)"
        // A rule that knows the exact words speaks for itself.
        let spoken = known.contains {
          $0.element == element
            && $0.range.overlaps(carrier.start..<max(carrier.start + 1, carrier.end))
        }
        guard !spoken,
          reading.switches.allow(name, carrier.start, reading.text(carrier.start, carrier.end))
        else { continue }
        let place = places.place(carrier.start)
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

extension Reading {
  /// A sentence on one line.
  fileprivate func sentence(_ span: SentenceSpan) -> String {
    oneLine(span)
      ?? text(span.start, span.end).replacing("\r", with: "").replacing("\n", with: " ").tidied
  }

  /// The sentence with its line ends as spaces, if that is all there is to tidy in it; most need no more.
  private func oneLine(_ span: SentenceSpan) -> String? {
    var line: [UInt8] = []
    line.reserveCapacity(span.end - span.start)
    var isSpace = true
    for byte in bytes[span.start..<span.end] {
      let byte = byte == 10 ? 32 : byte
      guard (32..<127).contains(byte), !isSpace || byte != 32 && !".,;:!?".utf8.contains(byte)
      else { return nil }
      line.append(byte)
      isSpace = byte == 32
    }
    return isSpace ? nil : String(decoding: line, as: UTF8.self)
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
