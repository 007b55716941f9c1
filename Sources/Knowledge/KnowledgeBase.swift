import GRDB
package import RapportKit
import Synchronization

/// The knowledge base: pages in folders, searched through a cache that may be deleted any time.
///
///     let knowledge = KnowledgeBase(layers: layers, cache: "/home/sam/.cache/rapport/index/knowledge.sqlite")
///     let hits = try await knowledge.search("how do I say sorry", limit: 3)
///     hits.first?.section.citation  // mistakes/say-sorry
///
/// Making one opens nothing. The folders are looked through on the first search, and again when the last look is
/// older than `patience`; only what changed is read.
package final class KnowledgeBase: KnowledgeReader {
  /// The layers, in order.
  package let layers: [KnowledgeLayer]
  let files: PageFiles
  private let cache: String?
  private let patience: Duration
  private let state = Mutex(State())

  private struct State {
    var index: SearchIndex?
    var looked: ContinuousClock.Instant?
    var synonyms: Synonyms?
  }

  /// Names the folders and the cache; nil keeps the index in memory.
  package init(layers: [KnowledgeLayer], cache: String?, patience: Duration = .seconds(2)) {
    self.layers = layers
    self.cache = cache
    self.patience = patience
    files = PageFiles(layers: layers)
  }

  /// The sections that answer `question`, best first; none when nothing fits.
  package func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit] {
    try withIndex { db, synonyms in
      var stemmer = try Stemmer(db)
      let query = Query(question, synonyms: synonyms, stemmer: &stemmer)
      var search = try Search(query, in: db, depth: 300, weights: .init())
      let found = try search.run().filter { $0.coverage >= 0.5 }
      return try hits(found, query, limit: limit, in: db, &stemmer)
    }
  }

  /// The section, or the page's first, that `citation` names; nil when there is none.
  package func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection? {
    guard let page = page(citation.page) else { return nil }
    return page.section(citation.section).map { KnowledgeSection($0, of: page) }
  }

  /// The page at `path`, read from its file; nil when there is none.
  package func page(_ path: String) -> Page? {
    guard let (file, _) = files.file(of: path), let text = PageFiles.read(file) else { return nil }
    return Page.read(text, path: path, file: file).page
  }

  /// The pages that hold any of the question's words, best first; a page scores as its best section.
  package func rank(_ question: String, depth: Int, weights: Ranking.Weights = .init())
    throws(Problem)
    -> [(page: String, score: Double)]
  {
    try withIndex { db, synonyms in
      var stemmer = try Stemmer(db)
      let query = Query(question, synonyms: synonyms, stemmer: &stemmer)
      var search = try Search(query, in: db, depth: depth * 2, weights: weights)
      let path = try db.cachedStatement(
        sql: "SELECT path FROM section JOIN page ON page.id = page WHERE section.id = ?")
      var pages: [(page: String, score: Double)] = []
      var seen: Set<String> = []
      for candidate in try search.run() where pages.count < depth {
        guard let page = try String.fetchOne(path, arguments: [candidate.id]),
          seen.insert(page).inserted
        else { continue }
        pages.append((page, candidate.score))
      }
      return pages
    }
  }

  private func hits(
    _ found: [Candidate], _ query: Query, limit: Int, in db: Database, _ stemmer: inout Stemmer
  ) throws -> [KnowledgeHit] {
    var wanted: [String: Double] = [:]
    for concept in query.concepts {
      wanted[concept.stem] = 1
      for case let phrase in concept.synonyms {
        for stem in phrase { wanted[stem, default: 0.5] += 0 }
      }
    }
    let quote = Quote(wanted: wanted)
    var hits: [KnowledgeHit] = []
    for candidate in found {
      if hits.count == limit { break }
      let row = try Row.fetchOne(
        db,
        sql: "SELECT path, slug FROM section JOIN page ON page.id = page WHERE section.id = ?",
        arguments: [candidate.id])
      guard let row, let page = page(row[0]) else { continue }
      let slug: String? = row[1]
      guard let section = slug == nil ? page.sections.first : page.section(slug) else { continue }
      hits.append(
        KnowledgeHit(
          section: KnowledgeSection(section, of: page),
          quote: quote.quote(section.text, stemmer: &stemmer), score: candidate.score))
    }
    return hits
  }

  /// Opens the index, brings it up to date when it is time, and reads from it.
  private func withIndex<T: Sendable>(
    _ body: (Database, Synonyms) throws -> T
  ) throws(Problem) -> T {
    do {
      return try state.withLock { state in
        let index = try state.index ?? SearchIndex(cache)
        state.index = index
        let now = ContinuousClock.now
        if state.looked.map({ now - $0 >= patience }) ?? true {
          let found = files.walk()
          _ = try index.update(to: found, now: PageFiles.now)
          state.looked = .now
        }
        return try index.database.read { db in
          var stemmer = try Stemmer(db)
          let synonyms = state.synonyms ?? Synonyms([], stemmer: &stemmer)
          state.synonyms = synonyms
          return try body(db, synonyms)
        }
      }
    } catch {
      throw Problem(.unreadable, "The knowledge base could not be searched.", help: "\(error)")
    }
  }
}
