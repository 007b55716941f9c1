import Formats
import RapportKit
import RapportTesting
import Testing

@testable import Assessment

@Suite struct AnswersFormTests {
  private func form(_ id: String = "respect-and-trust", role: Role = .customer) throws
    -> AnswersForm
  {
    AnswersForm(
      questionnaire: try shipped().named(id), role: role, customer: "Oak & Co: North",
      rater: "Maria Ortiz", sender: "Sam Reed", wording: Wording(today: LocalDate(2026, 11, 24)))
  }

  @Test func `a form says who asks and what to think of, and names no questionnaire`() throws {
    for id in try shipped().known.map(\.id) {
      let form = try form(id)
      #expect(form.heading.hasSuffix(" questions from Sam Reed, and one wish"))
      #expect(form.think.hasPrefix("Think of "))
      let shown = form.text.split(separator: "\n").filter { $0.contains("#") }.joined()
      #expect(!shown.contains(form.questionnaire.title))
      #expect(!form.fileName.contains(id))
    }
    #expect(
      try form(role: .colleague).think
        == "Think of the last 90 days with Oak & Co: North. “You” is all of us who work for Oak & Co: North."
    )
  }

  @Test func `choices are numbered, and the number is read back`() throws {
    let text = try form("one-sided").text
    #expect(text.contains("#    1 = both sides, 2 = mostly you do, 3 = mostly we do\n  effort:"))
    #expect(text.contains("#    yes or no\n  they-afraid:"))
    let node = try YAML.read(
      text.replacing("  effort:", with: "  effort: 2").replacing(
        "  gives-way:", with: "  gives-way: always we did"), from: "form.txt")
    let read = try ResponseReader(questionnaires: shipped(), today: LocalDate(2026, 11, 24))
      .read(node)
    #expect(read.marks == ["effort": .option("us"), "gives-way": .option("them")])
  }

  @Test func `the customer is asked at most eight things`() throws {
    for id in ["respect-and-trust", "one-sided", "relationship-or-trade", "trust-equation"] {
      #expect(try form(id).items.count + 1 <= 8)
    }
  }

  @Test func `the text is read back as it stands once it is filled in`() throws {
    let filled = try form().text
      .replacing("  listens:", with: "  listens: 2").replacing(
        "  upfront:", with: "  upfront: rarely"
      )
      .replacing("wish: \"\"", with: "wish: \"Call us: first.\"")
      .replacing("consent: no", with: "consent: yes")
    let node = try YAML.read(filled, from: "form.txt")
    let response = try ResponseReader(questionnaires: shipped(), today: LocalDate(2026, 11, 24))
      .read(node)
    #expect(response.customer == "Oak & Co: North")
    #expect(response.rater == "Maria Ortiz")
    #expect(response.marks == ["listens": .point(2), "upfront": .point(2)])
    #expect(response.wish == "Call us: first.")
    #expect(response.consent)
  }

  @Test func `the table is read back as it stands once it is filled in`() throws {
    var rows = try CSVRows.rows(TextFile("form.csv", try form().csv)).map(\.cells)
    let listens = try #require(rows.firstIndex { $0[0] == "listens" })
    rows[listens][3] = "about half the time"
    let read = try CSVRows.rows(TextFile("form.csv", CSVRows.text(rows)))
    #expect(read[listens].cells.last == "about half the time")
    #expect(read.map(\.cells.count).allSatisfy { $0 == 4 })
    #expect(rows[3].last == "Oak & Co: North")
  }

  @Test func `a cell that a spreadsheet would run is only text`() {
    #expect(
      CSVRows.text([["=1+1", "-3", "a, b", "say \"hi\""]])
        == "'=1+1,-3,\"a, b\",\"say \"\"hi\"\"\"\n")
  }

  @Test func `a table that was cut off is named with its line`() {
    let problem = #expect(throws: Problem.self) {
      try CSVRows.rows(TextFile("cut.csv", "id,answer\nlistens,\"usu"))
    }
    #expect(problem?.place?.description == "cut.csv:2")
  }

  @Test func `the file is called after customer and person`() throws {
    #expect(try form().fileName == "oak-co-north-questions-maria-ortiz")
  }
}
