import GRDB

/// One search: finds with FTS5, ranks, learns from the best, ranks again.
struct Search {
  let db: Database
  let query: Query
  let ranking: Ranking
  /// At most this many sections are ranked.
  let depth: Int
  /// Numbers for stems, given as they are met.
  var stems = WordTable()

  /// A concept, ready to be counted.
  struct Wanted {
    var stem: Int32
    var synonyms: [[Int32]]
    var information: Double
    var weight: Double
  }

  /// Prepares a search.
  init(_ query: Query, in db: Database, depth: Int, weights: Ranking.Weights) throws {
    self.db = db
    self.query = query
    self.depth = depth
    let total = try Row.fetchOne(db, sql: "SELECT sections, title, heading, body FROM total")
    let sections: Double = total?[0] ?? 0
    let lengths: [Double] = (1...3).map { total?[$0] ?? 0 }
    ranking = Ranking(
      weights: weights, sections: sections, means: lengths.map { $0 / max(1, sections) })
  }

  /// The candidates, best first.
  mutating func run() throws -> [Candidate] {
    guard !query.concepts.isEmpty else { return [] }
    var found = try find()
    let concepts = try query.concepts.map { try wanted($0) }
    let pairs = query.neighbours.map { (concepts[$0.0], concepts[$0.1]) }
    let asked = concepts.reduce(0) { $0 + $1.information }
    var counter = WordCounter(
      concepts.flatMap { [$0.stem] + $0.synonyms.joined() }, of: stems.count)
    for index in found.indices {
      counter.count(in: found[index])
      for concept in concepts {
        let weight = concept.information * weight(of: concept, counter, in: found[index])
        found[index].score += concept.weight * weight
        found[index].fit += weight / asked
      }
      found[index].score += closeness(pairs, counter, in: found[index])
    }
    found.sort { ($0.score, $1.id) > ($1.score, $0.id) }
    try feedBack(concepts, &found)
    holdBackFurniture(&found)
    return found
  }

  /// Lowers the sections that stand on page after page under the same heading, such as “Example” and “What to avoid”:
  /// they support an answer and seldom are one.
  private func holdBackFurniture(_ found: inout [Candidate]) {
    var pages: [[Int32]: Int] = [:]
    for section in found where !section.fields[1].isEmpty {
      pages[section.fields[1], default: 0] += 1
    }
    for index in found.indices where pages[found[index].fields[1], default: 0] > 2 {
      found[index].score *= ranking.weights.furniture
    }
    found.sort { ($0.score, $1.id) > ($1.score, $0.id) }
  }

  /// How many sections hold a stem.
  func count(of stem: String) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT sections FROM term WHERE stem = ?")
    return try Int.fetchOne(statement, arguments: [stem]) ?? 0
  }

  /// A concept is as informative as the commonest word that may stand for it.
  private mutating func wanted(_ concept: Query.Concept) throws -> Wanted {
    var most = try count(of: concept.stem)
    for phrase in concept.synonyms where phrase.count == 1 {
      most = max(most, try count(of: phrase[0]))
    }
    return Wanted(
      stem: stems.number(concept.stem),
      synonyms: concept.synonyms.map { phrase in phrase.map { stems.number($0) } },
      information: ranking.information(most), weight: Double(concept.count))
  }

  private func weight(of concept: Wanted, _ counter: WordCounter, in section: Candidate) -> Double {
    var occurrences = counter[concept.stem]
    for phrase in concept.synonyms where phrase.allSatisfy({ counter[$0] != .zero }) {
      let count = phrase.count == 1 ? counter[phrase[0]] : section.occurrences(of: phrase)
      occurrences += ranking.weights.synonym * count
    }
    return ranking.weight(occurrences, in: section)
  }

  private func closeness(_ pairs: [(Wanted, Wanted)], _ counter: WordCounter, in section: Candidate)
    -> Double
  {
    var sum = 0.0
    for (a, b) in pairs where counter[a.stem] != .zero && counter[b.stem] != .zero {
      let close = section.closeness(a.stem, b.stem)
      let beside = ranking.weights.beside * close.beside / (1 + close.beside)
      let near = ranking.weights.near * close.near / (1 + close.near)
      sum += (a.information + b.information) / 2 * (beside + near)
    }
    return sum
  }
}
