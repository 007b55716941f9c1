package import RapportKit

extension CheckOutput {
  /// All reports as one SARIF 2.1.0 log (OASIS standard), for code review tools.
  package static func sarif(_ reports: [(path: String, report: CheckReport)], version: String)
    -> Node
  {
    var rules: [String] = []
    var results: [Node] = []
    for (path, report) in reports {
      for finding in report.findings {
        if !rules.contains(finding.check) { rules.append(finding.check) }
        results.append(
          result(finding, path: path, index: rules.firstIndex(of: finding.check) ?? 0))
      }
    }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "Rapport", "version": .text(version),
              "rules": .list(rules.map { ["id": .text($0)] }),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .list(results),
        ]
      ],
    ]
  }

  private static func result(_ finding: Finding, path: String, index: Int) -> Node {
    let level =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .hint: "note"
      }
    return [
      "ruleId": .text(finding.check), "ruleIndex": .number(index), "level": .text(level),
      "message": ["text": .text(finding.message)],
      "locations": [
        [
          "physicalLocation": [
            "artifactLocation": ["uri": .text(uri(path))],
            "region": [
              "startLine": .number(finding.line), "startColumn": .number(finding.column),
              "endColumn": .number(finding.column + finding.length),
            ],
          ]
        ]
      ],
    ]
  }

  /// A path as a relative reference: what may not stand there is written in percent.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      let plain =
        (48...57).contains(byte) || (97...122).contains(byte | 32) || "-._~/".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      return plain ? String(UnicodeScalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
    }.joined()
  }
}
