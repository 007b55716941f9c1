import Conversation
import Formats
import Foundation
import PluginHost
import RapportKit

/// `route`: which command a line would begin, and why.
struct Route: HostCommand {
  static let command = Command(
    "route", summary: "Explain which command a line would begin.", arguments: ["text"],
    options: [
      Question(
        "batch", ask: "A file of lines, or `-`: one JSON object a line is printed", type: .text)
    ],
    questions: [
      Question(
        "text", ask: "What would you write?", type: .text, when: .not(.answered("batch")))
    ])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let routing = try await Routing(host)
    if let file = request.answers.text("batch") {
      let text = file == "-" ? StandardInput.text() : try readText(file)
      var lines: [String] = []
      for line in text.split(whereSeparator: { $0.isNewline }) {
        lines.append(try routing.routed(String(line)).node.json)
      }
      return .done(Reply(blocks: [.verbatim(lines.joined(separator: "\n"))]))
    }
    return .done(try explained(try routing.routed(request.answers.text("text") ?? ""), routing))
  }

  private func explained(_ routed: Routing.Routed, _ routing: Routing) throws(Problem) -> Reply {
    var blocks: [Block] = [.verbatim("\(routed.outcome): \(routed.reason)")]
    if let usage = routed.usage { blocks.append(.verbatim("a sentence: \(usage)")) }
    if !routed.noted.isEmpty {
      let noted = routed.noted.map { "\($0.id) \($0.text)" }
      blocks.append(.verbatim("noted: \(noted.joined(separator: "; "))"))
    }
    let rows = routed.matches.filter { $0.confidence >= 0.01 }.prefix(5).map { match in
      [
        percent(match.confidence), match.command,
        routing.router.nearest(to: routed.text, of: match.command) ?? "",
      ]
    }
    if !rows.isEmpty {
      blocks.append(
        .table(Table(columns: ["sure", "command", "nearest example"], rows: Array(rows))))
    }
    return Reply(blocks: blocks)
  }
}

/// A share as people read it: "62 %".
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
