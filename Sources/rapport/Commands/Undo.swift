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
    let entry = changes.first { entry in
      wanted.map { entry.id == $0 } ?? (entry.undoes == nil && !undone.contains(entry.id ?? 0))
    }
    guard let entry, let id = entry.id else {
      throw Problem(.notFound, "There is nothing to take back.", help: "`timeline` shows what is noted.")
    }
    let rows = try await host.store.rows(of: id)
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
