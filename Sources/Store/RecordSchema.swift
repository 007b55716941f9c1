import GRDB

/// The tables, as named migrations: append new ones, leave released ones as they are.
enum RecordSchema {
  /// Brings a database from any earlier schema to this one.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("records, links and changes") { db in
      try db.execute(sql: "PRAGMA application_id = \(RecordFile.applicationID)")
      try db.execute(sql: records)
      try db.execute(sql: changes)
    }
    migrator.registerMigration("what stands where, and when it is due") { db in
      try db.execute(sql: "CREATE INDEX record_standing ON record (kind, state, due_utc)")
    }
    return migrator
  }

  private static let idCheck = "length(id) = 26 AND id NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'"
  private static let day = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"

  private static func momentCheck(_ column: String) -> String {
    "\(column) GLOB '\(day)' OR \(column) GLOB '\(day)T[0-2][0-9]:[0-5][0-9]'"
  }

  // AUTOINCREMENT, so that a number is never given twice. A person may put records into one change in any order,
  // so foreign keys are checked at its end.
  private static let records = """
    CREATE TABLE record (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE CHECK (\(idCheck)),
      kind TEXT NOT NULL CHECK (kind <> ''),
      customer TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
      person TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
      title TEXT NOT NULL CHECK (title <> '' OR kind NOT IN ('customer', 'person')),
      folded_title TEXT NOT NULL,
      state TEXT NOT NULL,
      plugin TEXT NOT NULL,
      "by" TEXT,
      changed TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      happened TEXT CHECK (\(momentCheck("happened"))),
      due TEXT CHECK (\(momentCheck("due"))),
      zone TEXT CHECK (zone <> ''),
      due_utc INTEGER CHECK ((due IS NULL) = (due_utc IS NULL))
    ) STRICT;

    CREATE TABLE link (
      a TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
      b TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
      role TEXT NOT NULL CHECK (role <> ''),
      PRIMARY KEY (a, b, role),
      CHECK (a <> b)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX record_timeline ON record (customer, \(happenedKey), number);
    CREATE INDEX record_person ON record (person) WHERE person IS NOT NULL;
    CREATE INDEX record_due ON record (due_utc, state) WHERE due_utc IS NOT NULL;
    CREATE INDEX record_kind ON record (kind);
    CREATE INDEX record_title ON record (folded_title);
    CREATE INDEX link_b ON link (b);
    """

  private static let changes = """
    CREATE TABLE change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL CHECK (at GLOB '\(day)T[0-2][0-9]:[0-5][0-9]*'),
      "by" TEXT,
      command TEXT NOT NULL,
      conversation TEXT NOT NULL UNIQUE CHECK (length(conversation) = 26),
      undoes INTEGER REFERENCES change (id) CHECK (undoes < id)
    ) STRICT;

    CREATE TABLE change_row (
      change INTEGER NOT NULL REFERENCES change (id),
      record TEXT NOT NULL,
      before TEXT CHECK (before IS NULL OR json_valid(before)),
      after TEXT CHECK (after IS NULL OR json_valid(after)),
      PRIMARY KEY (change, record),
      CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT;

    CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;
    CREATE INDEX change_row_record ON change_row (record, change);
    """

  /// `happened` so that it sorts as `Moment` does: a date stands at the end of its day.
  static let happenedKey =
    "iif(length(happened) = 10, happened || 'T24:00', happened)"
}
