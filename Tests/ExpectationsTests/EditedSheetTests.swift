import RapportKit
import Testing

@testable import Expectations

/// A sheet that was edited by hand.
@Suite struct EditedSheetTests {
  private static let page = """
    # What Acme and we agree

    Draft, 3 things missing: the price.

    Between Acme (Maria Ortiz) and Sam Reed, Tuesday 24 November 2026.

    ## What you get

    - Label printing
    * A report a month

    ## What it costs

    Still open: the price.

    ## What you expect, and where it comes from

    | what | hoped for | still acceptable | from | how we count |
    | --- | --- | --- | --- | --- |
    | First reply | 2 h | 4 h | demo |  |
    | Deliveries | 95 % | open | sales talk | the carrier's list |

    ## When we look at it again

    1. Tuesday 23 February 2027 at 10:00
    """

  @Test func `is read back to what it says`() throws {
    let sheet = try EditedSheet.read(TextFile("acme.md", Self.page))
    #expect(
      sheet
        == Sheet(
          lines: [
            .deliverables: ["Label printing", "A report a month"],
            .review: ["Tuesday 23 February 2027 at 10:00"],
          ],
          rows: [
            Expected(what: "First reply", source: .demo, hoped: "2 h", acceptable: "4 h"),
            Expected(
              what: "Deliveries", source: .pitch, hoped: "95 %", measure: "the carrier's list"),
          ]))
  }

  @Test(
    arguments: [
      (
        "## What it costs", "## What it cost", 12, "There is no part “What it cost” on a sheet.",
        "Did you mean “What it costs”?"
      ),
      (
        "## What it costs", "## What you get", 12, "“What you get” stands twice.",
        "Put the lines under one of them."
      ),
      (
        "| demo |", "| telepathy |", 20, "“telepathy” is not where an expectation comes from.",
        "Write one of: advert, sales talk, demo, contract, past, hearsay."
      ),
      (
        "| 2 h | 4 h |", "| 4 h | 2 h |", 20,
        "First reply: “2 h” is less than the “4 h” they hope for.",
        "Still acceptable is the longer time: swap the two if they stand the wrong way round."
      ),
      (
        "| 2 h | 4 h |", "| 2 h | 90 % |", 20,
        "First reply: “2 h” and “90 %” do not count the same.",
        "Write both levels in one unit."
      ),
      (
        "| First reply | 2 h |", "| First reply 2 h |", 20, "This row has 4 cells; it needs 5.",
        "Keep the columns: what | hoped for | still acceptable | from | how we count."
      ),
      (
        "23 February 2027 at", "31 February 2027 at", 25,
        "I find no date in “Tuesday 31 February 2027 at 10:00”.",
        "Write it with the month as a word and the year: Tuesday 23 February 2027."
      ),
      (
        "Draft, 3", "They also want free pens. 3", 3,
        "I do not know which part “They also want free pens. 3 things missi” belongs to.",
        "Put it under one of the headings."
      ),
    ] as [(String, String, Int, String, String)])
  func `with an error names it with its line and what to do`(
    old: String, new: String, line: Int, message: String, help: String
  ) {
    let text = Self.page.replacing(old, with: new, maxReplacements: 1)
    #expect(
      throws: Problem(
        .badFile, message, help: help, at: Place(file: "acme.md", line: line, column: 1))
    ) { try EditedSheet.read(TextFile("acme.md", text)) }
  }

  @Test func `names all its errors at once`() {
    let text = Self.page.replacing("demo", with: "x").replacing("2027", with: "soon")
    do throws(Problem) {
      _ = try EditedSheet.read(TextFile("acme.md", text))
      Issue.record("it was read")
    } catch {
      #expect(error.also.count == 1)
    }
  }
}
