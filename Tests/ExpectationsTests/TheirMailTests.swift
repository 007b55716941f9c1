import Testing

@testable import Expectations

@Suite struct TheirMailTests {
  private static let mail = """
    From: Maria Lopez <maria@kite.example>
    To: sam@labels.example
    Subject: Re: our talk on Thursday

    Hi Sam,

    great to talk on Thursday! Just so that we are on the same page: you said that the import of our forty shops takes about a week, and that your team replies within two hours. We really need the reports by the 5th of each month.

    On our side I will send you the head count. We would like to start on 1 October. The budget is 1,000 euro a month.

    Best
    Maria
    """

  @Test func `in their mail “we” are they, and what they say we said is an expectation`() {
    let reading = ContractReading(Self.mail, us: "Sam Reed")
    #expect(
      reading.sheet.lines == [
        .they_do: ["On your side you will send us the head count"],
        .schedule: ["You would like to start on 1 October"],
        .price: ["The budget is 1,000 euro a month"],
      ])
    #expect(
      reading.sheet.rows == [
        Expected(what: "The import of your forty shops takes about a week", source: .pitch),
        Expected(what: "Our team replies within two hours", source: .pitch, hoped: "two hours"),
        Expected(what: "You really need the reports by the 5th of each month", hoped: nil),
      ])
    #expect(reading.unplaced == ["great to talk on Thursday!"])
  }

  @Test func `what they were shown in a demo comes from there`() {
    let reading = ContractReading(
      "Hi Sam,\n\nTom showed us Polish labels in the demo, we count on that.", us: "Sam Reed")
    #expect(
      reading.sheet.rows == [
        Expected(what: "Tom showed you Polish labels in the demo, you count on that", source: .demo)
      ])
  }

  @Test(
    arguments: [
      ("Hi Sam,\n\nwe need it.", true), ("Dear Ms Ortiz,\n\nwe offer it.", false),
      ("From: Sam Reed\n\nyou said so yesterday", false), ("I heard that you said yes.", true),
      ("The supplier delivers.", false),
    ] as [(String, Bool)])
  func `a mail is theirs when it greets us or says what we said`(text: String, isTheirs: Bool) {
    #expect(TheirMail.isTheirs(text, us: "Sam Reed") == isTheirs)
  }

  @Test(
    arguments: [
      (
        "I will send you our list, and you tell us.", "You will send us your list, and we tell you."
      ),
      ("You will call me.", "We will call you."), ("We’ll wait for you.", "You will wait for us."),
    ] as [(String, String)])
  func `a sentence of theirs is turned round`(theirs: String, ours: String) {
    #expect(TheirMail.turned(theirs) == ours)
  }
}
