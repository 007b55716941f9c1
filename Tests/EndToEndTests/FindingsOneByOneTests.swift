import Foundation
import RapportTesting
import Testing

/// Findings of a check taken one by one at the prompt, key by key.
@Suite struct FindingsOneByOneTests {
  private let mail = """
    Hello Maria,

    You could not print labels on Monday from 9:10 to 12:10. I am sorry for any inconvenience. I released an update without testing it.

    To put it right, Dana credits the November fee today. From now on no update goes out without a test. This will never happen again.

    Tell me what else it cost you: +49 30 5550 142.

    Sam

    """

  @Test func `a finding is taken, put in your words, ignored, explained and taken back`() throws {
    let desk = try Desk()
    let file = desk.home + "/mail.md"
    try mail.write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try desk.sitDown(rows: 160)
    try terminal.say("check --kind apology \(file)", until: "takes it back.")
    try terminal.say("1", until: "This one needs your words")
    try terminal.say("? 2", until: "Name what it cost them.")
    try terminal.say("1 It happened because I was in a hurry.", until: "71 words")
    #expect(
      terminal.screen(from: "rapport> 1 It") == """
        rapport> 1 It happened because I was in a hurry.
        line 9  It happened because I was in a hurry.

        1  3:69  error  “for any inconvenience” makes the harm small and unsure. Name
                        what it cost them.
              rather: I am sorry that you could not …
        2  5:102  warning  “This will never happen again” promises what nobody can. Say
                           the step you have taken instead.
              rather: From now on we …

        7 of 7 parts, 71 words
        rapport>
        """)
    #expect(try text(file).contains("\n\nIt happened because I was in a hurry.\n"))
    try terminal.say("1 that you lost your morning", until: "73 words")
    #expect(try text(file).contains("I am sorry that you lost your morning. I released"))
    try terminal.say("i 1", until: "7 of 7 parts")
    try terminal.say("a", until: "None can be taken unseen.")
    try terminal.say("1", until: "There is no finding 1. None is left.")
    try terminal.say("u", until: "71 words")
    try terminal.say("u", until: "missing the reason")
    #expect(try text(file) == mail)
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: file, encoding: .utf8)
  }
}
