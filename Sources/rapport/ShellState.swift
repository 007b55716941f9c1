import Conversation
import Synchronization

/// What lasts from one line to the next in a shell: whether somebody is there, and how to begin another command.
final class ShellState: Sendable {
  /// Whether there is somebody to ask.
  let interactive: Bool
  /// Whether the program is to be left.
  let leaving = Mutex(false)
  /// Runs a line as a command; set by whoever reads lines.
  let run: @Sendable (String) async -> Void

  /// Goes on with a conversation that was left open.
  let resume: @Sendable (Journal.Found) async -> Void

  init(
    interactive: Bool, run: @escaping @Sendable (String) async -> Void = { _ in },
    resume: @escaping @Sendable (Journal.Found) async -> Void = { _ in }
  ) {
    self.interactive = interactive
    self.run = run
    self.resume = resume
  }
}
