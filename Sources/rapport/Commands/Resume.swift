import Conversation
import RapportKit

/// `resume`: goes on with a conversation that was left open.
struct Resume: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "resume", summary: "Go on with a conversation that was left open.", arguments: ["number"],
    options: [Question("number", ask: "Which one, the latest when empty", type: .number)])

  private let host: Host
  private let shell: ShellState

  init(_ host: Host, _ shell: ShellState) {
    self.host = host
    self.shell = shell
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let parked = Journal.parked(in: host.folders.journals)
    guard !parked.isEmpty else {
      return .done(Reply(blocks: [.note("No conversation is open.")]))
    }
    let number = request.answers["number"]?.value?.node.int
    guard shell.interactive else {
      let rows = parked.enumerated().map { index, found in
        [
          String(index + 1), found.header.command,
          found.header.given["sentence"]?.text ?? "", "\(found.lines.count) answered",
        ]
      }
      return .done(
        Reply(blocks: [.table(Table(columns: ["no", "command", "about", ""], rows: rows))]))
    }
    let index = (number ?? 1) - 1
    guard parked.indices.contains(index) else {
      throw Problem(.notFound, "There is no open conversation \(index + 1).", help: "See `resume`.")
    }
    await shell.resume(parked[index])
    return .done(Reply())
  }
}
