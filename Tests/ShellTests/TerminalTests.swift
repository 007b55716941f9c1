import RapportTesting
import Testing

@Suite struct TerminalTests {
  @Test func `what is typed comes back, line by line`() throws {
    let terminal = try Terminal(["cat"], columns: 40, rows: 6)
    terminal.send("Grüße 🎉\r")
    try terminal.wait { $0 == "Grüße 🎉\nGrüße 🎉" }
    terminal.send(.ctrlD)
    #expect(try terminal.exit() == 0)
  }

  @Test func `a program sees a terminal of the given size, and its changes`() throws {
    let terminal = try Terminal(
      ["sh", "-c", "trap 'stty size' WINCH; stty size; while read x; do echo $x; done"],
      columns: 61, rows: 7)
    try terminal.wait(for: "7 61")
    terminal.resize(columns: 50, rows: 9)
    try terminal.wait(for: "9 50")
  }

  @Test func `Ctrl-C interrupts, and the exit status says so`() throws {
    let terminal = try Terminal(["cat"])
    terminal.send("ready\r")
    try terminal.wait { $0 == "ready\nready" }
    terminal.send(.ctrlC)
    #expect(try terminal.exit() == 130)
  }

  @Test func `the screen follows the cursor, erases and wraps`() throws {
    let terminal = try Terminal(
      ["printf", #"abcdefghij\r\033[2Cxy\033[K\n1234567890AB\0337\rCD\0338!\n"#],
      columns: 10, rows: 5)
    #expect(try terminal.exit() == 0)
    #expect(terminal.screen == "abxy\n1234567890\nCD!")
  }

  @Test func `lines scroll off at the top`() throws {
    let terminal = try Terminal(["seq", "1", "9"], columns: 10, rows: 4)
    #expect(try terminal.exit() == 0)
    #expect(terminal.screen == "7\n8\n9")
  }

  @Test func `the clipboard is heard`() throws {
    let terminal = try Terminal(["printf", #"\033]52;c;SGVsbG8=\007done"#])
    try terminal.wait(for: "done")
    #expect(terminal.clipboard == "SGVsbG8=" && terminal.screen == "done")
  }

  @Test func `waiting in vain shows the screen`() throws {
    let terminal = try Terminal(["echo", "something else"])
    let failure = #expect(throws: Terminal.Failure.self) {
      try terminal.wait(for: "rapport>", timeout: 0.2)
    }
    #expect(
      failure?.description
        == "Waited 0.2 s for “rapport>”. The screen was:\nsomething else")
  }

  @Test func `a program that is not there is a failure`() {
    #expect(throws: Terminal.Failure.self) { try Terminal(["no-such-program"]) }
  }
}
