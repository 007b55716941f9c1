import RapportKit
import Testing

@testable import Expectations

private let tuesday = LocalDate(2026, 11, 24)
private let wording = Wording(today: tuesday)

/// Past days, and what half and four in five did not exceed: the nearest rank, counted by hand.
@Test(arguments: [
  ("9,12,14", 12, 14),  // the 2nd of 3; the 3rd (2.4, rounded up)
  ("7, 9, 9, 14", 9, 14),  // the 2nd of 4; the 4th (3.2)
  ("14 7 9 12 8 days", 9, 12),  // 7 8 9 12 14: the 3rd of 5; the 4th
  ("5,6,7,8,8,9,11,14,17,24", 8, 14),  // the 5th and the 8th of ten
  ("3,3,3", 3, 3),
])
func `half and four in five are the nearest ranks`(past: String, half: Int, most: Int) throws {
  let advice = try DateAdvice(past: past)
  #expect(advice.half == half)
  #expect(advice.fourInFive == most)
}

@Test func `R15 the advice is said in words, with a day`() throws {
  let advice = try DateAdvice(past: "7,8,9,14,20")
  #expect(
    advice.sentence(from: tuesday, wording)
      == "Half of jobs like this took 9 days, four in five took 14. Say 14: Tuesday 8 December.")
  // 24 November and 12 days is a Sunday.
  #expect(try DateAdvice(past: "9,12,12").day(from: tuesday) == LocalDate(2026, 12, 7))
}

@Test func `R15 fewer than three cases give no number`() throws {
  #expect(!(try DateAdvice(past: "9,12").isEnough))
  #expect(throws: Problem.self) { try DateAdvice(past: "nine,12,14") }
}

@Test func `R15 a date sooner than four in five is bold`() throws {
  let advice = try DateAdvice(past: "7,9,14")
  #expect(advice.isBold(Moment(LocalDate(2026, 12, 7)), from: tuesday))
  #expect(!advice.isBold(Moment(LocalDate(2026, 12, 8)), from: tuesday))
}

private func kept(_ title: String, _ days: Int, owner: String = "me") -> Promise? {
  var record = Record(id: RecordID(rawValue: title), kind: .promise, title: title, state: "kept")
  record.body = [
    "owner": .text(owner), "made": "2026-03-02", "first_due": "2026-03-12",
    "kept": .text(LocalDate(2026, 3, 2).adding(days: days).description),
  ]
  return Promise(record)
}

@Test func `jobs like this one share a word, and are the owner's where three of them are`() {
  let past = [
    kept("New labels for gate 4", 9), kept("Labels in German", 12), kept("Reprint the label", 14),
    kept("Credit the fee", 2), kept("Labels for Oslo", 20, owner: "Dana"),
  ].compactMap(\.self)
  let mine = DateAdvice(like: "Send the new labels", owner: "me", among: past)
  #expect(mine.cases.map(\.days) == [9, 12, 14])
  #expect(mine.like == "3 kept promises of yours with “label”")
  let danas = DateAdvice(like: "Send the new labels", owner: "Dana", among: past)
  #expect(danas.cases.map(\.days) == [9, 12, 14, 20])
  #expect(danas.like == "4 kept promises with “label”")
  #expect(DateAdvice(like: "Call them back", owner: "me", among: past).cases.isEmpty)
}
