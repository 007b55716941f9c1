import RapportKit

/// One person's scores as they are shown on the terminal: bars with their numbers, then what does not fit in a bar.
struct ScorePage {
  let scores: Scores
  let wording: Wording

  init(_ scores: Scores, wording: Wording) {
    self.scores = scores
    self.wording = wording
  }

  private var questionnaire: Questionnaire { scores.questionnaire }
  private var response: Response { scores.response }

  var blocks: [Block] {
    var blocks: [Block] = [.markdown(heading)]
    if !bars.isEmpty { blocks.append(.bars(bars)) }
    blocks += facts.isEmpty ? [] : [.markdown(facts.map { "- \($0)" }.joined(separator: "\n"))]
    return blocks
  }

  /// "Acme: respect and trust, by you, Tue 24 Nov", and the reading.
  var heading: String {
    let who = response.customer.map { "\($0): " } ?? ""
    let day = wording.short(Moment(response.date))
    let name = response.role == .me ? nil : response.rater?.asMarkdown
    let by = [response.role.noun, name].compactMap(\.self).joined(separator: " ")
    let headline = scores.reading.headline(in: questionnaire)
    return "**\(who)\(questionnaire.title), \(by), \(day)**\n\n"
      + (scores.reading.rank == nil ? headline.capitalizedFirst : "Reading: \(headline)") + "."
      + (scores.isHeld ? " They stay because they must: held, not loyal." : "")
  }

  /// The scores, dimensions before their categories.
  var bars: [Bar] {
    var bars: [Bar] = []
    func add(_ title: String, _ score: Score?, indent: String = "") {
      guard let mean = score?.mean else { return }
      bars.append(Bar(indent + title, rounded(mean), of: Conventions.high))
    }
    for dimension in questionnaire.dimensions {
      add(dimension.title, scores.dimensions[dimension.id])
      for category in questionnaire.categories where category.dimension == dimension.id {
        add(category.title, scores.categories[category.id], indent: "  ")
      }
    }
    for category in questionnaire.categories where category.dimension == nil {
      add(category.title, scores.categories[category.id])
    }
    return bars
  }

  /// What the bars cannot say: how much was answered, what has no score, and the warnings.
  var facts: [String] {
    var facts: [String] = []
    let asked = response.items(of: questionnaire)
    let answered = asked.count {
      switch response.marks[$0.id] {
      case .point?, .option?: true
      default: false
      }
    }
    facts.append("\(answered) of \(asked.count) answered.")
    var withheld: [String] = []
    for category in questionnaire.categories {
      guard let score = scores.categories[category.id], score.answered < score.of else { continue }
      let count = "\(score.answered) of \(score.of)"
      guard score.mean != nil else {
        withheld.append("\(category.title.lowercased()) \(count)")
        continue
      }
      facts.append(
        "\(category.title): \(count) answered, somewhere between \(figure(score.low)) and \(figure(score.high))."
      )
    }
    if !withheld.isEmpty {
      facts.append("No score where under half is answered: \(withheld.joined(separator: ", ")).")
    }
    let warnings = scores.warnings
    if !warnings.isEmpty {
      facts += warnings.map { item in
        "Warning: \(item.wording(for: response.role)) \(item.words(of: response.marks[item.id], for: response.role).capitalizedFirst)."
      }
    }
    facts += scores.ownSigns.map { "Your own sign: \($0.asMarkdown)" }
    if case .ratio(_, _, let spread, let own) = scores.reading {
      facts.append("The parts lie \(figure(spread)) apart; even ones go with higher trust.")
      if let own, own >= Conventions.selfInterest {
        facts.append("Self-interest is high, \(figure(own)) of 5: it divides all the rest.")
      }
    }
    if let oldest = response.noted.values.min() {
      facts.append(
        "\(wording.count(response.noted.count, "answer").capitalizedFirst) taken as noted, from \(wording.short(Moment(oldest))) on."
      )
    }
    return facts
  }
}
