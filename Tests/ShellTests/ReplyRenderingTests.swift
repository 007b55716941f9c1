import RapportKit
import Shell
import Testing

@Suite struct ReplyRenderingTests {
  let draft = Draft(
    template: "message", to: Named(name: "Maria Ortiz"),
    versions: [
      .init(
        .email, subject: "We were down on Monday",
        body: "Hello Maria,\n\nOn Monday we were down for three hours, and I am sorry.\n\nSam Reed",
        gaps: ["who will do what, by when?"]),
      .init(.chat, body: "We were down on Monday."),
    ])

  @Test func `a draft on a screen has a heading, is indented and wrapped, and says what is open`() {
    #expect(
      renderer(terminal(50)).render(draft) == [
        """
        Email to Maria Ortiz · Subject: We were down on
        Monday
          Hello Maria,

          On Monday we were down for three hours, and I am
          sorry.

          Sam Reed
        1 open: who will do what, by when?

        """
      ])
  }

  @Test func `a draft in a pipe can be sent as it is`() {
    #expect(
      renderer(pipe).render(draft) == [
        """
        Subject: We were down on Monday

        Hello Maria,

        On Monday we were down for three hours, and I am sorry.

        Sam Reed

        """
      ])
  }

  @Test func `several messages in a pipe are told apart`() {
    #expect(
      renderer(pipe).render(draft, channels: [.chat, .email]).map { $0.prefix(31) } == [
        "Email to Maria Ortiz\nSubject: W", "Chat message to Maria Ortiz\nWe ",
      ])
  }

  @Test func `a reply shows its blocks, its drafts, then what was done and what comes next`() {
    let reply = Reply(
      blocks: [.note("Promise noted."), .markdown("Two things."), .verbatim("a  b")],
      drafts: [draft],
      next: [
        NextStep("Ask Maria how we did", due: Moment(LocalDate(2026, 11, 30))),
        NextStep("Credit the fee", owner: "Dana"),
      ],
      citations: ["mistakes/own-it#name-the-harm"])
    #expect(
      renderer(pipe).render(reply, channels: [.chat], cite: true) == [
        Piece(.answers, "Two things.\n\na  b\n\nWe were down on Monday.\n"),
        Piece(
          .notes,
          """
          Promise noted.
          Mon 30 Nov: Ask Maria how we did
          Credit the fee (Dana)
          Rests on: mistakes/own-it#name-the-harm

          """),
      ])
  }

  @Test func `what somebody sent cannot steer the terminal`() {
    let blocks: [Block] = [
      .markdown("a\u{1B}]52;c;x\u{7}b"), .note("c\u{1B}[2Jd"), .verbatim("e\u{9B}f\tg"),
    ]
    let seen = renderer(terminal(40)).render(Reply(blocks: blocks)).map(\.text)
    #expect(seen == ["a]52;c;xb\n\nef\tg\n", "c[2Jd\n"])
    #expect(renderer(pipe).render(blocks[2]) == "e\u{9B}f\tg\n")
  }

  @Test func `text is never set wider than 100 columns`() {
    let line = renderer(terminal(200)).render(.markdown(String(repeating: "word ", count: 50)))
    #expect(line.split(separator: "\n").map(\.count) == [99, 99, 49])
  }

  @Test func `a problem says what happened and what to do next`() {
    let problem = Problem(
      .unknownCustomer, "I know no customer called “Acmee”.", help: "See `customer list`.",
      also: [
        Problem(
          .badFile, "new_price is empty.", at: Place(file: "customers.csv", line: 18, column: 4))
      ])
    #expect(
      renderer(pipe).render(problem) == """
        rapport: I know no customer called “Acmee”.
          See `customer list`.
        customers.csv:18:4: new_price is empty.

        """)
    #expect(
      renderer(terminal(30)).render(problem) == """
        rapport: I know no customer
        called “Acmee”.
          See `customer list`.
        customers.csv:18:4: new_price
        is empty.

        """)
  }
}
