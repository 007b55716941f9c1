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
        var occurrences = occurrences(of: concept, counter, in: found[index])
        let weight = concept.information * ranking.weight(occurrences, in: found[index])
        found[index].score += concept.weight * weight
        found[index].fit += weight / asked
        occurrences[0] = 0
        found[index].said +=
          concept.weight * concept.information * ranking.weight(occurrences, in: found[index])
      }
      found[index].score += closeness(pairs, counter, in: found[index])
    }
    lendFromPages(&found)
    found.sort { ($0.score, $1.id) > ($1.score, $0.id) }
    try feedBack(concepts, &found)
    holdBackFurniture(&found)
    return found
  }

  /// Gives each section a part of what the best other section of its page says: where a page speaks of the matter in
  /// several places, each of them is about it. The title is not lent, since every section has it already.
  private func lendFromPages(_ found: inout [Candidate]) {
    var best: [Int64: (first: Double, second: Double)] = [:]
    for section in found {
      let said = best[section.page] ?? (0, 0)
      best[section.page] =
        section.said > said.first
        ? (section.said, said.first) : (said.first, max(said.second, section.said))
    }
    for index in found.indices {
      guard let said = best[found[index].page] else { continue }
      let others = found[index].said == said.first ? said.second : said.first
      let share = found[index].isOpening ? ranking.weights.opening : ranking.weights.page
      found[index].score += share * others
    }
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

  /// A concept is half as informative as its own word, and half as the commonest that may stand for it: a rare word
  /// beside common ones is still what was asked for.
  private mutating func wanted(_ concept: Query.Concept) throws -> Wanted {
    let own = try count(of: concept.stem)
    var most = own
    for phrase in concept.synonyms where phrase.count == 1 {
      most = max(most, try count(of: phrase[0]))
    }
    return Wanted(
      stem: stems.number(concept.stem),
      synonyms: concept.synonyms.map { phrase in phrase.map { stems.number($0) } },
      information: (ranking.information(own == 0 ? most : own) + ranking.information(most)) / 2,
      weight: Double(concept.count))
  }

  /// How often a concept stands in each field of a section, its stand-ins counting less.
  private func occurrences(of concept: Wanted, _ counter: WordCounter, in section: Candidate)
    -> Occurrences
  {
    var occurrences = counter[concept.stem]
    for phrase in concept.synonyms where phrase.allSatisfy({ counter[$0] != .zero }) {
      let count = phrase.count == 1 ? counter[phrase[0]] : section.occurrences(of: phrase)
      occurrences += ranking.weights.synonym * count
    }
    return occurrences
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
