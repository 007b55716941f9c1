import GRDB

extension Search {
  /// The sections that hold the question's words, the best by FTS5's own bm25.
  mutating func find() throws -> [Candidate] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT stems.rowid, page, slug IS NULL, stems.title, stems.heading, stems.body
        FROM stems JOIN section ON section.id = stems.rowid WHERE stems.rowid IN (
          SELECT rowid FROM stems WHERE stems MATCH ? ORDER BY bm25(stems, 3, 2, 1) LIMIT ?)
        """)
    let rows = try Row.fetchCursor(statement, arguments: [try match(), depth])
    var found: [Candidate] = []
    while let row = try rows.next() {
      found.append(
        Candidate(
          id: row[0], page: row[1], isOpening: row[2], fields: (3...5).map { numbers(row, $0) }))
    }
    return found
  }

  /// How many sections FTS5 may be made to weigh; more would keep a person waiting.
  private var patience: Int { max(10_000, 15 * depth) }

  /// What FTS5 looks for: any of the words, the rare ones first while there is patience; words that stand nearly
  /// everywhere are left to the ranking. Where even the rarest is that common, the two rarest together.
  private func match() throws -> String {
    var words = try query.concepts.map { try any(of: [[$0.stem]] + $0.synonyms) }
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

  /// What finds any of some phrases, and at most how many sections that are.
  private func any(of phrases: [[String]]) throws -> (match: String, sections: Int) {
    var sections = 0
    for phrase in phrases {
      sections += try phrase.map { try count(of: $0) }.min() ?? 0
    }
    let match = phrases.map { "\"" + $0.joined(separator: " ") + "\"" }
    return ("(" + match.joined(separator: " OR ") + ")", sections)
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
}
