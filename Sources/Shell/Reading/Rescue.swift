import Glibc

/// The terminal's settings from before a reading, for a handler that can reach nothing but a global.
// Safe because it is written on the main actor before the handlers are installed, and only read by them.
nonisolated(unsafe) private var settingsBefore = termios()

/// Gives the terminal back when the program breaks down while it reads a line.
enum Rescue {
  private static let fatal = [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE]

  /// Remembers the terminal's settings and waits for the worst; gives the actions from before.
  static func begin() -> [(signal: Int32, before: sigaction)] {
    guard tcgetattr(0, &settingsBefore) == 0 else { return [] }
    return fatal.compactMap { signal in
      var action = sigaction()
      // The standard action is back when the signal is raised again.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      action.__sigaction_handler.sa_handler = { signal in
        tcsetattr(0, TCSANOW, &settingsBefore)
        let end: StaticString = "\u{1B}[?2004l\r\n"
        write(2, end.utf8Start, end.utf8CodeUnitCount)
        raise(signal)
      }
      var before = sigaction()
      return sigaction(signal, &action, &before) == 0 ? (signal, before) : nil
    }
  }

  /// Ends the wait.
  static func end(_ actions: [(signal: Int32, before: sigaction)]) { SignalPipe.restore(actions) }
}
