import Conversation
import Foundation
import PluginHost
import RapportKit

/// `run`: the commands in a file, one a line.
struct RunScript: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "run", summary: "Run the commands in a file, one a line.", arguments: ["file"],
    options: [Question("keep", ask: "Go on after a problem", type: .yesno)],
    questions: [Question("file", ask: "Which file?", type: .text)])

  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    let file = invocation.text("file") ?? ""
    guard !FileManager.default.fileExists(atPath: file) else { return }
    try checkFiles(file.split(separator: " ").map(String.init))
  }

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let file = request.answers.text("file") ?? ""
    let text = try readText(file)
    var flags = Flags()
    if case .yesno(true)? = request.answers["keep"]?.value { flags.keepGoing = true }
    let code = await Script(host: host, flags: flags, name: file).run(text)
    guard code > 1 else { return .done(Reply(needsAttention: code == 1)) }
    throw Problem(
      .badFile, "The script stopped.", help: "The line is named above.", at: Place(file: file))
  }
}
