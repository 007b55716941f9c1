package import RapportKit
import Synchronization

/// The knowledge base: pages in folders, searched through a cache that may be deleted any time.
///
///     let knowledge = KnowledgeBase(layers: layers, cache: "/home/sam/.cache/rapport/index/knowledge.sqlite")
///     let hits = try await knowledge.search("how do I say sorry", limit: 3)
///     hits.first?.section.citation  // mistakes/say-sorry
///
/// Making one opens nothing. The folders are looked through on the first search, and again when the last look is
/// older than `patience`; only what changed is read. One cache file serves one set of layers.
package final class KnowledgeBase: KnowledgeReader {
  /// The layers, in order.
  package let layers: [KnowledgeLayer]
  let files: PageFiles
  private let index: Mutex<LiveIndex>
  /// An answer holds at most so many sections of one page, so that another page gets a word in.
  private static let most = 2

  /// Names the folders and the cache; nil keeps the index in memory.
  ///
  /// - Parameter progress: told how many pages of how many have been read, while there are any to read.
  package init(
    layers: [KnowledgeLayer], cache: String?, patience: Duration = .seconds(2),
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.layers = layers
    files = PageFiles(layers: layers)
    index = Mutex(LiveIndex(files: files, cache: cache, patience: patience, progress: progress))
  }

  /// Brings the index up to date now, however short ago that was done.
  package func look() throws(Problem) {
    try withIndex(looking: true) { _ in }
  }

  /// The sections that answer `question`, best first; none when nothing fits.
  package func search(_ question: String, limit: Int) async throws(Problem) -> [KnowledgeHit] {
    try withIndex { reader throws in
      var hits: [KnowledgeHit] = []
      let query = reader.query(question)
      let quote = Quote(query)
      let enough = Ranking.enough(for: query.concepts.count)
      var pages: [String: Page] = [:]
      var shown: [Int64: Int] = [:]
      for found in try reader.search(query, depth: 300) {
        if hits.count >= limit { break }
        guard found.fit >= enough, shown[found.page, default: 0] < Self.most,
          let (path, slug) = try reader.citation(found.id),
          let page = pages[path] ?? (try? page(path)),
          let section = slug == nil ? page.sections.first : page.section(slug)
        else { continue }
        pages[path] = page
        shown[found.page, default: 0] += 1
        hits.append(
          KnowledgeHit(
            section: KnowledgeSection(section, of: page),
            quote: quote.quote(
              section.text.isEmpty ? page.summary ?? page.title : section.text,
              stemmer: &reader.stemmer),
            score: found.score))
      }
      return hits
    }
  }

  /// The section, or the page's first, that `citation` names; nil when there is none.
  package func section(_ citation: Citation) async throws(Problem) -> KnowledgeSection? {
    guard let page = try page(citation.page) else { return nil }
    return page.section(citation.section).map { KnowledgeSection($0, of: page) }
  }

  /// The page at `path`, read from its file; nil when there is none.
  package func page(_ path: String) throws(Problem) -> Page? {
    guard let (file, _) = files.file(of: path) else { return nil }
    return Page.read(try PageFiles.text(of: file), path: path, file: file).page
  }

  /// The groups of words and phrases that stand for each other, from every layer's `synonyms.md`.
  package var synonyms: [[String]] {
    layers.compactMap { try? PageFiles.text(of: "\($0.folder)/synonyms.md") }
      .flatMap(Synonyms.items)
  }

  /// How many pages there are, read or not.
  package var count: Int { files.walk().pages.count }

  /// Every page that can be read, by path, each read from its file.
  package func pages() -> [Page] {
    files.walk().pages.values.sorted { $0.path < $1.path }.compactMap { file in
      guard let text = try? PageFiles.text(of: file.file) else { return nil }
      return Page.read(text, path: file.path, file: file.file).page
    }
  }

  /// The pages that hold any of the question's words, best first; a page scores as its best section.
  ///
  /// Nothing is held back here; `search` gives what fits.
  package func rank(
    _ question: String, depth: Int, weights: Ranking.Weights = .init()
  ) throws(Problem) -> [(page: String, score: Double)] {
    try withIndex { reader throws in
      var pages: [(page: String, score: Double)] = []
      var seen: Set<String> = []
      for found in try reader.search(reader.query(question), depth: depth * 2, weights: weights) {
        if pages.count == depth { break }
        guard let (path, _) = try reader.citation(found.id), seen.insert(path).inserted else {
          continue
        }
        pages.append((path, found.score))
      }
      return pages
    }
  }

  /// Reads from the index, brought up to date when it is time.
  private func withIndex<Value: Sendable>(
    looking: Bool = false, _ body: (inout IndexSearcher) throws -> Value
  ) throws(Problem) -> Value {
    do {
      return try index.withLock { index in
        if looking { index.lookAtNextRead() }
        return try index.read(body)
      }
    } catch {
      throw Problem(
        .unreadable, "The knowledge base could not be searched.",
        help: "Is there memory and disk space left? SQLite says: \(error)")
    }
  }
}
