import GRDB
import RapportKit

extension Database {
  /// Refuses what leaves a record pointing at nothing.
  func checkReferences(in effects: [Effect]) throws {
    let missing = try missingReferences(of: effects)
    if !missing.isEmpty { throw Problem.missing(missing) }
    for effect in effects where effect.after == nil {
      let numbers = try referrers(to: effect.id).compactMap { try storedRecord($0)?.record.number }
      guard numbers.isEmpty else {
        throw Problem.stillNeeded(effect.before?.record.number, by: numbers)
      }
    }
  }

  /// The ids that records of `effects` refer to and that are not on record, sorted.
  func missingReferences(of effects: [Effect]) throws -> [RecordID] {
    let wanted = effects.reduce(into: Set<RecordID>()) { ids, effect in
      ids.formUnion(effect.after?.references ?? [])
    }
    guard !wanted.isEmpty else { return [] }
    return try String.fetchAll(
      cachedStatement(
        sql: """
          SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM record WHERE id = value)
          ORDER BY value
          """), arguments: [wanted.map(\.rawValue).jsonList]
    ).map { RecordID(rawValue: $0) }
  }

  /// The records that refer to `id` as customer, person or end of a link, by number.
  func referrers(to id: RecordID) throws -> [RecordID] {
    try String.fetchAll(
      cachedStatement(
        sql: """
          SELECT id FROM record
          WHERE customer = ?1 OR person = ?1 OR id IN (SELECT a FROM link WHERE b = ?1)
          ORDER BY number
          """), arguments: [id.rawValue]
    ).map { RecordID(rawValue: $0) }
  }
}
