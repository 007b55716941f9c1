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

  /// What a topic is about is known before it is shown: "help me find it" is none.
  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    guard let topic = invocation.text("topic") else { return }
    do { _ = try page(topic, host) } catch  where error.code == .usage { throw error } catch {}
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let topic = request.answers.text("topic") ?? "overview"
    return .done(Reply(blocks: [.markdown(try Self.page(topic, host))]))
  }

  private static func page(_ topic: String, _ host: Host) throws(Problem) -> String {
    let briefs = host.briefs
    switch topic {
    // "help me" asks for no command.
    case "overview", "me": return HelpPage.overview(briefs)
    case "all": return HelpPage.all(briefs) + "\n" + HelpPage.flags()
    case "flags": return HelpPage.flags()
    default: break
    }
    if let brief = briefs.first(where: { $0.name == topic || $0.aliases.contains(topic) }) {
      return HelpPage.page(for: try host.command(brief.name))
    }
    let group = briefs.filter { $0.name.hasPrefix(topic + " ") }
    guard group.isEmpty else {
      return group.map { "- `\($0.name)`: \($0.summary)" }.joined(separator: "\n")
    }
    // One word may be a slip of the fingers.
    let near =
      topic.contains(" ") ? nil : topic.nearest(in: briefs.flatMap { [$0.name] + $0.aliases })
    throw Problem(
      near == nil ? .usage : .notFound, "There is no command “\(topic)”.",
      help: near.map { "Did you mean “\($0)”?" } ?? "See `help all`.")
  }
}
