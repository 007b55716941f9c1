import Conversation
import RapportKit
import Testing

/// What cannot go on from a question that wants a deed or a cause.
struct UnansweringTests {
  static let repair = Question("repair", ask: "To put it right, …", type: .commitment)
  static let cause = Question(
    "cause", ask: "It happened because I …", type: .text, hint: "or: we …, unknown",
    unknown: .init(say: "I do not know"))
  static let prevent = Question("prevent", ask: "From now on …", type: .text)
  static let instead = Question("instead", ask: "You can …", type: .text)
  static let harm = Question("harm", ask: "They could not …", type: .text)

  static func read(_ text: String, _ question: Question) -> String {
    do throws(Problem) {
      let value = try Fixture.reader().read(text, as: question, answers: Answers())
      return value.node.text ?? value.node.json
    } catch {
      return "✗ \(error.message) \(error.help ?? "")"
    }
  }

  @Test(
    arguments: [
      (
        repair, "9:10 to 12:10",
        "“9:10 to 12:10” does not say what will be done. Say what, by whom and by when, like `dana will credit the fee by friday`, or `skip`."
      ),
      (
        repair, "because of me",
        "“because of me” says why, and not what is done. Say what, by whom and by when, like `dana will credit the fee by friday`, or `skip`."
      ),
      (
        repair, "No, it was Friday",
        "“No, it was Friday” corrects another answer, and does not go on from this one. Say what, by whom and by when, like `dana will credit the fee by friday`, or `skip`."
      ),
      (
        cause, "9:10 to 12:10",
        "“9:10 to 12:10” only says when. Go on from “It happened because I …” in your own words, or `unknown` or `skip`."
      ),
      (
        cause, "no, it was on Friday",
        "“no, it was on Friday” corrects another answer, and does not go on from this one. Go on from “It happened because I …” in your own words, or `unknown` or `skip`."
      ),
      (
        cause, "because",
        "“because” does not say why. Go on from “It happened because I …” in your own words, or `unknown` or `skip`."
      ),
      (
        prevent, "because of the printers",
        "“because of the printers” says why, and not what is done. Go on from “From now on …” in your own words, or `skip`."
      ),
      (
        prevent, "friday",
        "“friday” only says when. Go on from “From now on …” in your own words, or `skip`."
      ),
      (
        instead, "your contact and the contract",
        "“your contact and the contract” does not go on from “You can …”. Begin with what they do, like `call me before friday`, or `skip`."
      ),
      (
        harm, "from 9 am until noon",
        "“from 9 am until noon” only says when. Go on from “They could not …” in your own words, or `skip`."
      ),
    ] as [(Question, String, String)])
  func `what cannot be meant is refused with the reason and an example`(
    question: Question, text: String, problem: String
  ) {
    #expect(Self.read(text, question) == "✗ " + problem)
  }

  @Test(
    arguments: [
      (cause, "because of me"), (cause, "because we forgot"), (cause, "due to a bug"),
      (cause, "Friday was a holiday"), (cause, "on Friday nobody was in"), (cause, "no, we forgot"),
      (cause, "I was late"), (cause, "it was Friday and nobody checked"), (cause, "12"),
      (cause, "second printer"), (cause, "no, it was the printer"), (cause, "the printer, 9:10"),
      (prevent, "every Friday we test"), (prevent, "two people check it"),
      (prevent, "9:00 is the deadline"), (prevent, "no, we test it"), (prevent, "on Fridays"),
      (harm, "print from 9 to 12"),
      (harm, "the labels, all day"), (instead, "call me"), (instead, "all come on Friday"),
      (harm, "open on Friday"), (harm, "wait until 9"),
      (repair, "9:10 call to them by Dana"), (repair, "refund 50 EUR"), (repair, "call them today"),
      (repair, "due diligence by Sam until Friday"), (repair, "by Friday I call them"),
      (repair, "we refund it because it was our fault"), (repair, "credit note on Friday"),
    ] as [(Question, String)])
  func `whatever could be meant is let through`(question: Question, text: String) {
    #expect(!Self.read(text, question).contains("only says when"))
    #expect(!Self.read(text, question).contains("says why"))
    #expect(!Self.read(text, question).contains("does not say what"))
    #expect(!Self.read(text, question).contains("corrects another"))
    #expect(!Self.read(text, question).contains("does not go on"))
  }

  @Test func `elsewhere a time is an answer`() {
    for ask in [
      "A person answers within …", "The dates are …", "They reach us …", "What happened?",
    ] {
      #expect(Self.read("9:10 to 12:10", Question("q", ask: ask, type: .text)) == "9:10 to 12:10")
    }
  }
}
