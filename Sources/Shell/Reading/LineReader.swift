package import Conversation

/// Reads what a person, or a script in their place, types: one line or one paste at a time.
///
///     switch await reader.read(Prompt("rapport> ")) {
///     case .line(let line): …   // without its line end; a paste keeps its inner ones
///     case .begun(let text): …  // Ctrl-C, or a closed window, in the middle of a line
///     case .interrupt: …        // Ctrl-C on an empty line: leave the question
///     case .end: …              // Ctrl-D on an empty line, or the end of the script
///     }
package protocol LineReader: Sendable {
  /// Waits for the next line.
  func read(_ prompt: Prompt) async -> Signal
  /// Keeps a command line for Up, now and in later sessions; a reader without history does nothing.
  func remember(_ line: String) async
}

/// What a line is read for.
package struct Prompt: Sendable, Hashable {
  /// The text before the line.
  package var text: String
  /// What Up offers at a question: these values alone, the latest last; nil at the command prompt, where it is the
  /// history.
  package var earlier: [String]?
  /// What Tab offers at a question, for the whole line; at the command prompt the reader's own completion is asked.
  package var offers: [Completion]
  /// What stands in the line at the start, to be mended rather than typed again.
  package var initial: String

  /// Asks with `text`.
  package init(
    _ text: String, earlier: [String]? = nil, offers: [Completion] = [], initial: String = ""
  ) {
    self.text = text
    self.earlier = earlier
    self.offers = offers
    self.initial = initial
  }
}
