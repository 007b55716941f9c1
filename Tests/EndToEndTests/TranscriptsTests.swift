import Foundation
import RapportTesting
import Testing

@Suite struct TranscriptsTests {
  /// Every page finds the shipped plugins beside itself, as in the source tree, and what the shipped sentences teach
  /// learnt already.
  let transcripts = Transcripts(
    links: ["Plugins": package + "/Plugins"],
    files: Desk.learnt.map { [".rapport/cache/routing": $0] } ?? [:])

  @Test(arguments: Transcripts.pages(in: package + "/Tests/EndToEndTests/Transcripts"))
  func `the program does what the page says`(page: String) throws {
    let difference = try transcripts.check(page)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: package + "/README.md")))
  func `the program does what README.md says`() throws {
    let difference = try transcripts.check(package + "/README.md")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
