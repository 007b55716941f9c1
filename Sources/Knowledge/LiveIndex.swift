import GRDB

/// The index as it is used: opened on first use, kept up with the folders, made anew when it is damaged.
struct LiveIndex {
  private let files: PageFiles
  private let cache: String?
  private let patience: Duration
  private let progress: (@Sendable (Int, Int) -> Void)?
  private var index: SearchIndex?
  private var looked: ContinuousClock.Instant?
  /// The pages the index surely holds, as they were found, and the state of the database then.
  private var settled: (pages: [String: PageFile], state: Int)?
  private var synonyms: (files: [PageFile], words: Synonyms)?

  /// Names the folders and the cache; opens nothing.
  init(
    files: PageFiles, cache: String?, patience: Duration,
    progress: (@Sendable (Int, Int) -> Void)?
  ) {
    self.files = files
    self.cache = cache
    self.patience = patience
    self.progress = progress
  }

  /// Has the next read look at the folders, however short ago that was done.
  mutating func lookAtNextRead() { looked = nil }

  /// Reads from an index that is up to date; a damaged one is made anew once, then one in memory is made.
  mutating func read<Value>(_ body: (inout IndexSearcher) throws -> Value) throws -> Value {
    do {
      return try attempt(cache, body)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Another process is at work on it; that is no damage.
      forget()
      return try attempt(nil, body)
    } catch {
      forget()
      if let cache { SearchIndex.remove(cache) }
      do {
        return try attempt(cache, body)
      } catch {
        forget()
        return try attempt(nil, body)
      }
    }
  }

  private mutating func forget() {
    index = nil
    looked = nil
    settled = nil
  }

  private mutating func attempt<Value>(
    _ path: String?, _ body: (inout IndexSearcher) throws -> Value
  ) throws -> Value {
    let index = try index ?? SearchIndex.open(path)
    self.index = index
    try lookAround(index)
    let synonyms = synonyms?.words ?? Synonyms()
    return try index.database.read { db in
      var searcher = try IndexSearcher(db, synonyms: synonyms)
      return try body(&searcher)
    }
  }

  private mutating func lookAround(_ index: SearchIndex) throws {
    if let looked, ContinuousClock.now - looked < patience { return }
    let now = PageFiles.now
    let found = files.walk()
    do {
      try update(index, to: found.pages, now: now)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Another process has been writing for long; what is there is read, and the next search looks again.
    }
    if found.synonyms != synonyms?.files {
      let texts = found.synonyms.compactMap { try? PageFiles.text(of: $0.file) }
      let words = try index.database.read { db in
        var stemmer = try Stemmer(db)
        return Synonyms(texts, stemmer: &stemmer)
      }
      synonyms = (found.synonyms, words)
    }
    looked = .now
  }

  /// Spares the comparison with the index when neither the files nor, by another process, the index have changed.
  private mutating func update(
    _ index: SearchIndex, to pages: [String: PageFile], now: Int
  ) throws {
    let state = try index.state()
    if let settled, settled.state == state, settled.pages == pages { return }
    try index.update(to: pages, now: now, progress: progress)
    let sure = pages.values.allSatisfy { now - $0.written > SearchIndex.doubt }
    settled = sure ? (pages, try index.state()) : nil
  }
}
