import Foundation
import GRDB
import RapportKit
import Testing

@testable import Store

@Test func `making a store touches no file; the first use creates a private one`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let store = SQLiteRecordStore(file: folder.file)
  #expect(!folder.exists("/data"))
  #expect(try await store.records(RecordQuery()).isEmpty)
  _ = try await store.save(Change(put: [note(1)]), as: entry(1))

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.path + name)[.posixPermissions] as? Int
  }
  #expect(try mode("/data") == 0o700)
  #expect(try mode("/data/rapport") == 0o700)
  for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data/rapport") {
    #expect(try mode("/data/rapport/" + name) == 0o600, "\(name)")
  }
}

@Test func `what one store saves, another one of the same file reads`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let (a, b) = (SQLiteRecordStore(file: folder.file), SQLiteRecordStore(file: folder.file))
  _ = try await a.save(Change(put: [note(1)]), as: entry(1))
  _ = try await b.save(Change(put: [note(2)]), as: entry(2))
  #expect(try await a.records(RecordQuery()) == b.records(RecordQuery()))
  #expect(try await a.records(RecordQuery()).map(\.number) == [1, 2])
}

@Test func `many stores may begin and save at once`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let file = folder.file
  try await withThrowingTaskGroup(of: Void.self) { group in
    for n in 1...12 {
      group.addTask {
        _ = try await SQLiteRecordStore(file: file).save(Change(put: [note(n)]), as: entry(n))
      }
    }
    try await group.waitForAll()
  }
  let store = SQLiteRecordStore(file: file)
  #expect(try await store.records(RecordQuery()).compactMap(\.number) == Array(1...12))
  #expect(try await store.changes(limit: 100).count == 12)
}

@Test func `one conversation saved by many at once is saved once`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let file = folder.file
  let saved = try await withThrowingTaskGroup(of: Saved.self) { group in
    for _ in 1...8 {
      group.addTask {
        try await SQLiteRecordStore(file: file).save(Change(put: [note(1)]), as: entry(1))
      }
    }
    return try await group.reduce(into: []) { $0.append($1) }
  }
  var expected = note(1)
  expected.number = 1
  expected.changed = entry(1).at
  #expect(saved.filter { $0 == .saved([expected]) }.count == 1)
  #expect(saved.filter { $0 == .already([expected]) }.count == 7)
}

@Test(arguments: [
  "PRAGMA journal_mode = WAL",
  "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)",
])
func `a first start that was cut short is finished by the next`(step: String) async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let file = folder.path + "/records.sqlite"
  try await DatabaseQueue(path: file).writeWithoutTransaction { db in try db.execute(sql: step) }
  let store = SQLiteRecordStore(file: file)
  _ = try await store.save(Change(put: [note(1)]), as: entry(1))
  #expect(try await store.records(RecordQuery()).map(\.number) == [1])
}

@Test func `records of a newer Rapport are left as they are`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  _ = try await SQLiteRecordStore(file: folder.file).save(Change(put: [note(1)]), as: entry(1))
  try await DatabaseQueue(path: folder.file).write { db in
    try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('something newer')")
  }
  await expectProblem(
    at: folder.file, "These records were written by a newer Rapport; they were left as they are.",
    help: "Update Rapport and try again.")
}

@Test func `a database of another program is left as it is`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let file = folder.path + "/other.sqlite"
  try await DatabaseQueue(path: file).write { db in try db.execute(sql: "CREATE TABLE t (x)") }
  let before = FileManager.default.contents(atPath: file)
  await expectProblem(
    at: file, "This file is not Rapport’s, so it was left as it is.",
    help: "Move it elsewhere, or set RAPPORT_HOME to another folder.")
  #expect(FileManager.default.contents(atPath: file) == before)
}

@Test func `a file that is no database is left as it is`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let file = folder.path + "/records.sqlite"
  let words = Data(String(repeating: "Not a database. ", count: 100).utf8)
  try words.write(to: URL(fileURLWithPath: file))
  await expectProblem(at: file, damaged.message, help: damaged.help)
  #expect(FileManager.default.contents(atPath: file) == words)
}

@Test func `a file that was damaged later is a problem, not a crash`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  do {
    let store = SQLiteRecordStore(file: folder.file)
    for n in 1...40 {
      var long = note(n)
      long.body = ["text": .text(String(repeating: "word ", count: 300))]
      _ = try await store.save(Change(put: [long]), as: entry(n))
    }
  }
  let handle = try #require(FileHandle(forUpdatingAtPath: folder.file))
  // All pages but the first four are overwritten; no `-wal` is left to mend them.
  #expect(!folder.exists("/data/rapport/records.sqlite-wal"))
  let size = try handle.seekToEnd()
  try handle.seek(toOffset: 4 * 4096)
  try handle.write(contentsOf: Data(repeating: 0x5A, count: Int(size) - 4 * 4096))
  try handle.close()
  let before = FileManager.default.contents(atPath: folder.file)
  await expectProblem(at: folder.file, damaged.message, help: damaged.help)
  #expect(FileManager.default.contents(atPath: folder.file) == before)
}

@Test func `a folder that cannot be made is a problem with a remedy`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  try Data().write(to: URL(fileURLWithPath: folder.path + "/data"))
  await expectProblem(
    at: folder.file, "The records may not be written here.",
    help: "Check who may write in that folder, or set RAPPORT_HOME to a folder of your own.")
}

@Test func `a folder in the file's place is a problem with a remedy`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  await expectProblem(
    at: folder.path, "The records may not be written here.",
    help: "Check who may write in that folder, or set RAPPORT_HOME to a folder of your own.")
}

@Test func `a full disk loses the change and nothing else`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  _ = try await SQLiteRecordStore(file: folder.file).save(Change(put: [note(1)]), as: entry(1))
  var opening = RecordFile(path: folder.file)
  opening.prepare = { db in try db.execute(sql: "PRAGMA max_page_count = 1") }
  let store = SQLiteRecordStore(opening)
  var long = note(2)
  long.body = .text(String(repeating: "private ", count: 10_000))
  await #expect(throws: Problem.diskFull(folder.file)) {
    try await store.save(Change(put: [long]), as: entry(2))
  }
  #expect(try await store.records(RecordQuery()).map(\.title) == ["Note 1"])
  #expect(try await store.changes(limit: 10).count == 1)
}

@Test func `somebody else who does not stop writing is a problem with a remedy`() async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  _ = try await SQLiteRecordStore(file: folder.file).save(Change(put: [note(1)]), as: entry(1))
  var configuration = Configuration()
  configuration.allowsUnsafeTransactions = true
  let other = try DatabaseQueue(path: folder.file, configuration: configuration)
  var opening = RecordFile(path: folder.file)
  opening.patience = 0.02
  let store = SQLiteRecordStore(opening)
  try await other.writeWithoutTransaction { db in
    try db.beginTransaction(.immediate)
  }
  #expect(try await store.records(RecordQuery()).map(\.title) == ["Note 1"])
  let problem = await #expect(throws: Problem.self) {
    try await store.save(Change(put: [note(2)]), as: entry(2))
  }
  #expect(
    problem?.message
      == "Another Rapport has been writing to the records for a while; nothing was saved.")
  #expect(problem?.help == "Try again in a moment.")
  try await other.writeWithoutTransaction { db in try db.rollback() }
  _ = try await store.save(Change(put: [note(2)]), as: entry(2))
}

@Test(arguments: [
  (ResultCode.SQLITE_READONLY, Problem.unwritable("f")),
  (.SQLITE_READONLY_DIRECTORY, .unwritable("f")), (.SQLITE_CANTOPEN, .unwritable("f")),
  (.SQLITE_FULL, .diskFull("f")), (.SQLITE_IOERR_SHMSIZE, .diskFull("f")),
  (.SQLITE_CORRUPT_INDEX, .damaged("f")),
  (.SQLITE_NOTADB, .damaged("f")),
])
func `what SQLite cannot do comes to a problem`(code: ResultCode, expected: Problem) {
  let error = DatabaseError(resultCode: code, message: "private words")
  #expect(Problem(store: error, file: "f") == expected)
}

@Test func `a failure nobody foresaw shows its number and no words`() {
  let error = DatabaseError(
    resultCode: .SQLITE_CONSTRAINT_CHECK, message: "private words", sql: "private sql")
  let problem = Problem(store: error, file: "f")
  #expect(problem.message == "The records could not be read or written (SQLite 275).")
  #expect(!"\(problem)".contains("private"))
}

private let damaged = Problem.damaged("f")

/// Expects that neither reading nor writing works, and that both say so.
private func expectProblem(at file: String, _ message: String, help: String?) async {
  let expected = Problem(.store, message, help: help, at: Place(file: file))
  await #expect(throws: expected) {
    try await SQLiteRecordStore(file: file).records(RecordQuery())
  }
  await #expect(throws: expected) {
    try await SQLiteRecordStore(file: file).save(Change(put: [note(99)]), as: entry(99))
  }
}
