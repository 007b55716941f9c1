import RapportKit
import Testing

@testable import Assessment

@Suite struct QuestionnaireReaderTests {
  private static let sound = """
    questionnaire: handover
    version: 1
    title: Handover
    summary: Is the handover going well?
    guidance: assessment/trust
    rule: {lower: [calm]}
    dimensions: [{id: calm, title: Calm, guidance: assessment/trust}]
    scales:
      often: [never, rarely, usually, always]
    categories:
      - {id: contact, title: Contact, in: calm, guidance: assessment/trust, step: Call them}
    items:
      - {id: known, ask: Do they know whom to call?, category: contact, answers: yesno, good: "yes", guidance: assessment/trust}
      - {id: calls, ask: How often did you call?, category: contact, answers: often, guidance: assessment/trust, short: true}
    """

  @Test func `a team's questionnaire reads`() throws {
    let read = try questionnaire(Self.sound)
    #expect(read.items.map(\.id) == ["known", "calls"])
    #expect(read.rule == .lower(["calm"]))
    #expect(read.items(of: .short).map(\.id) == ["calls"])
  }

  @Test func `up to twelve items are the short form where none says so`() throws {
    let bare = Self.sound.replacing(", short: true", with: "")
    #expect(try questionnaire(bare).items(of: .short).map(\.id) == ["known", "calls"])
    let item = { (id: Int) in
      "\n  - {id: more\(id), ask: How often?, category: contact, answers: often, guidance: assessment/trust}"
    }
    #expect(try questionnaire(bare + (1...10).map(item).joined()).items(of: .short).count == 12)
    let problem = #expect(throws: Problem.self) {
      try questionnaire(bare + (1...11).map(item).joined())
    }
    #expect(problem?.message == "None of the 13 items is in the short form.")
    #expect(problem?.place?.line == 13)
  }

  @Test(arguments: [
    ("rule: {lower: [calm]}", "rule: {lowest: [calm]}", "6:8", "There is no rule “lowest”."),
    ("rule: {lower: [calm]}", "rule: mean", "6:7", "There is no rule “mean”."),
    ("rule: {lower: [calm]}", "rule: {lower: [clam]}", "6:16", "There is no dimension “clam”."),
    ("rule: {lower: [calm]}", "rule: {any: contacts}", "6:13", "There is no category “contacts”."),
    (
      "rule: {lower: [calm]}", "rule: {ratio: {over: [contact], under: contact, by: 2}}", "6:49",
      "`ratio` has no key “by”."
    ),
    ("{id: calls,", "{id: known,", "14:10", "Two items are called “known”."),
    (
      "often: [never, rarely, usually, always]", "often: 5", "9:10",
      "The scale “often” has no labels."
    ),
    (
      "often: [never, rarely, usually, always]", "often: [never, never]", "9:10",
      "Two points of the scale “often” have the same label."
    ),
    ("answers: often", "answers: oftn", "14:75", "There is no scale “oftn”."),
    ("good: \"yes\"", "good: \"maybe\"", "13:91", "There is no answer “maybe”."),
    (
      "answers: often,", "answers: often, good: \"yes\",", "14:88",
      "“calls” is a scale, whose first label is the worst and last the best."
    ),
    ("short: true", "sort: true", "14:110", "An item has no key “sort”."),
    ("version: 1", "version: 0", "2:10", "The version is counted from 1."),
    (
      "category: contact, answers: often", "category: contacts, answers: often", "14:57",
      "There is no category “contacts”."
    ),
  ])
  func `a mistake is named with its line and column`(
    from: String, to: String, place: String, message: String
  ) throws {
    let problem = #expect(throws: Problem.self) {
      try questionnaire(Self.sound.replacing(from, with: to))
    }
    #expect(problem?.message == message)
    #expect(problem?.place?.description == "ours.yaml:\(place)")
    #expect(problem?.help?.isEmpty == false)
  }

  @Test func `forms are kept short`() throws {
    let many = (1...8).map {
      "  - {id: i\($0), ask: A?, they: B?, category: contact, answers: often, guidance: assessment/trust}"
    }
    let problem = #expect(throws: Problem.self) {
      try questionnaire(Self.sound + "\n" + many.joined(separator: "\n"))
    }
    #expect(problem?.message == "The customer form has 8 questions; 7 is the most.")
    #expect(problem?.place?.description == "ours.yaml:22:5")
    let short = (1...12).map {
      "  - {id: i\($0), ask: A?, category: contact, answers: often, guidance: assessment/trust, short: true}"
    }
    let longer = #expect(throws: Problem.self) {
      try questionnaire(Self.sound + "\n" + short.joined(separator: "\n"))
    }
    #expect(longer?.message == "The short form has 13 questions; 12 is the most.")
  }

  @Test func `a rule that nothing feeds is a mistake`() throws {
    let problem = #expect(throws: Problem.self) {
      try questionnaire(
        Self.sound.replacing("rule: {lower: [calm]}", with: "rule: {any: contact}").replacing(
          "good: \"yes\", ", with: ""))
    }
    #expect(problem?.message == "The rule reads “contact”, which has no items it can read.")
    #expect(problem?.place?.line == 6)
  }
}
