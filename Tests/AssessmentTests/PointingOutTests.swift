import RapportKit
import RapportTesting
import Testing

@testable import Assessment

@Suite struct PointingOutTests {
  private let q: Questionnaire

  init() throws { q = try shipped().named("respect-and-trust") }

  private let six = [
    "right-questions", "real-pains", "reply-time", "promises", "listens", "on-time",
  ]

  private func all(_ point: Int, _ count: Int) throws -> Response {
    var response = try response(q, [:])
    for id in six.prefix(count) { response.marks[id] = .point(point) }
    return response
  }

  @Test func `the same answer six times is pointed out, at the top in other words`() throws {
    #expect(Challenge.alike(try all(3, 5), q).isEmpty)
    #expect(
      Challenge.alike(try all(3, 6), q).first?.said.hasPrefix("Every answer is the same.") == true)
    #expect(
      Challenge.alike(try all(5, 6), q).first?.said.hasPrefix("Every answer is at the top.") == true
    )
    var mixed = try all(3, 6)
    mixed.marks["listens"] = .point(4)
    #expect(Challenge.alike(mixed, q).isEmpty)
  }

  @Test
  func `facts are asked for the answers at the ends, lowest first, one a category, three at most`()
    throws
  {
    let answers = try response(
      q,
      [
        "right-questions": "5", "real-pains": "1", "reply-time": "5", "promises": "1",
        "listens": "3", "on-time": "5", "upfront": "1",
      ])
    #expect(
      StandOut.items(of: answers, in: q).map(\.id) == ["real-pains", "promises", "upfront"])
    let high = try response(q, ["right-questions": "5", "listens": "4"])
    #expect(StandOut.items(of: high, in: q).map(\.id) == ["right-questions"])
  }

  @Test func `at most three next steps, each with its guidance, the weakest part first`() throws {
    let low = try response(
      q,
      [
        "right-questions": "4", "real-pains": "4", "reply-time": "2", "promises": "2",
        "listens": "1", "on-time": "4", "meetings": "4", "benefit": "5", "glad-they": "5",
        "upfront": "2", "what-they-get": "2", "tough-times": "3",
      ])
    let steps = NextSteps(Round(questionnaire: q, responses: [low]), customer: "Acme").steps
    #expect(
      steps.map(\.action) == [
        "In the next three calls with Acme, say back what they told you and wait for their yes before you propose anything",
        "Agree with Acme how soon you answer, and let the clock start when they call",
      ])
    #expect(steps.allSatisfy { $0.guidance.section != nil })
  }

  @Test func `a symptom's step comes before everything else`() throws {
    let q = try shipped().named("one-sided")
    let answers = try response(
      q, ["after-no": "yes", "effort": "us", "they-afraid": "yes", "drained": "no"])
    let steps = NextSteps(Round(questionnaire: q, responses: [answers]), customer: "Acme").steps
    #expect(
      steps.map(\.action) == [
        "Ask Acme what they have not dared to say, and thank them for the answer",
        "Thank Acme for the no, ask what decided it, and leave it there",
        "Write down what Acme got in the past year and what you got, and fill the shorter list",
      ])
  }
}
