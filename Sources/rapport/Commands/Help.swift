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

  /// "help me find it" is about no topic; one word that nearly is one may be a slip of the fingers.
  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    guard let topic = invocation.text("topic"), Topic(topic, on: host) == nil else { return }
    guard topic.contains(" ") || host.nearest(topic) == nil else { return }
    throw Problem(.usage, "There is no command “\(topic)”.", help: "See `help all`.")
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let asked = request.answers.text("topic") ?? "overview"
    guard let topic = Topic(asked, on: host) else {
      throw Problem(
        .notFound, "There is no command “\(asked)”.",
        help: host.nearest(asked).map { "Did you mean “\($0)”?" } ?? "See `help all`.")
    }
    return .done(Reply(blocks: [.markdown(try page(topic))]))
  }

  private func page(_ topic: Topic) throws(Problem) -> String {
    switch topic {
    case .overview: HelpPage.overview(host.briefs)
    case .all: HelpPage.all(host.briefs) + "\n" + HelpPage.flags()
    case .flags: HelpPage.flags()
    case .command(let name): HelpPage.page(for: try host.command(name))
    case .group(let briefs):
      briefs.map { "- `\($0.name)`: \($0.summary)" }.joined(separator: "\n")
    }
  }

  /// What there is help on.
  private enum Topic {
    case overview, all, flags
    case command(String)
    /// Commands with the same first word.
    case group([CommandBrief])

    init?(_ topic: String, on host: Host) {
      switch topic {
      // "help me" asks for no command.
      case "overview", "me": self = .overview
      case "all": self = .all
      case "flags": self = .flags
      default:
        let known = host.briefs.first { $0.name == topic || $0.aliases.contains(topic) }
        let group = host.briefs.filter { $0.name.hasPrefix(topic + " ") }
        guard known != nil || !group.isEmpty else { return nil }
        self = known.map { .command($0.name) } ?? .group(group)
      }
    }
  }
}
