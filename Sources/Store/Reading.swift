import GRDB
import RapportKit

extension Database {
  /// The record as it stands, with its links; nil when there is none.
  func storedRecord(_ id: RecordID) throws -> StoredRecord? {
    guard
      let row = try Row.fetchOne(
        cachedStatement(sql: "SELECT \(Record.columns) FROM record WHERE id = ?"),
        arguments: [id.rawValue])
    else { return nil }
    let links = try Row.fetchAll(
      cachedStatement(sql: "SELECT b, role FROM link WHERE a = ?"), arguments: [id.rawValue])
    return StoredRecord(
      try Record(row: row),
      links: Set(links.map { .init(to: RecordID(rawValue: $0[0]), role: $0[1]) }))
  }

  /// The records of `ids` as they stand, in that order; those that are gone are left out.
  func currentRecords(_ ids: [RecordID]) throws -> [Record] {
    try ids.compactMap { try storedRecord($0)?.record }
  }

  /// The records from which a link leads to `id`.
  func sources(ofLinksTo id: RecordID) throws -> [RecordID] {
    try String.fetchAll(
      cachedStatement(sql: "SELECT DISTINCT a FROM link WHERE b = ? ORDER BY a"),
      arguments: [id.rawValue]
    ).map { RecordID(rawValue: $0) }
  }

  /// The records, as they now stand, that were touched in `conversation`; nil when it was never saved.
  func records(savedIn conversation: ConversationID) throws -> [Record]? {
    guard
      let change = try Int.fetchOne(
        cachedStatement(sql: "SELECT id FROM change WHERE conversation = ?"),
        arguments: [conversation.rawValue])
    else { return nil }
    return try currentRecords(effects(of: change).map(\.id))
  }

  /// What `change` did, in the order it was written; a problem when there is no such change.
  func effects(of change: Int) throws -> [Effect] {
    let rows = try Row.fetchAll(
      cachedStatement(
        sql: "SELECT record, before, after FROM change_row WHERE change = ? ORDER BY rowid"),
      arguments: [change])
    if rows.isEmpty {
      let latest = try Int.fetchOne(self, sql: "SELECT max(id) FROM change")
      let exists = try Bool.fetchOne(
        self, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE id = ?)", arguments: [change])
      guard exists == true else { throw Problem.noChange(change, latest: latest) }
    }
    return try rows.map { row in
      let id = RecordID(rawValue: row[0])
      return Effect(
        id: id, before: try (row[1] as String?).map { try StoredRecord(id, json: $0) },
        after: try (row[2] as String?).map { try StoredRecord(id, json: $0) })
    }
  }
}
