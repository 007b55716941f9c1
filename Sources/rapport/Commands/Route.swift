import Conversation
import RapportKit

/// `route`: which command a sentence would begin, and why.
struct Route: HostCommand {
  static let command = Command(
    "route", summary: "Explain which command a sentence would begin.", arguments: ["text"],
    questions: [Question("text", ask: "What sentence?", type: .text)])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let text = request.answers.text("text") ?? ""
    let router = try Router(host)
    let said =
      switch router.route(text) {
      case .begin(let command): "begins \(command)"
      case .choose(let commands): "asks which: \(commands.joined(separator: ", "))"
      case .none: "asks the knowledge base"
      }
    let rows = router.matches(text).prefix(5).map { match in
      [String((match.score * 100).rounded() / 100), match.command, match.example]
    }
    return .done(
      Reply(blocks: [
        .verbatim(said),
        .table(Table(columns: ["score", "command", "nearest example"], rows: Array(rows))),
      ]))
  }
}
