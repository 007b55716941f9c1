import Drafting
import RapportKit
import Testing

/// Odd texts and odd rules; `Benchmarks/checks` runs the large ones.
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

  @Test func `a slow pattern is left out of the next texts too, and what it found before stays`()
    throws
  {
    var sources = CheckSources()
    sources.addRules(
      [
        CheckFile(
          "Slow.yml", "extends: existence\nmessage: slow\nnonword: true\ntokens: ['(a+)+$']")
      ],
      style: "T")
    let checker = Checker(sources)
    let bomb = String(repeating: "a", count: 40) + "!"
    let report = try checker.check(
      "early aa\n\n\(bomb)\n\nlate aa", held: .nothing, channel: .email)
    #expect(report.findings.map(\.match) == ["aa"])
    #expect(try checker.check("aa", held: .nothing, channel: .email).findings.isEmpty)
    #expect(checker.slow == ["T.Slow"])
  }

  @Test func `a comment without an end hides nothing`() throws {
    let report = try Self.checker.check(
      "<!-- rapport off\n\nWe are sorry for any inconvenience.", held: .nothing, channel: .email)
    #expect(report.findings.map(\.check).contains("mistakes.any-inconvenience"))
  }

  @Test func `a NUL and what is not UTF-8 stand beside words that are checked`() throws {
    let text = String(
      decoding: Array("Sorry\u{0} ".utf8) + [0xFF, 0xC3, 0x28]
        + Array(" for any inconvenience.".utf8), as: UTF8.self)
    let report = try Self.checker.check(text, held: .nothing, channel: .email)
    #expect(report.findings.map(\.match).contains("for any inconvenience"))
  }
}
