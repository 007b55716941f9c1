import Conversation
import RapportKit
import Testing

@Suite struct `Splitting an answer` {
  static let began = Question("began", ask: "From?", type: .time)
  static let ended = Question("ended", ask: "To?", type: .time)
  static let length = Question("length", ask: "How long?", type: .duration)
  static let cost = Question("cost", ask: "How much?", type: .money)

  @Test(arguments: [
    (
      "print labels in the warehouse, 9:10 to 12:10", "print labels in the warehouse",
      "began=09:10 ended=12:10 length=PT3H"
    ),
    ("log in from 9 to 12", "log in", "began=09:00 ended=12:00 length=PT3H"),
    ("send mail between 14:00 and 15:30.", "send mail", "began=14:00 ended=15:30 length=PT1H30M"),
    (
      "from 8am to 10am they could not scan", "scan",
      "began=08:00 ended=10:00 length=PT2H"
    ),
    ("open the app for 20 minutes", "open the app", "length=PT20M"),
    (
      "see orders between 8 and 10 in the morning", "see orders",
      "began=08:00 ended=10:00 length=PT2H"
    ),
    ("ship anything; 14:00-16:00", "ship anything", "began=14:00 ended=16:00 length=PT2H"),
    ("scan parcels, starting at 9:10, until noon", "scan parcels", "began=09:10 ended=12:00"),
    (
      "pay by card, 2pm - 4pm, in all shops", "pay by card, in all shops",
      "began=14:00 ended=16:00 length=PT2H"
    ),
    ("print", "print", ""), ("use lanes 9 to 12", "use lanes 9 to 12", ""),
    ("pay, cost them 300 EUR, since 9:10", "pay, cost them 300 EUR", "began=09:10 cost=30000 EUR"),
    ("work (9:10-12:10)", "work", "began=09:10 ended=12:10 length=PT3H"),
  ])
  func `times leave the text`(_ text: String, _ rest: String, _ answers: String) {
    let question = Question(
      "impact", ask: "They could not …", type: .text, reads: ["began", "ended", "length", "cost"])
    let filled = Fixture.reader().split(
      text, of: question, questions: [question, Self.began, Self.ended, Self.length, Self.cost],
      answers: Answers())
    #expect(filled.rest == rest)
    #expect(filled.answers.line == answers)
  }

  @Test func `times become moments on the day that is known`() {
    var answers = Answers()
    answers["happened"] = .given(.date(Moment(LocalDate(2026, 11, 23))))
    let question = Question(
      "impact", ask: "They could not …", type: .text, reads: ["from", "until"])
    let filled = Fixture.reader().split(
      "print, 9:10 to 12:10", of: question,
      questions: [
        question, Question("from", ask: "?", type: .date), Question("until", ask: "?", type: .date),
      ], answers: answers)
    #expect(filled.answers.line == "from=2026-11-23T09:10 until=2026-11-23T12:10")
  }
}
