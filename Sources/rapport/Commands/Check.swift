import PluginHost
import RapportKit

/// `check`: reads a message and says what is missing or amiss.
struct Check: HostCommand {
  static let command = Command(
    "check", summary: "Check a message: what is there, what is missing, what to mend.",
    arguments: ["file"],
    options: [
      Question("kind", ask: "What it is held to: apology, news", type: .text),
      Question(
        "to", ask: "The channel it goes by", type: .choice,
        options: Channel.allCases.map { .init($0.rawValue) }),
      Question(
        "output", ask: "How findings are printed", type: .choice,
        options: [.init("text"), .init("line"), .init("json"), .init("sarif")],
        standard: .literal("text")),
    ],
    questions: [
      Question("file", ask: "Which file? - reads standard input", type: .text, standard: .literal("-"))
    ],
    moment: .text)

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let file = request.answers.text("file") ?? "-"
    let text = file == "-" ? StandardInput.text() : try readText(file)
    let channel = request.answers.text("to").flatMap(Channel.init) ?? .email
    let report = try context.checks.check(text, kind: request.answers.text("kind"), channel: channel)
    return .done(Reply(blocks: [.markdown(CheckPage.text(report))], needsAttention: report.findings.contains { $0.level >= .warning }))
  }
}

/// A check's report as a page.
enum CheckPage {
  static func text(_ report: CheckReport) -> String {
    var page = ""
    for element in report.elements {
      page += "- \(element.sentence == nil ? "missing" : "found"): \(element.label)"
      if let sentence = element.sentence { page += ": “\(sentence)”" }
      page += "\n"
    }
    return page + "\n\(report.inShort(gaps: []))\n"
  }
}
