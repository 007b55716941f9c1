import GRDB
package import RapportKit
import Synchronization

/// The records in one SQLite file, shared by as many Rapports as run at once.
///
///     let store = SQLiteRecordStore(file: "/home/sam/.local/share/rapport/records.sqlite")
///     let open = try await store.records(RecordQuery(kinds: [.promise], states: ["open"], order: .due))
///
/// Making the value touches no file: the first use creates the folder (0700) and the file (0600). Every failure is
/// a `Problem` with the code `store`, but for `notFound` and `conflict`; none of them shows what a record says.
package final class SQLiteRecordStore: RecordStore {
  /// The path of the database.
  package let file: String
  private let opening: RecordFile
  private let queue = Mutex<DatabaseQueue?>(nil)

  /// Keeps records in `file`; its folder need not exist.
  package convenience init(file: String) {
    self.init(RecordFile(path: file))
  }

  init(_ opening: RecordFile) {
    self.file = opening.path
    self.opening = opening
  }

  /// The records that fit `query`, in its order.
  package func records(_ query: RecordQuery) async throws(Problem) -> [RapportKit.Record] {
    try await read { db in try query.fetch(db) }
  }

  /// How many records fit `query`.
  package func count(_ query: RecordQuery) async throws(Problem) -> Int {
    try await read { db in try query.count(db) }
  }

  /// The links that start or end at `record`, by the numbers of both ends.
  package func links(of record: RecordID) async throws(Problem) -> [Change.Link] {
    try await read { db in try Change.Link.fetch(db, of: record) }
  }

  /// Saves `change` in one transaction. The same conversation again changes nothing.
  package func save(_ change: Change, as entry: ChangeEntry) async throws(Problem) -> Saved {
    try change.check(as: entry)
    return try await write { db in try db.save(change, as: entry) }
  }

  /// The changes, the latest first.
  package func changes(limit: Int) async throws(Problem) -> [ChangeEntry] {
    try await read { db in try ChangeEntry.fetch(db, limit: limit) }
  }

  /// The records a change touched, before and after; nil where there was or is none.
  package func rows(of change: Int) async throws(Problem) -> [(
    before: RapportKit.Record?, after: RapportKit.Record?
  )] {
    try await read { db in
      try db.effects(of: change).map { ($0.before?.record, $0.after?.record) }
    }
  }

  /// Writes the inverse of `change` as a change of its own; refuses, naming it, when a later one touched the same
  /// records.
  package func undo(_ change: Int, as entry: ChangeEntry) async throws(Problem) -> Saved {
    try entry.check()
    return try await write { db in try db.undo(change, as: entry) }
  }

  private func read<T: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> T
  ) async throws(Problem) -> T {
    do {
      return try await opened().read(body)
    } catch {
      throw Problem(store: error, file: file)
    }
  }

  /// Runs `body` in a transaction that holds the right to write from its start.
  private func write<T: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> T
  ) async throws(Problem) -> T {
    do {
      return try await opened().writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { preconditionFailure("A committed transaction has a result.") }
        return result
      }
    } catch {
      throw Problem(store: error, file: file)
    }
  }

  private func opened() throws -> DatabaseQueue {
    try queue.withLock { queue in
      if let queue { return queue }
      let fresh = try opening.open()
      queue = fresh
      return fresh
    }
  }
}
