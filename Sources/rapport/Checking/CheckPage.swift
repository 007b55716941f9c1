import Drafting
import RapportKit

/// What `check` shows: the parts with the sentences that carry them, then what to mend.
enum CheckPage {
  /// The page for one text or many.
  static func text(_ results: [CheckRun.Result], numbered: Bool) -> String {
    guard results.count != 1 else {
      return results.map { text($0.report, numbered: numbered) }.joined()
    }
    // Of many, those with nothing to say are only counted.
    return results.filter { !$0.report.findings.isEmpty || $0.report.unchecked != nil }.map {
      let kind = $0.report.kind.map { " (\($0))" } ?? ""
      return "\($0.input.path)\(kind)\n\n" + text($0.report, numbered: false) + "\n"
    }.joined(separator: "\n")
  }

  /// The page for one report; `isBrief` leaves out what was shown before: what is there, the words, and why.
  static func text(_ report: CheckReport, numbered: Bool, isBrief: Bool = false) -> String {
    var lines: [String] = []
    for element in report.elements
    where element.sentence == nil ? element.wanted : !isBrief {
      lines.append(
        element.sentence.map { "found    \(element.label): “\($0)”" } ?? "missing  \(element.label)"
      )
    }
    if !lines.isEmpty { lines.append("") }
    for (index, finding) in report.findings.enumerated() {
      let number = numbered ? "\(index + 1)  " : ""
      lines.append(
        "\(number)\(finding.line):\(finding.column)  \(finding.level.rawValue)  \(finding.message)")
      if !finding.match.isEmpty, !isBrief {
        let match = finding.match.split(whereSeparator: \.isNewline).joined(separator: " ")
        lines.append("      “\(match)”")
      }
      if let rewrite = finding.rewrite ?? finding.replacement {
        lines.append("      rather: \(rewrite.isEmpty ? "nothing" : rewrite)")
      }
      if let why = finding.why, !isBrief { lines.append("      why: \(why)") }
    }
    if !report.findings.isEmpty { lines.append("") }
    lines.append(report.unchecked ?? report.inShort(gaps: []))
    return lines.joined(separator: "\n")
  }

  /// "3 texts, 2 with findings: 1 error, 4 warnings."
  static func summary(_ results: [CheckRun.Result]) -> String {
    let findings = results.flatMap(\.report.findings)
    let texts = results.count { !$0.report.findings.isEmpty }
    let counts = Finding.Level.allCases.reversed().compactMap { level -> String? in
      let count = findings.count { $0.level == level }
      return count == 0 ? nil : "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
    }
    let all = "\(results.count) \(results.count == 1 ? "text" : "texts")"
    return counts.isEmpty
      ? "\(all), nothing to mend."
      : "\(all), \(texts) with findings: \(counts.joined(separator: ", "))."
  }
}
