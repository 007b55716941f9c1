import GRDB

/// The search index: a cache in SQLite that may be deleted any time.
///
/// FTS5 holds the stems of every section in three columns and finds; `Ranking` orders what it found. A file that
/// is damaged, of another version or not writable is made anew, in memory when there is no other way.
struct SearchIndex: Sendable {
  /// Raised with every change of the tables or of how texts become stems; a cache of another version is made anew.
  static let version = 1

  /// The database.
  let database: DatabaseQueue

  /// Opens the cache at `path`, or one in memory when `path` is nil.
  init(_ path: String?) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { db in
      // A cache need not survive a power cut, only never be wrong about a file.
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
      guard try db.tableExists("sqlite_sequence") == false, version == 0 else {
        throw OtherVersion()
      }
      try Self.create(db)
    }
  }

  /// The file was made by another version.
  private struct OtherVersion: Error {}

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
