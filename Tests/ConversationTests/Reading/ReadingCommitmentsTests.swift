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

  @Test(arguments: [
    ("dana restores it by tomorrow noon", "dana|restore it|2026-11-25T12:00|-"),
    (
      "rob rings her today at 4pm to say sorry himself",
      "rob|ring her to say sorry himself|2026-11-24T16:00|-"
    ),
    ("our technician comes on Thursday", "our technician|come|2026-11-26|-"),
    ("finance refunds the fee by friday", "finance|refund the fee|2026-11-27|-"),
    (
      "our drivers bring the right pallets tomorrow",
      "our drivers|bring the right pallets|2026-11-25|-"
    ),
    ("rob and dana rebuild the wall on saturday", "rob and dana|rebuild the wall|2026-11-28|-"),
    ("we do it again tomorrow", "we|do it again|2026-11-25|-"),
    ("will call them tomorrow", "-|call them|2026-11-25|-"),
    ("call them tomorrow to say sorry", "-|call them to say sorry|2026-11-25|-"),
    ("dana and i will visit them on Monday", "dana and i|visit them|2026-11-30|-"),
  ])
  func `people leave out the will`(_ text: String, _ expected: String) throws {
    #expect(try parts(text) == expected)
  }

  @Test(arguments: [
    (
      "i send them the right one today and they get a credit note", "i|2026-11-24",
      "i send them the right one today and they get a credit note"
    ),
    (
      "i bring their 180 euro back tomorrow and the next cake is free", "i|2026-11-25",
      "i bring their 180 euro back tomorrow and the next cake is free"
    ),
    (
      "priya has fixed it and i credit one month by 30 nov", "i|2026-11-30",
      "priya has fixed it and i credit one month by 30 nov"
    ),
    (
      "i sent the money back this morning, should be there in 2 days", "i|2026-11-26",
      "i sent the money back this morning, should be there in 2 days"
    ),
    (
      "i've sent it now and i'm calling the bank", "I|-",
      "i've sent it now and i'm calling the bank"
    ),
    ("we've already fixed it", "we|-", "we've already fixed it"),
    ("sent the money back this morning.", "I|-", "I sent the money back this morning"),
    ("calling them at 4pm", "I|2026-11-24T16:00", "I am calling them at 4pm"),
    ("you'll have it by noon tomorrow", "I|2026-11-25T12:00", "you'll have it by noon tomorrow"),
    ("the fee is credited by friday", "-|2026-11-27", "the fee is credited by friday"),
    ("refund is on its way", "-|-", "refund is on its way"),
    ("ive sent it and im calling the bank", "I|-", "I've sent it and I'm calling the bank"),
    ("was going to call them today", "I|-", "I was going to call them today"),
    ("have already fixed it", "I|-", "I have already fixed it"),
    ("i put the money back yesterday", "i|-", "i put the money back yesterday"),
    ("dana's fixing it now", "dana|-", "dana's fixing it now"),
    ("rob is calling them", "rob|-", "rob is calling them"),
    ("sam fixed it yesterday", "sam|-", "sam fixed it yesterday"),
    ("i won't charge them for it", "i|-", "i won't charge them for it"),
    ("call them tomorrow with dana", "-|2026-11-25", "I will call them tomorrow with dana"),
    (
      "dana fixes it today and says sorry", "dana|2026-11-24",
      "dana fixes it today and says sorry"
    ),
  ])
  func `a clause that will does not fit is kept`(
    _ text: String, _ parts: String, _ sentence: String
  ) throws {
    let value = try Fixture.reader().read(
      text, as: Question("q", ask: "…", type: .commitment), answers: Answers())
    guard case .commitment(let promise) = value else { return }
    #expect("\(promise.who ?? "-")|\(promise.by?.description ?? "-")" == parts)
    #expect(promise.sentence == sentence)
  }

  @Test(arguments: [
    "asap", "soon", "nothing", "dont know", "i will", "as soon as possible", "yes",
    "i don't know yet, maybe a refund", "tomorrow",
    "money",
    "i will asap",
  ])
  func `what says no deed is refused`(_ text: String) {
    #expect(Fixture.read(text, .commitment) == "✗ “\(text)” does not say what will be done.")
  }

  @Test(arguments: ["she rings them on friday", "he'll call them tomorrow", "She will do it"])
  func `a promise needs a name, not he or she`(_ text: String) {
    let who = text.lowercased().hasPrefix("she") ? "she" : "he"
    #expect(Fixture.read(text, .commitment) == "✗ Who is “\(who)”?")
    #expect(Fixture.read("she has called them already", .commitment).hasPrefix("{"))
  }

  @Test(arguments: [
    "sam calls them every monday", "sam will send the figures weekly", "we meet on Fridays",
    "dana checks each delivery every 2 weeks",
  ])
  func `what is done again and again needs no last day`(_ text: String) {
    #expect(Fixture.read(text, .commitment) { $0.validate.notPast = true }.hasPrefix("{"))
  }

  @Test func `something done already needs no date`() throws {
    #expect(
      Fixture.read("we have already fixed it", .commitment) { $0.validate.notPast = true }
        .hasPrefix("{"))
    for text in [
      "full refund by friday", "gift card", "50 euro back", "can you refund them", "is on its way",
    ] {
      #expect(
        Fixture.read(text, .commitment) == "✗ I cannot tell who does what in “\(text)”.")
    }
  }

  private func parts(_ text: String) throws -> String {
    let value = try Fixture.reader().read(
      text, as: Question("q", ask: "…", type: .commitment), answers: Answers())
    guard case .commitment(let promise) = value else { return "" }
    let by = promise.by?.description ?? "-"
    return "\(promise.who ?? "-")|\(promise.what)|\(by)|\(promise.sentence ?? "-")"
  }

  @Test func `a commitment that needs a date asks for it`() {
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
