package import RapportKit

extension CheckOutput {
  /// A report as a JSON value: the kind, the words, every element by its name, and the findings.
  ///
  /// An element's `line` and `column` are those of the sentence that carries it. A finding's `end` is the column of its
  /// last character, on `endLine`.
  package static func json(_ report: CheckReport, path: String, notes: [String] = []) -> Node {
    [
      "path": .text(path), "kind": .text(report.kind), "words": .number(report.words),
      "unchecked": .text(report.unchecked),
      "elements": Node(.map(report.speech.map { Node.Entry($0.name, json($0)) })),
      "findings": .list(report.findings.map(json)),
      "notes": .list(notes.map { .text($0) }),
    ]
  }

  private static func json(_ element: CheckReport.Element) -> Node {
    [
      "found": Node(.bool(element.sentence != nil)), "wanted": Node(.bool(element.wanted)),
      "label": .text(element.label), "line": .number(element.line),
      "column": .number(element.column), "sentence": .text(element.sentence),
    ]
  }

  private static func json(_ finding: Finding) -> Node {
    [
      "check": .text(finding.check), "level": .text(finding.level.rawValue),
      "line": .number(finding.line), "column": .number(finding.column),
      "endLine": .number(finding.endLine), "end": .number(finding.end),
      "match": .text(finding.match), "message": .text(finding.message),
      "why": .text(finding.why?.description),
      "rewrite": .text(finding.rewrite ?? finding.replacement),
      "replacement": .text(finding.replacement), "safe": Node(.bool(finding.isSafe)),
    ]
  }
}

extension Finding {
  /// The line of its last character.
  var endLine: Int { line + match.count(where: \.isNewline) }

  /// The column of its last character, on `endLine`; the one before `column` when something is missing.
  var end: Int {
    guard let last = match.lastIndex(where: \.isNewline) else { return column + length - 1 }
    return match.distance(from: last, to: match.endIndex) - 1
  }
}
