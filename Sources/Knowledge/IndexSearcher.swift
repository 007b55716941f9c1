import GRDB

/// Searches an index while its database is read.
struct IndexSearcher {
  private let db: Database
  private let synonyms: Synonyms
  /// Cuts texts into stems.
  var stemmer: Stemmer

  /// Prepares to search.
  init(_ db: Database, synonyms: Synonyms) throws {
    self.db = db
    self.synonyms = synonyms
    stemmer = try Stemmer(db)
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
