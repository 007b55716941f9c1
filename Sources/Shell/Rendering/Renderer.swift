package import RapportKit

/// Turns replies, drafts and problems into text for standard output and standard error; it prints nothing itself.
///
///     let renderer = Renderer(answers: .of(1, …), notes: .of(2, …), wording: context.wording)
///     for piece in renderer.render(reply) { try Output.write(piece.text, to: piece.stream) }
package struct Renderer: Sendable {
  /// Where answers and drafts are shown.
  package var answers: Screen
  /// Where notes, questions and problems are shown.
  package var notes: Screen
  /// How dates are written.
  package var wording: Wording

  /// Renders for these screens.
  package init(answers: Screen, notes: Screen, wording: Wording) {
    self.answers = answers
    self.notes = notes
    self.wording = wording
  }
}

/// A part of what is shown: whole lines, and where they go.
package struct Piece: Sendable, Hashable {
  /// Standard output or standard error.
  package enum Stream: Int32, Sendable, Hashable {
    /// Answers and drafts: standard output.
    case answers = 1
    /// Notes, questions, problems and progress: standard error.
    case notes = 2
  }

  /// Where it goes.
  package var stream: Stream
  /// The lines, each with its end.
  package var text: String

  /// Text for `stream`.
  package init(_ stream: Stream, _ text: String) {
    self.stream = stream
    self.text = text
  }
}
