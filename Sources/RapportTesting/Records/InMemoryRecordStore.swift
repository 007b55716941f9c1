public import RapportKit
import Store
import Synchronization

/// Records in memory, for tests: keeps every promise of `RecordStore` but that of staying.
///
///     let acme = Record(id: conversation.record(0), kind: .customer, title: "Acme")
///     let store = InMemoryRecordStore([acme])
///     try await store.records(RecordQuery(title: "ACME"))[0].number  // 1
public final class InMemoryRecordStore: RecordStore {
  private let state = Mutex(State())

  /// A store that already holds `records`, numbered in their order, as if no change had brought them.
  public init(_ records: [Record] = []) {
    state.withLock { state in
      for record in records { state.put(StoredRecord(record), at: "2026-01-01T00:00:00Z") }
    }
  }

  /// The records that fit `query`, in its order.
  public func records(_ query: RecordQuery) async throws(Problem) -> [Record] {
    let all = state.withLock { $0.stored.values.map(\.record) }
    return query.choose(from: all)
  }

  /// The links that start or end at `record`, by the numbers of both ends.
  public func links(of record: RecordID) async throws(Problem) -> [Change.Link] {
    state.withLock { $0.links }.filter { $0.from == record || $0.to == record }
  }

  /// Saves `change`, all of it or nothing. The same conversation again changes nothing.
  public func save(_ change: Change, as entry: ChangeEntry) async throws(Problem) -> Saved {
    try change.check(as: entry)
    return try commit { state throws(Problem) in try state.save(change, as: entry) }
  }

  /// The changes, the latest first.
  public func changes(limit: Int) async throws(Problem) -> [ChangeEntry] {
    state.withLock { $0.done.map(\.entry).reversed().prefix(max(0, limit)).map(\.self) }
  }

  /// The records a change touched, before and after; nil where there was or is none.
  public func rows(of change: Int) async throws(Problem) -> [(before: Record?, after: Record?)] {
    try commit { state throws(Problem) in try state.change(change).rows }
      .map { ($0.before?.record, $0.after?.record) }
  }

  /// Writes the inverse of `change` as a change of its own; refuses, naming it, when a later one touched the same
  /// records.
  public func undo(_ change: Int, as entry: ChangeEntry) async throws(Problem) -> Saved {
    try entry.check()
    return try commit { state throws(Problem) in try state.undo(change, as: entry) }
  }

  /// Lets `body` work on a copy, which counts only when it succeeds.
  private func commit<T: Sendable>(
    _ body: (inout State) throws(Problem) -> T
  ) throws(Problem) -> T {
    let result = state.withLock { state -> Result<T, Problem> in
      var copy = state
      do throws(Problem) {
        let value = try body(&copy)
        state = copy
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
