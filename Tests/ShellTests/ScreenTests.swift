import Shell
import Testing

@Suite struct ScreenTests {
  @Test func `a terminal shows colours and drawings at its own width`() {
    let screen = Screen(isTerminal: true, size: (100, 40), environment: ["TERM": "xterm-256color"])
    #expect(screen.width == 100 && screen.height == 40 && screen.colours && screen.unicode)
  }

  @Test func `a pipe is 80 columns wide and has no colours`() {
    let screen = Screen(isTerminal: false, size: (100, 40), environment: ["TERM": "xterm"])
    #expect(screen.width == 80 && !screen.colours && screen.unicode)
  }

  @Test(arguments: [true, false])
  func `COLUMNS says how wide it is`(isTerminal: Bool) {
    let screen = Screen(
      isTerminal: isTerminal, size: (100, 40), environment: ["TERM": "xterm", "COLUMNS": "60"])
    #expect(screen.width == 60)
  }

  @Test(arguments: [
    (["TERM": "xterm", "NO_COLOR": "1"], false, false, true),
    (["TERM": "xterm", "NO_COLOR": ""], false, true, true),
    (["TERM": "dumb"], false, false, false),
    ([:], false, false, false),
    (["TERM": "xterm"], true, false, false),
  ])
  func `NO_COLOR, a dumb terminal and --plain turn colours off`(
    environment: [String: String], plain: Bool, colours: Bool, unicode: Bool
  ) {
    let screen = Screen(isTerminal: true, environment: environment, plain: plain)
    #expect(screen.colours == colours && screen.unicode == unicode)
  }
}
