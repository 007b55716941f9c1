import Drafting
import PluginHost
import RapportKit

/// `check`: reads a message and says what is there, what is missing and what to mend.
struct Check: HostCommand {
  static let command = Command(
    "check", summary: "Check a message: what is there, what is missing, what to mend.",
    guidance: ["mistakes/non-apologies", "bad-news/say-it-first"], arguments: ["file"],
    options: [
      Question(
        "kind", ask: "What it is held to: apology, news, holding; guessed when not given",
        type: .text),
      Question(
        "to", ask: "The channel it goes by", type: .choice,
        options: Channel.allCases.map { .init($0.rawValue) }, standard: .literal("email")),
      Question(
        "output", ask: "How findings are printed", type: .choice,
        options: [.init("text"), .init("line"), .init("json"), .init("sarif")],
        standard: .literal("text")),
      Question(
        "fail_on", ask: "From which level findings are exit 1", type: .choice,
        options: [.init("error"), .init("warning"), .init("never")], standard: .literal("warning")),
    ],
    questions: [
      Question(
        "file", ask: "Which file? - reads standard input", type: .text, standard: .literal("-"))
    ],
    moment: .text)

  private let host: Host
  private let shell: ShellState

  init(_ host: Host, _ shell: ShellState) {
    self.host = host
    self.shell = shell
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let answers = request.answers
    let file = answers.text("file") ?? "-"
    let text = file == "-" ? StandardInput.text() : try readText(file)
    let channel = answers.text("to").flatMap(Channel.init) ?? .email
    var kind = answers.text("kind")
    if kind == nil { kind = try host.checker().likelyKind(of: text) }
    let report = try context.checks.check(text, kind: kind, channel: channel)
    let limit = answers.text("fail_on").flatMap(Finding.Level.init)
    let fails = limit.map { limit in report.findings.contains { $0.level >= limit } } ?? false
    var offers: [Offer] = []
    if shell.interactive, file != "-" {
      offers = try await host.offers(toNote: text, from: "'\(file)'")
    }
    var taken: [Block] = []
    if answers.text("kind") == nil, let kind {
      taken.append(.note("Taken as: \(kind). `--kind` says otherwise."))
    }
    return .done(
      Reply(
        blocks: taken + [block(report, file, answers.text("output") ?? "text")],
        citations: report.findings.compactMap(\.why), offers: offers,
        needsAttention: fails))
  }

  private func block(_ report: CheckReport, _ file: String, _ output: String) -> Block {
    switch output {
    case "line": .verbatim(CheckOutput.line(report, path: file))
    case "json": .verbatim(CheckOutput.json(report, path: file).json)
    case "sarif":
      .verbatim(CheckOutput.sarif([(file, report)], version: host.version).json)
    default: .verbatim(CheckPage.text(report))
    }
  }
}

/// A check's report as a page: the parts with the sentences that carry them, then what to mend.
enum CheckPage {
  static func text(_ report: CheckReport) -> String {
    var lines: [String] = []
    for element in report.elements where element.wanted || element.sentence != nil {
      lines.append(
        element.sentence.map { "found    \(element.label): “\($0)”" } ?? "missing  \(element.label)"
      )
    }
    if !lines.isEmpty { lines.append("") }
    for finding in report.findings {
      lines.append(
        "\(finding.line):\(finding.column)  \(finding.level.rawValue)  \(finding.message)")
      if !finding.match.isEmpty {
        let match = finding.match.split(whereSeparator: \.isNewline).joined(separator: " ")
        lines.append("      “\(match)”")
      }
      if let rewrite = finding.rewrite { lines.append("      rather: \(rewrite)") }
      if let why = finding.why { lines.append("      why: \(why)") }
    }
    if !report.findings.isEmpty { lines.append("") }
    lines.append(report.unchecked ?? report.inShort(gaps: []))
    return lines.joined(separator: "\n")
  }
}
