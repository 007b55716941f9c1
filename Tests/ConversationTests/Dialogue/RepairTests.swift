import Conversation
import RapportKit
import Testing

/// What is said when an answer does not fit, or nothing is known.
struct RepairTests {
  static let table: [(Question, String, String)] = [
    (Question("q", ask: "Q?", type: .number), "a lot", "A number: 12, 1.5 or 5k."),
    (
      Question("q", ask: "Q?", type: .date), "some day",
      "A date as you write it: yesterday 14:00, in 3 days, by friday, 26 Nov."
    ),
    (Question("q", ask: "Q?", type: .time), "late", "A time of day: 9:10, 3pm, noon."),
    (
      Question("q", ask: "Q?", type: .duration), "ages",
      "A length: three hours, 90 minutes, 2 days."
    ),
    (Question("q", ask: "Q?", type: .money), "a lot", "An amount with its currency: 500 EUR."),
    (Question("q", ask: "Q?", type: .yesno), "perhaps", "yes or no."),
    (.choice("q", "minor", "major"), "blue", "One of: minor, major."),
    (
      Question("q", ask: "Q?", type: .commitment), "asap",
      "Who will do what by when, in one sentence: dana will credit the fee by friday."
    ),
  ]

  @Test(arguments: table.indices)
  func `The second miss in a row offers an example and the ways out`(index: Int) {
    let (question, line, example) = Self.table[index]
    var talk = Talk(.asking(question, drafts: [DraftSpec("m")]))
    #expect(talk.say(line).count == 2)
    #expect(
      talk.say(line).dropFirst().first
        == "– \(example) Or: `skip` passes over it, `draft` writes the message without it.")
    #expect(talk.say(line).count == 2)
  }

  @Test func `The ways out are those that the question has`() {
    var question = ControlWordsTests.cause
    question.type = .date
    var talk = Talk(.asking(question))
    talk.say("some day", "any day")
    #expect(
      talk.heard[1].hasSuffix(
        "Or: `skip` passes over it, `unknown` says that you do not know yet, `why` says what it is for."
      ))
  }

  @Test func `An answer that fits ends the count`() {
    let number = Question("n", ask: "N?", type: .number)
    var talk = Talk(.asking(number, Question("m", ask: "M?", type: .number), .text("end")))
    talk.say("a lot", "3", "a lot")
    #expect(talk.heard.count == 2)
    talk.say("4", "change 1", "a lot")
    #expect(talk.heard.count == 2)
  }

  @Test(arguments: ["no idea", "I don't know yet", "not sure", "dont know", "unknown", "Unknown."])
  func `Not knowing is said in words, at any question`(line: String) {
    for type in [QuestionType.text, .date, .money, .commitment, .number] {
      var question = ControlWordsTests.cause
      question.type = type
      var talk = Talk(.asking(question))
      #expect(talk.say(line) == ["done"])
      #expect(talk.requests.first?.answers["cause"]?.isUnknown == true)
      var plain = Talk(.asking(Question("q", ask: "Q?", type: type)))
      #expect(
        plain.say(line).first == "– This one cannot be left unknown; `skip` passes over it.")
    }
  }

  @Test(arguments: [
    ("stop", "cancelled"), ("Stop.", "cancelled"), ("forget it", "cancelled"),
    ("never mind", "cancelled"), ("quit", "left"), ("exit", "left"), ("Exit!", "left"),
  ])
  func `Words that end it do`(line: String, ending: String) {
    var talk = Talk(.asking(.text("what"), .text("more")))
    #expect(talk.say("labels", line) == [ending])
  }

  @Test func `A long answer is written in an editor, beginning from what was said`() {
    var talk = Talk(.asking(Question("note", ask: "Note?", type: .longtext), .text("end")))
    talk.edited = "two\nlines"
    #expect(talk.say("edit") == ["edit ", "2 of 2 · End?"])
    #expect(talk.say("change 1") == ["1 of 2 · Note?  [two lines]"])
    talk.edited = "three\nlines"
    #expect(talk.say("edit") == ["edit two\nlines", "2 of 2 · End?"])
    talk.say("end")
    #expect(talk.requests.first?.answers.text("note") == "three\nlines")
  }

  @Test func `A command in between changes nothing but who is known and what is set`() {
    var talk = Talk(
      .asking(.customer, .text("what"), drafts: [DraftSpec("m")]), personal: [ResumingTests.name])
    #expect(talk.say("Nordlicht").first == "– Nordlicht is new to me; added, `undo` takes it back.")
    let known = Named(id: RecordID(rawValue: "NORD"), name: "Nordlicht")
    talk.met.customers.append(.init(id: known.id ?? RecordID(rawValue: ""), name: known.name))
    talk.set = ["me.name": .text("Sam")]
    #expect(
      talk.say("/customer add Nordlicht") == ["run customer add Nordlicht", "2 of 2 · What?"])
    #expect(talk.say("labels") == ["done"])
    #expect(talk.requests.first?.answers.named("customer") == known)
    #expect(talk.saved.isEmpty)
    var other = Talk(.asking(.text("what")))
    #expect(other.say("/exit") == ["run exit", "left"])
  }
}
