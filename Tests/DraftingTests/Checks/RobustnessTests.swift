import Drafting
import RapportKit
import Testing

/// Odd texts and odd rules; the large versions are tried by hand.
struct RobustnessTests {
  private static let checker = Shipped.checker

  private func words(_ text: String) throws -> Int {
    try Self.checker.check(text, held: .guessed, channel: .email).words
  }

  @Test(arguments: [
    "", "\n", "\u{0}", "a\u{0}b", "<!--", "<!-- <!-- <!--", "```", "`", "](", "]: ", "://", "---\n",
    "---\n---", ">", "> > > >", "\r", "\r\r\n", "\u{FFFD}", "# ", "| | |", "<", "&", "\\", "-",
    "1.",
    "\u{301}", "\u{200D}\u{200D}", "🏳️‍🌈",
  ])
  func `an odd text is checked like any other`(text: String) throws {
    #expect(try words(text) <= 2)
  }

  @Test func `many open marks cost no more than other text`() throws {
    for mark in ["<!--", "`", "](", "]: ", "://", "> ", "<a ", "``` ", "*"] {
      _ = try words(String(repeating: mark, count: 20_000))
    }
  }

  @Test func `one long line is checked to its end`() throws {
    let text = String(repeating: "word ", count: 40_000) + "We are sorry for any inconvenience."
    let report = try Self.checker.check(text, held: .nothing, channel: .email)
    #expect(report.words == 40_006)
    #expect(report.findings.last?.column ?? 0 > 200_000)
  }

  @Test(arguments: [("(a+)+$", 40), ("a*a*a*a*b", 2000)])
  func `a pattern that does not end is stopped and named, and the rest goes on`(
    pattern: String, length: Int
  ) throws {
    var sources = CheckSources()
    sources.addRules(
      [
        CheckFile(
          "Slow.yml", "extends: existence\nmessage: slow\nnonword: true\ntokens: ['\(pattern)']"),
        CheckFile("Bad.yml", "extends: existence\nmessage: no\ntokens: [bad]"),
      ], style: "T")
    let checker = Checker(sources)
    let text = String(repeating: "a", count: length) + "! bad"
    let report = try checker.check(text, held: .nothing, channel: .email)
    #expect(report.findings.map(\.check) == ["T.Bad"])
    #expect(checker.slow == ["T.Slow"])
  }
}
