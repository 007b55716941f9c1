import Drafting
import Formats
import RapportKit
import Testing

struct OutputTests {
  private let report = CheckReport(
    kind: "apology",
    elements: [.init("regret", label: "the apology", sentence: "I am sorry.")],
    findings: [
      Finding(
        "a.b", .warning, "Say “when”.", line: 2, column: 3, length: 4, match: "soon",
        why: "promises/vague-words#words-for-soft-time", rewrite: "by noon")
    ], words: 12)

  @Test func `lines are read by editors`() {
    #expect(CheckOutput.line(report, path: "m.md") == "m.md:2:3:a.b:Say “when”.\n")
  }

  @Test func `JSON holds all of it`() {
    #expect(
      CheckOutput.json(report, path: "m.md").json == """
        {"path":"m.md","kind":"apology","words":12,"elements":[{"element":"regret",\
        "label":"the apology","wanted":true,"sentence":"I am sorry."}],"findings":[{"check":"a.b",\
        "level":"warning","message":"Say “when”.","line":2,"column":3,"length":4,"match":"soon",\
        "why":"promises/vague-words#words-for-soft-time","rewrite":"by noon"}]}
        """)
  }

  @Test func `SARIF is for code review`() {
    #expect(
      CheckOutput.sarif([("mail to acme.md", report)], version: "1.0.0").json == """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\
        "tool":{"driver":{"name":"Rapport","version":"1.0.0","rules":[{"id":"a.b"}]}},\
        "columnKind":"unicodeCodePoints","results":[{"ruleId":"a.b","ruleIndex":0,\
        "level":"warning","message":{"text":"Say “when”."},"locations":[{"physicalLocation":{\
        "artifactLocation":{"uri":"mail%20to%20acme.md"},"region":{"startLine":2,\
        "startColumn":3,"endColumn":7}}}]}]}]}
        """)
  }
}
