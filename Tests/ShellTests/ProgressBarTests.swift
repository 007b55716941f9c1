import Testing

@testable import Shell

struct ProgressBarTests {
  private func screen(_ columns: Int = 80, terminal: Bool = true, plain: Bool = false) -> Screen {
    Screen(
      isTerminal: terminal, size: (columns, 24), environment: ["TERM": "xterm"], plain: plain)
  }

  @Test func `a line is written when it looks different, and goes at the end`() {
    var bar = ProgressBar("Reading pages", on: screen(50))
    let steps = [0, 40, 2000, 2010, 4000].map { bar.step($0, of: 4000) }
    #expect(
      steps == [
        "\rReading pages  ░░░░░░░░░░░░░░░░░░░  0 of 4000\u{1B}[K", nil,
        "\rReading pages  █████████░░░░░░░░░░  2000 of 4000\u{1B}[K", nil, "\r\u{1B}[K",
      ])
    #expect(bar.step(4000, of: 4000) == nil)
  }

  @Test func `a pipe, a plain screen and a narrow one see nothing of it`() {
    for screen in [screen(terminal: false), screen(plain: true), screen(20)] {
      var bar = ProgressBar("Reading pages", on: screen)
      #expect([0, 1000, 4000].map { bar.step($0, of: 4000) } == [nil, nil, nil])
    }
  }
}
