import Foundation
import GRDB
import RapportKit

/// The file on disk: how it is created, recognised and brought to the present schema.
struct RecordFile: Sendable {
  /// The path of the database.
  var path: String
  /// How many seconds to wait for another program that is writing.
  var patience: Double = 5
  /// Runs on every new connection.
  var prepare: (@Sendable (Database) throws -> Void)?

  /// Marks a file as ours ("Rapp" in ASCII).
  static let applicationID: Int32 = 0x5261_7070

  /// Opens the file, creating and migrating it where needed. A file that is not ours, damaged or newer is not written.
  func open() throws -> DatabaseQueue {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try createFolder(folder)
    // One opener at a time, so that two first starts do not both create the tables.
    let lock = FolderLock(folder, patience: patience)
    defer { lock.release() }
    try createFile()

    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.label = "records"
    if let prepare { configuration.prepareDatabase(prepare) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let isReady = try queue.inDatabase { db in try check(db) }
    if !isReady {
      try queue.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try RecordSchema.migrator.migrate(queue)
    }
    return queue
  }

  /// Whether the schema is complete; a problem when it is not ours to complete.
  private func check(_ db: Database) throws -> Bool {
    // A first start that was cut short leaves no more than the empty table of the migrator.
    let tables = try Set(String.fetchAll(db, sql: "SELECT tbl_name FROM sqlite_schema"))
    let isFresh =
      try tables.isEmpty
      || tables == ["grdb_migrations"] && RecordSchema.migrator.appliedIdentifiers(db).isEmpty
    if isFresh { return false }
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Self.applicationID else {
      throw Problem.notRecords(path)
    }
    if try RecordSchema.migrator.hasBeenSuperseded(db) { throw Problem.newerRecords(path) }
    return try RecordSchema.migrator.hasCompletedMigrations(db)
  }

  private func createFolder(_ folder: String) throws {
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Problem.unwritable(path)
    }
  }

  /// Creates an empty file that only its owner reads; SQLite gives its side files the same mode.
  private func createFile() throws {
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno == ENOSPC || errno == EDQUOT {
      throw Problem.diskFull(path)
    } else if errno != EEXIST && !FileManager.default.fileExists(atPath: path) {
      throw Problem.unwritable(path)
    }
  }
}

/// A lock on a folder, held while its database is opened; where locks do not work, it does nothing.
private struct FolderLock {
  private let descriptor: Int32

  /// Waits for the lock at most `patience` seconds, and then goes on without it.
  init(_ folder: String, patience: Double) {
    descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    for _ in 0..<Int(patience * 200) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(5000)
    }
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
