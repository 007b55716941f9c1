import RapportKit
import Testing

@testable import Assessment

@Suite struct GroupsTests {
  private let q: Questionnaire

  init() throws { q = try shipped().named("respect-and-trust") }

  private func answer(
    _ role: Role, _ rater: String? = nil, _ point: String = "4", consent: Bool = false,
    date: LocalDate = LocalDate(2026, 11, 24), upfront: String? = nil
  ) throws -> Response {
    var response = try response(
      q, ["reply-time": point, "listens": point, "upfront": upfront ?? point], role: role,
      date: date)
    response.rater = rater
    response.consent = consent
    return response
  }

  // MARK: - Who may be shown

  @Test func `fewer than three are merged with the other group, or withheld`() throws {
    let me = try answer(.me)
    let two = Groups([me, try answer(.colleague, "Dana"), try answer(.customer, "Maria")])
    #expect(two.shown.map(\.title) == ["you"])
    #expect(two.withheld?.hasPrefix("2 other people have answered.") == true)
    let three = Groups([
      me, try answer(.colleague, "Dana"), try answer(.customer, "Maria"),
      try answer(.customer, "Lee"),
    ])
    #expect(three.shown.map(\.title) == ["you", "the others"])
    #expect(three.withheld?.contains("shown together") == true)
  }

  @Test func `three of a group stand by themselves, and one who agreed`() throws {
    let customers = try ["Maria", "Lee", "Jo"].map { try answer(.customer, $0) }
    #expect(Groups(customers).shown.map(\.title) == ["the customer"])
    let agreed = Groups([
      try answer(.colleague, "Dana", consent: true), try answer(.customer, "Maria", consent: true),
    ])
    #expect(agreed.shown.map(\.title) == ["colleagues", "the customer"])
    #expect(agreed.withheld == nil)
    // A group beside one that may not be shown would give it away by what is left.
    let beside = Groups(customers + [try answer(.colleague, "Dana")])
    #expect(beside.shown.map(\.title) == ["the others"])
  }

  // MARK: - Gaps

  @Test func `a gap is more than the threshold, and is a blind spot when you score higher`() throws
  {
    var mine = try answer(.me)  // 4, 4, 4
    mine.marks["upfront"] = .point(1)
    var theirs = try answer(.customer, "Maria", consent: true)
    theirs.marks = ["reply-time": .point(2), "listens": .point(3), "upfront": .point(4)]
    let gaps = Gaps(Round(questionnaire: q, responses: [mine, theirs]), threshold: Conventions.gap)
    #expect(gaps.compared == 3)
    // upfront 1 − 4 = −3; reply-time 4 − 2 = 2; listens 4 − 3 = 1 is not more than 1.
    #expect(gaps.gaps.map(\.item.id) == ["upfront", "reply-time"])
    #expect(gaps.gaps.map(\.size) == [-3, 2])
    #expect(gaps.gaps.map(\.isBlindSpot) == [false, true])
    #expect(gaps.gaps[1].mine == "the same day")
    #expect(gaps.gaps[1].theirs == "within a week")
    #expect(gaps.gaps.map(\.isSingle) == [true, true])
    let wider = Gaps(Round(questionnaire: q, responses: [mine, theirs]), threshold: 2.5)
    #expect(wider.gaps.map(\.item.id) == ["upfront"])
  }

  @Test func `withheld answers give no gap and no step`() throws {
    let round = Round(
      questionnaire: q, responses: [try answer(.me, nil, "5"), try answer(.customer, "Maria", "1")])
    #expect(Gaps(round, threshold: 1).gaps.isEmpty)
    #expect(
      NextSteps(round, customer: "Acme").steps.map(\.guidance.page)
        .contains("assessment/honesty-and-ethics") == false)
  }

  // MARK: - Rounds and trend

  @Test func `answers up to forty-five days apart are one round, the later ones of a person count`()
    throws
  {
    let first = LocalDate(2026, 8, 1)
    let rounds = Round.all(
      [
        try answer(.me, nil, "2", date: first),
        try answer(.me, nil, "3", date: first.adding(days: 45)),
        try answer(.me, nil, "4", date: first.adding(days: 91)),
      ], of: q)
    #expect(rounds.map(\.date) == [first.adding(days: 45), first.adding(days: 91)])
    #expect(rounds[0].responses.count == 1)
  }

  @Test func `people who gave no name are people of their own, and one day's are not one person's`()
    throws
  {
    let day = LocalDate(2026, 11, 24)
    let rounds = Round.all(
      [
        try answer(.customer, nil, "2", date: day), try answer(.customer, nil, "5", date: day),
        try answer(.customer, "Maria", "3", date: day),
        try answer(.customer, "maria", "4", date: day.adding(days: 2)),
      ], of: q)
    #expect(rounds.count == 1)
    #expect(rounds[0].responses.map { $0.marks["listens"] } == [.point(2), .point(5), .point(4)])
  }

  @Test(arguments: [
    (3.0, 3.5, "improved"), (3.0, 3.49, "no clear change"), (3.5, 3.0, "declined"),
    (3.4, 3.1, "no clear change"), (3.4, 2.7, "declined"), (3.1, 2.7, "no clear change"),
  ])
  func `a change counts from half a point on`(before: Double, after: Double, says: String) {
    #expect(Trend.Change(from: before, to: after, band: Conventions.band).rawValue == says)
  }

  @Test func `the same people and the same form are compared, over every round`() throws {
    let days = [LocalDate(2026, 2, 1), LocalDate(2026, 8, 1), LocalDate(2026, 11, 1)]
    func mine(_ point: String, _ day: LocalDate) throws -> Response {
      try response(
        q,
        [
          "upfront": point, "what-they-get": point, "tough-times": point, "listens": "4",
        ], date: day)
    }
    let rounds = Round.all(
      [try mine("4", days[0]), try mine("3", days[1]), try mine("3", days[2])], of: q)
    let trend = Trend(rounds, band: Conventions.band)
    let trust = try #require(trend.lines.first { $0.title == "Trust" })
    #expect(trust.points == [4, 3, 3])
    #expect(trust.sinceLast == .unclear)
    #expect(trust.sinceFirst == .declined)
    // Listening is a part of respect, of which too little was answered for a line of its own dimension.
    #expect(trend.lines.map(\.title) == ["Trust", "  Listening", "  Honesty", "  Fairness"])
  }

  @Test func `other people, another form and another version are not compared`() throws {
    let (before, after) = (LocalDate(2026, 8, 1), LocalDate(2026, 11, 1))
    let people = Round.all(
      [
        try answer(.customer, "Lee", consent: true, date: before),
        try answer(.customer, "Maria", consent: true, date: after),
      ], of: q)
    let other = Trend(people, band: 0.5)
    #expect(other.lines.isEmpty)
    #expect(
      other.refused == ["the customer, 2026-08-01: other people answered, which is no trend."])
    var full = try answer(.me, date: before)
    full.form = .full
    let forms = Trend(Round.all([full, try answer(.me, date: after)], of: q), band: 0.5)
    #expect(forms.refused == ["you, 2026-08-01: another form, with other questions."])
    var old = try answer(.me, date: before)
    old.version = 2
    #expect(Round.all([old, try answer(.me, date: after)], of: q).count == 1)
  }

  // MARK: - Figures that need many

  @Test func `nps, alpha and averages are refused for a handful, with the reason`() {
    #expect(Statistics.refusal(.alpha, count: 29)?.hasPrefix("No alpha: 29 answered") == true)
    #expect(Statistics.refusal(.alpha, count: 30) == nil)
    #expect(Statistics.refusal(.average, count: 5)?.hasPrefix("No average: 5 answered") == true)
    #expect(Statistics.refusal(.nps, count: 100)?.hasPrefix("No recommend score") == true)
  }

  @Test func `alpha is Cronbach's`() throws {
    // Items vary by 1 and 1, their sums 2, 4, 6 by 4: 2 / 1 · (1 − 2 / 4) = 1.
    #expect(Statistics.alpha([[1, 1], [2, 2], [3, 3]]) == 1)
    // Items (1, 2, 3) and (2, 1, 3) vary by 1 each; the sums 3, 3, 6 by 3: 2 · (1 − 2 / 3) = 2 / 3.
    let alpha = try #require(Statistics.alpha([[1, 2], [2, 1], [3, 3]]))
    #expect(abs(alpha - 2.0 / 3) < 1e-9)
    #expect(Statistics.alpha([[1, 1], [1, 1]]) == nil)
  }

  // MARK: - Portfolio

  @Test func `customers stand lowest first by their lowest reading, those without one last`() throws
  {
    var portfolio = Portfolio(q)
    func add(_ name: String, _ point: String) throws {
      var answers = try response(
        q,
        [
          "right-questions": point, "reply-time": point, "listens": point, "on-time": point,
          "glad-they": point, "upfront": point, "what-they-get": point, "tough-times": point,
        ])
      answers.customer = name
      portfolio.add(Scores(answers, q))
    }
    try add("Kite", "4")
    try add("Vega", "3")
    try add("Kite", "2")
    try add("Acme", "3")
    var open = try response(q, ["upfront": "unknown", "listens": "3"])
    open.customer = "Birch"
    portfolio.add(Scores(open, q))
    let rows = Array(portfolio.rows)
    #expect(rows.map(\.customer) == ["Kite", "Acme", "Vega", "Birch"])
    #expect(rows[0].answers == 2)
    #expect(rows[0].reading == "2.0 of 5, weak: the lower one, respect, decides")
    #expect(rows[3].rank == nil)
    #expect(portfolio.first.map(\.customer) == ["Kite", "Acme", "Vega"])
    #expect(portfolio.first[0].step.action.contains("Kite"))
    for number in 1...200 { try add("Customer \(number)", "5") }
    try add("Customer 77", "1")
    #expect(portfolio.count == 204)
    #expect(portfolio.rows.first { _ in true }?.customer == "Customer 77")
  }
}
