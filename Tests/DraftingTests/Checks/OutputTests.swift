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

  /// What the published schema of SARIF 2.1.0 asks of the objects that are written here.
  private func schemaFaults(_ log: Node) -> [String] {
    var faults: [String] = []
    func object(
      _ node: Node?, _ name: String, required: Set<String>, optional: Set<String> = []
    ) -> Node? {
      guard let node, let entries = node.entries else {
        faults.append("\(name) is no object")
        return nil
      }
      let keys = Set(entries.map(\.key))
      for key in required.subtracting(keys).sorted() { faults.append("\(name) lacks \(key)") }
      for key in keys.subtracting(required.union(optional)).sorted() {
        faults.append("\(name) has \(key)")
      }
      return node
    }
    func text(_ node: Node?, _ name: String, among allowed: [String]? = nil) {
      guard let value = node?.text, allowed?.contains(value) != false else {
        faults.append("\(name) is \(node?.json ?? "nothing")")
        return
      }
    }
    func number(_ node: Node?, _ name: String, least: Int) {
      if let node, node.int.map({ $0 >= least }) != true {
        faults.append("\(name) is \(node.json)")
      }
    }
    let root = object(log, "log", required: ["version", "runs"], optional: ["$schema"])
    text(root?["version"], "version", among: ["2.1.0"])
    for run in root?["runs"]?.list ?? [] {
      let run = object(run, "run", required: ["tool"], optional: ["results", "columnKind"])
      text(run?["columnKind"], "columnKind", among: ["utf16CodeUnits", "unicodeCodePoints"])
      let tool = object(run?["tool"], "tool", required: ["driver"])
      let driver = object(
        tool?["driver"], "driver", required: ["name"], optional: ["version", "rules"])
      let rules = driver?["rules"]?.list ?? []
      if Set(rules.map(\.json)).count < rules.count { faults.append("a rule stands twice") }
      for rule in rules {
        let rule = object(rule, "rule", required: ["id"], optional: ["help"])
        text(rule?["id"], "id")
        if let help = rule?["help"] {
          text(object(help, "help", required: ["text"])?["text"], "help")
        }
      }
      for result in run?["results"]?.list ?? [] {
        let result = object(
          result, "result", required: ["message"],
          optional: ["ruleId", "ruleIndex", "level", "locations"])
        text(result?["level"], "level", among: ["none", "note", "warning", "error"])
        text(object(result?["message"], "message", required: ["text"])?["text"], "message")
        if let index = result?["ruleIndex"]?.int, !rules.indices.contains(index) {
          faults.append("ruleIndex is \(index)")
        }
        for location in result?["locations"]?.list ?? [] {
          let place = object(location, "location", required: [], optional: ["physicalLocation"])
          let physical = object(
            place?["physicalLocation"], "physicalLocation", required: ["artifactLocation"],
            optional: ["region"])
          let file = object(physical?["artifactLocation"], "artifactLocation", required: ["uri"])
          text(file?["uri"], "uri")
          if file?["uri"]?.text?.contains(" ") == true { faults.append("a space in a uri") }
          let region = object(
            physical?["region"], "region", required: [],
            optional: ["startLine", "startColumn", "endLine", "endColumn"])
          for key in ["startLine", "startColumn", "endLine", "endColumn"] {
            number(region?[key], key, least: 1)
          }
        }
      }
    }
    return faults
  }

  @Test func `SARIF has the shape that its published schema asks for`() throws {
    let text = "Hi 👩‍👩‍👧\n\nWe are sorry if you were affected. This will never happen again.\n"
    let real = try Shipped.checker.check(text, held: .kind("apology"), channel: .email)
    #expect(real.findings.count > 4)
    let log = CheckOutput.sarif(
      [("mail to é.md", text, real), ("m.md", "", report), ("none.md", "", CheckReport(words: 0))],
      version: "1.0.0")
    #expect(schemaFaults(log) == [])
    #expect(schemaFaults(CheckOutput.sarif([], version: "1.0.0")) == [])
  }

  @Test func `the look at SARIF's shape sees what is wrong`() {
    var log = CheckOutput.sarif([("m.md", "", report)], version: "1.0.0")
    log["version"] = "2.0.0"
    log["extra"] = "x"
    #expect(schemaFaults(log) == ["log has extra", "version is \"2.0.0\""])
  }
}
