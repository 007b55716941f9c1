package import RapportKit

/// Writes findings for programs.
package enum CheckOutput {
  /// `path:line:column:Check:message`, one a line, as editors read it.
  package static func line(_ report: CheckReport, path: String) -> String {
    report.findings.map {
      "\(path):\($0.line):\($0.column):\($0.check):\($0.message)\n"
    }.joined()
  }
}
