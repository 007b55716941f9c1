import Drafting
import RapportKit
import Testing

/// What Vale's documentation and code say of rules, on rules of our own.
struct ValeRulesTests {
  private func checker(_ rules: [String], accepted: [String] = []) -> Checker {
    var sources = CheckSources()
    let files = rules.enumerated().map { CheckFile("Rule\($0 + 1).yml", $1) }
    sources.addRules(files, style: "Test", isVale: true, accepted: accepted)
    return Checker(sources)
  }

  private func lines(_ rule: String, _ text: String, accepted: [String] = []) throws -> [String] {
    let report = try checker([rule], accepted: accepted).check(
      text, held: .nothing, channel: .email)
    return report.findings.map { "\($0.line):\($0.column):\($0.message)" }
  }

  @Test func `raw stands before the tokens, or behind them`() throws {
    let before = """
      extends: existence
      message: "'%s'"
      ignorecase: true
      raw: ['\\b(?:is|was)', '\\s+']
      tokens: ['\\w+ed', known]
      """
    #expect(
      try lines(before, "It was asked, it is known.") == ["1:4:'was asked'", "1:18:'is known'"])
    let behind = "extends: existence\nmessage: \"'%s'\"\nappend: true\nraw: ['!+']\ntokens: [so]"
    #expect(try lines(behind, "so! soo! so") == ["1:1:'so!'"])
  }

  @Test func `an exception counts anywhere in what was found, with its case`() throws {
    let rule = """
      extends: existence
      message: "%s"
      ignorecase: true
      exceptions: [Acme]
      tokens: ['acme \\w+']
      """
    #expect(try lines(rule, "Acme Labels, acme labels") == ["1:14:acme labels"])
    #expect(try lines(rule, "acme labels", accepted: ["labels"]) == [])
  }

  @Test func `alternatives are spelt out where the action replaces`() throws {
    let swap = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\n"
    let text = "A Cell phone"
    #expect(
      try lines(swap + "swap: {cell phone: phone|mobile phone}", text)
        == ["1:3:Use 'phone|mobile phone' instead of 'Cell phone'."])
    #expect(
      try lines(swap + "action: {name: replace}\nswap: {cell phone: phone|mobile phone}", text)
        == ["1:3:Use 'phone' or 'mobile phone' instead of 'Cell phone'."])
    #expect(
      try lines(swap + "capitalize: true\naction: {name: replace}\nswap: {cell phone: phone}", text)
        == ["1:3:Use 'Phone' instead of 'Cell phone'."])
    #expect(try lines(swap + "swap: {'it is(?!\\.)': it's}", "It is so. So it is.").count == 1)
  }

  @Test func `counts are taken block by block, or sentence by sentence`() throws {
    let rule = "extends: occurrence\nmessage: many\nmax: 1\ntoken: ','\n"
    let text = "# A, b\n\nc, d. E, f.\n\n- g, h, i"
    #expect(try lines(rule, text) == ["3:2:many", "5:4:many"])
    #expect(try lines(rule + "scope: sentence", text) == [])
    #expect(try lines(rule + "scope: summary", text) == ["1:4:many"])
  }

  @Test func `a sentence's rule begins at the sentence`() throws {
    let rule =
      "extends: existence\nmessage: '%s'\nscope: sentence\nnonword: true\ntokens: ['^[a-z]']"
    #expect(try lines(rule, "# head\n\nthis is one. Two. 3 is.") == ["3:1:t"])
    let comma =
      "extends: existence\nmessage: '%s'\nscope: sentence\ntokens: ['(?:[^,]+,){1,}\\s\\w+\\sand']"
    #expect(try lines(comma, "One. I like red, blue and green.") == ["1:6:I like red, blue and"])
  }

  @Test func `scopes say where, and may say where not`() throws {
    let rule = "extends: existence\nmessage: '%s'\ntokens: [bad]\n"
    let text =
      "# bad\n\n## bad\n\nbad\n\n- bad\n\n> bad\n\n| bad |\n| --- |\n| bad |\n\nUnder bad\n---\n"
    func places(_ scope: String) throws -> [String] {
      try lines(rule + "scope: \(scope)", text).map { String($0.prefix { $0 != ":" }) }
    }
    #expect(try places("text") == ["1", "3", "5", "7", "9", "11", "13", "15"])
    #expect(try places("heading") == ["1", "3", "15"])
    #expect(try places("heading.h2") == ["3", "15"])
    #expect(try places("list") == ["7"])
    #expect(try places("blockquote") == ["9"])
    #expect(try places("table") == ["11", "13"])
    #expect(try places("[heading.h1, list]") == ["1", "7"])
    #expect(try places("~heading & ~list") == ["5", "9", "11", "13"])
    #expect(try places("paragraph") == ["5"])
  }

  @Test func `the raw scope reads code and marks too`() throws {
    let rule = "extends: existence\nmessage: '%s'\nscope: raw\nnonword: true\nraw: ['\\]\\(http:']"
    #expect(try lines(rule, "see [x](http://a.example)") == ["1:7:](http:"])
  }

  @Test func `every short form without its long one is found`() throws {
    let rule = """
      extends: conditional
      message: "'%s'"
      first: '\\b([A-Z]{3,5})\\b'
      second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
      exceptions: [USA]
      """
    #expect(
      try lines(rule, "NASA, USA.\n\nWorld Health (WHO). WHO, NASA.")
        == ["1:1:'NASA'", "3:26:'NASA'"])
  }

  @Test func `what stands twice, whatever it is`() throws {
    let rule = "extends: repetition\nmessage: \"'%s'\"\ntokens: ['\\d+']"
    #expect(try lines(rule, "5, 5 and 6 7") == ["1:1:'5'"])
  }

  @Test func `headings in title case, after a publisher`() throws {
    let rule =
      "extends: capitalization\nmessage: \"'%s'\"\nscope: heading\nmatch: $title\nstyle: AP"
    let text = "# What to Do in a Storm\n\n# What to do in a storm\n\n# An iPhone for All of You"
    #expect(try lines(rule + "\nexceptions: [iPhone]", text) == ["3:3:'What to do in a storm'"])
    let pattern = "extends: capitalization\nmessage: \"'%s'\"\nscope: heading\nmatch: '^Step \\d'"
    #expect(try lines(pattern, "# Step 1\n\n# Next") == ["3:3:'Next'"])
  }

  @Test func `how hard a text is to read`() throws {
    let rule = "extends: readability\nmessage: 'Grade %s'\nmetrics: [Flesch-Kincaid]\ngrade: 8"
    #expect(try lines(rule, "The cat sat. The dog ran.") == [])
    #expect(
      try lines(rule, "Notwithstanding organisational considerations, administration continues.")
        .count == 1)
  }

  @Test func `a rule finds no more than its limit`() throws {
    let rule = "extends: existence\nmessage: '%s'\nlimit: 2\ntokens: [bad]"
    #expect(try lines(rule, "bad bad bad") == ["1:1:bad", "1:5:bad"])
  }

  @Test func `comments switch off a style, a rule, or a match`() throws {
    let rule = "extends: existence\nmessage: '%s'\ntokens: [bad, worse]"
    func found(_ comment: String) throws -> [String] {
      try lines(rule, "<!-- \(comment) --> bad worse").map { String($0.split(separator: ":")[2]) }
    }
    #expect(try found("vale off") == [])
    #expect(try found("vale Test = NO") == [])
    #expect(try found("vale Other = NO") == ["bad", "worse"])
    #expect(try found("vale Test.Rule1 = NO") == [])
    #expect(try found("vale Test.Rule1[\"bad\"] = NO") == ["worse"])
    #expect(try found("vale styles = Other") == [])
    #expect(try found("vale styles = Other, Test") == ["bad", "worse"])
    #expect(try found("note to self") == ["bad", "worse"])
  }

  @Test func `a choice with a single letter, or one beyond ASCII, hides nothing`() throws {
    let units =
      "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['\\d+(?:ms|s|min)', '\\d(?:kg|€)']"
    #expect(
      try lines(units, "It took 30s.\nI paid 5€, 4kg, 20min.") == [
        "1:9:30s", "2:8:5€", "2:12:4kg", "2:17:20min",
      ])
  }

  @Test func `patterns of other dialects are read`() throws {
    for (token, text) in [
      ("(?<!:[^ ]+?)bad", "x bad"), ("(?P<word>bad)", "bad"), ("[^[]bad", "x bad"),
      ("bad(?= thing)", "bad thing"), ("\\bbad\\b(?<!good bad)", "bad"), ("b[a&&d]d", "bad"),
    ] {
      let checker = checker(["extends: existence\nmessage: x\nnonword: true\ntokens: ['\(token)']"])
      #expect(checker.problems == [], "\(token)")
      #expect(
        try checker.check(text, held: .nothing, channel: .email).findings.count == 1, "\(token)")
    }
  }

  @Test(arguments: ["spelling", "sequence", "script"])
  func `a kind that is not understood is named, and the rest goes on`(kind: String) throws {
    let checker = checker([
      "extends: \(kind)\nmessage: x", "extends: existence\nmessage: no\ntokens: [bad]",
      "extends: existence\nmessage: x\nscope: strong\ntokens: [bad]",
    ])
    #expect(
      checker.unreadable.map(\.message) == [
        "Rules of the kind “\(kind)” are not understood; “Test.Rule1” is left out.",
        "The scope “strong” is not understood; “Test.Rule3” is left out.",
      ])
    #expect(try checker.check("bad", held: .nothing, channel: .email).findings.count == 1)
  }
}
