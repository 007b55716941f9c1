package import RapportKit

extension CheckOutput {
  /// All reports as one SARIF 2.1.0 log (OASIS standard), for code review tools.
  ///
  /// SARIF counts columns in code points, not in characters; `text` is what they are counted in.
  package static func sarif(
    _ reports: [(path: String, text: String, report: CheckReport)], version: String
  ) -> Node {
    var numbers: [String: Int] = [:]
    var rules: [Node] = []
    var results: [Node] = []
    for (path, text, report) in reports where !report.findings.isEmpty {
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for finding in report.findings {
        if numbers[finding.check] == nil {
          numbers[finding.check] = rules.count
          rules.append(rule(finding))
        }
        results.append(
          result(finding, path: path, lines: lines, index: numbers[finding.check] ?? 0))
      }
    }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": ["name": "Rapport", "version": .text(version), "rules": .list(rules)]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .list(results),
        ]
      ],
    ]
  }

  private static func rule(_ finding: Finding) -> Node {
    .compact([
      "id": .text(finding.check),
      "help": finding.why.map { ["text": .text("rapport knowledge show \($0)")] } ?? nil,
    ])
  }

  private static func result(_ finding: Finding, path: String, lines: [Substring], index: Int)
    -> Node
  {
    let level =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .hint: "note"
      }
    var text = finding.message
    if let rewrite = finding.rewrite ?? finding.replacement { text += " Rather: \(rewrite)" }
    var region: Node = [
      "startLine": .number(finding.line),
      "startColumn": .number(column(finding.column, lines, finding.line)),
    ]
    if finding.length > 0 {
      region["endLine"] = .number(finding.endLine)
      region["endColumn"] = .number(column(finding.end + 1, lines, finding.endLine))
    }
    return [
      "ruleId": .text(finding.check), "ruleIndex": .number(index), "level": .text(level),
      "message": ["text": .text(text)],
      "locations": [
        [
          "physicalLocation": [
            "artifactLocation": ["uri": .text(uri(path))], "region": region,
          ]
        ]
      ],
    ]
  }

  /// A column in code points.
  private static func column(_ column: Int, _ lines: [Substring], _ line: Int) -> Int {
    guard lines.indices.contains(line - 1) else { return column }
    return lines[line - 1].prefix(column - 1).unicodeScalars.count + 1
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
