import Drafting
import Formats
import RapportKit
import Testing

struct OutputTests {
  private let report = CheckReport(
    kind: "apology",
    elements: [.init("regret", label: "the apology", sentence: "I am sorry.")],
    speech: [
      .init(
        "regret", label: "the apology", sentence: "I am sorry.", line: 1, column: 5),
      .init("conditional", label: "a condition", sentence: nil, wanted: false),
    ],
    findings: [
      Finding(
        "a.b", .warning, "Say “when”.", line: 2, column: 3, length: 4, match: "soon",
        why: "promises/vague-words#words-for-soft-time", rewrite: "by noon"),
      Finding(
        "a.c", .hint, "Say less.", line: 3, column: 8, length: 6, match: "so\nbad", replacement: "",
        isSafe: true),
      Finding("a.d", .error, "Nobody says what they did."),
    ], words: 12)

  @Test func `lines are read by editors`() {
    #expect(
      CheckOutput.line(report, path: "m.md") == """
        m.md:2:3:a.b:Say “when”.
        m.md:3:8:a.c:Say less.
        m.md:1:1:a.d:Nobody says what they did.

        """)
  }

  @Test func `JSON holds all of it`() {
    #expect(
      CheckOutput.json(report, path: "m.md", notes: ["odd"]).json == """
        {"path":"m.md","kind":"apology","words":12,"unchecked":null,"elements":{\
        "regret":{"found":true,"wanted":true,"label":"the apology","line":1,"column":5,\
        "sentence":"I am sorry."},"conditional":{"found":false,"wanted":false,\
        "label":"a condition","line":null,"column":null,"sentence":null}},"findings":[\
        {"check":"a.b","level":"warning","line":2,"column":3,"endLine":2,"end":6,"match":"soon",\
        "message":"Say “when”.","why":"promises/vague-words#words-for-soft-time",\
        "rewrite":"by noon","replacement":null,"safe":false},\
        {"check":"a.c","level":"hint","line":3,"column":8,"endLine":4,"end":3,"match":"so\\nbad",\
        "message":"Say less.","why":null,"rewrite":"","replacement":"","safe":true},\
        {"check":"a.d","level":"error","line":1,"column":1,"endLine":1,"end":0,"match":"",\
        "message":"Nobody says what they did.","why":null,"rewrite":null,"replacement":null,\
        "safe":false}],"notes":["odd"]}
        """)
  }

  @Test func `every element of the sixteen is in it, whatever the kind`() throws {
    let text = "We are sorry.\n\nWe apologise if you were affected. Call me on +49 30 5550 142."
    let report = try Shipped.checker.check(text, held: .nothing, channel: .email)
    let elements = CheckOutput.json(report, path: "-")["elements"]
    for name in [
      "regret", "explanation", "responsibility", "prevention", "repair", "forgiveness",
      "what_happened", "impact", "action", "next_update", "contact", "blame_shift", "conditional",
      "evasion", "overpromise", "jargon",
    ] {
      let keys = try #require(elements?[name]?.entries).map(\.key)
      #expect(keys == ["found", "wanted", "label", "line", "column", "sentence"])
    }
    let conditional = try #require(elements?["conditional"])
    #expect(conditional["found"]?.bool == true)
    #expect(conditional["line"]?.int == 3)
    #expect(conditional["column"]?.int == 1)
    #expect(conditional["sentence"]?.text == "We apologise if you were affected.")
    #expect(elements?["contact"]?["column"]?.int == 36)
    #expect(elements?["repair"]?["found"]?.bool == false)
  }

  @Test func `SARIF is for code review, with columns in code points`() throws {
    let text = "one\n👩‍👩‍👧 soon\nabcdefgso\nbad\n"
    let log = CheckOutput.sarif([("mail to acme.md", text, report)], version: "1.0.0")
    #expect(log["version"]?.text == "2.1.0")
    let run = try #require(log["runs"]?.list?.first)
    #expect(run["columnKind"]?.text == "unicodeCodePoints")
    let driver = run["tool"]?["driver"]
    #expect(driver?["name"]?.text == "Rapport")
    let rules = try #require(driver?["rules"]?.list)
    #expect(rules.map { $0["id"]?.text } == ["a.b", "a.c", "a.d"])
    let results = try #require(run["results"]?.list)
    #expect(
      results[0].json == """
        {"ruleId":"a.b","ruleIndex":0,"level":"warning","message":{"text":"Say “when”. Rather: by \
        noon"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"mail%20to%20acme.md"},\
        "region":{"startLine":2,"startColumn":7,"endLine":2,"endColumn":11}}}]}
        """)
    #expect(
      results[1]["locations"]?.list?.first?["physicalLocation"]?["region"]?.json
        == "{\"startLine\":3,\"startColumn\":8,\"endLine\":4,\"endColumn\":4}")
    #expect(
      results[2]["locations"]?.list?.first?["physicalLocation"]?["region"]?.json
        == "{\"startLine\":1,\"startColumn\":1}")
    for (index, result) in results.enumerated() {
      #expect(
        Set((result.entries ?? []).map(\.key)).isSubset(of: [
          "ruleId", "ruleIndex", "level", "message", "locations",
        ]))
      #expect(rules[index]["id"] == result["ruleId"])
      #expect(["error", "warning", "note"].contains(result["level"]?.text))
    }
  }
}
