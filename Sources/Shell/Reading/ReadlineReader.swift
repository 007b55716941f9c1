package import Conversation
// Readline keeps its state in C globals, which Swift 6 cannot know to be safe; all use of them is on the main actor.
@preconcurrency import CReadline
import Glibc
package import RapportKit

/// Reads lines with GNU readline: history, completion, `~/.inputrc`, emacs and vi keys.
///
/// There is one line editor in a process; a second reader would share it. The terminal is in the editor's hands
/// only while a line is read, and given back whatever ends the reading.
@MainActor
package final class ReadlineReader: LineReader {
  /// The reader that readline's callbacks belong to; they carry no context of their own.
  static var current: ReadlineReader?

  private var history: CommandHistory
  let completer: Completer
  let environment: [String: String]
  /// What Tab offers at the question that is asked; nil at the command prompt.
  private(set) var offers: [Completion]?
  private let bold: Bool
  /// The signal that ended the reading for good, SIGTERM or SIGHUP; the program then ends with 128 and its number.
  package private(set) var endedBy: Int32?
  private var result: Signal?

  /// Readies the editor.
  ///
  /// - Parameters:
  ///   - history: the command lines that Up offers.
  ///   - environment: says which editor `C-x C-e` opens.
  ///   - bold: whether prompts are shown in bold type.
  ///   - completer: finds what Tab offers at the command prompt.
  package init(
    history: CommandHistory, environment: [String: String], bold: Bool = false,
    completer: @escaping Completer
  ) {
    self.history = history
    self.environment = environment
    self.bold = bold
    self.completer = completer
    Self.current = self
    Self.setUp
    // From now on Ctrl-C is heard between readings too, by `Interrupts` or by nobody.
    _ = SignalPipe.catching([SIGINT])
  }

  /// Waits for a line. After SIGTERM or SIGHUP every reading gives the end.
  package func read(_ prompt: Prompt) -> Signal {
    guard endedBy == nil else { return .end }
    offer(prompt.earlier ?? history.lines)
    offers = prompt.earlier == nil ? nil : prompt.offers
    Self.breakWords(offers == nil)
    let rescue = Rescue.begin()
    defer { Rescue.end(rescue) }
    let caught = SignalPipe.catching([SIGINT, SIGWINCH, SIGTERM, SIGHUP, SIGTSTP, SIGCONT])
    defer { SignalPipe.restore(caught) }
    // Ctrl-C in the moment between two lines is meant for the one that comes; the terminal has echoed it.
    guard !SignalPipe.arrived().contains(SIGINT) else {
      fputs("\n", rl_outstream)
      fflush(rl_outstream)
      return .interrupt
    }
    result = nil
    rl_reset_screen_size()
    rl_callback_handler_install(shown(prompt.text), Self.took)
    if !prompt.initial.isEmpty {
      rl_insert_text(prompt.initial)
      rl_redisplay()
    }
    while true {
      if let result { return result }
      wait()
    }
  }

  /// Keeps a command line for Up.
  package func remember(_ line: String) { history.add(line) }

  /// Takes the command lines that `matches` out of the history, here and on disk, and says how many those were.
  @discardableResult
  package func forget(where matches: (String) -> Bool) throws(Problem) -> Int {
    try history.erase(where: matches)
  }

  /// Called by readline with a finished line, or with nothing at the end of input.
  private static let took: @convention(c) (UnsafeMutablePointer<CChar>?) -> Void = { line in
    let text = line.map { String(cString: $0) }
    free(line)
    MainActor.assumeIsolated {
      rl_callback_handler_remove()
      if text == nil { rl_crlf() }
      fflush(rl_outstream)
      current?.result = text.map(Signal.line) ?? .end
    }
  }

  /// Waits for keys and signals, and deals with what came.
  private func wait() {
    var sources = [
      pollfd(fd: fileno(rl_instream), events: Int16(POLLIN), revents: 0),
      pollfd(fd: SignalPipe.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sources, 2, -1) >= 0 else { return }
    for signal in SignalPipe.arrived() where result == nil { hear(signal) }
    if result == nil, sources[0].revents != 0 { rl_callback_read_char() }
  }

  private func hear(_ signal: Int32) {
    switch signal {
    case SIGINT: result = giveUp(showing: "^C") ?? .interrupt
    case SIGTERM, SIGHUP:
      result = giveUp(showing: "") ?? .end
      endedBy = signal
    case SIGWINCH:
      rl_resize_terminal()
    case SIGTSTP:
      pause()
    case SIGCONT:
      rl_prep_terminal(1)
      rl_forced_update_display()
    default: break
    }
  }

  /// Leaves the line as it stands on the screen, and goes to a fresh one; gives what had been typed of it.
  private func giveUp(showing mark: String) -> Signal? {
    let typed = rl_line_buffer.map { String(cString: $0) } ?? ""
    rl_callback_sigcleanup()
    rl_point = rl_end
    rl_redisplay()
    fputs(mark, rl_outstream)
    rl_crlf()
    rl_free_line_state()
    rl_callback_handler_remove()
    fflush(rl_outstream)
    return typed.allSatisfy(\.isWhitespace) ? nil : .begun(typed)
  }

  /// Stops as Ctrl-Z asks, the terminal as it was before; SIGCONT takes it up again.
  private func pause() {
    rl_deprep_terminal()
    fflush(rl_outstream)
    var standard = sigaction()
    var before = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &standard, &before)
    kill(getpid(), SIGTSTP)
    sigaction(SIGTSTP, &before, nil)
  }

  /// Puts `lines` where Up finds them.
  private func offer(_ lines: [String]) {
    rl_clear_history()
    for line in lines { add_history(line) }
    using_history()
  }

  /// The prompt with the marks that tell readline what takes no room.
  private func shown(_ prompt: String) -> String {
    bold ? "\u{1}\u{1B}[1m\u{2}\(prompt)\u{1}\u{1B}[0m\u{2}" : prompt
  }
}
