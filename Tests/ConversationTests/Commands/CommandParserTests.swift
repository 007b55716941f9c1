import Conversation
import RapportKit
import Testing

/// Some commands, as a registry would hold them.
struct Commands: CommandSource {
  let all: [Command]
  var briefs: [CommandBrief] { all.map { CommandBrief($0) } }

  func command(_ name: String) throws(Problem) -> Command {
    guard let command = all.first(where: { $0.name == name }) else {
      throw Problem(.notFound, "no \(name)")
    }
    return command
  }

  static let sample = Commands(all: [
    Command(
      "mistake", plugin: "m", aliases: ["sorry", "oops"], summary: "Own a mistake.",
      says: ["we were down and nobody told the customer", "I sent Acme the wrong invoice"],
      arguments: ["customer", "happened"],
      options: [
        Question("old_price", ask: "Old price", type: .money),
        Question("told", ask: "Told", type: .yesno),
      ],
      questions: [
        .customer, Question("happened", ask: "What?", type: .text, from: .text), .text("cause"),
      ]),
    Command(
      "promise", plugin: "p", summary: "Promise.", says: ["we will send the labels by friday"],
      arguments: ["customer", "what"], questions: [.customer, .text("what")]),
    Command(
      "promise kept", plugin: "p", aliases: ["kept"], summary: "Kept.", arguments: ["number"],
      questions: [Question("number", ask: "Which?", type: .number)]),
    Command("due", aliases: ["today"], summary: "What is due."),
    Command("drafts", summary: "The drafts."), Command("drafts show", summary: "One draft."),
    Command("timeline", summary: "Timeline.", arguments: ["customer"], questions: [.customer]),
    Command("time out", summary: "A break."),
    Command("set", summary: "Set.", arguments: ["name"], questions: [.text("name")]),
    Command(
      "list", summary: "List.", arguments: ["customer", "when"],
      questions: [.customer, Question("when", ask: "When?", type: .text, from: .date)]),
  ])

  /// What `set` takes has a point in it.
  func check(_ invocation: Invocation) throws(Problem) {
    guard let name = invocation.text("name"), !name.contains(".") else { return }
    throw Problem(.usage, "There is no setting “\(name)”.")
  }
}

struct CommandParserTests {
  /// What `line` parses as, in one line.
  static func parse(_ line: String) -> String {
    do throws(Problem) {
      switch try CommandParser(Commands.sample).parse(LineWords(line)) {
      case .nothing(let flags): return "nothing" + words(flags)
      case .text(let text, let flags, let usage):
        return "text “\(text)”" + words(flags) + (usage.map { " ✗ \($0.message)" } ?? "")
      case .command(let invocation):
        let given = invocation.given.map { " \($0.id)=\($0.node.text ?? $0.node.json)" }.joined()
        return invocation.command.name + given
          + (invocation.sentence.map { " “\($0)”" } ?? "") + words(invocation.flags)
      }
    } catch {
      return "✗ \(error.message) \(error.help ?? "")"
    }
  }

  private static func words(_ flags: Flags) -> String {
    var words: [String] = flags.settings.map { "\($0.id):=\($0.value)" }
    if flags.json { words.append("json") }
    if flags.noInput { words.append("no-input") }
    if flags.help { words.append("help") }
    if let failOn = flags.failOn { words.append("fail-on:\(failOn)") }
    if let now = flags.now { words.append("now:\(now)") }
    words += flags.channels.map(\.rawValue)
    return words.map { " +\($0)" }.joined()
  }

  @Test(arguments: [
    ("", "nothing"), ("--json", "nothing +json"), ("due", "due"), ("TODAY", "due"),
    ("promise kept 3", "promise kept number=3"), ("set me.name", "set name=me.name"),
    ("kept 3", "promise kept number=3"),
    ("promise kept five", "promise kept number=five"),
    ("timeline Bank of Scotland", "timeline customer=Bank of Scotland"),
    ("timeline \"All for You\"", "timeline customer=All for You"),
    ("list tomorrow", "list when=tomorrow"), ("list Acme", "list customer=Acme"),
    ("list Oak & Co next week", "list customer=Oak & Co when=next week"),
    ("list Birch Limited by 3 December", "list customer=Birch Limited when=by 3 December"),
    ("list birch limited", "list customer=birch limited"),
    ("promise Acme new labels", "promise customer=Acme what=new labels"),
    ("promise Acme \"new\"  labels", "promise customer=Acme what=\"new\"  labels"),
    ("promise \"Oak & Co\" x", "promise customer=Oak & Co what=x"),
    ("sorry Acme we were  late, don't ask", "mistake customer=Acme “we were  late, don't ask”"),
    ("mistake Acme we were  late --json", "mistake customer=Acme “we were late” +json"),
    ("mistake --customer Acme", "mistake customer=Acme"),
    ("mistake --customer=\"Oak & Co\"", "mistake customer=Oak & Co"),
    ("mistake --cause=a=b", "mistake cause=a=b"), ("mistake --cause=", "mistake cause="),
    ("mistake --old-price \"5 EUR\"", "mistake old_price=5 EUR"),
    ("mistake --old_price 5EUR", "mistake old_price=5EUR"),
    ("mistake --told", "mistake told=yes"), ("mistake --told No", "mistake told=No"),
    ("mistake --told n Acme", "mistake told=n customer=Acme"),
    ("mistake --told Acme", "mistake told=yes customer=Acme"),
    ("mistake Acme -- --json it was", "mistake customer=Acme “--json it was”"),
    ("--json due", "due +json"), ("due --format json", "due +json"),
    ("due --format=json", "due +json"), ("--now 2026-11-24 due", "due +now:2026-11-24"),
    ("mistake --set cause=a=b --set x=", "mistake +cause:=a=b +x:="),
    ("mistake --channel email,chat --channel call", "mistake +email +chat +call"),
    ("mistake --fail-on never", "mistake +fail-on:never"),
  ])
  func `A line that names a command and parses is a command`(line: String, parsed: String) {
    #expect(Self.parse(line) == parsed)
  }

  @Test(arguments: [
    (
      "check a.md 'b c.md' --files d.md",
      "files [{\"file\":\"d.md\"},{\"file\":\"a.md\"},{\"file\":\"b c.md\"}]"
    ),
    ("check --files a.md --format line", "files [{\"file\":\"a.md\"}] format \"line\""),
    ("check --format json", "json"), ("check --format=json", "json"),
  ])
  func `A list of single answers takes each word and each flag`(line: String, given: String) throws
  {
    let file = Question("file", ask: "Which?", type: .text)
    let commands = Commands(all: [
      Command(
        "check", summary: "Check.", arguments: ["files"],
        options: [
          Question("files", ask: "Files", type: .list, group: [file]),
          Question("format", ask: "Form", type: .text),
        ])
    ])
    guard case .command(let call) = try CommandParser(commands).parse(LineWords(line)) else {
      Issue.record("no command")
      return
    }
    let words = call.given.flatMap { [$0.id, $0.node.json] } + (call.flags.json ? ["json"] : [])
    #expect(words.joined(separator: " ") == given)
  }

  @Test(arguments: [
    ("mist", "mistake"), ("oop", "mistake"), ("mi", "text “mi”"), ("mist Acme", "text “mist Acme”"),
    ("pro", "promise"), ("draf", "drafts"), ("dra --json", "text “dra --json”"),
    ("tim", "timeline"),
    ("--json mist", "mistake +json"), ("d", "text “d”"), ("nothing", "text “nothing”"),
  ])
  func `A unique prefix counts as the whole line only`(line: String, parsed: String) {
    #expect(Self.parse(line) == parsed)
  }

  @Test(arguments: [
    (
      "promise to call them",
      "text “promise to call them” ✗ `promise` takes a name, and “to” is none."
    ),
    ("kept my word", "text “kept my word” ✗ `promise kept` takes a number, and “my word” is none."),
    (
      "promise kept the 3 of us",
      "text “promise kept the 3 of us” ✗ `promise kept` takes a number, and “the 3 of us” is none."
    ),
    (
      "timeline Acme with the customer",
      "text “timeline Acme with the customer” ✗ `timeline` takes a name, and “Acme with the customer” is none."
    ),
    (
      "timeline Acme called",
      "text “timeline Acme called” ✗ `timeline` takes a name, and “Acme called” is none."
    ),
    ("list this way", "text “list this way” ✗ `list` takes a name, and “this way” is none."),
    ("set a timer", "text “set a timer” ✗ There is no setting “a timer”."),
    ("due to rain we were late", "text “due to rain we were late” ✗ “due” takes no “to”."),
    ("today nobody told Acme", "text “today nobody told Acme” ✗ “due” takes no “nobody”."),
    ("we were  late", "text “we were  late”"), ("--json we were late", "text “we were late” +json"),
    ("- we were late", "text “- we were late”"),
    ("mistake --customer", "text “mistake --customer” ✗ `--customer` needs a value."),
    (
      "mistake --customer --json",
      "text “mistake --customer --json” ✗ `--customer` needs a value."
    ),
  ])
  func `A sentence that begins with a command's name is a sentence`(line: String, parsed: String) {
    #expect(Self.parse(line) == parsed)
  }

  @Test(arguments: [
    ("mistake --custmer Acme", "✗ There is no flag “--custmer”. Did you mean “--customer”?"),
    ("mistake --jsn", "✗ There is no flag “--jsn”. Did you mean “--json”?"),
    ("mistake --zzzzzz=1", "✗ There is no flag “--zzzzzz”. See `help mistake`."),
    ("--jsn due", "✗ There is no flag “--jsn”. Did you mean “--json”?"),
    ("-x", "✗ There is no flag “-x”. See `help`."),
    ("--json=1 due", "✗ `--json` takes no value. Write `--json` alone."),
    ("--now", "✗ `--now` needs a value. Write `--now TIME`."),
    ("--now --json", "✗ `--now` needs a value. Write `--now TIME`."),
    (
      "--fail-on bad due",
      "✗ `--fail-on` takes error, warning or never, not “bad”. Choose one of the three."
    ),
    ("--channel emial due", "✗ “emial” is not a channel. Did you mean “email”?"),
    ("--set cause due", "✗ `--set` needs an id and a value. Write `--set cause=…`."),
  ])
  func `A flag nobody knows is told, with the nearest`(line: String, parsed: String) {
    #expect(Self.parse(line) == parsed)
  }

  @Test func `Flags are found wherever they stand`() throws {
    let flags = try CommandParser(Commands.sample).flags(
      LineWords("mistake --customer Acme --json late --zone=UTC"))
    #expect(flags.json)
    #expect(flags.zone == "UTC")
  }
}
