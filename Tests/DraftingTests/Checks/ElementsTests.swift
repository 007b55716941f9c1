import Drafting
import Foundation
import Testing

/// Every element with sentences that carry it and sentences that only look like it.
struct ElementsTests {
  @Test(arguments: [
    ("regret", "I am so sorry about Monday."), ("regret", "Please accept our apologies."),
    ("responsibility", "We sent you the wrong keys."),
    ("responsibility", "I should have called you."), ("responsibility", "This is on us."),
    ("responsibility", "I deleted the wrong folder. I am sorry."),
    ("explanation", "The pump failed because we had not serviced it."),
    ("explanation", "The reason: our rent has doubled."),
    ("repair", "We have refunded both nights."), ("repair", "You do not pay for the call-out."),
    ("repair", "I am sorry. A new copy leaves us tomorrow, free of charge."),
    ("prevention", "From now on two people count."),
    ("prevention", "We are sorry. We have added a check before each release."),
    ("forgiveness", "I hope you can forgive us."),
    ("what_happened", "On Tuesday your parcel went to the wrong street."),
    ("impact", "You could not open your shop."),
    ("impact", "About 300 customers were charged twice."),
    ("action", "We are replacing the cable."), ("next_update", "I write again by 17:00 today."),
    ("next_update", "The next update is at 10:15 CET."), ("contact", "Call me on 030 5550 142."),
    ("contact", "Questions go to help@acme.example."),
    ("alternative", "You can take the earlier train instead."),
    ("news_early", "Hello Kim,\n\nwe cannot repair your camera."),
    ("conditional", "We apologise if you were affected."),
    ("evasion", "Mistakes were made."), ("blame_shift", "Our supplier failed to deliver."),
    ("blame_shift", "You should have read the terms."),
    ("overpromise", "This will never happen again."),
    (
      "jargon",
      "The API returned 502 because the Redis cluster lost its cache and the pods hit a timeout."
    ),
  ])
  func `an element is found`(element: String, text: String) throws {
    #expect(try ElementProbe.carries(text, element))
  }

  @Test(arguments: [
    ("regret", "We are sorry to see you go."),
    ("responsibility", "We did not find any trace of it."),
    ("responsibility", "We have refunded you."), ("repair", "Please enter your credit card."),
    ("repair", "The monitoring is free of charge for ten pages."),
    ("prevention", "More of you have put automation in place for renewals."),
    ("prevention", "The road is now open."), ("forgiveness", "You had the chance to vote."),
    ("next_update", "The lines were back by 13:30."),
    ("contact", "The letter came on 2018-10-15 20 minutes late."),
    ("conditional", "I am sorry. If you have questions, call me."),
    ("evasion", "Your order was delivered by our driver."),
    ("blame_shift", "Our supplier was late. We should have ordered sooner."),
    ("overpromise", "We cannot promise that it never happens again."),
    ("jargon", "The bread was late because the van broke down."),
    (
      "news_early",
      "It was good to meet you in May. We enjoyed the tour and the lunch with your team very much. "
        + "Your garden is a wonder and so is your coffee. The weather was kind to us all day long. "
        + "We cannot repair your camera."
    ),
  ])
  func `what only looks like an element is not`(element: String, text: String) throws {
    #expect(try !ElementProbe.carries(text, element))
  }

  @Test(arguments: [
    "I will send you the offer today by 16:00.", "I have sent you the offer just now.",
    "Dana will send the offer today by 16:00.",
    "We have booked a new appointment for tomorrow 9:00.", "You get the month free.",
    "A new printer is on its way and arrives tomorrow.", "I'll bring you the right keys tonight.",
    "We will repeat the course on Friday.", "We will correct your invoice.",
    "I will call the insurer for you.", "This time Dana will deliver the flowers by noon.",
  ])
  func `whoever does something for them puts it right`(repair: String) throws {
    #expect(try ElementProbe.carries("I am sorry that I forgot your order. \(repair)", "repair"))
  }

  @Test(arguments: [
    "We will review your feedback.", "We will improve our monitoring by Friday.",
    "We will monitor your line.", "We will update you at 16:00.",
    "I will send you an update at 16:00.", "We will send you the incident report by Friday.",
    "We have restarted the server today.", "From now on we will send your invoice on Mondays.",
    "It will bring you joy.", "We will not send you the offer today.",
    "If you have questions, please feel free to call.", "A new version arrives tomorrow.",
    "The new week arrives by then.",
  ])
  func `news and improvements put nothing right`(sentence: String) throws {
    #expect(try !ElementProbe.carries("I am sorry that I forgot your order. \(sentence)", "repair"))
  }

  @Test func `a delivery without a fault is no remedy`() throws {
    #expect(try !ElementProbe.carries("I will send you the offer today by 16:00.", "repair"))
  }

  @Test(arguments: [
    ("responsibility", "We are sorry if you feel we let you down."),
    ("impact", "We are sorry if you feel we let you down."),
    ("responsibility", "If we let you down, we apologise."),
    ("what_happened", "We apologise if the parcel was late."),
    ("impact", "I am sorry if you could not open your shop."),
    ("prevention", "We are sorry. Will never happen again!!"),
    ("prevention", "This will never happen again."),
  ])
  func `a doubt or an absolute promise is no evidence`(element: String, text: String) throws {
    #expect(try !ElementProbe.carries(text, element))
  }

  @Test(arguments: [
    ("responsibility", "We lost your parcel and we are sorry if that upset you."),
    ("responsibility", "We are sorry if you were affected. We lost your parcel."),
    ("what_happened", "We lost your parcel and we are sorry if that upset you."),
    ("prevention", "From now on two people count, and it will never happen again."),
    ("impact", "You could not open your shop, and we apologise if the note came late."),
  ])
  func `what stands beside a doubt or a promise is evidence`(element: String, text: String) throws {
    #expect(try ElementProbe.carries(text, element))
  }

  @Test func `labelled messages are scored`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rapport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let one =
      "---\nid: '1'\nelements:\n- regret: 'yes'\n- repair: 'yes'\n- contact: unclear\n---\n\nI am sorry."
    let two = "---\nid: '2'\nelements: {regret: 'no', repair: 'no'}\n---\n\nSorry. Wir danken."
    try one.write(to: folder.appendingPathComponent("1.md"), atomically: true, encoding: .utf8)
    try two.write(to: folder.appendingPathComponent("2.md"), atomically: true, encoding: .utf8)
    let evaluation = try ElementEvaluation(folder: folder.path)
    #expect(evaluation.messages == 2)
    #expect(evaluation.mistakes == ["1 repair missed", "2 regret found: Sorry"])
    #expect(evaluation.scores.map(\.f1) == [2.0 / 3, 0])
    #expect(evaluation.scores.map(\.precision) == [0.5, nil])
    #expect(evaluation.scores.map(\.recall) == [1, 0])
    #expect(evaluation.macroF1 == 1.0 / 3)
  }
}
