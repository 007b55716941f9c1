import Conversation
import RapportKit

/// `help`: the commands by moment, or how one is used.
struct Help: HostCommand {
  static let command = Command(
    "help", aliases: ["?"], summary: "Show the commands, or how one is used.",
    arguments: ["topic"],
    options: [Question("topic", ask: "Which command, `all` or `flags`", type: .text)])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let topic = request.answers.text("topic") ?? "overview"
    switch topic {
    case "overview": return .done(Reply(blocks: [.markdown(HelpPage.overview(host.briefs))]))
    case "all":
      return .done(Reply(blocks: [.markdown(HelpPage.all(host.briefs) + "\n" + HelpPage.flags())]))
    case "flags": return .done(Reply(blocks: [.markdown(HelpPage.flags())]))
    default: break
    }
    let names = host.briefs.flatMap { [$0.name] + $0.aliases }
    guard let brief = host.briefs.first(where: { $0.name == topic || $0.aliases.contains(topic) })
    else {
      let group = host.briefs.filter { $0.name.hasPrefix(topic + " ") }
      guard group.isEmpty else {
        let lines = group.map { "- `\($0.name)`: \($0.summary)" }.joined(separator: "\n")
        return .done(Reply(blocks: [.markdown(lines)]))
      }
      throw Problem(
        .notFound, "There is no command “\(topic)”.",
        help: topic.nearest(in: names).map { "Did you mean “\($0)”?" } ?? "See `help all`.")
    }
    return .done(Reply(blocks: [.markdown(HelpPage.page(for: try host.command(brief.name)))]))
  }
}
