import RapportTesting
import Testing

/// What it is like to say where one stands, key by key.
@Suite struct AssessmentSessionTests {
  private func answer(_ terminal: Terminal, _ answers: [String], from first: Int) throws {
    for (index, answer) in answers.enumerated() {
      try terminal.say(answer, until: "\(first + index + 1) of 12")
    }
  }

  @Test func `an assessment can be left, taken up, corrected and held against the records`() throws
  {
    let desk = try Desk()
    try desk.run(["slip", "Acme", "unanswered email 3 days"])
    try desk.run(["log", "Acme", "complaint", "nobody told us about the outage"])
    let terminal = try desk.sitDown(rows: 260)
    try terminal.say("assess Acme", until: "1 of 12")
    try terminal.say("4", until: "2 of 12")
    try terminal.say("why", until: "assessment/intelligence#do-you-know-their-work")
    try terminal.say("unknown", until: "3 of 12")
    try terminal.say("back", until: "[unknown]")
    try terminal.say("most of it", until: "3 of 12")
    try terminal.say("within the hour", until: "4 of 12")
    try terminal.say("9", until: "9 is not on the scale. Write a number from 1 to 5, or a label.")
    try terminal.say("4", until: "5 of 12")
    try terminal.say("later", until: "`resume` goes on where you were.")
    try terminal.say("resume", until: "5 of 12")
    try terminal.waitForPrompt()
    terminal.send(.enter)
    try terminal.wait { $0.contains("6 of 12") }
    try answer(terminal, ["4", "4", "4", "always", "1", "4"], from: 6)
    try terminal.say("4", until: "13 ·")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "Last, what stands out.") == """
        Last, what stands out.
        13 · You said “within the hour”. On record: Unanswered email, Tue 24 Nov (no 3
        in `timeline`). When they had a problem, how soon was somebody working on it, as
        a rule? [5]
          1  longer than a week
          2  within a week
          3  within two days
          4  the same day
          5  within the hour
        >
        """)
    try terminal.say(
      "2",
      until: "14 · You said “always”. On record: complaint, nobody told us about the outage")
    try terminal.waitForPrompt()
    terminal.send(.enter)
    try terminal.wait { $0.contains("15 · ") }
    try terminal.say("23 Nov, printing was down and nobody called", until: "makes it a promise.")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "Acme: Respect and trust, you") == """
        Acme: Respect and trust, you, Tue 24 Nov

        Reading: 3.3 of 5, mixed: the lower one, trust, decides.

        Respect          ███████████████████████░░░░░░░  3.9 of 5
          Understanding  ████████████████████████░░░░░░  4 of 5
          Decency        ██████████████████░░░░░░░░░░░░  3 of 5
          Delivering     ████████████████████████░░░░░░  4 of 5
          Good for both  ███████████████████████████░░░  4.5 of 5
        Trust            ████████████████████░░░░░░░░░░  3.3 of 5
          Honesty        ███████████████░░░░░░░░░░░░░░░  2.5 of 5
          Fairness       ████████████████████████░░░░░░  4 of 5

        • 11 of 12 answered.
        • No score where under half is answered: listening 0 of 1.

        Next:

        1. Tell Acme the one thing they would rather hear from you than find out.
           (assessment/honesty-and-ethics#are-you-upfront)
        2. Agree with Acme how soon you answer, and let the clock start when they call.
           (assessment/morality#can-they-reach-you)
        This is your view alone; `assess form Acme` asks theirs.
        `assess keep 1` puts one into `due`; `assess keep 1 --as promise` makes it a
        promise.
        rapport>
        """)
    try terminal.say("assess keep 1", until: "In `due` for Tue 8 Dec")
    try terminal.say("assess keep 1", until: "In `due` already for Tue 8 Dec")
  }

  @Test func `a draft reads what is answered so far, and says how little that is`() throws {
    let terminal = try Desk().sitDown(rows: 120)
    try terminal.say("assess Acme", until: "1 of 12")
    try terminal.say("draft", until: "None of the 12 questions is answered")
    try terminal.say("assess Acme", until: "1 of 12")
    try terminal.say("4", until: "2 of 12")
    try terminal.say("2", until: "3 of 12")
    try terminal.say("draft", until: "makes it a promise.")
    try terminal.waitForPrompt()
    #expect(
      terminal.screen(from: "Acme: Respect and trust, you") == """
        Acme: Respect and trust, you, Tue 24 Nov

        No reading, too little is answered on respect and trust.

          Understanding  ██████████████████░░░░░░░░░░░░  3 of 5

        • 2 of 12 answered.
        • No score where under half is answered: decency 0 of 2, listening 0 of 1,
          delivering 0 of 2, good for both 0 of 2, honesty 0 of 2, fairness 0 of 1.

        Next:

        1. Spend half a day where Acme works, say little, and write down three things
           you did not know. (assessment/intelligence#raise-a-low-score)
        This is your view alone; `assess form Acme` asks theirs.
        `assess keep 1` puts one into `due`; `assess keep 1 --as promise` makes it a
        promise.
        rapport>
        """)
  }
}
