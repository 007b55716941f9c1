import Drafting
import RapportKit
import Testing

/// Where findings stand: characters from 1, as a person counts them.
struct PlacesTests {
  private static let checker: Checker = {
    var sources = CheckSources()
    sources.addRules(
      [
        CheckFile("Bad.yml", "extends: existence\nmessage: no\ntokens: [bad, 'so+n']"),
        CheckFile(
          "Swap.yml", "extends: substitution\nignorecase: true\nmessage: '%s'\nswap: {utilize: use}"
        ),
      ], style: "T")
    return Checker(sources)
  }()

  private func places(_ text: String, _ format: TextFormat = .markdown) throws -> [String] {
    try Self.checker.check(text, held: .nothing, channel: .email, format: format).findings.map {
      "\($0.line):\($0.column)+\($0.length) \($0.match)"
    }
  }

  @Test(arguments: [
    ("bad", "1:1+3 bad"), ("é bad", "1:3+3 bad"), ("e\u{301} bad", "1:3+3 bad"),
    ("😀 bad", "1:3+3 bad"), ("👩‍👩‍👧 bad", "1:3+3 bad"), ("🇩🇪🇸🇪 bad", "1:4+3 bad"),
    ("a\r\nbad", "2:1+3 bad"), ("é sooon", "1:3+5 sooon"), ("😀 e\u{301} sooon", "1:5+5 sooon"),
    ("naïve, bad", "1:8+3 bad"), ("„bad“", "1:2+3 bad"),
  ])
  func `columns count what a person sees as one character`(text: String, place: String) throws {
    #expect(try places(text) == [place])
  }

  @Test(arguments: [
    "`bad`", "    bad", "```\nbad\n```", "~~~\nbad\n~~~", "[x](bad)", "<!-- bad -->",
    "---\ntitle: bad\n---\nfine", "> bad", "> fine\nbad", "https://bad.example/bad", "``a ` bad``",
    "- item\n\n      bad", "> > bad", "<a href=\"bad\">x</a>",
  ])
  func `what is not the writer's prose is left alone`(text: String) throws {
    #expect(try places(text) == [])
  }

  @Test(arguments: [
    "*bad*", "# bad", "- bad", "[bad](x)", "bad\n===", "| bad |\n| --- |", "1. bad", "> x\n\nbad",
    "<b>bad</b>", "---\nbad", "```\nx\n```\nbad", "a `x` bad", "bad `", "<!-- bad",
  ])
  func `all other prose is read`(text: String) throws {
    #expect(try places(text).count == 1)
  }

  @Test func `plain text has no marks, but quotations`() throws {
    #expect(try places("    bad `bad` <bad>\n> bad\nbad", .plain).count == 4)
  }

  @Test func `replacements are put in, from the first on, with the capital kept`() throws {
    let text = "Utilize 😀 it, or utilize\nthem. We utilize."
    let findings = try Self.checker.check(text, held: .nothing, channel: .email).findings
    let applied = findings.applied(to: text)
    #expect(applied.text == "Use 😀 it, or use\nthem. We use.")
    #expect(applied.count == 3)
    #expect(findings.allSatisfy { !$0.isSafe })
  }
}
