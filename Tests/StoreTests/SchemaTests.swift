import GRDB
import RapportKit
import Testing

@testable import Store

@Test(arguments: [
  "UPDATE record SET id = 'acme'", "UPDATE record SET kind = ''", "UPDATE record SET body = '{'",
  "UPDATE record SET customer = '00000000000000000000000099'",
  "UPDATE record SET happened = 'yesterday'", "UPDATE record SET due = '2026-11-27'",
  "UPDATE record SET title = '', kind = 'customer'", "UPDATE change SET conversation = 'x'",
  "INSERT INTO link SELECT id, id, 'about' FROM record", "UPDATE change SET undoes = id",
  "INSERT INTO change_row VALUES (1, 'x', NULL, NULL)",
  "INSERT INTO change_row VALUES (9, 'x', NULL, '{}')",
])
func `the schema guards the records against code that is wrong`(sql: String) async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  _ = try await SQLiteRecordStore(file: folder.file).save(Change(put: [note(1)]), as: entry(1))
  let error = await #expect(throws: DatabaseError.self) {
    try await DatabaseQueue(path: folder.file).write { db in try db.execute(sql: sql) }
  }
  #expect(error?.resultCode == .SQLITE_CONSTRAINT)
}

@Test(arguments: [
  (RecordQuery(customer: id(1), order: .latest, limit: 20), "record_timeline"),
  (RecordQuery(order: .due), "record_due"),
  (RecordQuery(states: ["open"], order: .due, limit: 5), "record_due"),
  (RecordQuery(kinds: [.promise], states: ["open"], order: .due, limit: 5), "record_standing"),
  (
    RecordQuery(kinds: [.promise], states: ["open"], dueBy: 1_795_000_000, order: .due),
    "record_standing"
  ),
  (RecordQuery(kinds: [.promise]), "record_kind"), (RecordQuery(title: "Acme"), "record_title"),
])
func `the usual questions use their index`(query: RecordQuery, index: String) async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  _ = try await SQLiteRecordStore(file: folder.file).records(RecordQuery())
  let plan = try await DatabaseQueue(path: folder.file).read { db in
    let (sql, arguments) = query.statement
    return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
      .map { $0["detail"] as String }.joined(separator: "\n")
  }
  #expect(plan.contains("INDEX \(index) "), "\(plan)")
}

@Test func `JSON is read as it was written, keys in their order`() throws {
  let text = #"{"z":1,"a":[true,false,null,-0.5,1e+300],"é":{"":"“\"\\\n\u0001👩🏽‍🚀”"},"e":[],"m":{}}"#
  #expect(try JSONText.read(text).json == text)
  #expect(try JSONText.read(" { \"a\" : [ 1 , 2 ] }\n").json == #"{"a":[1,2]}"#)
  for broken in ["", "{", "[1,]", "{\"a\"}", "\"a", "tru", "1 2", "\"\\x\"", "\"\\uD800\""] {
    #expect(throws: JSONText.Damage.self) { try JSONText.read(broken) }
  }
}
