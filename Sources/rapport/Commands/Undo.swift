import Conversation
import Foundation
import RapportKit
import Synchronization

/// `undo`: takes the last change back, showing what that is first; what was given up in this session comes back.
struct Undo: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "undo", summary: "Take the last change back.", arguments: ["number"],
    options: [Question("number", ask: "Which change, the last when empty", type: .number)])

  private let host: Host
  private let shell: ShellState

  init(_ host: Host, _ shell: ShellState) {
    self.host = host
    self.shell = shell
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let wanted = request.answers["number"]?.value?.node.int
    if wanted == nil, let given = shell.forgotten.withLock({ found in found.take() }) {
      await shell.resume(try Journal.restore(given))
      return .done(Reply())
    }
    let found = try await find(wanted ?? Int(request.state))
    if shell.interactive, request.state.isEmpty {
      let sure = Question(
        "sure", ask: "Take it back?", type: .yesno, standard: .literal("yes"))
      return .ask(Form([sure], state: "\(found.id)", title: found.shown(context.wording)))
    }
    if case .yesno(false)? = request.answers["sure"]?.value {
      return .done(Reply(blocks: [.note("Left as it was.")]))
    }
    _ = try await host.store.undo(
      found.id,
      as: ChangeEntry(
        at: host.clock().ISO8601Format(), by: host.by, command: "undo",
        conversation: .fresh(at: Date()), undoes: found.id))
    let again =
      found.rows.contains { $0.after?.kind == .draft && $0.before == nil }
      ? " `redo` goes through it again." : ""
    return .done(
      Reply(blocks: [
        .note(
          "Taken back: \(found.entry.command) (\(found.titles.joined(separator: ", "))).\(again)")
      ]))
  }

  private func find(_ wanted: Int?) async throws(Problem) -> Undoable {
    let changes = try await host.store.changes(limit: 200)
    let undone = Set(changes.compactMap(\.undoes))
    for entry in changes {
      guard let id = entry.id,
        wanted.map({ id == $0 }) ?? (entry.undoes == nil && !undone.contains(id))
      else { continue }
      let rows = try await host.store.rows(of: id)
      // What changed nothing is nothing to take back, unless it was asked for by its number.
      guard wanted != nil || !rows.isEmpty else { continue }
      return Undoable(id: id, entry: entry, rows: rows)
    }
    throw Problem(
      .notFound, "There is nothing to take back.", help: "`timeline` shows what is noted.")
  }
}

/// A change that can be taken back.
private struct Undoable {
  let id: Int
  let entry: ChangeEntry
  let rows: [(before: Record?, after: Record?)]

  var titles: [String] {
    rows.compactMap { row in
      (row.after ?? row.before).map { "\($0.kind.rawValue) “\($0.title)”" }
    }
  }

  /// What it was, and what becomes of each record.
  func shown(_ wording: Wording) -> String {
    let lines = rows.compactMap { row -> String? in
      guard let record = row.after ?? row.before else { return nil }
      let becomes = row.after == nil ? "comes back" : row.before == nil ? "goes" : "is as before"
      return "  \(record.kind.rawValue) “\(record.title)” \(becomes)"
    }
    let day = Moment(iso: entry.at.prefix(10)).map { ", \(wording.short($0))" } ?? ""
    return (["The last change was “\(entry.command)”\(day):"] + lines).joined(separator: "\n")
  }
}
