import Conversation
import RapportKit
import Testing

@Suite struct `Reading commitments` {
  @Test(arguments: [
    (
      "dana will credit the november printing fee by friday",
      "dana|credit the november printing fee|2026-11-27"
    ),
    ("I'll send new labels tomorrow", "I|send new labels|2026-11-25"),
    ("refund them 50 EUR by 1 Dec", "-|refund them 50 EUR|2026-12-01"),
    ("we will call you within 2 days", "we|call you|2026-11-26"),
    (
      "I will send the corrected invoice today by 5pm",
      "I|send the corrected invoice|2026-11-24T17:00"
    ),
    ("we pay back 20% by Dec 15", "we|pay back 20%|2026-12-15"),
    ("sam will check it every monday", "sam|check it every monday|-"),
    ("I'd like to refund them", "I|refund them|-"),
    ("we have to call them by noon", "we|call them|2026-11-24T12:00"),
    ("dana will credit it by the end of the month at the latest", "dana|credit it|2026-11-30"),
    ("I will credit it on friday if they agree", "I|credit it if they agree|2026-11-27"),
    (
      "credit one month by friday, and send a note",
      "-|credit one month, and send a note|2026-11-27"
    ),
    ("dana will send labels (by friday)", "dana|send labels|2026-11-27"),
    ("within two days we will call", "we|call|2026-11-26"),
    ("I'll call them in 30 minutes", "I|call them|2026-11-24T09:30"),
    ("Dana: refund 50 EUR by tomorrow", "Dana|refund 50 EUR|2026-11-25"),
    ("credit the fee", "-|credit the fee|-"), ("credit the fee.", "-|credit the fee|-"),
    ("By Friday, Dana will ship the parts", "Dana|ship the parts|2026-11-27"),
    ("tomorrow I will phone Maria", "I|phone Maria|2026-11-25"),
    ("dana credits the fee by 27 Nov", "dana|credit the fee|2026-11-27"),
    ("Dana to fix the import by the end of the month", "Dana|fix the import|2026-11-30"),
    ("I'm going to rebuild the report on Thursday at 9", "I|rebuild the report|2026-11-26T09:00"),
    ("our support team will answer within the hour", "our support team|answer within the hour|-"),
    ("sam reed will send a new invoice by eod", "sam reed|send a new invoice|2026-11-24"),
    (
      "We’ll replace the two broken units no later than 3 December",
      "We|replace the two broken units|2026-12-03"
    ),
    ("we will look into it soon", "we|look into it soon|-"), ("fix it asap", "-|fix it asap|-"),
    ("The fee will be credited by Friday", "The fee|be credited|2026-11-27"),
    ("I promise to check every label until friday", "I|check every label|2026-11-27"),
    (
      "sam will tell them within 30 minutes when printing is down, from 1 december",
      "sam|tell them within 30 minutes when printing is down, from 1 december|-"
    ),
    ("send the march report by 5 January 2027", "-|send the march report|2027-01-05"),
    ("I will call them at 3pm tomorrow", "I|call them|2026-11-25T15:00"),
  ])
  func `who, what, by when`(_ text: String, _ expected: String) throws {
    let value = try Fixture.reader().read(
      text, as: Question("q", ask: "…", type: .commitment), answers: Answers())
    guard case .commitment(let promise) = value else { return }
    #expect("\(promise.who ?? "-")|\(promise.what)|\(promise.by?.description ?? "-")" == expected)
    #expect(promise.text == text)
  }

  @Test func `a commitment that needs a date asks for it`() {
    #expect(
      Fixture.read("our technician comes on Thursday", .commitment)
        == "✗ I cannot tell who does what in “our technician comes on Thursday”.")
    #expect(
      Fixture.read("Dana will do it by Friday 28 November", .commitment)
        == "✗ 28 November 2026 is a Saturday, not a Friday.")
    #expect(
      Fixture.read("credit the fee", .commitment) { $0.validate.notPast = true }
        == "✗ By when? “credit the fee” has no date.")
    #expect(
      Fixture.read("by friday", .commitment)
        == "✗ “by friday” does not say what will be done.")
    #expect(
      Fixture.read("dana will credit it by 3/4", .commitment)
        == "✗ “3/4” can be 3 April or 4 March.")
  }
}
