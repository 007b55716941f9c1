import Foundation
import GRDB
import RapportKit

extension Record {
  /// The columns in the order `init(row:)` reads them.
  static let columns = """
    number, id, kind, customer, person, title, state, plugin, "by", changed, body, happened, due, zone
    """

  /// A record from its row, whose columns are `columns`.
  init(row: Row) throws {
    self.init(
      id: RecordID(rawValue: row[1]), kind: Kind(rawValue: row[2]),
      customer: (row[3] as String?).map { RecordID(rawValue: $0) },
      person: (row[4] as String?).map { RecordID(rawValue: $0) },
      title: row[5], state: row[6], plugin: row[7], by: row[8],
      body: try JSONText.read(row[10]),
      happened: (row[11] as String?).flatMap { Moment(iso: $0) },
      due: (row[12] as String?).flatMap { Moment(iso: $0) }, zone: row[13])
    number = row[0]
    changed = row[9]
  }

  /// The values of all columns but the number, as `Database.write` lists them.
  var arguments: StatementArguments {
    [
      id.rawValue, kind.rawValue, customer?.rawValue, person?.rawValue, title, title.folded, state,
      plugin, by, changed, body.json, happened?.description, due?.description, zone, dueInstant,
    ]
  }

  /// When it is due in seconds since 1970, by which records sort; without a zone it is read in UTC.
  package var dueInstant: Int? {
    let zone = zone.flatMap { TimeZone(identifier: $0) } ?? .gmt
    return due.map { Int($0.instant(in: zone).timeIntervalSince1970) }
  }

  /// Whether the zone is one we know.
  package var hasKnownZone: Bool { zone.map { TimeZone(identifier: $0) != nil } ?? true }
}

extension ChangeEntry {
  static let columns = #"id, at, "by", command, conversation, undoes"#

  /// A change from its row, whose columns are `columns`.
  init(row: Row) {
    self.init(
      id: row[0], at: row[1], by: row[2], command: row[3],
      conversation: ConversationID(rawValue: row[4]), undoes: row[5])
  }

  /// The latest changes first, at most `limit`.
  static func fetch(_ db: Database, limit: Int) throws -> [ChangeEntry] {
    try Row.fetchAll(
      db, sql: "SELECT \(columns) FROM change ORDER BY id DESC LIMIT ?",
      arguments: [max(0, limit)]
    ).map(ChangeEntry.init(row:))
  }
}

extension Change.Link {
  /// The links that start or end at `record`, by the numbers of both ends.
  static func fetch(_ db: Database, of record: RecordID) throws -> [Change.Link] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a, b, role FROM link
        JOIN record AS source ON source.id = a JOIN record AS target ON target.id = b
        WHERE a = ?1 OR b = ?1 ORDER BY source.number, target.number, role
        """, arguments: [record.rawValue]
    ).map { Change.Link(RecordID(rawValue: $0[0]), RecordID(rawValue: $0[1]), role: $0[2]) }
  }
}
