import Drafting
import RapportKit
import Testing

struct RulesTests {
  private func checker(_ rule: String, sidecar: String? = nil) -> Checker {
    var sources = CheckSources()
    var files = [CheckFile("Rule.yml", rule)]
    if let sidecar { files.append(CheckFile("Rule.rapport.yml", sidecar)) }
    sources.addRules(files, style: "Test")
    return Checker(sources)
  }

  private func lines(_ rule: String, _ text: String, sidecar: String? = nil) throws -> String {
    let report = try checker(rule, sidecar: sidecar).check(text, kind: nil, channel: .email)
    return CheckOutput.line(report, path: "m")
  }

  @Test func `existence finds words and patterns, the first declared at one place`() throws {
    let rule = """
      extends: existence
      message: "Avoid '%s'"
      ignorecase: true
      tokens: [very, 'very good', 'fix(?:ed|es)?', 'so+n']
      """
    #expect(
      try lines(rule, "A Very good day. It fixes sooon, everyday.") == """
        m:1:3:Test.Rule:Avoid 'Very'
        m:1:21:Test.Rule:Avoid 'fixes'
        m:1:27:Test.Rule:Avoid 'sooon'

        """)
  }

  @Test func `case counts unless it is ignored`() throws {
    let rule = "extends: existence\nmessage: \"%s\"\ntokens: [Foo]"
    #expect(try lines(rule, "foo Foo FOO") == "m:1:5:Test.Rule:Foo\n")
  }

  @Test func `exceptions pass`() throws {
    let rule = "extends: existence\nmessage: \"%s\"\ntokens: ['\\w+ed']\nexceptions: [need]"
    #expect(try lines(rule, "We need what ended.") == "m:1:14:Test.Rule:ended\n")
  }

  @Test func `substitution says what to write, and passes what is right`() throws {
    let rule = """
      extends: substitution
      message: "Use '%s' instead of '%s'"
      ignorecase: true
      swap:
        java ?script: JavaScript
        cheap: good|fair
        'colou(r)s?': hue$1
      """
    #expect(
      try lines(rule, "javascript, JavaScript, cheap, colours") == """
        m:1:1:Test.Rule:Use 'JavaScript' instead of 'javascript'
        m:1:25:Test.Rule:Use 'good' or 'fair' instead of 'cheap'
        m:1:32:Test.Rule:Use 'huer' instead of 'colours'

        """)
  }

  @Test func `a phrase is found across a line's end and with either apostrophe`() throws {
    let rule = "extends: existence\nmessage: \"%s\"\ntokens: [\"won't last\", 'in d[a-z]+ time']"
    #expect(
      try lines(rule, "It won’t\nlast in due\ntime.")
        == "m:1:4:Test.Rule:won’t last\nm:2:6:Test.Rule:in due time\n")
  }

  @Test func `occurrence counts`() throws {
    let most = """
      extends: occurrence
      message: "Too many commas"
      scope: sentence
      max: 1
      token: ','
      """
    #expect(try lines(most, "a, b. C, d, e.") == "m:1:8:Test.Rule:Too many commas\n")
    let least = "extends: occurrence\nmessage: \"No greeting\"\nmin: 1\ntoken: Hello"
    #expect(try lines(least, "Bye.") == "m:1:1:Test.Rule:No greeting\n")
    #expect(try lines(least, "Hello.") == "")
  }

  @Test func `repetition, consistency and conditions`() throws {
    let again =
      "extends: repetition\nmessage: \"'%s' is repeated!\"\nalpha: true\ntokens: ['[^\\s]+']"
    #expect(try lines(again, "the the end. 5 5") == "m:1:1:Test.Rule:'the' is repeated!\n")
    let either = "extends: consistency\nmessage: \"Mixed '%s'\"\neither:\n  grey: gray"
    #expect(try lines(either, "gray and grey") == "m:1:10:Test.Rule:Mixed 'grey'\n")
    let both = """
      extends: conditional
      message: "Sorry, and no time"
      first: sorry
      second: \\d\\d:\\d\\d
      """
    #expect(try lines(both, "We are sorry.") == "m:1:8:Test.Rule:Sorry, and no time\n")
    #expect(try lines(both, "We are sorry, by 17:00.") == "")
    let acronym = """
      extends: conditional
      message: "'%s' has no definition"
      first: '\\b([A-Z]{3,5})\\b'
      second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
      exceptions: [USA]
      """
    #expect(
      try lines(acronym, "World Health (WHO) said WHO, NASA, USA.")
        == "m:1:30:Test.Rule:'NASA' has no definition\n")
  }

  @Test func `metrics and capitals`() throws {
    let metric =
      "extends: metric\nmessage: \"%s words a sentence\"\nformula: words / sentences\ncondition: '> 3'"
    #expect(try lines(metric, "One two three four five. Six.") == "")
    #expect(try lines(metric, "One two three four.") == "m:1:1:Test.Rule:4 words a sentence\n")
    let heading = """
      extends: capitalization
      message: "'%s' is in title case"
      scope: heading
      match: $sentence
      """
    #expect(
      try lines(heading, "# What We Did\n\n# What we did\n\nWe Did It.")
        == "m:1:3:Test.Rule:'What We Did' is in title case\n")
  }

  @Test func `comments switch checks off and on`() throws {
    let rule = "extends: existence\nmessage: \"%s\"\ntokens: [bad]"
    let text = """
      bad <!-- rapport off --> bad <!-- rapport on --> bad
      <!-- vale Test.Rule = NO --> bad <!-- vale Test.Rule = YES --> bad
      """
    #expect(
      try lines(rule, text) == "m:1:1:Test.Rule:bad\nm:1:50:Test.Rule:bad\nm:2:64:Test.Rule:bad\n")
  }

  @Test func `what Rapport adds stands beside the rule`() throws {
    let rule = "extends: existence\nmessage: \"%s\"\nlevel: error\ntokens: [asap]"
    let sidecar = "channels: [status]\nwhy: promises/vague-words\nrewrite: by 17:00"
    let checker = checker(rule, sidecar: sidecar)
    #expect(try checker.check("asap", kind: nil, channel: .email).findings == [])
    #expect(
      try checker.check("asap", kind: nil, channel: .status).findings == [
        Finding(
          "Test.Rule", .error, "asap", length: 4, match: "asap", why: "promises/vague-words",
          rewrite: "by 17:00")
      ])
  }

  @Test func `a kind of rule that is not understood is named, and the rest goes on`() {
    let checker = checker("extends: sequence\nmessage: x\ntokens: []")
    #expect(
      checker.problems.map(\.message) == [
        "Rules of the kind “sequence” are not understood; “Test.Rule” is left out."
      ])
    #expect(
      self.checker("extends: existence\nmessage: x\ntokenz: [a]").problems.first?.help
        == "Did you mean “tokens”?")
    #expect(
      self.checker("extends: existence\nmessage: x\ntokens: ['a(']").problems.first?.message
        == "A pattern of “Test.Rule” is not a regular expression: (?m)\\b(?:a()\\b.")
  }
}
