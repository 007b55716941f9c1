import Drafting
import RapportKit
import Testing

struct KindsTests {
  private func checker(_ kind: String) -> Checker {
    var sources = CheckSources()
    sources.addKinds([CheckFile("k.yaml", kind)])
    return Checker(sources)
  }

  private let kind = """
    kind: short
    wants:
      - element: regret
        level: error
        message: Say sorry.
        why: mistakes/say-sorry
        add: I am sorry.
      - {element: contact, channels: [letter]}
    optional: [forgiveness]
    forbids:
      - {element: overpromise, level: error, message: Too much., rewrite: Less.}
    limits: {email: 6, why: writing/short-and-plain}
    """

  @Test func `a kind wants, forbids and limits`() throws {
    let report = try checker(kind).check(
      "We broke it. This will never happen again.", kind: "short", channel: .email)
    #expect(
      report.elements == [CheckReport.Element("regret", label: "the apology", sentence: nil)])
    #expect(
      report.findings == [
        Finding(
          "short.regret", .error, "Say sorry.", why: "mistakes/say-sorry", rewrite: "I am sorry."),
        Finding(
          "short.length", .hint, "8 words; 6 are enough here.", why: "writing/short-and-plain"),
        Finding(
          "short.overpromise", .error, "Too much.", column: 19, length: 17,
          match: "will never happen", rewrite: "Less."),
      ])
  }

  @Test func `an element names the sentence that carries it`() throws {
    let report = try checker(kind).check(
      "We were late.\nI am\n sorry for that. Please forgive us.", kind: "short", channel: .letter)
    #expect(
      report.elements == [
        .init("regret", label: "the apology", sentence: "I am sorry for that."),
        .init("contact", label: "how to reach us", sentence: nil),
        .init(
          "forgiveness", label: "the request for forgiveness", sentence: "Please forgive us.",
          wanted: false),
      ])
    #expect(report.parts == (1, 2))
  }

  @Test func `an unknown kind, element or channel is a problem with a suggestion`() {
    #expect(throws: Problem.self) { try checker(kind).check("x", kind: "shrt", channel: .email) }
    #expect(
      checker("kind: k\nwants:\n  - {element: regrett}").problems.map(\.help) == [
        "Did you mean “regret”?"
      ])
    #expect(
      checker("kind: k\nlimits: {emial: 3}").problems.map(\.help) == ["Did you mean “email”?"])
  }

  @Test func `another language is not checked, and says so`() throws {
    let report = try Checker(CheckSources(), language: "sv").check(
      "Vi ber om ursäkt.", kind: nil, channel: .email)
    #expect(report == CheckReport(words: 4, unchecked: "not checked (sv)"))
  }

  @Test(arguments: [
    "If you have questions, call me.", "Your order was delivered on Monday.",
    "I am sorry to hear that your father is ill.", "You should have received it yesterday.",
    "The guarantee covers two years.", "Let me know if it still fails.",
    "We are sorry for the delay and will be there at ten.", "Thank you for telling us at once.",
    "Our supplier delivers on Friday.", "As you asked, the report is attached.",
    "You may have the room until noon.", "Any of these dates is fine.",
    "The error occurs when the door is open.", "We will never share your address.",
    "The road is closed due to snow.", "Should you need anything, my number is below.",
    "He apologised if he was late as a child.",
  ])
  func `honest uses of dangerous words pass`(text: String) throws {
    let report = try Shipped.checker.check(text, kind: nil, channel: .email)
    #expect(report.findings.filter { $0.level == .error }.map(\.check) == [])
  }
}
