import GRDB

/// Writes pages into the index and keeps its counts right.
struct IndexWriter {
  private let db: Database
  private let insertPage: Statement
  private let insertSection: Statement
  private let insertStems: Statement
  /// How much the number of sections that hold a stem has changed.
  private var terms: [String: Int] = [:]

  /// Begins to write.
  init(_ db: Database) throws {
    self.db = db
    insertPage = try db.makeStatement(
      sql: "INSERT INTO page (path, file, size, written, seen, hash) VALUES (?, ?, ?, ?, ?, ?)")
    insertSection = try db.makeStatement(
      sql: "INSERT INTO section (page, slug, title, heading, body) VALUES (?, ?, ?, ?, ?)")
    insertStems = try db.makeStatement(
      sql: "INSERT INTO stems (rowid, title, heading, body) VALUES (?, ?, ?, ?)")
  }

  /// Puts a page in, in place of the one it was.
  mutating func put(_ entry: IndexEntry, replacing old: Int64?, now: Int) throws {
    let file = entry.file
    guard let sections = entry.sections else {
      return try db.execute(
        sql: "UPDATE page SET file = ?, size = ?, written = ?, seen = ? WHERE path = ?",
        arguments: [file.file, file.size, file.written, now, file.path])
    }
    if let old { try remove(old) }
    try insertPage.execute(
      arguments: [file.path, file.file, file.size, file.written, now, entry.hash])
    let page = db.lastInsertedRowID
    for section in sections {
      try insertSection.execute(
        arguments: [
          page, section.slug, section.title.count, section.heading.count, section.body.count,
        ])
      try insertStems.execute(
        arguments: [
          db.lastInsertedRowID, section.title.text, section.heading.text, section.body.text,
        ])
    }
  }

  /// Takes a page out.
  mutating func remove(_ page: Int64) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT stems.title, stems.heading, stems.body FROM section JOIN stems ON stems.rowid = section.id
        WHERE section.page = ?
        """, arguments: [page])
    for row in rows { discount([row[0], row[1], row[2]]) }
    try db.execute(
      sql: "DELETE FROM stems WHERE rowid IN (SELECT id FROM section WHERE page = ?)",
      arguments: [page])
    try db.execute(sql: "DELETE FROM section WHERE page = ?", arguments: [page])
    try db.execute(sql: "DELETE FROM page WHERE id = ?", arguments: [page])
  }

  /// Adds to the number of sections that hold a stem.
  mutating func count(_ terms: [(stem: String, sections: Int)]) {
    for term in terms { self.terms[term.stem, default: 0] += term.sections }
  }

  private mutating func discount(_ fields: [String]) {
    var seen: Set<Substring> = []
    for field in fields {
      for stem in field.split(separator: " ") where seen.insert(stem).inserted {
        terms[String(stem), default: 0] -= 1
      }
    }
  }

  /// Writes the counts.
  mutating func finish() throws {
    let put = try db.makeStatement(
      sql: """
        INSERT INTO term VALUES (?, ?) ON CONFLICT DO UPDATE SET sections = sections + excluded.sections
        """)
    for (stem, step) in terms.sorted(by: { $0.key < $1.key }) where step != 0 {
      try put.execute(arguments: [stem, step])
    }
    try db.execute(
      sql: """
        DELETE FROM term WHERE sections <= 0;
        UPDATE total SET (sections, title, heading, body) = (
          SELECT count(*), total(title), total(heading), total(body) FROM section);
        """)
    terms = [:]
  }
}
