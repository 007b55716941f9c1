import Knowledge
import PluginHost
import RapportKit

/// `knowledge check`: what is amiss with the pages, and with what cites them.
struct KnowledgeCheck: HostCommand {
  static let command = Command(
    "knowledge check",
    summary: "Find dead links and citations, missing grades and sources, and pages nobody reaches.",
    options: [
      Question(
        "level", ask: "From which level findings are shown", type: .choice,
        options: [.init("error"), .init("warning"), .init("hint")], standard: .literal("warning"))
    ])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let base = try host.knowledgeBase()
    let faults = base.faults(citing: host.citing)
    let level = request.answers.text("level").flatMap(Finding.Level.init) ?? .warning
    let shown = faults.filter { $0.level >= level }.map(\.line)
    var blocks: [Block] = []
    if !shown.isEmpty { blocks.append(.verbatim(shown.joined(separator: "\n"))) }
    blocks.append(.note(Self.sum(faults, pages: base.count, below: level)))
    return .done(
      Reply(blocks: blocks, needsAttention: faults.contains { $0.level == .error }))
  }

  /// `109 pages: 1 error, 2 warnings. 30 hints: \`--level hint\` shows them.`
  private static func sum(_ faults: [Fault], pages: Int, below level: Finding.Level) -> String {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    let counts = Finding.Level.allCases.reversed().map { level in
      (level, faults.count { $0.level == level })
    }.filter { $0.1 > 0 }
    let told = counts.filter { $0.0 >= level }.map { count($0.1, $0.0.rawValue) }
    let held = counts.filter { $0.0 < level }.map { count($0.1, $0.0.rawValue) }
    let last = counts.last?.0.rawValue ?? ""
    return
      "\(count(pages, "page")): \(told.isEmpty ? "nothing amiss" : told.joined(separator: ", "))."
      + (held.isEmpty ? "" : " \(held.joined(separator: ", ")): `--level \(last)` shows them.")
  }
}

extension Host {
  /// Where plugins, kinds and rules keep the YAML that cites the knowledge base.
  var citing: [String] {
    registry.listings.flatMap { [$0.files.folder] + $0.files.overlays }
      + [folders.config, folders.workspace].compactMap(\.self).map { "\($0)/rules" }
  }
}
