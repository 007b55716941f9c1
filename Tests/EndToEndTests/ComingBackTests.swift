import Foundation
import RapportTesting
import Testing

/// Leaving a conversation and coming back to it, at the terminal.
@Suite struct ComingBackTests {
  let outage = "we were down three hours yesterday and nobody told Acme"
  let harm = "print labels in the warehouse, 9:10 to 12:10"

  @Test func `two questionnaires deep, each question is where it was`() throws {
    let terminal = try Desk().sitDown(rows: 250)
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("/bad-news Acme --news \"our prices go up\"", until: "1 of")
    try terminal.say("/mistake Acme \"we sent the wrong invoice\" --when yesterday", until: "1 of")
    let innermost = terminal.screen(from: "1 of")
    for word in ["why", "help", "show", "/due", "unknown"] { try terminal.say(word, until: "1 of") }
    #expect(terminal.screen(from: "1 of") == innermost)
    try terminal.say("no", until: "2 of")
    try terminal.say("back", until: "1 of")
    try terminal.say("cancel", until: "Nothing was kept. `undo` brings it back. 1 of")
    try terminal.say("show", until: "our prices go up")
    try terminal.say("later", until: "Kept. `resume` goes on where you were. 2 of 4")
    try terminal.say("show", until: "1. They could not … print labels in the warehouse")
    try terminal.say("/resume", until: "1 of")
    try terminal.say("later", until: "2 of 4")
    try terminal.say("draft", until: "you could not print labels in the warehouse")
    try terminal.say("resume", until: "1 of")
    try terminal.say("show", until: "our prices go up")
  }

  @Test func `leaving the program from within a command in between leaves it, and keeps both`()
    throws
  {
    let desk = try Desk()
    let terminal = try desk.sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say("/mistake Acme \"we sent the wrong invoice\" --when yesterday", until: "1 of")
    try terminal.waitForPrompt()
    terminal.send("quit\r")
    #expect(try terminal.exit() == 0)
    let other = try desk.sitDown()
    #expect(other.screen.contains("You left “mistake” open (and 1 more): `resume` goes on."))
    try other.say("resume", until: "2 mistake · Tue 24 Nov · we")
    try other.say("2", until: "1 of")
    try other.say("later")
    try other.say("resume --show 2", until: "> we")
  }

  @Test func `what was given up comes back with undo, as long as the program runs`() throws {
    let desk = try Desk()
    let terminal = try desk.sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("forget it", until: "Nothing was kept. `undo` brings it back.")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home + "/state/journal") == [])
    try terminal.say("undo", until: "2 of 4")
    try terminal.say("draft", until: "you could not print labels in the warehouse")
  }

  @Test func `undo shows what it takes back, and redo goes through it again`() throws {
    let desk = try Desk()
    let terminal = try desk.sitDown(rows: 250)
    try terminal.say(outage, until: "1 of 4")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("unknown", until: "3 of 4")
    try terminal.say("dana will credit the fee by friday", until: "4 of 4")
    try terminal.say("no update goes out untested")
    try terminal.say("undo", until: "Take it back? [yes]")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "The last change was") == """
        The last change was “mistake”, Tue 24 Nov:
          incident “we were down” goes
          promise “Credit the fee” goes
          draft “We were down on Monday 23 November” goes
          step “Ask Maria how we did, and note what we could have done better” goes
          promise “Tell Maria Ortiz: why it happened” goes
        1 of 1 · Take it back?  [yes]
        >
        """)
    try terminal.say("no", until: "Left as it was.")
    try terminal.say("undo", until: "Take it back?")
    try terminal.say("yes", until: "`redo` goes through it again.")
    try terminal.say("redo", until: "9 of 9 · From now on …")
    try terminal.say("change cause", until: "It happened because I …")
    try terminal.say("tested it on the wrong printers", until: "From now on …")
    try terminal.say("no update goes out untested", until: "I tested it on the wrong printers")
    try terminal.waitForPrompt()
    #expect(try desk.run(["timeline", "Acme"]).split(separator: "\n").count == 2 + 4)
    #expect(try desk.run(["drafts"]).split(separator: "\n").count == 2 + 1)
    try terminal.say("sent", until: "Told today")
    try terminal.say("redo cause=\"I used the wrong cable\"", until: "another beside it")
    try terminal.say("no update goes out untested", until: "I used the wrong cable")
    #expect(try desk.run(["drafts"]).split(separator: "\n").count == 2 + 2)
  }

  @Test func `a line that is taken back mends what was noted`() throws {
    let terminal = try Desk().sitDown()
    try terminal.say(outage, until: "1 of 4")
    try terminal.say("no, it was Friday", until: "Corrected: Fri 20 Nov instead of Mon 23 Nov.")
    try terminal.say(harm, until: "2 of 4")
    try terminal.say("draft", until: "On Friday 20 November we were down")
  }
}
