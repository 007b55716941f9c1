/// What a question asks for: its informative words, in order, each with what may stand for it.
struct Query: Sendable {
  /// One word and its stand-ins.
  struct Concept: Sendable {
    /// The word's stem.
    var stem: String
    /// How often the question says it.
    var count: Int
    /// Phrases that may stand for it.
    var synonyms: [[String]]
  }

  /// The concepts, each once, in the order of the question.
  var concepts: [Concept] = []
  /// Neighbours in the question, as positions in `concepts`.
  var neighbours: [(Int, Int)] = []

  /// Reads a question.
  init(_ question: String, synonyms: Synonyms, stemmer: inout Stemmer) {
    var places: [String: Int] = [:]
    var before: Int?
    let stems = stemmer.list(question)
    for (index, stem) in stems.enumerated() {
      let place = places[stem] ?? concepts.count
      if place == concepts.count {
        places[stem] = place
        concepts.append(Concept(stem: stem, count: 0, synonyms: []))
      }
      concepts[place].count += 1
      for phrase in synonyms.phrases(for: stems[index...])
      where phrase != [stem] && !concepts[place].synonyms.contains(phrase) {
        concepts[place].synonyms.append(phrase)
      }
      if let before, before != place { neighbours.append((before, place)) }
      before = place
    }
  }
}
