import Foundation
import RapportTesting
import Testing

extension TerminalSessionsTests {
  /// Acme's quarter: promises kept, late, broken and open, two agreed rows, an outage, slips and praise.
  private func quarter() throws -> Desk {
    let desk = try Desk()
    func run(_ day: String, _ words: String...) throws {
      try desk.run(words + ["--now", "2026-\(day)T09:00", "--quiet"])
    }
    try """
    customer: Acme
    expects:
      - line: "first reply within 4 h: still 6 h, from the contract"
      - line: "95 % of deliveries on time: still 90 %, from the contract"
    """.write(toFile: desk.home + "/kick-off.yaml", atomically: true, encoding: .utf8)
    try run("08-24", "agree", "--answers", "kick-off.yaml")
    let first = 9
    for (index, promise) in [
      ("08-25", "the offer by 1 September", "kept", "09-01"),
      ("08-26", "test labels by 4 September", "kept", "09-04"),
      ("09-02", "a second printer by 11 September", "kept", "09-10"),
      ("09-07", "labels in German by 18 September", "kept", "09-18"),
      ("09-14", "a training by 25 September", "kept", "09-25"),
      ("09-21", "a report by 2 October", "kept", "10-05"),
      ("10-05", "label archive by 30 October", "broken", "11-02"),
      ("11-16", "labels for Oslo by 4 December", "", ""),
    ].enumerated() {
      try run(promise.0, "promise", "Acme", promise.1)
      if !promise.2.isEmpty { try run(promise.3, "promise", promise.2, "\(first + index)") }
    }
    try run("10-02", "log", "Acme", "praise", "Maria, “reports finally arrive on time”")
    try run("10-05", "log", "Acme", "call", "Maria sounds tired of the old archive")
    try run("10-20", "slip", "Acme", "mail unanswered 3 days")
    try run("10-28", "slip", "Acme", "wrong invoice")
    try run("11-20", "scorecard", "Acme", "first reply 3 h 10, from the ticket log")
    try run("11-20", "scorecard", "Acme", "deliveries 91 %, from the carrier's list")
    try run(
      "11-24", "mistake", "Acme", "outage", "--when", "23 Nov", "--heard", "no", "--harm",
      "print labels, 9:10 to 12:10", "--cause", "I forgot a test", "--repair", "~", "--prevent", "~"
    )
    try run("11-24", "sent")
    return desk
  }

  @Test func `a quarterly review is the records, four answers and two pages`() throws {
    let desk = try quarter()
    let terminal = try desk.sitDown()
    try terminal.say("qbr acme", until: "1 of 4")
    try terminal.say("telling us the printer models before each rollout", until: "2 of 4")
    try terminal.say("name a second contact besides maria", until: "3 of 4")
    try terminal.say(
      "sam will tell them within 30 minutes when printing is down, from 1 december",
      until: "4 of 4")
    try terminal.say("")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "rapport> qbr acme") == """
        rapport> qbr acme
        Noted: Acme, Maria Ortiz. (draft = write it now with what we have)
        Acme, 24 Aug to 24 Nov 2026, from the records:
          promises   8 made: 5 kept on time, 1 kept 3 days late, 1 broken, 1 open
          agreed     First reply within 4 h      3 h 10  as hoped
                     95 % of deliveries on time  91 %    below hoped, above 90 % floor
          hurt       outage, 23 Nov; slips: mail unanswered 3 days, wrong invoice
          they said  “reports finally arrive on time” (Maria, 2 Oct)
        Missing: how they can help, one ask, one commitment, the next date.
        1 of 4 · They could help us by …
        > telling us the printer models before each rollout
        2 of 4 · We ask them to …
        > name a second contact besides maria
        3 of 4 · Until the next review we will … (who, what, by when; your limit: 500
        EUR)
        > sam will tell them within 30 minutes when printing is down, from 1 december
        4 of 4 · Next review?  [Tue 23 Feb 2027 10:00]
        >
        Ready, all parts found. Two pages for Acme: reviews/acme-2026-11-24.html
          kept back as internal: 2 notes (show internal)
          say first: outage (23 Nov), and that we told them a day late; the broken
          promise (label archive, due 30 Oct); 95 % of deliveries on time at 91 %; the
          small slips; then what went well
        Also ready: a note to Maria with the pages (copy note), the invitation with
        reviews/acme-2026-11-24.ics, a recap to fill in.
        Promise noted: Sam, from Tue 1 Dec.
        rapport>
        """)
    try terminal.say("copy note", until: "Copied as plain paragraphs.")
    try terminal.say("sent", until: "Sent today 09:00.")
    let page = try String(
      contentsOfFile: desk.home + "/reviews/acme-2026-11-24.html", encoding: .utf8)
    #expect(
      page.contains(
        "<li>You can help us by telling us the printer models before each rollout.</li>"))
    #expect(!page.contains("tired"))
  }
}
