import Conversation
import RapportKit
import Testing

struct CustomerMessageTests {
  @Test func `Who writes, days, amounts and every question are read out of a message`() {
    let message = Fixture.reader().message(
      """
      Hi Sam,

      the labels that were promised for 20 November have not come. When will they
      be here? We lost 380 EUR on Monday 23 November alone; who pays for that?

      Is there anything else
      we should know?
      Best regards
      Maria Ortiz
      Acme Printing
      """)
    #expect(message.customer == Fixture.acme)
    #expect(message.person == Fixture.maria)
    #expect(message.dates.map(\.description) == ["2026-11-20", "2026-11-23"])
    #expect(message.amounts == [Money(minor: 38000, currency: "EUR")])
    #expect(
      message.questions == [
        "When will they be here?",
        "We lost 380 EUR on Monday 23 November alone; who pays for that?",
        "Is there anything else we should know?",
      ])
    #expect(
      message.lines(Wording(today: LocalDate(2026, 11, 24))) == [
        "A message from Maria Ortiz (Acme). It names Fri 20 Nov, Mon 23 Nov and 380 EUR.",
        "They ask:", "  1  When will they be here?",
        "  2  We lost 380 EUR on Monday 23 November alone; who pays for that?",
        "  3  Is there anything else we should know?",
      ])
  }

  @Test func `A writer nobody knows is taken from the closing; quoting marks are passed over`() {
    let message = Fixture.reader().message(
      "> Hello,\n> is the shop open?\n>\n> Kind regards,\n> Peter Holm")
    #expect(message.person == Named(name: "Peter Holm"))
    #expect(message.customer == nil)
    #expect(message.questions == ["Is the shop open?"])
  }

  @Test func `A company under the name is the customer, new or not`() {
    let text = "When will it come?\nRegards\nTom Fell\nHead of Purchasing, Kestrel Ltd."
    #expect(Fixture.reader().message(text).person == Named(name: "Tom Fell"))
    #expect(Fixture.reader().message(text).customer == Named(name: "Kestrel Ltd."))
    #expect(Fixture.reader().message("Is it open?\nRegards\nTom Fell\nLtd").customer == nil)
  }

  @Test func `What was read answers a command's questions, and of two days none is chosen`() {
    let wording = Wording(today: LocalDate(2026, 11, 24))
    let command = Command(
      "c", summary: "",
      questions: [
        Question("customer", ask: "Who?", type: .customer, from: .customer),
        Question("who", ask: "Who there?", type: .person, from: .person),
        Question("when", ask: "When?", type: .date, from: .date),
        Question("sum", ask: "How much?", type: .money, from: .money),
        Question("what", ask: "What?", type: .text, from: .text),
      ])
    let one = Fixture.reader().message("We paid 20 EUR on 20 November.\nMaria Ortiz")
    #expect(
      one.given(for: command, wording).map { "\($0.id)=\($0.node.text ?? "")" } == [
        "customer=Acme", "who=Maria Ortiz", "when=2026-11-20", "sum=20 EUR",
      ])
    let two = Fixture.reader().message("On 20 November, then on 23 November.\nMaria Ortiz")
    #expect(two.given(for: command, wording).map(\.id) == ["customer", "who"])
  }
}
