import GRDB
import RapportKit

extension Database {
  /// Writes the inverse of `change`, within the transaction of the caller.
  func undo(_ change: Int, as entry: ChangeEntry) throws -> Saved {
    if let saved = try records(savedIn: entry.conversation) { return .already(saved) }
    let done = try effects(of: change)
    guard !done.isEmpty else { throw Problem.nothingToUndo(change) }
    if let problem = try standing(of: change, touching: done.map(\.id), besides: entry).problem {
      throw problem
    }

    let inverse = try done.map { effect in
      Effect(id: effect.id, before: try storedRecord(effect.id), after: effect.before)
    }
    try write(inverse, as: entry, undoing: change)
    try checkReferences(of: inverse, undoing: change, as: entry)
    return .saved(try currentRecords(inverse.map(\.id)))
  }

  /// Like `checkReferences(in:)`, but names the change that stands in the way.
  private func checkReferences(
    of inverse: [Effect], undoing change: Int, as entry: ChangeEntry
  ) throws {
    for gone in try missingReferences(of: inverse) {
      if let blocker = try standing(of: change, touching: [gone], besides: entry).blocker {
        throw Problem.undoBlocked(change, byRemovalIn: blocker)
      }
    }
    for effect in inverse where effect.after == nil {
      for referrer in try referrers(to: effect.id) {
        if let blocker = try standing(of: change, touching: [referrer], besides: entry).blocker {
          throw Problem.undoBlocked(change, byReferenceIn: blocker)
        }
      }
    }
    try checkReferences(in: inverse)
  }

  /// Whether `change` may be taken back, as far as `records` go; `entry`, the undo itself, does not count.
  private func standing(
    of change: Int, touching records: [RecordID], besides entry: ChangeEntry
  ) throws -> Standing {
    let later = try Row.fetchAll(
      cachedStatement(
        sql: """
          SELECT \(ChangeEntry.columns) FROM change
          WHERE id > ?1 AND conversation <> ?3 AND (undoes = ?1 OR id IN (
            SELECT change FROM change_row WHERE record IN (SELECT value FROM json_each(?2))))
          """), arguments: [change, records.map(\.rawValue).jsonList, entry.conversation.rawValue]
    ).map(ChangeEntry.init(row:))
    return Standing(of: change, later: later)
  }
}
