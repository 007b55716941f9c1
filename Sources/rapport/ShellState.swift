import Conversation
import Synchronization

/// What lasts from one line to the next in a shell: whether somebody is there, and how to begin another command.
final class ShellState: Sendable {
  /// Whether there is somebody to ask.
  let interactive: Bool
  /// Whether the program is to be left.
  let leaving = Mutex(false)
  /// What was given up last, for `undo`.
  let forgotten = Mutex<Journal.Found?>(nil)
  /// Whether lines are read one after the other, so that what is shown now can be taken up in the next.
  let prompts: Bool
  /// The findings of the last check, while lines may be about them.
  let mending = Mutex<Mending?>(nil)
  /// Runs a line as a command; false when the program is to be left. Set by whoever reads lines.
  let run: @Sendable (String) async -> Bool

  /// Goes on with a conversation that was left open.
  let resume: @Sendable (Journal.Found) async -> Void

  init(
    interactive: Bool, prompts: Bool = false,
    run: @escaping @Sendable (String) async -> Bool = { _ in true },
    resume: @escaping @Sendable (Journal.Found) async -> Void = { _ in }
  ) {
    self.interactive = interactive
    self.prompts = prompts
    self.run = run
    self.resume = resume
  }
}
