import Knowledge
import PluginHost
import RapportKit

/// `knowledge mv`: moves a page and mends what names it.
struct KnowledgeMv: Rehearsing {
  static let command = Command(
    "knowledge mv", summary: "Move a page, and mend every link and citation that names it.",
    arguments: ["page", "to"],
    questions: [
      Question("page", ask: "Which page?", type: .text, hint: "mistakes/own-it"),
      Question("to", ask: "Where to?", type: .text, hint: "mistakes/say-it-was-you"),
    ])
  static let changes = Changing.atOnce

  var rehearses = false
  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let move = try host.knowledgeBase().move(
      request.answers.text("page") ?? "", to: request.answers.text("to") ?? "", citing: host.citing)
    if !rehearses { try move.perform() }
    let lines =
      move.files.map { "\($0.from) → \($0.to)" }
      + move.mended.map { "\($0.place): \($0.old) → \($0.new)" }
    let files = Set(move.mended.map(\.place.file)).count
    let mended =
      "\(move.mended.count) place\(move.mended.count == 1 ? "" : "s")"
      + " in \(files) file\(files == 1 ? "" : "s")"
    var blocks: [Block] = [.verbatim(lines.joined(separator: "\n"))]
    blocks += move.left.map { problem in
      .note("\(problem.place?.description ?? ""): \(problem.message) \(problem.help ?? "")")
    }
    blocks.append(
      .note(
        rehearses
          ? "Would move it and mend \(mended). Nothing was changed." : "Moved; mended \(mended)."))
    return .done(Reply(blocks: blocks, needsAttention: !move.left.isEmpty))
  }
}
