import Drafting
import RapportKit
import Testing

struct TemplatesTests {
  static let command = Command(
    "mistake", plugin: "mistakes", summary: "Own it.",
    questions: [
      Question("person", ask: "Who?", type: .person),
      Question("when", ask: "When?", type: .date),
      Question("harm", ask: "They could not …", type: .text, hint: "what; from when to when"),
      Question(
        "cause", ask: "It happened because I …", type: .text,
        unknown: .init(say: "I do not know the cause yet; I write again {{news}}")),
      Question(
        "repair", ask: "To put it right, …", type: .commitment, gap: "who will do what, by when?"),
      Question(
        "severity", ask: "How bad?", type: .choice,
        options: [.init("minor"), .init("major", label: "a major one")], required: false),
      Question(
        "items", ask: "What else?", type: .list, required: false,
        group: [Question("item", ask: "What?", type: .text)]),
    ],
    drafts: [DraftSpec("message", kind: "apology")], values: ["untold"])

  static let email = """
    Subject: We were down on {{when.day}}

    {{person.greeting}},

    On {{when.day}} you could not {{harm}}.
    {{#untold}}
    I should have told you the same day.
    {{/untold}}
    {{#cause}}
    It happened because {{cause}}.
    {{/cause}}
    {{^cause}}
    {{cause.unknown}}
    {{/cause}}
    To put it right, {{repair}}.

    {{#severity.major}}
    This was {{severity}}.

    {{/severity.major}}
    {{#items}}
    - {{item}}
    {{/items}}

    {{>sign-off}}

    """

  static let files = [
    "message.email": TemplateFile(email, file: "templates/message.email.md"),
    "message.chat": TemplateFile("{{harm}}", file: "templates/message.chat.md"),
    "parts/sign-off": TemplateFile(
      "Regards,\\\n{{#me.name}}{{me.name}}{{/me.name}}", file: "templates/parts/sign-off.md"),
  ]

  static var answers: Answers {
    var answers = Answers()
    answers["person"] = .given(.person(Named(name: "Maria Ortiz")))
    answers["when"] = .given(.date(Moment(LocalDate(2026, 11, 23))))
    answers["harm"] = .given(.text("Print labels , in the  warehouse."))
    answers["cause"] = .given(.text("We released an update without testing it"))
    answers["repair"] = .given(
      .commitment(
        Commitment(
          who: "dana", what: "credit the fee", by: Moment(LocalDate(2026, 11, 27)),
          text: "dana will credit the fee by friday")))
    answers["severity"] = .given(.choice("major"))
    var row = Answers()
    row["item"] = .given(.text("a new test"))
    answers["items"] = .given(.list([row]))
    return answers
  }

  private func fill(
    _ answers: Answers, early: Bool = false, values: [String: Node] = [:],
    settings: [String: Value] = ["me.name": .text("Sam Reed")], spelling: Spelling = .british,
    files: [String: TemplateFile] = files
  ) throws -> Draft {
    let templates = Templates(
      files, settings: Settings(settings),
      wording: Wording(spelling: spelling, today: LocalDate(2026, 11, 24)),
      voice: Voice(mend: { $0 == "dana" ? "Dana" : $0 }))
    let request = Request(
      command: Self.command, answers: answers, conversation: ConversationID(bytes: []),
      early: early)
    return try templates.draft("message", for: request, values: values)
  }

  @Test func `a full set of answers becomes a message in every channel that has a file`() throws {
    let draft = try fill(Self.answers, values: ["untold": true])
    #expect(draft.kind == "apology")
    #expect(draft.to?.name == "Maria Ortiz")
    #expect(draft.versions.map(\.channel) == [.email, .chat])
    #expect(draft[.email]?.subject == "We were down on Monday 23 November")
    #expect(
      draft[.email]?.body == """
        Hello Maria,

        On Monday 23 November you could not Print labels, in the warehouse. I should have told you the same day. It happened because we released an update without testing it. To put it right, Dana will credit the fee by Friday 27 November.

        This was a major one.

        - A new test

        Regards,
        Sam Reed
        """)
    #expect(draft[.chat]?.body == "Print labels, in the warehouse.")
    #expect(draft[.email]?.gaps == [])
  }

  @Test func `unknown becomes an honest sentence, skipped is left out, missing is a mark`() throws {
    var answers = Answers()
    answers["when"] = .given(.date(Moment(LocalDate(2026, 11, 23))))
    answers["harm"] = .given(.text("work"))
    answers["cause"] = Answer(.unknown(news: Moment(LocalDate(2026, 11, 24), LocalTime(17))))
    answers["severity"] = Answer(.skipped)
    let email = try fill(answers, early: true, settings: [:])[.email]
    #expect(
      email?.body == """
        Hello [Who?],

        On Monday 23 November you could not work. I do not know the cause yet; I write again by 17:00 today. To put it right, [who will do what, by when?].

        Regards,
        """)
    #expect(email?.gaps == ["[Who?]", "[who will do what, by when?]"])
  }

  @Test func `American spelling changes the template's words and no answer`() throws {
    let files = [
      "message.chat": TemplateFile("I apologise: {{harm}} {{when}}", file: "m.md")
    ]
    var answers = Self.answers
    answers["harm"] = .given(.text("apologise"))
    #expect(
      try fill(answers, spelling: .american, files: files)[.chat]?.body
        == "I apologize: apologise Monday, November 23")
  }

  @Test func `a tone has its own file`() throws {
    let files = [
      "message.chat": TemplateFile("plain", file: "m.md"),
      "message.chat.warm": TemplateFile("warm", file: "w.md"),
    ]
    #expect(try fill(Self.answers, files: files)[.chat]?.body == "plain")
    let warm = try fill(Self.answers, settings: ["team.tone": .choice("warm")], files: files)
    #expect(warm[.chat]?.body == "warm")
  }

  @Test(arguments: [
    (
      "{{person.greeting}}, On {{when.day}} it broke.",
      "Hello Maria, on Monday 23 November it broke."
    ),
    ("{{person.greeting}}, I broke it.", "Hello Maria, I broke it."),
    ("{{person.greeting}}, Dana broke it.", "Hello Maria, Dana broke it."),
    (
      "{{person.greeting}},\n\nOn {{when.day}} it broke.",
      "Hello Maria,\n\nOn Monday 23 November it broke."
    ),
    ("{{person.dear}}, our van broke.", "Dear Maria, our van broke."),
  ])
  func `behind a greeting in the same line the sentence is small`(source: String, body: String)
    throws
  {
    let files = ["message.chat": TemplateFile(source, file: "m.md")]
    #expect(try fill(Self.answers, files: files)[.chat]?.body == body)
  }

  @Test func `a title is greeted with the last name`() throws {
    let files = ["message.chat": TemplateFile("{{person.greeting}} {{person.dear}}", file: "m.md")]
    var answers = Self.answers
    answers["person"] = .given(.person(Named(name: "Dr. Susan Grove")))
    #expect(try fill(answers, files: files)[.chat]?.body == "Hello Dr Grove Dear Dr Grove")
  }

  @Test func `a commitment that has its own sentence is written as it is`() throws {
    let files = ["message.chat": TemplateFile("To put it right, {{repair}}.", file: "m.md")]
    var answers = Self.answers
    answers["repair"] = .given(
      .commitment(
        Commitment(
          what: "i sent the money back to them this morning.",
          text: "i sent the money back to them this morning.",
          sentence: "I sent the money back this morning.")))
    #expect(
      try fill(answers, files: files)[.chat]?.body
        == "To put it right, I sent the money back this morning.")
  }

  @Test func `a line is filled without a full stop`() throws {
    let templates = Templates(
      [:], settings: Settings(), wording: Wording(today: LocalDate(2026, 11, 24)))
    let request = Request(
      command: Self.command, answers: Self.answers, conversation: ConversationID(bytes: []))
    #expect(
      try templates.line("ask {{person}}: {{harm}}", for: request, values: [:])
        == "ask Maria Ortiz: Print labels, in the warehouse")
  }

  @Test func `a template nobody wrote is a problem`() throws {
    #expect(throws: Problem.self) { try fill(Self.answers, files: [:]) }
  }

  @Test func `sound templates pass the check`() throws {
    try Templates.check(Self.files, for: [Self.command])
  }

  @Test func `names nobody gives, missing parts and holes are found with their place`() {
    let files = [
      "message.email": TemplateFile(
        "{{harmm}}\n{{>signoff}} {{cause}}\n{{when.time}} {{#when.time}}{{when.time}}{{/when.time}}"
          + "{{#items}}{{item}}{{/items}} {{untold.x}} {{severity.id}}",
        file: "m.md"),
      "parts/sign-off": TemplateFile("", file: "s.md"),
    ]
    var found: [String] = []
    do throws(Problem) {
      try Templates.check(files, for: [Self.command])
    } catch {
      for problem in [error] + error.also {
        found.append("\(problem.place?.description ?? "") \(problem.message) \(problem.help ?? "")")
      }
    }
    #expect(
      found == [
        "m.md:1:1 Nothing gives “harmm”. Did you mean “harm”?",
        "m.md:2:1 There is no part “signoff”. Did you mean “sign-off”?",
        "m.md:2:14 “cause” may be absent, and then this sentence has a hole. Put the sentence between `{{#cause}}` and `{{/cause}}`.",
        "m.md:3:1 “when.time” may be absent, and then this sentence has a hole. Put the sentence between `{{#when.time}}` and `{{/when.time}}`.",
        "m.md:3:85 “untold” may be absent, and then this sentence has a hole. Put the sentence between `{{#untold}}` and `{{/untold}}`.",
        "m.md:3:98 “severity” may be absent, and then this sentence has a hole. Put the sentence between `{{#severity}}` and `{{/severity}}`.",
      ])
  }

  @Test func `a page escapes values for HTML, and leaves them in plain text`() throws {
    let templates = Templates(
      [
        "page.html": TemplateFile(
          "<h1>{{title}}</h1>\n{{#rows}}<p>{{name}}: {{n}}</p>\n{{/rows}}\n{{>foot.html}}\n",
          file: "page.html"),
        "parts/foot.html": TemplateFile("<i>{{title}}</i>", file: "foot.html"),
        "page": TemplateFile("# {{title}}\n{{#rows}}- {{name}}\n{{/rows}}\n", file: "page.md"),
      ], settings: Settings(), wording: Wording(today: LocalDate(2026, 11, 24)))
    let request = Request(
      command: Command("page", summary: ""), answers: Answers(),
      conversation: ConversationID(bytes: [1]))
    let values: [String: Node] = [
      "title": "Ann & Bo", "rows": [["name": "a <b>", "n": 3], ["name": "c\nd", "n": 0]],
    ]
    let page = try templates.page("page.html", for: request, values: values)
    #expect(
      page
        == "<h1>Ann &amp; Bo</h1>\n<p>a &lt;b&gt;: 3</p>\n<p>c\nd: 0</p>\n<i>Ann &amp; Bo</i>\n\n"
    )
    let text = try templates.page("page.md", for: request, values: values)
    #expect(text == "# Ann & Bo\n- a <b>\n- c\nd\n")
  }
}
