import Foundation
import RapportKit
import Testing

@testable import Drafting

/// The messages that the shipped templates make of everyday answers, and that the checks have nothing against them.
struct ShippedMessagesTests {
  private static let today = LocalDate(2026, 11, 24)

  private static func files(_ plugin: String) -> [String: TemplateFile] {
    var files: [String: TemplateFile] = [:]
    let folder = "\(Shipped.root)/Plugins/\(plugin)/templates"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".md") {
      let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
      files[String(name.dropLast(3))] = TemplateFile(text, file: name)
    }
    return files
  }

  private static let mistake = Command(
    "mistake", summary: "Own it.",
    options: [
      Question(
        "category", ask: "What kind?", type: .choice,
        options: [.init("outage"), .init("silence"), .init("manner")])
    ],
    questions: [
      Question("customer", ask: "Which customer?", type: .customer),
      Question("person", ask: "Who?", type: .person, required: false),
      Question("happened", ask: "What happened?", type: .text),
      Question("when", ask: "When was it?", type: .date),
      Question(
        "heard", ask: "Have they heard?", type: .choice, options: [.init("yes"), .init("no")]),
      Question("harm", ask: "They could not …", type: .text),
      Question(
        "cause", ask: "It happened because I …", type: .text,
        unknown: .init(say: "I do not know the cause yet; I write again {{news}}")),
      Question("repair", ask: "To put it right, …", type: .commitment),
      Question("prevent", ask: "From now on …", type: .text),
    ])

  private static let news = Command(
    "bad-news", summary: "Tell it.",
    options: [Question("call", ask: "When?", type: .date)],
    questions: [
      Question("customer", ask: "Which customer?", type: .customer),
      Question("person", ask: "Who?", type: .person, required: false),
      Question(
        "kind", ask: "Kind?", type: .choice,
        options: [
          .init("price-rise"), .init("late"), .init("refusal"), .init("ending"), .init("other"),
        ]),
      Question("news", ask: "The news, as one whole sentence: …", type: .text),
      Question("starts", ask: "From which date?", type: .date, required: false),
      Question("because", ask: "The reason: …", type: .text),
      Question("impact", ask: "For you this means …", type: .text, required: false),
      Question("stays", ask: "This stays as it is: …", type: .text, required: false),
      Question("instead", ask: "You can …", type: .text),
    ])

  private func draft(
    _ command: Command, _ id: String, _ plugin: String, _ texts: [String: String],
    _ others: [String: Value] = [:], values: [String: Node] = [:]
  ) throws -> Draft {
    var answers = Answers()
    answers["customer"] = .given(.customer(Named(name: "Acme")))
    answers["person"] = .given(.person(Named(name: "Kate Moss")))
    for (id, text) in texts { answers[id] = .given(.text(text)) }
    for (id, value) in others { answers[id] = .given(value) }
    for question in command.questions where answers[question.id] == nil {
      answers[question.id] = Answer(.skipped)
    }
    let templates = Templates(
      Self.files(plugin), settings: Settings(["me.name": .text("Sam Reed")]),
      wording: Wording(today: Self.today), voice: Voice(address: { text, _ in text }))
    let request = Request(
      command: command, answers: answers, conversation: ConversationID(bytes: []))
    return try templates.draft(id, for: request, values: values)
  }

  private func findings(_ draft: Draft, kind: String) throws -> [String] {
    try draft.versions.flatMap { version in
      try Shipped.checker.check(version.body, kind: kind, channel: version.channel).findings
        .filter { $0.level > .hint }.map { "\(version.channel) \($0.check) \($0.match)" }
    }
  }

  @Test func `rudeness is said sorry for to the person`() throws {
    let draft = try draft(
      Self.mistake, "message", "Mistakes",
      [
        "happened": "Rob was rude to them on the phone", "cause": "I let him take calls alone",
        "prevent": "Rob calls with me beside him",
      ],
      [
        "when": .date(Moment(LocalDate(2026, 11, 23))), "category": .choice("manner"),
        "heard": .choice("yes"),
        "repair": .commitment(
          Commitment(
            who: "rob", what: "ring her and say sorry himself",
            by: Moment(Self.today, LocalTime(16)),
            text: "rob rings her today at 4pm and says sorry himself")),
      ])
    #expect(
      draft[.email]?.body == """
        Hello Kate,

        On Monday 23 November Rob was rude to you on the phone. That was wrong, and you did not deserve it. I am sorry. It happened because I let him take calls alone. From now on Rob calls with me beside him. To put it right, Rob will ring her and say sorry himself today at 16:00.

        If there is more to put right, tell me.

        Sam Reed
        """)
    #expect(
      draft[.chat]?.body.hasPrefix("Hello Kate, on Monday 23 November Rob was rude to you") == true)
    #expect(draft[.letter]?.body.hasPrefix("Dear Kate,\n\nOn Monday") == true)
    #expect(
      draft[.internal]?.body == """
        What: on Monday 23 November Rob was rude to them on the phone. It happened because I let him take calls alone.

        To be told: Kate Moss at Acme. They know of it already.

        What we do: Rob will ring her and say sorry himself today at 16:00. From now on Rob calls with me beside him.
        """)
    var message = draft
    message.versions.removeAll { $0.channel == .status }  // Nobody posts this in public.
    let found = try findings(message, kind: "apology")
    #expect(found == [])
  }

  @Test func `a mistake of ours speaks of their things as yours`() throws {
    let draft = try draft(
      Self.mistake, "message", "Mistakes",
      [
        "happened": "I sent their contract to another customer",
        "harm": "keep their prices to themselves",
        "cause": "I picked the wrong address",
        "prevent": "a second pair of eyes sees each contract",
      ],
      [
        "heard": .choice("no"), "when": .date(Moment(LocalDate(2026, 11, 23))),
        "repair": .commitment(
          Commitment(
            what: "", text: "", sentence: "I have asked them to delete it, and they confirmed it")),
      ], values: ["silent": true, "own_i": false])
    #expect(
      draft[.email]?.subject == "I sent your contract to another customer")
    #expect(
      draft[.chat]?.body == """
        Hello Kate, on Monday 23 November I sent your contract to another customer, and you could not keep your prices to yourselves. I should have told you the same day. I did not, and I am sorry for both. It happened because I picked the wrong address. From now on a second pair of eyes sees each contract. To put it right, I have asked them to delete it, and they confirmed it.
        """)
  }

  @Test func `harm that is a clause needs no “could not”`() throws {
    let draft = try draft(
      Self.mistake, "message", "Mistakes",
      ["happened": "we sent the wrong invoice", "harm": "they paid 200 EUR too much"],
      values: ["suffered": true])
    #expect(
      draft[.email]?.body.contains(
        "We sent the wrong invoice, and you paid 200 EUR too much. I am") == true)
    #expect(
      draft[.internal]?.body.contains("we sent the wrong invoice; they paid 200 EUR too much.")
        == true)
  }

  @Test func `a cause that code has put into words speaks to them too`() throws {
    let draft = try draft(
      Self.mistake, "message", "Mistakes", ["cause": "gave their order to our drivers"],
      values: ["reason": "I gave their order to our drivers"])
    #expect(
      draft[.email]?.body.contains("It happened because I gave your order to our drivers.") == true)
    #expect(
      draft[.internal]?.body.contains("It happened because I gave their order to our drivers.")
        == true)
  }

  @Test(arguments: [
    ("refusal", "We can not take the job for December"),
    ("ending", "we switch off reports classic"),
    ("refusal", "we will not build the offline mode"), ("other", "Jo leaves us"),
    ("other", "prices go up"),
    ("late", "your delivery comes on 3 December instead of 26 November"),
  ])
  func `news in few words is news to the checks`(kind: String, news: String) throws {
    let draft = try draft(
      Self.news, "news", "BadNews",
      [
        "news": news, "because": "she moves to Scotland", "impact": "a new face",
        "stays": "the price, your contact and your terms", "instead": "ask me until Friday",
      ], ["kind": .choice(kind)])
    let found = try findings(draft, kind: "news")
    #expect(found == [])
  }

  @Test func `a contact that leaves is told in whole sentences`() throws {
    let draft = try draft(
      Self.news, "news", "BadNews",
      [
        "news": "Jo leaves us", "because": "she moves to Scotland with her family",
        "stays": "the price, your contact and your terms",
        "instead": "ask me whatever you asked her",
      ], ["kind": .choice("other"), "starts": .date(Moment(LocalDate(2027, 3, 31)))])
    #expect(
      draft[.email]?.body == """
        Hello Kate,

        Jo leaves us. It takes effect on Wednesday 31 March 2027. She moves to Scotland with her family.

        This stays as it is: the price, your contact and your terms.

        You can ask me whatever you asked her. If you want to talk it over, answer this message; I read it myself.

        Sam Reed
        """)
    #expect(
      draft[.chat]?.body
        == "Hello Kate, Jo leaves us. It takes effect on Wednesday 31 March 2027. She moves to Scotland with her family. You can ask me whatever you asked her."
    )
    #expect(
      draft[.internal]?.body == """
        What: Jo leaves us. It takes effect on Wednesday 31 March 2027. She moves to Scotland with her family.

        To be told: Kate Moss at Acme. They can ask me whatever they asked her.

        Questions about it: to Sam Reed.
        """)
  }

  @Test func `a date in the news is not said twice, and a late delivery has a new date`() throws {
    func body(_ news: String) throws -> String? {
      try draft(
        Self.news, "news", "BadNews",
        ["news": news, "because": "no truck", "instead": "collect it"],
        ["kind": .choice("late"), "starts": .date(Moment(LocalDate(2026, 12, 3)))])[.chat]?.body
    }
    #expect(
      try body("your delivery comes on 3 December")
        == "Hello Kate, your delivery comes on 3 December. The reason: no truck. You can collect it."
    )
    #expect(
      try body("Your delivery will be late")
        == "Hello Kate, your delivery will be late. The new date is Thursday 3 December. The reason: no truck. You can collect it."
    )
  }

  @Test(
    arguments: [
      ("I am sorry. I sent you the wrong keys.", "apology"),
      (
        "Since 9:10 you cannot pay by card. I do not know the cause yet; I write again by 11:00.",
        "holding"
      ),
      ("Hello Kim, from 1 March your price is 440 EUR instead of 400 EUR.", "news"),
      (
        "Investigating: logins fail since 9:10 UTC. We are looking at the cause. Next update at 10:30.",
        "incident-update"
      ),
      (
        "Resolved: from 9:10 to 12:10 you could not print. An update was faulty. It works again.",
        "resolution"
      ),
      (
        "Last Friday I credited the November fee. Is it right now, or is anything missing? Tell me.",
        "follow-up"
      ),
      ("Thank you for showing the new team round on Monday. They start with a plan now.", "thanks"),
      (
        "# What we agreed\n\n## Replies\n\nSam replies within 4 hours.\n\n## Included\n\nTwo visits.",
        "sheet"
      ),
      (
        "# Review\n\n## Promises\n\nThis quarter we made eight promises and kept five.\n\n## Next review\n\n23 February.",
        "review"
      ),
      ("Lunch at one?", nil),
    ] as [(String, String?)])
  func `a text shows which kind it is`(text: String, kind: String?) {
    #expect(Shipped.checker.likelyKind(of: text) == kind)
  }
}
