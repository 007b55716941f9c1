extension Search {
  /// Adds the words that mark the best sections (RM3, Lavrenko & Croft 2001), and ranks again.
  func feedBack(_ concepts: [Wanted], _ found: inout [Candidate]) throws {
    let weights = ranking.weights
    // Of a handful there is nothing to learn that the question did not say.
    guard weights.feedback > 0, found.count > weights.feedbackSections else { return }
    let terms = marks(of: found.prefix(weights.feedbackSections))
    let kept = terms.reduce(0) { $0 + $1.value }
    let asked = concepts.reduce(0) { $0 + $1.weight }
    // The question's words and those learnt share the weight as `feedback` says.
    let share = weights.feedback / (1 - weights.feedback) * asked / kept
    var counter = WordCounter(terms.map(\.word), of: stems.count)
    let learnt = try terms.map { word, value in
      let stem = String(decoding: stems.word(word), as: UTF8.self)
      return (word: word, weight: share * value * ranking.information(try count(of: stem)))
    }
    for index in found.indices {
      counter.count(in: found[index])
      for term in learnt where counter[term.word] != .zero {
        found[index].score += term.weight * ranking.weight(counter[term.word], in: found[index])
      }
    }
    found.sort { ($0.score, $1.id) > ($1.score, $0.id) }
  }

  /// The words that make up most of some sections, each section counting by its score.
  private func marks(of best: ArraySlice<Candidate>) -> [(word: Int32, value: Double)] {
    var model: [Int32: Double] = [:]
    for section in best {
      let words = section.fields.reduce(0) { $0 + $1.count }
      let each = section.score / Double(max(1, words))
      for word in section.fields.joined() { model[word, default: 0] += each }
    }
    let sorted = model.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return sorted.prefix(ranking.weights.feedbackTerms).map { ($0.key, $0.value) }
  }
}
