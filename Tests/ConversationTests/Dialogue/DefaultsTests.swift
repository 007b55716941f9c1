import Conversation
import Foundation
import RapportKit
import Testing

/// What Enter alone takes, and what a batch run takes for what is absent.
struct DefaultsTests {
  static let table: [(Question, String, String)] = {
    func question(_ type: QuestionType, _ standard: Question.Default) -> Question {
      Question(
        "q", ask: "Q?", type: type, options: [.init("a", label: "the first"), .init("b")],
        standard: standard)
    }
    return [
      (question(.text, .literal("as usual")), "as usual", "as usual"),
      (question(.choice, .literal("a")), "the first", "a"),
      (question(.choices, .literal("a, b")), "the first and b", "[\"a\",\"b\"]"),
      (question(.number, .literal("365")), "365", "365"),
      (question(.yesno, .literal("no")), "no", "false"),
      (question(.date, .offset(Offset(days: 3, workdays: true))), "Fri 27 Nov", "2026-11-27"),
      (question(.date, .offset(Offset(days: 2, after: "day"))), "Thu 3 Dec", "2026-12-03"),
      (question(.date, .answer("day")), "Tue 1 Dec", "2026-12-01"),
      (question(.date, .setting("s.date")), "Wed 2 Dec 9:00", "2026-12-02T09:00"),
      (question(.time, .setting("s.time")), "9:00", "09:00"),
      (question(.duration, .setting("s.duration")), "four hours", "PT4H"),
      (question(.money, .setting("s.money")), "1,250.50 EUR", "1,250.50 EUR"),
      (question(.yesno, .setting("s.yesno")), "yes", "true"),
      (question(.choices, .setting("s.choices")), "the first and b", "[\"a\",\"b\"]"),
      (question(.choice, .setting("s.choice")), "b", "b"),
      (question(.text, .setting("s.text")), "as agreed", "as agreed"),
      (question(.number, .setting("s.number")), "2.5", "2.5"),
      (question(.person, .setting("s.person")), "Maria Ortiz", "Maria Ortiz"),
      (
        question(.commitment, .setting("s.commitment")), "Dana will call by 2026-12-01",
        "Dana will call by 2026-12-01"
      ),
    ]
  }()

  static let settings: [String: Value] = [
    "s.date": .date(Moment(LocalDate(2026, 12, 2), LocalTime(9))),
    "s.time": LocalTime(9).map(Value.time) ?? .text("none"),
    "s.duration": .duration(LocalDuration(minutes: 240)),
    "s.money": .money(Money(minor: 125050, currency: "EUR")), "s.yesno": .yesno(true),
    "s.choices": .choices(["a", "b"]), "s.choice": .choice("b"), "s.text": .text("as agreed"),
    "s.number": .number(2.5), "s.person": .person(Fixture.maria),
    "s.commitment": .commitment(
      Commitment(
        who: "Dana", what: "call", by: Moment(LocalDate(2026, 12, 1)),
        text: "Dana will call by 2026-12-01")),
  ]

  static func text(_ value: Value?) -> String {
    switch value {
    case .money(let money)?:
      Wording(spelling: .british, today: LocalDate(2026, 11, 24)).money(money)
    case .person(let named)?: named.name
    case .commitment(let commitment)?: commitment.text
    case let value?: value.node.text ?? value.node.json
    case nil: "–"
    }
  }

  @Test(arguments: table.indices)
  func `Enter takes the default, in batch it is taken`(index: Int) {
    let (question, shown, value) = Self.table[index]
    let day = Invocation.Given("day", "2026-12-01")
    let command = Command.asking(
      question, options: [Question("day", ask: "Day", type: .date)])
    var talk = Talk(command, given: [day], settings: Self.settings)
    #expect(talk.prompt?.line == "1 of 1 · Q?  [\(shown)]")
    #expect(talk.say("") == ["done"])
    #expect(Self.text(talk.requests.first?.answers["q"]?.value) == value)
    let batch = Talk(command, given: [day], settings: Self.settings, interactive: false)
    #expect(batch.heard == ["done"])
    #expect(Self.text(batch.requests.first?.answers["q"]?.value) == value)
  }

  @Test func `Last time's answer is offered as soon as the customer is known`() {
    let tone = Question("tone", ask: "Tone?", type: .text, standard: .last("tone"))
    var last = Answers()
    last["tone"] = .given(.text("warm"), origin: .record, raw: "warm")
    var talk = Talk(.asking(.customer, tone), last: last)
    #expect(talk.say("Acme") == ["2 of 2 · Tone?  [last time: warm]"])
    #expect(talk.say("") == ["done"])
    #expect(talk.answers == "customer=Acme tone=warm")
    let given = Talk(.asking(.customer, tone), given: [.init("customer", "Acme")], last: last)
    #expect(given.prompt?.line == "1 of 1 · Tone?  [last time: warm]")
    let batch = Talk(
      .asking(.customer, tone), given: [.init("customer", "Acme")], interactive: false, last: last)
    #expect(batch.answers == "customer=Acme tone=warm")
  }

  @Test func `What was typed and did not fit is not the default`() {
    let size = Question("size", ask: "Size?", type: .number, standard: .last("size"))
    var last = Answers()
    last["size"] = .given(.text("4"), origin: .record, raw: "4")
    var talk = Talk(.asking(.customer, size), given: [.init("customer", "Acme")], last: last)
    talk.say("a lot")
    #expect(talk.prompt?.standard == "last time: 4")
  }

  @Test func `An option takes its default when the command is called`() {
    let window = Question("window", ask: "Window", type: .number, standard: .setting("s.number"))
    let talk = Talk(.asking(options: [window]), settings: Self.settings)
    #expect(talk.answers == "window=2.5")
  }
}
