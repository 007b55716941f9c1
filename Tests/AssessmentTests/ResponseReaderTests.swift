import Formats
import RapportKit
import Testing

@testable import Assessment

@Suite struct ResponseReaderTests {
  private static let sound = """
    questionnaire: respect-and-trust
    version: 1
    customer: Acme
    role: customer
    rater: Maria Ortiz
    date: 2026-11-20
    answers:
      right-questions: 4
      listens: usually
      on-time: na
      upfront: don't know
      glad-they:
    """

  private func read(_ text: String) throws -> Response {
    try ResponseReader(questionnaires: shipped(), today: LocalDate(2026, 11, 24))
      .read(YAML.read(text, from: "back.yaml"))
  }

  @Test func `numbers, labels, na and don't know are told apart`() throws {
    let response = try read(Self.sound)
    #expect(
      response.marks == [
        "right-questions": .point(4), "listens": .point(4), "on-time": .notApplicable,
        "upfront": .unknown,
      ])
    #expect(response.role == .customer)
    #expect(response.form == .customer)
    #expect(response.date == LocalDate(2026, 11, 20))
    #expect(!response.consent)
  }

  @Test(arguments: [
    (
      "right-questions: 4", "right-questions: 6", "8:20",
      "“right-questions” goes from 1 (never) to 5 (always), and this says “6”."
    ),
    (
      "right-questions: 4", "right-questions: 0", "8:20",
      "“right-questions” goes from 1 (never) to 5 (always), and this says “0”."
    ),
    (
      "right-questions: 4", "right-questions: often", "8:20",
      "“right-questions” is answered by a number or a label, and this says “often”."
    ),
    (
      "right-questions: 4", "rigth-questions: 4", "8:3",
      "“respect-and-trust” has no item “rigth-questions”."
    ),
    (
      "version: 1", "version: 3", "2:10",
      "These are answers to version 3 of “respect-and-trust”; here it is 1."
    ),
    (
      "questionnaire: respect-and-trust", "questionnaire: respect", "1:16",
      "There is no questionnaire “respect”."
    ),
    ("role: customer", "role: boss", "4:7", "There is no role “boss”."),
    ("date: 2026-11-20", "date: 20 Nov", "6:7", "The date should be written 2026-11-24."),
    ("rater: Maria Ortiz", "raters: Maria Ortiz", "5:1", "An answers file has no key “raters”."),
    ("customer: Acme", "x-customer: Acme", "1:1", "An answers file needs “customer”."),
  ])
  func `what is off is named with its place and nothing is scored by guess`(
    from: String, to: String, place: String, message: String
  ) throws {
    let problem = #expect(throws: Problem.self) { try read(Self.sound.replacing(from, with: to)) }
    #expect(problem?.message == message)
    #expect(problem?.place?.description == "back.yaml:\(place)")
    #expect(problem?.help?.isEmpty == false)
  }

  @Test func `a file without an answer is refused`() throws {
    let problem = #expect(throws: Problem.self) {
      try read(
        Self.sound.replacing("4\n", with: "na\n").replacing("usually", with: "unknown"))
    }
    #expect(problem?.message == "Nothing is answered here.")
  }

  @Test func `yes or no and choices take their words`() throws {
    let q = try shipped().named("one-sided")
    let reader = ResponseReader(
      questionnaires: Questionnaires(known: [q]), today: LocalDate(2026, 11, 24))
    let stay = try #require(q.item("why-they-stay"))
    #expect(try reader.mark("We want to.", of: stay, for: .customer) == .option("want"))
    #expect(try reader.mark("they want to", of: stay) == .option("want"))
    #expect(try reader.mark("3", of: stay) == .option("fee"))
    // “We” is the customer in the customer's form.
    let effort = try #require(q.item("effort"))
    #expect(try reader.mark("mostly we do", of: effort) == .option("us"))
    #expect(try reader.mark("mostly we do", of: effort, for: .customer) == .option("them"))
    #expect(throws: Problem.self) { try reader.mark("5", of: stay) }
    let drained = try #require(q.item("drained"))
    #expect(try reader.mark(true, of: drained) == .option("yes"))
    #expect(throws: Problem.self) { try reader.mark("4", of: drained) }
  }

  @Test func `what a record keeps is read back as it was`() throws {
    var response = try read(Self.sound)
    response.evidence = ["upfront": "23 Nov, nobody called"]
    response.wish = "Call us first."
    response.consent = true
    let q = try shipped().named("respect-and-trust")
    let record = Record(
      id: ConversationID(bytes: []).record(0), kind: .assessment, title: "",
      body: response.body(of: q), happened: Moment(response.date))
    let reader = ResponseReader(questionnaires: try shipped(), today: LocalDate(2026, 11, 24))
    #expect(reader.read(record, customer: "Acme") == response)
  }
}
