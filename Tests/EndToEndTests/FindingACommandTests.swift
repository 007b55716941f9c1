import RapportTesting
import Testing

/// What a sentence at the prompt leads to, when it does not say all.
@Suite struct FindingACommandTests {
  let sentence = "I sent the wrong invoice"
  let asked = "With whom, or when was it? (Enter: what the knowledge base says)"

  @Test func `a mistake that names nobody asks who it was, and the name begins it`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(sentence, until: asked)
    try terminal.say("Acme", until: "1 of 6 · When was it?")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen == """
        rapport> I sent the wrong invoice
        That sounds like `mistake`: Own a mistake, and say so well.
        With whom, or when was it?  (Enter: what the knowledge base says)
        > Acme
        Noted: Acme, Maria Ortiz. (draft = write it now with what we have)
        1 of 6 · When was it?  (yesterday, 23 Nov 9:10)
        >
        """)
  }

  @Test func `a day begins it too, Enter alone looks into the pages, and a command is a command`()
    throws
  {
    let terminal = try Desk().sitDown()
    try terminal.say(sentence, until: asked)
    try terminal.say("due", until: "Nothing is due.")
    try terminal.say(sentence, until: asked)
    try terminal.say("", until: "mistakes/own-it")
    try terminal.waitForPrompt()
    try terminal.say(sentence, until: asked)
    try terminal.say("yesterday", until: "1 of 7 · Which customer?")
    try terminal.waitForPrompt()
    #expect(terminal.screen.contains("Noted: Mon 23 Nov."))
  }

  @Test func `a call told in a sentence that begins with a command's name is noted`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(
      "today Acme called and is happy with the reports", until: "Noted with Acme: call")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.contains("> \n"))
  }

  @Test func `a new name close to one on record is asked about`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(
      "mistake Acmee we sent the wrong invoice",
      until: "Acmee is new to me; added, `undo` takes it back. Did you mean Acme?")
  }
}
