import Foundation
import RapportKit

/// `undo`: takes the last change back, saying what it was.
struct Undo: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "undo", summary: "Take the last change back.", arguments: ["number"],
    options: [Question("number", ask: "Which change, the last when empty", type: .number)])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let changes = try await host.store.changes(limit: 200)
    let undone = Set(changes.compactMap(\.undoes))
    let wanted = request.answers["number"]?.value?.node.int
    var found: (entry: ChangeEntry, id: Int, rows: [(before: Record?, after: Record?)])?
    for entry in changes {
      guard let id = entry.id,
        wanted.map({ id == $0 }) ?? (entry.undoes == nil && !undone.contains(id))
      else { continue }
      let rows = try await host.store.rows(of: id)
      // What changed nothing is nothing to take back, unless it was asked for by its number.
      guard wanted != nil || !rows.isEmpty else { continue }
      found = (entry, id, rows)
      break
    }
    guard let (entry, id, rows) = found else {
      throw Problem(
        .notFound, "There is nothing to take back.", help: "`timeline` shows what is noted.")
    }
    _ = try await host.store.undo(
      id,
      as: ChangeEntry(
        at: host.clock().ISO8601Format(), by: host.by, command: "undo",
        conversation: .fresh(at: Date()), undoes: id))
    let titles = rows.compactMap { row in
      (row.after ?? row.before).map { "\($0.kind.rawValue) “\($0.title)”" }
    }
    return .done(
      Reply(blocks: [.note("Taken back: \(entry.command) (\(titles.joined(separator: ", "))).")]))
  }
}
