import GRDB

/// The index as it is used: opened on first use, kept up with the folders, made anew when it is damaged.
struct LiveIndex {
  private let files: PageFiles
  private let cache: String?
  private let patience: Duration
  private var index: SearchIndex?
  private var looked: ContinuousClock.Instant?
  private var synonymFiles: [PageFile] = []
  private var synonyms: [String] = []

  /// Names the folders and the cache; opens nothing.
  init(files: PageFiles, cache: String?, patience: Duration) {
    self.files = files
    self.cache = cache
    self.patience = patience
  }

  /// Reads from an index that is up to date; a damaged one is made anew once, then one in memory is made.
  mutating func read<Value>(_ body: (inout IndexSearcher) throws -> Value) throws -> Value {
    do {
      return try attempt(cache, body)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Another process is at work on it; that is no damage.
      index = nil
      looked = nil
      return try attempt(nil, body)
    } catch {
      index = nil
      looked = nil
      if let cache { SearchIndex.remove(cache) }
      do {
        return try attempt(cache, body)
      } catch {
        index = nil
        looked = nil
        return try attempt(nil, body)
      }
    }
  }

  private mutating func attempt<Value>(
    _ path: String?, _ body: (inout IndexSearcher) throws -> Value
  ) throws -> Value {
    let index = try index ?? SearchIndex.open(path)
    self.index = index
    try lookAround(index)
    let synonyms = synonyms
    return try index.database.read { db in
      var searcher = try IndexSearcher(db, synonyms: synonyms)
      return try body(&searcher)
    }
  }

  private mutating func lookAround(_ index: SearchIndex) throws {
    if let looked, ContinuousClock.now - looked < patience { return }
    let found = files.walk()
    do {
      try index.update(to: found.pages, now: PageFiles.now)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Another process has been writing for long; what is there is read, and the next search looks again.
    }
    if found.synonyms != synonymFiles {
      synonyms = found.synonyms.compactMap { PageFiles.read($0.file) }
      synonymFiles = found.synonyms
    }
    looked = .now
  }
}

/// Searches an index while its database is read.
struct IndexSearcher {
  private let db: Database
  private let synonyms: Synonyms
  /// Cuts texts into stems.
  var stemmer: Stemmer

  /// Prepares to search with the lists of synonyms in some texts.
  init(_ db: Database, synonyms texts: [String]) throws {
    self.db = db
    stemmer = try Stemmer(db)
    synonyms = Synonyms(texts, stemmer: &stemmer)
  }

  /// What a question asks for.
  mutating func query(_ question: String) -> Query {
    Query(question, synonyms: synonyms, stemmer: &stemmer)
  }

  /// The sections that hold any of it, best first.
  func search(_ query: Query, depth: Int, weights: Ranking.Weights = .init()) throws -> [Candidate]
  {
    var search = try Search(query, in: db, depth: depth, weights: weights)
    return try search.run()
  }

  /// The path of a section's page, and its slug; nil for the opening.
  func citation(_ section: Int64) throws -> (path: String, slug: String?)? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT path, slug FROM section JOIN page ON page.id = page WHERE section.id = ?"),
      arguments: [section])
    return row.map { ($0[0], $0[1]) }
  }
}
