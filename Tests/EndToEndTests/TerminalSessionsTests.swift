import Foundation
import RapportTesting
import Testing

/// What it is like to sit at the program, key by key.
@Suite struct TerminalSessionsTests {
  let outage = "we were down three hours yesterday and nobody told Acme"
  let harm = "print labels in the warehouse, 9:10 to 12:10"

  @Test func `an outage nobody told Acme about is one conversation of four questions`() throws {
    let desk = try Desk()
    let terminal = try desk.sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("released an update without testing it on the older printers", until: "3 of 4")
    try terminal.say("dana will credit the november printing fee by friday", until: "4 of 4")
    try terminal.say("no update goes out without a test on those printers")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen == """
        rapport> we were down three hours yesterday and nobody told Acme
        They have not heard, so one message breaks the news and owns it.
        Noted: Acme, Maria Ortiz, Mon 23 Nov, not told, three hours. (draft = write it
        now with what we have)
        1 of 4 · They could not …  (what; from when to when)
        > print labels in the warehouse, 9:10 to 12:10
        2 of 4 · It happened because I …  (or: we …, unknown)
        > released an update without testing it on the older printers
        3 of 4 · To put it right, …  (who will do what, by when; your limit: 500 EUR)
        > dana will credit the november printing fee by friday
        4 of 4 · From now on …  (one step that stops it)
        > no update goes out without a test on those printers
        Email to Maria Ortiz · Subject: We were down on Monday 23 November
          Hello Maria,

          On Monday 23 November we were down for three hours, from 9:10 to 12:10, and
          you could not print labels in the warehouse. I should have told you the same
          day. I did not, and I am sorry for both. It happened because I released an
          update without testing it on the older printers. From now on no update goes
          out without a test on those printers. To put it right, Dana will credit the
          November printing fee by Friday 27 November.

          If it cost you more than this, tell me: +49 30 5550 142.

          Sam Reed
        Checked: 7 of 7 parts, 99 words. Promise noted: Dana, Fri 27 Nov.
        Also: chat, call, status, letter, internal. `copy` takes it, `sent` when it is
        out.
        rapport>
        """)
    try terminal.say("copy", until: "Copied as plain paragraphs.")
    let copied = try #require(terminal.clipboard.flatMap { Data(base64Encoded: $0) })
    #expect(
      String(decoding: copied, as: UTF8.self).hasPrefix("Hello Maria,\n\nOn Monday 23 November"))
    try terminal.say("sent", until: "Told today 09:00, 21 h after it ended.")
    try terminal.say("due", until: "better")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "rapport> due") == """
        rapport> due
        no  due                    what                         who   customer  then
        ──  ──────────  ─────────  ───────────────────────────  ────  ────────  ────────
         4  Fri 27 Nov  in 3 days  Credit the November          Dana  Acme      `done 4`
                                   printing fee
         6  Mon 30 Nov  in 6 days  Ask Maria how we did, and    you   Acme      `done 6`
                                   note what we could have
                                   done better
        rapport>
        """)
    try terminal.waitForPrompt()
    terminal.send(.ctrlD)
    #expect(try terminal.exit() == 0)
  }

  @Test func `the message can be written at the second question`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("draft", until: "open")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "Hello Maria") == """
          Hello Maria,

          On Monday 23 November we were down for three hours, from 9:10 to 12:10, and
          you could not print labels in the warehouse. I should have told you the same
          day. I did not, and I am sorry for both. It happened because [why it
          happened]. From now on [what stops it from happening again]. To put it right,
          [who will do what, by when].

          If it cost you more than this, tell me: +49 30 5550 142.

          Sam Reed
        3 open: [why it happened]; [who will do what, by when]; [what stops it from
        happening again]
        Checked: 4 of 7 parts, missing: how we put it right, the reason, what changes, 3
        open, 57 words.
        Also: chat, call, status, letter, internal. `copy` takes it, `sent` when it is
        out.
        rapport>
        """)
  }

  @Test func `an unknown cause is said, with a time for news that stands in due`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("unknown", until: "3 of 4")
    try terminal.say("dana will credit the fee by friday", until: "4 of 4")
    try terminal.say("no update goes out untested", until: "I write again by 17:00 today")
    try terminal.waitForPrompt()
    try terminal.say("due", until: "24 Nov 17:00")
  }

  @Test
  func `back and change ask again, Enter keeps what was said, and a new answer replaces all of it`()
    throws
  {
    let terminal = try Desk().sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("back", until: "[print labels in")
    try terminal.waitForPrompt()
    terminal.send(.enter)
    try terminal.wait {
      $0.split(separator: "\n").suffix(2).first?.contains("2 of 4") == true
    }
    try terminal.say("change 1", until: "[print labels in")
    try terminal.say("scan parcels, 9:10 to 12:10", until: "2 of 4")
    try terminal.say("show", until: "1. They could not … scan parcels `change 2`")
    try terminal.say("draft", until: "from 9:10 to 12:10, and you could not scan parcels. I should")
  }

  @Test func `why gives the reason and its source, and a slash runs another command`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say("why", until: "mistakes/name-the-harm")
    try terminal.waitForPrompt()
    try terminal.say("/timeline Acme", until: "Nothing is noted with Acme yet.")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "> why") == """
        > why
        Complete one sentence: "They could not …" Then add from when to when. "They
        could not print labels in the warehouse, from 9:10 to 12:10." This is the
        question `mistake` asks first, because the rest of the message leans on it.
        mistakes/name-the-harm#begin-with-they-could-not (convention)
        1 of 4 · They could not …  (what; from when to when)
        > /timeline Acme
        Nothing is noted with Acme yet.
        1 of 4 · They could not …  (what; from when to when)
        >
        """)
  }

  @Test func `a command is not said to be missing when more stands behind its name`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say("due to the weather", until: "and “to the weather” is none.")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.contains("There is no command"))
    let other = try Desk().sitDown()
    try other.say("help me", until: "lists every one")
    #expect(!other.screen.contains("There is no command"))
  }

  @Test func `Enter alone does not say that an open mark was filled in`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("draft", until: "`sent` when it is")
    try terminal.say("sent", until: "in? [no]")
    try terminal.say("", until: "Then it is not marked as sent.")
  }

  @Test func `later puts a conversation aside and resume goes on, in another window too`() throws {
    let desk = try Desk()
    let terminal = try desk.sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("later", until: "Kept. `resume` goes on where you were.")
    try terminal.waitForPrompt()
    terminal.send(.ctrlD)
    #expect(try terminal.exit() == 0)
    let other = try desk.sitDown()
    #expect(
      other.screen == """
        You left “mistake” open: `resume` goes on.
        rapport>
        """)
    try other.say("resume", until: "2 of 4")
    try other.say("show", until: "print labels in the warehouse")
  }

  @Test func `Ctrl-C at a question goes back to the prompt, and resume goes on`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    // Until the line is edited the terminal drops what was typed with Ctrl-C.
    terminal.send("half an answ")
    try terminal.wait(for: "half an answ")
    terminal.send(.ctrlC)
    try terminal.wait(for: "Kept. `resume` goes on where you were.")
    try terminal.waitForPrompt()
    try terminal.say("resume", until: "You had begun “half an answ”; the Up key brings it back.")
    try terminal.say("draft", until: "you could not print labels in the warehouse")
  }

  @Test func `after a crash at a question every answer is still there`() throws {
    let desk = try Desk()
    let terminal = try desk.sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try desk.kill()
    #expect(try terminal.exit() == 137)
    let other = try desk.sitDown()
    #expect(other.screen.contains("You left “mistake” open: `resume` goes on."))
    try other.say("resume", until: "2 of 4")
    try other.say("draft", until: "you could not print labels in the warehouse")
  }

  @Test func `history lasts from one start to the next, but for lines that begin with a space`()
    throws
  {
    let desk = try Desk()
    let first = try desk.sitDown()
    try first.say("customers", until: "Maria Ortiz")
    try first.wait { $0.hasSuffix("rapport>") }
    try first.say(" due", until: "Nothing is due.")
    try first.waitForPrompt()
    first.send(.ctrlD)
    #expect(try first.exit() == 0)
    let second = try desk.sitDown()
    second.send(.up)
    try second.wait { $0.hasSuffix("rapport> customers") }
  }

  @Test func `Tab completes commands, customers, flags and their values`() throws {
    let terminal = try Desk().sitDown()
    for (typed, completed) in [
      ("custome", "rapport> customer"), ("timeline Ac", "rapport> timeline Acme"),
      ("mistake --catego", "rapport> mistake --category"),
      ("mistake --severity cri", "rapport> mistake --severity critical"),
    ] {
      terminal.send(typed)
      try terminal.wait { $0.hasSuffix("rapport> " + typed) }
      terminal.send(.tab)
      try terminal.wait { $0.hasSuffix(completed) }
      terminal.send(.ctrlU)
      try terminal.waitForPrompt()
    }
  }

  @Test func `accents and an emoji in an answer survive into the message`() throws {
    let desk = try Desk()
    let terminal = try desk.sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say("étiqueter les cartons 🎉 à Zürich", until: "2 of 4")
    try terminal.say("draft", until: "you could not étiqueter les cartons 🎉 à Zürich.")
    #expect(
      try desk.run(["drafts", "show"]).contains("you could not étiqueter les cartons 🎉 à Zürich."))
  }

  @Test func `sixty columns are enough`() throws {
    let terminal = try Desk().sitDown(columns: 60)
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("released an update without testing it on the older printers", until: "3 of 4")
    try terminal.say("draft", until: "open")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen == """
        rapport> we were down three hours yesterday and nobody told
        Acme
        They have not heard, so one message breaks the news and owns
        it.
        Noted: Acme, Maria Ortiz, Mon 23 Nov, not told, three hours.
        (draft = write it now with what we have)
        1 of 4 · They could not …  (what; from when to when)
        > print labels in the warehouse, 9:10 to 12:10
        2 of 4 · It happened because I …  (or: we …, unknown)
        > released an update without testing it on the older printer
        s
        3 of 4 · To put it right, … (who will do what, by when; your
        limit: 500 EUR)
        > draft
        Email to Maria Ortiz · Subject: We were down on Monday 23
        November
          Hello Maria,

          On Monday 23 November we were down for three hours, from
          9:10 to 12:10, and you could not print labels in the
          warehouse. I should have told you the same day. I did not,
          and I am sorry for both. It happened because I released an
          update without testing it on the older printers. From now
          on [what stops it from happening again]. To put it right,
          [who will do what, by when].

          If it cost you more than this, tell me: +49 30 5550 142.

          Sam Reed
        2 open: [who will do what, by when]; [what stops it from
        happening again]
        Checked: 5 of 7 parts, missing: how we put it right, what
        changes, 2 open, 71 words.
        Also: chat, call, status, letter, internal. `copy` takes it,
        `sent` when it is out.
        rapport>
        """)
  }

  @Test func `a fresh start says what one might type, and where it stays`() throws {
    let terminal = try Desk(knowingAcme: false).sitDown()
    #expect(
      terminal.screen == """
        Rapport: write what happened, in your own words. For example:
          we were down three hours yesterday and nobody told Acme
          I have to tell Birch Ltd that their price goes up in March
          Kite asked for a refund and the answer is no
          how do I say sorry without grovelling
        Or `help`. All of it stays on this machine: no network, no account.
        rapport>
        """)
    terminal.send(.ctrlC)
    try terminal.wait { $0.hasSuffix("rapport> ^C\nrapport>") }
    terminal.send("exit\r")
    #expect(try terminal.exit() == 0)
  }
}
