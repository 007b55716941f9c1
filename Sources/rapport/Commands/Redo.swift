import Conversation
import Formats
import Foundation
import RapportKit

/// `redo`: goes through a finished conversation again, from its answers, and puts the result in the first one's place.
///
/// Where the first result has moved on (sent, kept, changed by hand) the new one stands beside it.
struct Redo: HostCommand {
  static let command = Command(
    "redo", summary: "Go through a finished conversation again, some answers changed: `redo 5`.",
    arguments: ["change"],
    options: [
      Question("number", ask: "Its number in `drafts`, the latest when empty", type: .number),
      Question(
        "change", ask: "Answers to change, like `cause=\"a cable broke\" when=monday`", type: .text),
    ])

  private let host: Host
  private let shell: ShellState

  init(_ host: Host, _ shell: ShellState) {
    self.host = host
    self.shell = shell
  }

  /// It takes a number, or answers to change: "redo the whole kitchen" is neither.
  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    let (_, words) = said(invocation)
    if let word = words.split(separator: " ").first, !word.contains("=") { throw misfit(word) }
  }

  /// The message's number and the words behind it; `redo cause=…` means the latest.
  private static func said(_ invocation: Invocation) -> (number: Int?, words: String) {
    let words = invocation.text("change") ?? ""
    let first = words.prefix { $0 != " " }
    if let number = Int(first) {
      return (number, String(words.dropFirst(first.count)).trimmingCharacters(in: .whitespaces))
    }
    return (invocation.text("number").flatMap(Int.init), words)
  }

  private static func misfit(_ word: Substring) -> Problem {
    Problem(
      .usage, "“\(word)” changes no answer.", help: "Write `redo 5 cause=\"a cable broke\"`.")
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    .done(Reply())
  }

  func held(_ invocation: Invocation) async throws(Problem) -> HeldBefore? {
    let (number, words) = Self.said(invocation)
    let former = try await former(number)
    let command = try host.command(former.draft.body["command"]?.text ?? "")
    let changes =
      invocation.flags.settings.map { (id: $0.id, value: $0.value) }
      + (try Self.changes(in: words, of: (command.questions + command.options).map(\.id)))
    var again = Invocation(command, flags: invocation.flags)
    again.flags.settings = []
    again.given = try given(former.draft, command: command, changes: changes)
    let own =
      shell.interactive && !invocation.flags.noInput
      ? ConversationID.fresh(at: host.clock())
      : ConversationID(of: "redo \(former.draft.id) \(again.given.map(\.node.json)) \(former.last)")
    let header = Journal.Header(
      id: own, command: command.name, given: again.node, began: former.began,
      replaces: Dialogue.Replaced(
        former.stands ? former.conversation : own, records: former.stands ? former.records : []))
    let beside =
      former.stands ? "" : " It has moved on since, so this makes another beside it."
    return HeldBefore(
      invocation: again, found: Journal.Found(header),
      note: "Again: “\(command.name)”, “\(former.draft.title)”.\(beside)")
  }

  /// Reads `cause="a cable broke" when=monday`; a value goes on to the next question's id, quoted or not.
  private static func changes(in text: String, of ids: [String]) throws(Problem)
    -> [(id: String, value: String)]
  {
    var changes: [(id: String, value: String)] = []
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      if parts.count == 2, changes.isEmpty || ids.contains(parts[0]) {
        changes.append((parts[0], parts[1]))
      } else if let last = changes.popLast() {
        changes.append((last.id, "\(last.value) \(word)"))
      } else {
        throw misfit(word)
      }
    }
    return changes.map { change in
      let isQuoted =
        change.value.count > 1 && change.value.hasPrefix("\"") && change.value.hasSuffix("\"")
      return isQuoted ? (change.id, String(change.value.dropFirst().dropLast())) : change
    }
  }

  /// The answers the message was made from, `changes` in the place of some.
  private func given(
    _ draft: Record, command: Command, changes: [(id: String, value: String)]
  ) throws(Problem) -> [Invocation.Given] {
    let all = command.questions + command.options
    for change in changes where !all.contains(where: { $0.id == change.id }) {
      throw Problem(
        .usage, "“\(command.name)” has no question “\(change.id)”.",
        help: change.id.nearest(in: all.map(\.id)).map { "Did you mean “\($0)”?" }
          ?? "It has: \(all.map(\.id).joined(separator: ", ")).")
    }
    var given: [Invocation.Given] = []
    let changed = all.filter { question in changes.contains { $0.id == question.id } }
    // What rests on a changed answer is not taken over.
    let stale = Set(changed.flatMap(\.reads)).union(
      changed.contains { $0.type == .customer } ? all.filter { $0.type == .person }.map(\.id) : [])
    for entry in draft.body["answers"]?.entries ?? []
    where !stale.contains(entry.key) && !changed.contains(where: { $0.id == entry.key }) {
      let text = entry.value.text ?? ""
      let isList = all.first { $0.id == entry.key }?.type == .list
      let node: Node =
        text.isEmpty ? nil : isList ? try JSON.read(text, from: "answers") : .text(text)
      given.append(.init(entry.key, node, origin: .typed))
    }
    return given
      + changes.map { .init($0.id, $0.value == "~" ? nil : .text($0.value), origin: .typed) }
  }

  /// A conversation that has ended, with what it left.
  private struct Former {
    var draft: Record
    var conversation: ConversationID
    /// What it left, besides customers and people.
    var records: [RecordID] = []
    /// Whether nothing has changed that since.
    var stands = true
    var began = Date()
    /// The last change that touched it.
    var last = 0
  }

  private func former(_ number: Int?) async throws(Problem) -> Former {
    let changes = try await host.store.changes(limit: 1000)
    var draft: Record?
    // Right after `undo`, what was taken back is meant.
    if number == nil, let undone = changes.first?.undoes {
      draft = try await host.store.rows(of: undone).compactMap(\.after).first { $0.kind == .draft }
    }
    if draft == nil {
      draft = try await host.store.records(.init(number: number, kinds: [.draft])).last
    }
    guard let draft, draft.body["command"]?.text != nil else {
      throw Problem(
        .notFound,
        number.map { "There is no message \($0)." } ?? "No conversation has been finished yet.",
        help: "`drafts` lists the messages; `resume` lists what is open.")
    }
    var former = Former(
      draft: draft, conversation: ConversationID(rawValue: draft.id.rawValue.prefix(24) + "00"))
    var seen: Set<RecordID> = []
    for entry in changes {
      guard let id = entry.id else { continue }
      let rows = try await host.store.rows(of: id).filter { row in
        (row.after ?? row.before).map { former.conversation.made($0.id) } ?? false
      }
      guard !rows.isEmpty else { continue }
      former.last = max(former.last, id)
      for row in rows {
        guard let record = row.after ?? row.before, seen.insert(record.id).inserted else {
          continue
        }
        let own = [draft.body["command"]?.text, "undo"].contains(entry.command)
        if !own { former.stands = false }
        if row.after != nil, ![.customer, .person].contains(record.kind) {
          former.records.append(record.id)
        }
      }
      if let at = try? Date(entry.at, strategy: .iso8601) { former.began = at }
      if entry.conversation == former.conversation { break }
    }
    return former
  }
}
