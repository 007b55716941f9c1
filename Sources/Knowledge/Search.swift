import GRDB

/// One search: finds with FTS5, ranks, learns from the best, ranks again.
struct Search {
  private let db: Database
  private let query: Query
  private var ranking: Ranking
  /// At most this many sections are ranked.
  private let depth: Int
  /// Numbers for stems, given as they are met.
  private var stems = WordTable()

  /// Prepares a search.
  init(_ query: Query, in db: Database, depth: Int, weights: Ranking.Weights) throws {
    self.db = db
    self.query = query
    self.depth = depth
    let total = try Row.fetchOne(db, sql: "SELECT sections, title, heading, body FROM total")
    let sections: Double = total?[0] ?? 0
    ranking = Ranking(
      weights: weights, sections: sections,
      means: (1...3).map { column in (total?[column] ?? 0.0) / max(1, sections) })
  }

  /// The candidates, best first.
  mutating func run() throws -> [Candidate] {
    guard !query.concepts.isEmpty else { return [] }
    var found = try candidates()
    let concepts = try query.concepts.map { concept in
      let own = try count(of: concept.stem)
      var most = own
      for phrase in concept.synonyms where phrase.count == 1 {
        most = max(most, try count(of: phrase[0]))
      }
      return Wanted(
        stem: stems.number(concept.stem),
        synonyms: concept.synonyms.map { $0.map { stems.number($0) } },
        information: ranking.information(most), weight: Double(concept.count))
    }
    let pairs = query.neighbours.map { (concepts[$0.0], concepts[$0.1]) }
    let all = concepts.reduce(0) { $0 + $1.information }
    for index in found.indices {
      for concept in concepts {
        let weight = concept.information * weight(of: concept, in: found[index])
        found[index].score += concept.weight * weight
        found[index].fit += weight / max(all, 1e-9)
      }
      found[index].score += closeness(pairs, in: found[index])
    }
    found.sort { ($0.score, $1.id) > ($1.score, $0.id) }
    try feedBack(concepts, &found)
    return found
  }

  /// A concept, ready to be counted.
  private struct Wanted {
    var stem: Int32
    var synonyms: [[Int32]]
    var information: Double
    var weight: Double
  }

  private func weight(of concept: Wanted, in section: Candidate) -> Double {
    var occurrences = section.occurrences(of: concept.stem)
    for phrase in concept.synonyms {
      for (field, count) in section.occurrences(of: phrase).enumerated() {
        occurrences[field] += ranking.weights.synonym * count
      }
    }
    return ranking.weight(occurrences, in: section)
  }

  private func closeness(_ pairs: [(Wanted, Wanted)], in section: Candidate) -> Double {
    var sum = 0.0
    for (a, b) in pairs {
      let (beside, near) = section.closeness(a.stem, b.stem)
      let information = (a.information + b.information) / 2
      sum += information * ranking.weights.beside * beside / (1 + beside)
      sum += information * ranking.weights.near * near / (1 + near)
    }
    return sum
  }

  /// Adds the words that mark the best sections (RM3), and ranks again.
  private mutating func feedBack(_ concepts: [Wanted], _ found: inout [Candidate]) throws {
    let weights = ranking.weights
    let best = found.prefix(weights.feedbackSections)
    let mass = best.reduce(0) { $0 + $1.score }
    // Of a handful there is nothing to learn that the question did not say.
    guard weights.feedback > 0, found.count > weights.feedbackSections, mass > 0 else { return }
    var model: [Int32: Double] = [:]
    for section in best {
      let words = section.fields.reduce(0) { $0 + $1.count }
      for field in section.fields {
        for word in field {
          model[word, default: 0] += section.score / mass / Double(words)
        }
      }
    }
    let terms = model.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      .prefix(weights.feedbackTerms)
    let kept = terms.reduce(0) { $0 + $1.value }
    let asked = concepts.reduce(0) { $0 + $1.weight }
    for (word, value) in terms {
      let information = ranking.information(
        try count(of: String(decoding: stems.word(word), as: UTF8.self)))
      let weight = weights.feedback / (1 - weights.feedback) * asked * value / kept * information
      for index in found.indices {
        let occurrences = found[index].occurrences(of: word)
        found[index].score += weight * ranking.weight(occurrences, in: found[index])
      }
    }
    found.sort { ($0.score, $1.id) > ($1.score, $0.id) }
  }

  /// How many sections FTS5 may be made to weigh; more would keep a person waiting.
  private var patience: Int { max(10_000, 15 * depth) }

  /// The sections that hold the question's words, the best by FTS5's own bm25.
  private mutating func candidates() throws -> [Candidate] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT rowid, title, heading, body FROM stems WHERE rowid IN (
            SELECT rowid FROM stems WHERE stems MATCH ? ORDER BY bm25(stems, 3, 2, 1) LIMIT ?)
          """), arguments: [try match(), depth])
    var found: [Candidate] = []
    while let row = try rows.next() {
      found.append(Candidate(id: row[0], fields: (1...3).map { numbers(row, $0) }))
    }
    return found
  }

  /// What FTS5 looks for: any of the words, the rare ones first while there is patience; words that stand nearly
  /// everywhere are left to the ranking. Where even the rarest is that common, the two rarest together.
  private func match() throws -> String {
    var words: [(match: String, sections: Int)] = []
    for concept in query.concepts {
      let phrases = [[concept.stem]] + concept.synonyms
      let sections = try phrases.map { phrase in
        try phrase.map { try count(of: $0) }.min() ?? 0
      }
      let any = phrases.map { "\"" + $0.joined(separator: " ") + "\"" }.joined(separator: " OR ")
      words.append(("(\(any))", sections.reduce(0, +)))
    }
    words.sort { ($0.sections, $0.match) < ($1.sections, $1.match) }
    if words[0].sections > patience {
      return words.prefix(2).map(\.match).joined(separator: " AND ")
    }
    var sum = 0
    let rare = words.prefix { word in
      sum += word.sections
      return sum <= patience
    }
    return rare.map(\.match).joined(separator: " OR ")
  }

  /// The numbers of the stems in a column.
  private mutating func numbers(_ row: Row, _ column: Int) -> [Int32] {
    var text: String = row[column]
    var numbers: [Int32] = []
    text.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count
      where index == bytes.count || bytes[index] == UInt8(ascii: " ") {
        if index > start {
          numbers.append(stems.number(UnsafeBufferPointer(rebasing: bytes[start..<index])))
        }
        start = index + 1
      }
    }
    return numbers
  }

  /// How many sections hold a stem.
  private func count(of stem: String) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT sections FROM term WHERE stem = ?"), arguments: [stem]) ?? 0
  }
}
