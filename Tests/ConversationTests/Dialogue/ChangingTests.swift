import Conversation
import Foundation
import RapportKit
import Testing

/// Going back, correcting an answer, and what that takes along.
struct ChangingTests {
  static let branching = Command.asking(
    .choice("severity", "minor", "major"),
    .text("detail", when: .oneOf(id: "severity", values: ["major"])), .text("what"))

  @Test func `Back asks the question before again, beginning from what was typed`() {
    var talk = Talk(.asking(.text("what"), .text("more")))
    #expect(talk.say("back") == ["– This is the first question.", "1 of 2 · What?"])
    #expect(talk.say("labels", "back") == ["1 of 2 · What?  [labels]"])
    #expect(talk.prompt?.earlier == ["labels"])
    talk.say("prints", "all", "draft")
    #expect(talk.answers == "more=all what=prints")
  }

  @Test func `Change takes a number or a name, also of what was noted`() {
    var talk = Talk(
      .asking(.customer, .text("what"), .text("more"), .text("end")),
      given: [.init("customer", "Acme")])
    talk.say("labels", "all")
    #expect(talk.say("change 1") == ["1 of 3 · What?  [labels]"])
    #expect(talk.say("prints") == ["3 of 3 · End?"])
    #expect(talk.say("change More") == ["2 of 3 · More?  [all]"])
    #expect(talk.say("some", "change customer") == ["3 of 4 · Customer?  [Acme]"])
    #expect(talk.say("Kite") == ["4 of 4 · End?"])
    talk.say("draft")
    #expect(talk.answers == "customer=Kite more=some what=prints")
  }

  @Test func `Change says when there is no such answer`() {
    var talk = Talk(.asking(.text("what"), .text("more")))
    let note = "` lists them with their numbers."
    #expect(
      talk.say("change 7") == [
        "– There is no answer “7” yet; `show\(note)", "1 of 2 · What?",
      ])
    #expect(talk.say("change more").first == "– There is no answer “more” yet; `show\(note)")
  }

  @Test func `A required question passed over can be changed by its name`() {
    var talk = Talk(.asking(.text("what"), .text("more")))
    #expect(talk.say("skip", "change what") == ["1 of 2 · What?"])
    talk.say("labels", "all")
    #expect(talk.requests.map(\.early) == [false])
  }

  @Test func `A branch that closes takes its answer and its number along`() {
    var talk = Talk(Self.branching)
    #expect(talk.heard == ["1 of 2 · Severity?"])
    #expect(talk.say("major") == ["2 of 3 · Detail?"])
    #expect(talk.say("the label") == ["3 of 3 · What?"])
    #expect(talk.say("change 1") == ["1 of 3 · Severity?  [major]"])
    #expect(talk.say("minor") == ["2 of 2 · What?"])
    #expect(talk.say("back") == ["1 of 2 · Severity?  [minor]"])
    #expect(talk.say("major") == ["2 of 3 · Detail?"])
    #expect(talk.prompt?.earlier == ["the label"])
    talk.say("minor things", "labels")
    #expect(talk.answers == "detail=minor things severity=major what=labels")
  }

  @Test func `A mark in a branch that closed does not make the message early`() {
    var talk = Talk(Self.branching)
    talk.say("major", "skip", "change 1", "minor", "labels")
    #expect(talk.requests.map(\.early) == [false])
  }

  @Test func `Changing the customer takes back the person, and nothing else`() {
    var talk = Talk(
      .asking(.customer, .person, .text("what"), .text("end")),
      given: [.init("customer", "Oak & Co"), .init("person", "Tom Jones")])
    talk.say("labels")
    #expect(
      talk.say("change customer", "Vega") == [
        "– Noted: Anna Berg.", "3 of 3 · End?",
      ])
    talk.say("draft")
    #expect(talk.answers == "customer=Vega Logistics GmbH person=Anna Berg what=labels")
  }

  @Test func `The same customer again leaves the person`() {
    var talk = Talk(
      .asking(.customer, .person, .text("end")),
      given: [.init("customer", "Oak & Co"), .init("person", "Tom Jones")])
    #expect(talk.say("change customer", "Oak & Co") == ["2 of 2 · End?"])
    talk.say("draft")
    #expect(talk.answers == "customer=Oak & Co person=Tom Jones")
  }

  @Test func `A default taken from a changed answer is asked again`() {
    let after = Question(
      "after", ask: "After?", type: .date, standard: .offset(Offset(days: 2, after: "day")))
    let same = Question("same", ask: "Same?", type: .text, standard: .answer("what"))
    var talk = Talk(
      .asking(Question("day", ask: "Day?", type: .date), .text("what"), after, same, .text("end")))
    #expect(talk.say("2026-12-01", "labels") == ["3 of 5 · After?  [Thu 3 Dec]"])
    #expect(talk.say("", "") == ["5 of 5 · End?"])
    #expect(talk.say("change 1", "2026-12-07") == ["3 of 5 · After?  [Wed 9 Dec]"])
    #expect(talk.say("") == ["5 of 5 · End?"])
    #expect(talk.say("change 2", "prints") == ["4 of 5 · Same?  [prints]"])
    talk.say("draft")
    #expect(talk.answers == "after=2026-12-09 day=2026-12-07 what=prints")
  }

  @Test func `A date that must come after a changed one is asked again when it no longer does`() {
    var end = Question("end", ask: "End?", type: .date)
    end.validate.after = "begin"
    var talk = Talk(.asking(Question("begin", ask: "Begin?", type: .date), end, .text("what")))
    talk.say("2026-12-01", "2026-12-03", "change 1")
    #expect(talk.say("2026-12-02") == ["3 of 3 · What?"])
    #expect(talk.say("change 1", "2026-12-05") == ["2 of 3 · End?"])
    #expect(talk.prompt?.earlier == ["2026-12-03"])
  }

  static let harm = Question(
    "harm", ask: "They could not …", type: .text, reads: ["began", "ended"])
  static let times = [
    Question("began", ask: "Began", type: .time), Question("ended", ask: "Ended", type: .time),
  ]

  @Test func `What was read out of an answer goes with it`() {
    var talk = Talk(.asking(Self.harm, .text("end"), options: Self.times))
    talk.say("print labels, 9:10 to 12:10", "back")
    #expect(talk.prompt?.earlier == ["print labels, 9:10 to 12:10"])
    talk.say("print labels, 10:00 to 11:00", "draft")
    #expect(talk.answers == "began=10:00 ended=11:00 harm=print labels")
    talk = Talk(.asking(Self.harm, .text("end"), options: Self.times))
    talk.say("print labels, 9:10 to 12:10", "back", "print anything", "draft")
    #expect(talk.answers == "harm=print anything")
  }

  @Test func `An answer that is nothing but times is kept, and asked to say more`() {
    var talk = Talk(.asking(Self.harm, options: Self.times))
    #expect(talk.say("9:10 to 12:10").first == "✗ “9:10 to 12:10” only says when.")
    #expect(talk.prompt?.earlier == ["9:10 to 12:10"])
    talk.say("print labels, 9:10 to 12:10")
    #expect(talk.requests.first?.answers.text("harm") == "print labels")
  }
}
