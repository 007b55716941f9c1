import Conversation
import Formats
import Foundation
import RapportKit

/// `resume`: lists the conversations left open, goes on with one, or shows what was said in one.
struct Resume: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "resume", summary: "Go on with a conversation that was left open, or show one.",
    arguments: ["number"],
    options: [
      Question("number", ask: "Which one, the latest when empty", type: .number),
      Question("show", ask: "Show what was said instead of going on", type: .yesno),
      Question("draft", ask: "With show: the finished conversation of that message", type: .number),
    ])

  private let host: Host
  private let shell: ShellState

  init(_ host: Host, _ shell: ShellState) {
    self.host = host
    self.shell = shell
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let parked = Journal.parked(in: host.folders.journals)
    let number = (request.answers.text("which") ?? request.answers["number"]?.raw).flatMap {
      Int($0)
    }
    let message = request.answers["draft"]?.value?.node.int
    if request.answers["show"]?.value == .yesno(true) || message != nil {
      let transcript = ConversationTranscript(host: host, wording: context.wording)
      guard message == nil, !parked.isEmpty || number != nil else {
        let draft = try await DraftRecord.latest(message, in: context)
        return .done(Reply(blocks: [.verbatim(try transcript.text(of: draft))]))
      }
      return .done(Reply(blocks: [.verbatim(transcript.text(of: try pick(number, of: parked)))]))
    }
    guard !parked.isEmpty else {
      return .done(Reply(blocks: [.note("No conversation is open.")]))
    }
    guard shell.interactive else {
      let rows = parked.enumerated().map { index, found in
        [
          String(index + 1), found.header.command, Self.day(found, context.wording),
          found.about, found.soFar,
        ]
      }
      return .done(
        Reply(blocks: [
          .table(Table(columns: ["no", "command", "begun", "about", ""], rows: rows))
        ]))
    }
    if number == nil, parked.count > 1 {
      let options = parked.enumerated().map { index, found in
        Question.Option(
          "\(index + 1)",
          label: [found.header.command, Self.day(found, context.wording), found.about, found.soFar]
            .filter { !$0.isEmpty }.joined(separator: " · "))
      }
      let which = Question(
        "which", ask: "Which one?", type: .choice, hint: "the latest first", options: options,
        standard: .literal("1"))
      return .ask(Form([which], state: "which"))
    }
    await shell.resume(try pick(number, of: parked))
    return .done(Reply())
  }

  private func pick(_ number: Int?, of parked: [Journal.Found]) throws(Problem) -> Journal.Found {
    let index = (number ?? 1) - 1
    guard parked.indices.contains(index) else {
      throw Problem(.notFound, "There is no open conversation \(index + 1).", help: "See `resume`.")
    }
    return parked[index]
  }

  private static func day(_ found: Journal.Found, _ wording: Wording) -> String {
    Moment(iso: found.header.began.ISO8601Format().prefix(10)).map { wording.short($0) } ?? ""
  }
}

extension Journal.Found {
  /// What it is about: the first sentence, else the first thing that was said.
  fileprivate var about: String {
    let given = header.given["answers"]?.list ?? []
    let text =
      header.given["sentence"]?.text ?? given.lazy.compactMap { $0["value"]?.text }.first
      ?? lines.first?.text ?? ""
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 48 ? line.prefix(47) + "…" : line
  }

  /// "2 answered".
  fileprivate var soFar: String {
    "\(Set(lines.filter { $0.state == .answer }.map(\.question)).count) answered"
  }
}
