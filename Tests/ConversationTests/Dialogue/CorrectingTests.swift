import Conversation
import RapportKit
import Testing

/// Changing one's mind in the middle: "no, it was Tuesday".
struct CorrectingTests {
  static let day = Question("day", ask: "When?", type: .date, from: .date)
  static let cost = Question("cost", ask: "How much?", type: .money)
  static let kind = Question.choice("kind", "minor", "major")

  @Test(arguments: [
    ("no, it was Sunday", "Corrected: Sun 22 Nov instead of Mon 23 Nov.", "day=2026-11-22"),
    ("No, Friday.", "Corrected: Fri 20 Nov instead of Mon 23 Nov.", "day=2026-11-20"),
    ("sorry, I meant 20 Nov", "Corrected: Fri 20 Nov instead of Mon 23 Nov.", "day=2026-11-20"),
    (
      "no, it was at 14:30", "Corrected: Mon 23 Nov 14:30 instead of Mon 23 Nov.",
      "day=2026-11-23T14:30"
    ),
    (
      "actually, last friday, not monday", "Corrected: Fri 20 Nov instead of Mon 23 Nov.",
      "day=2026-11-20"
    ),
  ])
  func `A date given before is mended, and the question stands`(
    line: String, note: String, answer: String
  ) {
    var talk = Talk(.asking(Self.day, .text("what"), .text("end")), settings: Fixture.euro)
    talk.say("yesterday", "labels")
    #expect(talk.say(line) == ["– \(note)", "3 of 3 · End?"])
    talk.say("done with it")
    #expect(talk.answers == "\(answer) end=done with it what=labels")
  }

  @Test(arguments: [
    Question("heard", ask: "Heard?", type: .yesno), .choice("heard", "yes", "no"),
  ])
  func `Where "no" is an answer, a day is mended all the same`(question: Question) {
    var talk = Talk(.asking(Self.day, .text("what"), question))
    talk.say("yesterday", "labels")
    #expect(
      talk.say("no, it was Sunday").first == "– Corrected: Sun 22 Nov instead of Mon 23 Nov.")
    #expect(talk.say("no, we did not tell them") == ["done"])
    #expect(talk.answers.hasPrefix("day=2026-11-22 heard="))
  }

  @Test func `Where a deed is wanted, a day mends the day, and a deed behind no is the deed`() {
    let repair = Question("repair", ask: "To put it right, …", type: .commitment)
    var talk = Talk(.asking(Self.day, repair))
    talk.say("yesterday")
    #expect(
      talk.say("No, it was Friday") == [
        "– Corrected: Fri 20 Nov instead of Mon 23 Nov.", "2 of 2 · To put it right, …",
      ])
    talk.say("no, dana will credit the fee by friday")
    #expect(talk.answers == "day=2026-11-20 repair=[dana|credit the fee|2026-11-27]")
  }

  @Test func `What was noted is mended by one word`() {
    var talk = Talk(
      .asking(.customer, Self.day, .text("what")), sentence: "we let Acme down yesterday")
    #expect(talk.heard == ["– Noted: Acme, Mon 23 Nov.", "1 of 1 · What?"])
    #expect(
      talk.say("no, Kite") == ["– Corrected: Kite instead of Acme.", "1 of 1 · What?"])
    talk.say("labels")
    #expect(talk.answers == "customer=Kite day=2026-11-23 what=labels")
  }

  @Test func `The latest answer that it fits is meant`() {
    var talk = Talk(
      .asking(Self.kind, Self.cost, Self.day, .text("end")), settings: Fixture.euro)
    talk.say("minor", "300 EUR", "yesterday")
    #expect(talk.say("no, major").first == "– Corrected: major instead of minor.")
    #expect(talk.say("sorry, 500 EUR").first == "– Corrected: 500 EUR instead of 300 EUR.")
    #expect(talk.say("I meant friday").first == "– Corrected: Fri 20 Nov instead of Mon 23 Nov.")
    talk.say("fine")
    #expect(talk.answers == "cost=50000 EUR day=2026-11-20 end=fine kind=major")
  }

  @Test func `A text is mended only where the line says so`() {
    var talk = Talk(.asking(.text("what"), .text("more"), .text("end")))
    #expect(
      talk.say("labels", "no, I meant the printer") == [
        "– Corrected: the printer instead of labels.", "2 of 3 · More?",
      ])
    talk.say("sorry, we forgot", "no, nothing new")
    #expect(talk.answers == "end=no, nothing new more=sorry, we forgot what=the printer")
  }

  @Test(arguments: [
    "no update goes out without a test", "sorry for the delay", "no, we forgot",
    "wait for the bell",
    "actually we forgot", "sorry, it was our fault", "it was Tuesday", "no",
  ])
  func `What only sounds like it is an answer`(line: String) {
    var talk = Talk(
      .asking(Self.day, Self.cost, .text("what", required: false), .text("end")),
      settings: Fixture.euro)
    talk.say("yesterday", "300 EUR", line)
    #expect(talk.heard == ["4 of 4 · End?"])
  }

  @Test func `What answers the question that is asked is its answer`() {
    let heard = Question("heard", ask: "Have they heard?", type: .yesno)
    var talk = Talk(.asking(Self.day, heard, Self.day2, .text("end")), settings: Fixture.euro)
    talk.say("yesterday")
    #expect(talk.say("no, they have not") == ["3 of 4 · And then?"])
    talk.say("today", "draft")
    #expect(talk.answers == "day=2026-11-23 heard=false then=2026-11-24")
  }
  static let day2 = Question("then", ask: "And then?", type: .date)

  @Test func `What rests on it is asked again`() {
    let after = Question(
      "after", ask: "After?", type: .date, standard: .offset(Offset(days: 2, after: "day")))
    var talk = Talk(.asking(Self.day, after, .text("end")))
    talk.say("1 Dec", "")
    #expect(
      talk.say("no, 7 Dec") == [
        "– Corrected: Mon 7 Dec instead of Thu 3 Dec.", "3 of 3 · End?",
      ])
    #expect(
      talk.say("change 1", "8 Dec") == ["3 of 3 · End?"])
  }

  @Test func `In a list the row is mended`() {
    let list = Question(
      "steps", ask: "Steps", type: .list, group: [.text("who"), Self.day, .text("did")])
    var talk = Talk(.asking(list))
    #expect(
      talk.say("Dana", "yesterday", "no, it was Sunday")
        == ["– Corrected: Sun 22 Nov instead of Mon 23 Nov.", "1 of 1 · Did?"])
    talk.say("called", "")
    guard case .list(let rows)? = talk.requests.first?.answers["steps"]?.value else {
      Issue.record("no rows")
      return
    }
    #expect(rows.map(\.line) == ["day=2026-11-22 did=called who=Dana"])
  }
}
