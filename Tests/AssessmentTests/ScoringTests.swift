import RapportKit
import Testing

@testable import Assessment

/// Every figure here was worked out by hand.
@Suite struct ScoringTests {
  @Test func `a score with gaps has its mean, its count and its range`() {
    let score = Score([3, 4, 4], of: 6)
    #expect(score.mean.map(rounded) == 3.67)
    #expect(score.answered == 3)
    #expect(rounded(score.low) == 2.33)  // (11 + 3 × 1) / 6
    #expect(rounded(score.high) == 4.33)  // (11 + 3 × 5) / 6
  }

  @Test func `under half answered gives no score`() {
    #expect(Score([5, 5], of: 5).mean == nil)
    #expect(Score([5, 5], of: 4).mean == 5)
    #expect(Score([], of: 1).mean == nil)
  }

  @Test(arguments: [
    (2.49, Band.weak), (2.5, .mixed), (3.74, .mixed), (3.75, .strong), (5, .strong),
  ])
  func `the bands begin where they say`(score: Double, band: Band) {
    #expect(Band(score) == band)
  }

  @Test func `scales of any length are stretched to five points`() throws {
    let text = """
      questionnaire: q
      version: 1
      title: Q
      summary: Q
      guidance: assessment/trust
      rule: apart
      scales: {three: [bad, middling, good], two: [no, yes]}
      categories: [{id: c, title: C, guidance: assessment/trust, step: Do it}]
      items:
        - {id: a, ask: A?, category: c, answers: three, guidance: assessment/trust}
        - {id: b, ask: B?, category: c, answers: two, guidance: assessment/trust}
      """
    let q = try questionnaire(text)
    let a = try #require(q.item("a"))
    let b = try #require(q.item("b"))
    #expect([1, 2, 3].map { a.value(of: .point($0)) } == [1, 3, 5])
    #expect([1, 2].map { b.value(of: .point($0)) } == [1, 5])
    #expect(a.value(of: .unknown) == nil)
    #expect(a.value(of: .notApplicable) == nil)
  }

  // MARK: - The lower of the two

  /// Short form. Respect: understanding (4+5)/2 = 4.5, decency (3+4)/2 = 3.5, listening 4, delivering (5+5)/2 = 5,
  /// good for both (4+3)/2 = 3.5: 20.5 / 5 = 4.1. Trust: honesty (2+3)/2 = 2.5, fairness 2: 4.5 / 2 = 2.25.
  private let mixed: KeyValuePairs<String, String> = [
    "right-questions": "4", "real-pains": "5", "reply-time": "3", "promises": "4", "listens": "4",
    "on-time": "5", "meetings": "always", "benefit": "4", "glad-they": "3", "upfront": "rarely",
    "what-they-get": "3", "tough-times": "2",
  ]

  @Test func `trust and respect stand apart and the lower one decides`() throws {
    let q = try shipped().named("respect-and-trust")
    let scores = Scores(try response(q, mixed), q)
    #expect(scores.dimensions["respect"]?.mean.map(rounded) == 4.1)
    #expect(scores.dimensions["trust"]?.mean.map(rounded) == 2.25)
    #expect(scores.reading == .lower(score: 2.25, by: "trust", without: []))
    #expect(scores.reading.headline(in: q) == "2.3 of 5, weak: the lower one, trust, decides")
  }

  @Test func `a dimension that was not answered leaves no reading`() throws {
    let q = try shipped().named("respect-and-trust")
    let some = try response(
      q,
      [
        "right-questions": "4", "real-pains": "4", "reply-time": "4", "promises": "4",
        "listens": "4", "upfront": "unknown", "what-they-get": "na",
      ])
    let scores = Scores(some, q)
    // Three of five parts: understanding, decency, listening.
    #expect(scores.dimensions["respect"]?.mean == 4)
    #expect(scores.reading == .lower(score: nil, by: nil, without: ["trust"]))
    #expect(
      scores.reading.headline(in: q) == "no reading, too little is answered on trust")
  }

  // MARK: - Any one symptom

  @Test(arguments: [
    ("drained", [Item.Seat.us], "one-sided, and you are on the wrong side of it"),
    ("threatened", [.us], "one-sided, and you are on the wrong side of it"),
    ("afraid", [.us], "one-sided, and you are on the wrong side of it"),
    ("they-drained", [.customer], "one-sided, and the customer is on the wrong side of it"),
    ("they-threatened", [.customer], "one-sided, and the customer is on the wrong side of it"),
    ("they-afraid", [.customer], "one-sided, and the customer is on the wrong side of it"),
  ])
  func `any one symptom is enough, and its side is named`(
    symptom: String, sides: [Item.Seat], headline: String
  ) throws {
    let q = try shipped().named("one-sided")
    var answers = try response(
      q,
      [
        "drained": "no", "threatened": "no", "afraid": "no", "they-drained": "no",
        "they-threatened": "no", "they-afraid": "no",
      ])
    #expect(Scores(answers, q).reading == .any(sides: [], answered: 6, of: 6))
    answers.marks[symptom] = .option("yes")
    let scores = Scores(answers, q)
    #expect(scores.reading == .any(sides: sides, answered: 6, of: 6))
    #expect(scores.reading.headline(in: q) == headline)
  }

  @Test func `signs and hints alone do not make it one-sided`() throws {
    let q = try shipped().named("one-sided")
    let signs = try response(
      q,
      ["after-no": "yes", "exit-fee": "penalty", "policy": "yes", "effort": "us", "drained": "no"])
    let scores = Scores(signs, q)
    #expect(scores.reading == .any(sides: [], answered: 1, of: 6))
    #expect(scores.warnings.map(\.id) == ["after-no", "exit-fee", "policy", "effort"])
    #expect(scores.reading.headline(in: q) == "no symptom so far, 1 of 6 answered")
  }

  @Test(arguments: [("want", false), ("effort", true), ("fee", true), ("afraid", true)])
  func `staying because one must is held, not loyal`(why: String, held: Bool) throws {
    let q = try shipped().named("one-sided")
    #expect(Scores(try response(q, ["why-they-stay": why]), q).isHeld == held)
  }

  // MARK: - Most of five

  @Test func `most of five decide after two are turned round`() throws {
    let q = try shipped().named("relationship-or-trade")
    // Good: hard-times yes, elsewhere no, kick thrive. Poor: interests no, ambassador no.
    let three = try response(
      q,
      [
        "interests": "no", "hard-times": "yes", "elsewhere": "no", "kick": "thrive",
        "ambassador": "no",
      ])
    #expect(Scores(three, q).reading == .majority(good: 3, poor: 2, of: 5))
    #expect(Scores(three, q).reading.headline(in: q) == "a relationship: 3 of 5 answered well")
    // The same words with the two turned the other way.
    let turned = try response(
      q,
      [
        "interests": "no", "hard-times": "yes", "elsewhere": "yes", "kick": "outwit",
        "ambassador": "no",
      ])
    #expect(Scores(turned, q).reading == .majority(good: 1, poor: 4, of: 5))
    #expect(Scores(turned, q).reading.headline(in: q) == "trade: 4 of 5 not answered well")
  }

  @Test func `unsure is not yes, and what was left out stays open`() throws {
    let q = try shipped().named("relationship-or-trade")
    let unsure = try response(
      q,
      [
        "interests": "yes", "hard-times": "unknown", "elsewhere": "yes", "kick": "outwit",
        "ambassador": "na",
      ])
    #expect(Scores(unsure, q).reading == .majority(good: 1, poor: 3, of: 5))
    let open = try response(q, ["interests": "yes", "hard-times": "yes", "elsewhere": "yes"])
    #expect(Scores(open, q).reading == .majority(good: 2, poor: 1, of: 5))
    #expect(
      Scores(open, q).reading.headline(in: q) == "undecided: 2 well, 1 not, 2 open of 5")
  }

  @Test func `feelings are shown and not counted`() throws {
    let q = try shipped().named("relationship-or-trade")
    let felt = try response(
      q,
      [
        "interests": "yes", "hard-times": "yes", "elsewhere": "no", "guarded": "yes", "wits": "yes",
      ])
    #expect(Scores(felt, q).reading == .majority(good: 3, poor: 0, of: 5))
    #expect(Scores(felt, q).warnings.map(\.id) == ["guarded", "wits"])
  }

  // MARK: - The equation

  @Test func `three parts over self-interest turned round`() throws {
    let q = try shipped().named("trust-equation")
    // Credible (5+4+3)/3 = 4, reliable (4+4+4)/3 = 4, safe (2+3+4)/3 = 3, their good (4+4+4)/3 = 4, so self-interest
    // is 6 − 4 = 2: 11 / 2 = 5.5. The parts lie between 3 and 4.
    let answers = try response(
      q,
      [
        "believed": "5", "said-unsure": "4", "asked-advice": "3", "promises": "4", "on-time": "4",
        "no-surprise": "4", "awkward": "2", "say-no": "3", "confidence": "4", "their-good": "4",
        "listened-out": "4", "advised-against": "4",
      ])
    #expect(
      Scores(answers, q).reading
        == .ratio(value: 5.5, weakest: "safe", spread: 1, selfInterest: 2))
    #expect(
      Scores(answers, q).reading.headline(in: q) == "5.5, and safe to talk to is the weakest part")
  }

  @Test func `a part without an answer gives no figure`() throws {
    let q = try shipped().named("trust-equation")
    let some = try response(
      q, ["believed": "5", "said-unsure": "4", "their-good": "2", "listened-out": "2"])
    #expect(
      Scores(some, q).reading
        == .ratio(value: nil, weakest: "self-interest", spread: 2.5, selfInterest: 4))
  }
}
