import RapportKit
import Testing

@testable import Drafting

struct ImplicationTests {
  private static let price = Condition.oneOf(id: "kind", values: ["price"])
  private static let either = Condition.oneOf(id: "kind", values: ["price", "late"])
  private static let told = Condition.answered("told")

  @Test(arguments: [
    (price, price, true), (price, either, true), (either, price, false),
    (price, .answered("kind"), true), (price, told, false), (.not(price), .not(price), true),
    (.not(price), .not(either), false), (.all([price, told]), told, true),
    (.all([price, told]), .all([told, either]), true), (told, .all([told, price]), false),
    (told, .any([price, told]), true), (.any([price, told]), told, false),
    (.any([price, either]), .answered("kind"), true), (.any([]), told, false),
  ])
  func `one condition implies another when its form says so`(
    a: Condition, b: Condition, implied: Bool
  ) {
    #expect(a.implies(b) == implied)
  }

  private static let command = Command(
    "news", summary: "Tell it.",
    questions: [
      Question("kind", ask: "What?", type: .choice, options: [.init("price"), .init("late")]),
      Question("from", ask: "From …", type: .text, when: price),
      Question("extra", ask: "And …", type: .text, required: false),
    ])

  @Test func `a name that is asked whenever a message is written needs no section in it`() throws {
    var command = Self.command
    command.drafts = [DraftSpec("note", when: Self.price)]
    let files = [
      "note.email": TemplateFile("Subject: From {{from}}\n\nFrom {{from}}.\n", file: "f.md")
    ]
    try Templates.check(files, for: [command])
    command.drafts = [DraftSpec("note", when: Self.either)]
    #expect(throws: Problem.self) { try Templates.check(files, for: [command]) }
  }

  @Test func `a line of the manifest is placed at its command`() throws {
    var command = Self.command
    command.place = Place(file: "plugin.yaml", line: 6, column: 11)
    command.next = [NextSpec("Note {{extra}}", when: .answered("extra"))]
    try Templates.check([:], for: [command])
    command.next = [NextSpec("Note {{extra}}")]
    #expect(
      throws: Problem(
        .brokenPlugin, "“extra” may be absent, and then this sentence has a hole.",
        help: "Put the sentence between `{{#extra}}` and `{{/extra}}`.", at: command.place)
    ) { try Templates.check([:], for: [command]) }
  }

  @Test func `a value that is a paragraph of its own needs no section: it falls away whole`() throws
  {
    var command = Self.command
    command.drafts = [DraftSpec("note")]
    let text = "Hello,\n\n{{extra}}\n\nThat is all.\n\n{{me.name}}\n"
    let files = ["note.email": TemplateFile(text, file: "f.md")]
    try Templates.check(files, for: [command])
    let wording = Wording(today: LocalDate(2026, 11, 24))
    let draft = try Templates(files, settings: Settings(), wording: wording).draft(
      "note",
      for: Request(command: command, answers: Answers(), conversation: ConversationID(bytes: [])),
      values: [:])
    #expect(draft[.email]?.body == "Hello,\n\nThat is all.")
    for text in ["So {{extra}}\n", "So\n{{extra}}\n", "{{extra}}\nit is\n"] {
      #expect(throws: Problem.self) {
        try Templates.check(["note.email": TemplateFile(text, file: "f.md")], for: [command])
      }
    }
  }
}
