import GRDB

extension SearchIndex {
  /// What the index knows of a page's file.
  struct Known: Sendable {
    var id: Int64
    var file: PageFile
    var seen: Int
    var hash: Int
  }

  /// A file written so short a time before it was read, in nanoseconds, may have been written again in the same tick.
  static let doubt = 2_000_000_000

  /// A number that changes when another connection has changed the database.
  func state() throws -> Int {
    try database.read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// Brings the index up to date with `files`, in one transaction.
  ///
  /// A file counts as unchanged when size and time of writing are the same; of a doubtful one the hash decides.
  func update(
    to files: [String: PageFile], now: Int, progress: (@Sendable (Int, Int) -> Void)? = nil
  ) throws {
    let known = try database.read(Self.known)
    if Self.difference(from: known, to: files).isEmpty { return }
    try database.write { db in
      // Another process may have brought it up to date in the meantime.
      let known = try Self.known(db)
      let difference = Self.difference(from: known, to: files)
      var writer = try IndexWriter(db)
      for id in difference.gone { try writer.remove(id) }
      let reading = IndexReading(difference.doubtful.map { ($0, known[$0.path]?.hash) })
      let total = difference.doubtful.count
      // Taken away whatever happens.
      defer { progress?(total, total) }
      var done = 0
      try reading.deliver { entry in
        try writer.put(entry, replacing: known[entry.file.path]?.id, now: now)
        if done % 32 == 0 { progress?(done, total) }
        done += 1
      }
      writer.count(reading.terms())
      try writer.finish()
    }
  }

  private static func known(_ db: Database) throws -> [String: Known] {
    var known: [String: Known] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, path, file, size, written, seen, hash FROM page")
    while let row = try rows.next() {
      let file = PageFile(path: row[1], file: row[2], size: row[3], written: row[4])
      known[file.path] = Known(id: row[0], file: file, seen: row[5], hash: row[6])
    }
    return known
  }

  private struct Difference {
    var gone: [Int64] = []
    var doubtful: [PageFile] = []
    var isEmpty: Bool { gone.isEmpty && doubtful.isEmpty }
  }

  private static func difference(from known: [String: Known], to files: [String: PageFile])
    -> Difference
  {
    var difference = Difference()
    for (path, known) in known where files[path] == nil { difference.gone.append(known.id) }
    for (path, file) in files {
      if let known = known[path], known.file == file, known.seen - file.written > doubt {
        continue
      }
      difference.doubtful.append(file)
    }
    // In order, so that the same pages give the same index.
    difference.doubtful.sort { $0.path < $1.path }
    difference.gone.sort()
    return difference
  }
}
