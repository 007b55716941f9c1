import RapportKit

/// Where the relationship stands by everybody's answers: the one value behind every form a report takes.
struct Report {
  /// One person's part in it.
  struct Person {
    /// "you", "customer 1", with the name where it may stand.
    var label: String
    var scores: Scores
  }

  let customer: String
  let questionnaire: Questionnaire
  let date: LocalDate
  let people: [Person]
  let gaps: Gaps
  let trend: Trend
  let steps: NextSteps
  let notes: [String]
  /// Whether somebody's answers may not be shown.
  let isWithheld: Bool
  let isShared: Bool
  let wording: Wording

  /// Gathers it. In the shared edition nobody's name stands.
  init(_ standing: Standing, isShared: Bool) throws(Problem) {
    customer = standing.customer
    questionnaire = standing.questionnaire
    self.isShared = isShared
    wording = standing.wording
    guard let round = standing.rounds.last else {
      throw Problem(
        .notFound, standing.versionNotes.joined(separator: " "),
        help: "`assess \(standing.customer.asWord)` asks the questions of today.")
    }
    date = round.date
    let groups = round.groups
    people = groups.shown.flatMap { Self.people($0, standing.questionnaire, isShared: isShared) }
    gaps = Gaps(round, threshold: standing.points("gap", or: Conventions.gap))
    trend = Trend(standing.rounds, band: standing.points("band", or: Conventions.band))
    steps = NextSteps(round, customer: standing.customer, gap: gaps.threshold)
    isWithheld = groups.withheld != nil
    notes = [groups.withheld].compactMap(\.self) + unique(trend.refused) + standing.versionNotes
  }

  /// The people of a group with their labels. Merged groups stand lowest first, so that their order tells nothing.
  private static func people(
    _ group: Groups.Group, _ questionnaire: Questionnaire, isShared: Bool
  ) -> [Person] {
    var scores = group.scores(questionnaire)
    guard group.roles != [.me] else { return scores.map { Person(label: "you", scores: $0) } }
    let isMerged = group.roles.count > 1
    if isMerged {
      scores.sort { ($0.reading.rank ?? .infinity) < ($1.reading.rank ?? .infinity) }
    }
    let noun = isMerged ? "other" : group.roles == [.customer] ? "customer" : "colleague"
    return scores.enumerated().map { index, scores in
      let name = scores.response.rater
      let isNamed = !isShared && !isMerged && scores.response.consent
      let label =
        scores.response.consent && group.responses.count == 1 ? noun : "\(noun) \(index + 1)"
      return Person(
        label: isNamed ? name.map { "\(label) (\($0))" } ?? label : label, scores: scores)
    }
  }

  /// "Acme: respect and trust, Tue 24 Nov".
  var title: String {
    "\(customer): \(questionnaire.title.lowercased()), \(wording.short(Moment(date)))"
  }

  /// The same with the year, for what is printed and kept.
  var datedTitle: String {
    "\(customer): \(questionnaire.title.lowercased()), \(wording.dated.short(Moment(date)))"
  }

  /// Each person's reading.
  var readings: [(who: String, text: String)] {
    people.map { person in
      let held = person.scores.isHeld ? "; held, not loyal" : ""
      return (person.label, person.scores.reading.headline(in: questionnaire) + held)
    }
  }

  /// The titles and scores of dimensions, each person's in turn.
  var dimensions: [(title: String, who: String, score: Score)] {
    questionnaire.dimensions.flatMap { dimension in
      people.compactMap { person in
        person.scores.dimensions[dimension.id].map { (dimension.title, person.label, $0) }
      }
    }
  }

  /// The categories with everybody's scores, as cells: "3.7", "no score, 1 of 3", "not asked".
  var categories: [(title: String, cells: [String])] {
    questionnaire.categories.compactMap { category in
      let scores = people.map { $0.scores.categories[category.id] }
      guard scores.contains(where: { $0 != nil }) else { return nil }
      return (category.title, scores.map { $0.map(Self.cell) ?? "not asked" })
    }
  }

  /// "3.7", or with gaps "3.7 (3 of 6; 2.3 to 4.3)".
  static func cell(_ score: Score) -> String {
    guard score.answered < score.of else { return score.mean.map(figure) ?? "" }
    let count = "\(score.answered) of \(score.of)"
    guard let mean = score.mean else { return "no score, \(count)" }
    return "\(figure(mean)) (\(count); \(figure(score.low)) to \(figure(score.high)))"
  }

  /// The answers that warn, by whom.
  var warnings: [String] {
    people.flatMap { person in
      person.scores.warnings.map { item in
        let mark = person.scores.response.marks[item.id]
        let role = person.scores.response.role
        return "\(person.label.capitalizedFirst): \(item.wording(for: role)) "
          + "\(item.words(of: mark, for: role).capitalizedFirst)."
      }
        + person.scores.ownSigns.map {
          "\(person.label.capitalizedFirst), a sign of your own: \($0)"
        }
    }
  }

  /// The facts behind answers, and what people wish for.
  var facts: [String] {
    people.flatMap { person in
      let response = person.scores.response
      let evidence = response.evidence.keys.sorted().compactMap { id -> String? in
        guard let item = questionnaire.item(id), let fact = response.evidence[id] else {
          return nil
        }
        let answer = item.words(of: response.marks[id], for: response.role)
        return
          "\(item.wording(for: response.role)) \(answer.capitalizedFirst): \(fact.endingInStop)"
      }
      let wish = response.wish.flatMap {
        $0.isEmpty
          ? nil
          : "\(person.label.capitalizedFirst) wishes: \($0.endingInStop)"
      }
      return evidence + [wish].compactMap(\.self)
    }
  }

  /// What the figures in brackets mean; nil where there are none.
  var legend: String? {
    categories.contains { $0.cells.contains { $0.contains("(") } }
      ? "In brackets: how many of the questions were answered, and between which figures the score could lie with all of them."
      : nil
  }

  /// The gaps as sentences.
  var gapLines: [(kind: String, text: String, guidance: Citation)] {
    gaps.gaps.map { gap in
      (
        "\(gap.isBlindSpot ? "Blind spot" : "Hidden strength"), \(figure(abs(gap.size)))",
        "\(gap.item.ask) You: \(gap.mine); \(gap.group): \(gap.theirs).", gap.item.guidance
      )
    }
  }

  /// How to read it: the source, the rule and that the scale is ours.
  var method: String {
    "The questions follow \(questionnaire.source.isEmpty ? "your team's own form" : questionnaire.source). "
      + "The scale from 1 to 5 and the cut-offs are conventions of ours. What was left out or is not known counts "
      + "for nothing, and no average is taken over people. A gap is more than \(figure(gaps.threshold)), a change "
      + "at least \(figure(trend.band)). What stands behind a line, in brackets or small, is the page of the guidance "
      + "it rests on (knowledge show PAGE)."
  }
}
