import GRDB

/// The search index: a cache in SQLite that may be deleted any time.
///
/// FTS5 holds the stems of every section in three columns and finds; `Ranking` orders what it found.
struct SearchIndex: Sendable {
  /// Raised with every change of the tables or of how texts become stems; a cache of another version is emptied.
  static let version = 2

  /// The database.
  let database: DatabaseQueue

  /// Opens the cache at `path`, or one in memory when `path` is nil.
  ///
  /// A damaged file is made anew. Where none can be kept, because the folder cannot be written to or another
  /// process holds it too long, the index is in memory: slower at the start, right all the same.
  static func open(_ path: String?) throws -> SearchIndex {
    guard let path else { return try SearchIndex(nil) }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    PageFiles.makeFolder(folder.joined(separator: "/"))
    do {
      return try SearchIndex(path)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return try SearchIndex(nil)
    } catch {
      remove(path)
      return try (try? SearchIndex(path)) ?? SearchIndex(nil)
    }
  }

  /// Removes the cache at `path` with what SQLite keeps beside it.
  static func remove(_ path: String) {
    for end in ["", "-wal", "-shm"] { PageFiles.remove(path + end) }
  }

  private init(_ path: String?) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      // A cache need not survive a power cut.
      try db.execute(
        sql: "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536")
    }
    guard let path else {
      database = try DatabaseQueue(configuration: configuration)
      try database.write(Self.create)
      return
    }
    configuration.journalMode = .wal
    database = try DatabaseQueue(path: path, configuration: configuration)
    let version = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    if version == Self.version { return }
    try database.write { db in
      // Another process may have been quicker.
      if try Int.fetchOne(db, sql: "PRAGMA user_version") == Self.version { return }
      try Self.empty(db)
      try Self.create(db)
    }
  }

  /// Drops what another version left, tables with an engine of their own first: theirs go with them.
  private static func empty(_ db: Database) throws {
    for kind in ["CREATE VIRTUAL TABLE%", "CREATE TABLE%"] {
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE ? AND name NOT LIKE 'sqlite%'
          """, arguments: [kind])
      for name in names { try db.execute(sql: "DROP TABLE \(name.quotedDatabaseIdentifier)") }
    }
  }

  private static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE page (
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          file TEXT NOT NULL,
          size INTEGER NOT NULL,
          written INTEGER NOT NULL,
          seen INTEGER NOT NULL,
          hash INTEGER NOT NULL
        );
        CREATE TABLE section (
          id INTEGER PRIMARY KEY,
          page INTEGER NOT NULL REFERENCES page,
          slug TEXT,
          title INTEGER NOT NULL, heading INTEGER NOT NULL, body INTEGER NOT NULL
        );
        CREATE INDEX section_page ON section (page);
        CREATE VIRTUAL TABLE stems USING fts5 (title, heading, body, tokenize = 'ascii');
        INSERT INTO stems (stems, rank) VALUES ('hashsize', 33554432);
        CREATE TABLE term (stem TEXT PRIMARY KEY, sections INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE total (
          sections INTEGER NOT NULL,
          title INTEGER NOT NULL, heading INTEGER NOT NULL, body INTEGER NOT NULL
        );
        INSERT INTO total VALUES (0, 0, 0, 0);
        PRAGMA user_version = \(version);
        """)
  }
}
