import Foundation
import RapportTesting
import Testing

/// What the page on assessments shows is what the program prints.
@Suite struct AssessmentDocumentationTests {
  private let page = package + "/Documentation/Assessments.md"

  @Test func `a questionnaire written from the page is taken, scored and reported`() throws {
    let difference = try Transcripts(links: ["Plugins": package + "/Plugins"]).check(page)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `what the page shows of a quarter stands in the transcript`() throws {
    let transcript = try String(
      contentsOfFile: package + "/Tests/EndToEndTests/Transcripts/where-we-stand.md",
      encoding: .utf8)
    let shown = try String(contentsOfFile: page, encoding: .utf8).split(separator: "```text\n")
      .dropFirst().compactMap { $0.split(separator: "```").first.map(String.init) }
    #expect(shown.count == 2)
    for text in shown { #expect(transcript.contains(text), "\(text)") }
  }
}
