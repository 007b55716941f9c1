import Conversation
import Foundation
import PluginHost
import RapportKit

/// `eval routing`: how well sentences find their commands.
struct EvalRouting: HostCommand {
  static let command = Command(
    "eval routing", summary: "Measure how well sentences find their commands.",
    arguments: ["file"],
    questions: [
      Question(
        "file", ask: "The sentences' file?", type: .text,
        hint: "columns text, label and also_acceptable, split by tabs; label none is nobody's")
    ])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let file = request.answers.text("file") ?? ""
    let evaluation = try RoutingEvaluation(try readText(file), from: file)
    let routing = try await Routing(host)
    let scores = try evaluation.scores { text throws(Problem) in
      let decision = try routing.decided(text).decision
      // "Ask: …" is answered by the knowledge base, like what means no command.
      return decision == .begin(Ask.command.name) ? .none : decision
    }
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "–" : String(format: "%.1f %%", Double(part) / Double(whole) * 100)
    }
    func of(_ name: String, _ part: RoutingEvaluation.Share) -> [String] {
      [name, "\(part.right) of \(part.all)"]
    }
    var blocks: [Block] = [
      .table(
        Table(
          columns: ["measure", "value"],
          rows: [
            ["sentences for a command", String(scores.inScope)],
            ["found", share(scores.right, scores.inScope)],
            ["found, counting what is acceptable too", share(scores.lenient, scores.inScope)],
            ["sentences for none", String(scores.outOfScope)],
            ["refused", share(scores.refused, scores.outOfScope)],
            [
              "refused, counting what is acceptable too",
              share(scores.refusedLeniently, scores.outOfScope),
            ],
            of("begun at once, and right", scores.begun),
            of("asked which, and one is right", scores.asked),
            of("left to the knowledge base, and right", scores.left),
          ]))
    ]
    let confusions = scores.confusions.sorted {
      ($1.value, $0.key.label, $0.key.found) < ($0.value, $1.key.label, $1.key.found)
    }
    if !confusions.isEmpty {
      blocks.append(
        .table(
          Table(
            columns: ["label", "found", "times"],
            rows: confusions.map { [$0.key.label, $0.key.found, String($0.value)] })))
    }
    return .done(Reply(blocks: blocks))
  }
}
