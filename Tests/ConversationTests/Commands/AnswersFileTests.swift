import Conversation
import RapportKit
import Testing

struct AnswersFileTests {
  static let command = Command(
    "note", plugin: "team", summary: "Note it.",
    options: [Question("tone", ask: "Which tone", type: .text)],
    questions: [
      Question("what", ask: "What?", type: .text, hint: "one sentence"),
      .text("more", required: false), .choice("severity", "minor", "major"),
      Question("stop", ask: "Stop?", type: .text, standard: .literal("yes: # no")),
      Question("days", ask: "Days?", type: .number, standard: .literal("14")), .steps,
    ])

  static func read(_ text: String) -> String {
    do throws(Problem) {
      return try AnswersFile.read(text, from: "a.yaml", for: command)
        .map { "\($0.id)=\($0.node.isNull ? "~" : $0.node.text ?? $0.node.json)" }
        .joined(separator: " ")
    } catch {
      return "✗ \(error.place?.description ?? "") \(error.message) \(error.help ?? "")"
    }
  }

  @Test(arguments: [
    ("", ""), ("# nothing", ""), ("what: labels\nmore: ~\n", "what=labels more=~"),
    ("what: 12:30\nseverity: no", "what=12:30 severity=no"),
    ("what:\nmore: null\nseverity: # later\ndays: ~ # left out", "more=~ days=~"),
    ("{\"what\": \"labels\", \"more\": null}", "what=labels more=~"),
    ("steps:\n  - who: Dana\n    did: called", "steps=[{\"who\":\"Dana\",\"did\":\"called\"}]"),
    ("tone: warm", "tone=warm"), ("what: \"~\"", "what=~"),
    ("what: a\nmroe: b", "✗ a.yaml:2:1 “note” has no question “mroe”. Did you mean “more”?"),
    (
      "zzzzzz: b",
      "✗ a.yaml:1:1 “note” has no question “zzzzzz”. "
        + "It has: what, more, severity, stop, days, steps, tone."
    ),
    (
      "- what",
      "✗ a.yaml:1:1 An answers file is lines of `id: answer`. "
        + "Start from `note --answers-template`."
    ),
  ])
  func `An answers file is read with its places`(text: String, read: String) {
    #expect(Self.read(text) == read)
  }

  @Test func `The template says what to fill in`() {
    #expect(
      AnswersFile.template(for: Self.command) == """
        # Answers for `note`. ~ leaves one out, unknown says it is not known yet.

        # What?  (one sentence)
        what:\u{20}

        # More?  optional
        more: ~

        # Severity?
        # one of: minor, major
        severity:\u{20}

        # Stop?
        stop: "yes: # no"

        # Days?
        days: 14

        # Steps
        # steps:
        #   - who:\u{20}
        #     did:\u{20}

        # Options, used when they are set:
        # tone: Which tone

        """)
  }

  @Test func `What was left empty in a template is missing, not left out`() {
    #expect(
      Self.read(AnswersFile.template(for: Self.command))
        == "more=~ stop=yes: # no days=14")
  }
}
