package import RapportKit

extension CheckOutput {
  /// A report as a JSON value: kind, words, elements, findings.
  package static func json(_ report: CheckReport, path: String) -> Node {
    .compact([
      "path": .text(path), "kind": .text(report.kind), "words": .number(report.words),
      "unchecked": .text(report.unchecked),
      "elements": .list(report.elements.map(json)),
      "findings": .list(report.findings.map(json)),
    ])
  }

  private static func json(_ element: CheckReport.Element) -> Node {
    .compact([
      "element": .text(element.name), "label": .text(element.label),
      "wanted": Node(.bool(element.wanted)), "sentence": .text(element.sentence),
    ])
  }

  private static func json(_ finding: Finding) -> Node {
    .compact([
      "check": .text(finding.check), "level": .text(finding.level.rawValue),
      "message": .text(finding.message), "line": .number(finding.line),
      "column": .number(finding.column), "length": .number(finding.length),
      "match": .text(finding.match), "why": .text(finding.why?.description),
      "rewrite": .text(finding.rewrite),
    ])
  }
}
