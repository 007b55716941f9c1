import Conversation
import RapportKit
import Shell
import Synchronization
import Testing

/// Answers of several lines at the terminal.
struct TerminalAnswererTests {
  private static let prompt = QuestionPrompt(
    id: "sheet", number: 1, total: 1, ask: "Paste it:", options: [], earlier: [], lines: true)

  @Test(
    arguments: [
      ([.line("one\\"), .line("two\\"), .line("three")], .line("one\ntwo\nthree")),
      // Ctrl-D behind a line ends the answer, Ctrl-C breaks it off; what was typed is there in both.
      ([.line("one\\"), .line("two\\"), .end], .line("one\ntwo")),
      ([.line("one\\"), .interrupt], .begun("one")),
      ([.line("one\\"), .begun("tw")], .begun("one\ntw")),
      ([.begun("on")], .begun("on")), ([.interrupt], .interrupt), ([.end], .end),
    ] as [([Signal], Signal)])
  func `what was typed of an answer of several lines is never lost`(
    signals: [Signal], heard: Signal
  ) async {
    let reader = Script(signals)
    let answerer = TerminalAnswerer(reader: reader, environment: [:], renderer: { renderer(pipe) })
    #expect(await answerer.ask(Self.prompt) == heard)
  }

  private final class Script: LineReader {
    let signals: Mutex<[Signal]>

    init(_ signals: [Signal]) { self.signals = Mutex(signals) }

    func read(_ prompt: Prompt) async -> Signal {
      signals.withLock { $0.isEmpty ? .end : $0.removeFirst() }
    }
    func remember(_ line: String) async {}
  }
}
