import Conversation
import RapportKit
import Testing

@Suite struct `Answers that repeat the question` {
  @Test(arguments: [
    ("They could not …", "they couldn't see their orders", "see their orders"),
    ("They could not …", "could not see their orders", "see their orders"),
    ("They could not …", "they can't print", "print"),
    ("They could not …", "They cant print", "print"),
    ("They could not …", "were unable to log in", "log in"),
    ("They could not …", "she couldn’t open the shop", "open the shop"),
    ("They could not …", "they lost a day", "they lost a day"),
    ("They could not …", "open the shop", "open the shop"),
    ("They could not …", "they could not", "they could not"),
    ("It happened because I …", "because the courier lost it", "the courier lost it"),
    ("It happened because I …", "it happened because we were late", "we were late"),
    ("It happened because I …", "because i forgot", "i forgot"),
    ("It happened because I …", "I forgot", "I forgot"),
    ("It happened because I …", "that was because of me", "of me"),
    ("From now on …", "from now on we check", "we check"),
    ("From now on …", "From now on, two of us check", "two of us check"),
    ("From now on …", "on Mondays we check", "on Mondays we check"),
    ("You can …", "you can stay at 400", "stay at 400"),
    ("You can …", "they can switch", "switch"),
    ("You can …", "cancel at any time", "cancel at any time"),
    ("For you this means …", "this means a later start", "a later start"),
    ("The reason: …", "because paper costs more", "paper costs more"),
    ("The reason: …", "the reason is that paper costs more", "paper costs more"),
    ("What happened?", "they could not print", "they could not print"),
  ])
  func `the beginning is taken off`(_ ask: String, _ text: String, _ expected: String) {
    #expect(Fixture.read(text, .text) { $0.ask = ask } == expected)
  }

  @Test func `a promise's beginning as well`() throws {
    let value = try Fixture.reader().read(
      "to put it right, dana credits the fee by friday",
      as: Question("q", ask: "To put it right, …", type: .commitment), answers: Answers())
    guard case .commitment(let promise) = value else { return }
    #expect("\(promise.who ?? "-")|\(promise.what)" == "dana|credit the fee")
  }

  @Test(arguments: [
    "dont know", "don't know", "no idea", "not sure", "i don’t know yet", "we don't know yet",
    "idk", "Not clear yet", "still looking into it", "I have no idea.", "we are not sure yet",
    "we haven't found out yet", "unclear",
  ])
  func `unknown, said otherwise`(_ text: String) {
    #expect(Reader.saysUnknown(text))
    #expect(!Reader.saysNothing(text))
  }

  @Test(arguments: ["nothing", "nothing really", "none", "n/a", "-", "no", "No.", "Nothing at all"])
  func `nothing, said otherwise`(_ text: String) {
    #expect(Reader.saysNothing(text))
    #expect(!Reader.saysUnknown(text))
  }

  @Test(arguments: [
    "I did not know the address", "no idea who changed it", "we were not sure which one",
    "not sent",
    "nothing was sent", "no backup", "looking into it took a week", "", "we", "they know",
  ])
  func `more than that is an answer`(_ text: String) {
    #expect(!Reader.saysUnknown(text))
    #expect(!Reader.saysNothing(text))
  }
}
