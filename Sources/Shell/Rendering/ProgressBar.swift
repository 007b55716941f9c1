import RapportKit

/// A line that tells how far something long has come: `Reading pages  ██████░░░░  6000 of 10000`.
///
///     var bar = ProgressBar("Reading pages", on: screen)
///     bar.step(6000, of: 10_000)  // the text to write; nil when the line would look the same, or nobody sees it
///
/// It is for a terminal alone, and takes itself away at the end.
package struct ProgressBar: Sendable {
  private let label: String
  private let screen: Screen
  private var shown = ""

  /// A bar that has not been shown.
  package init(_ label: String, on screen: Screen) {
    self.label = label
    self.screen = screen
  }

  /// What to write now that `done` of `total` is done.
  package mutating func step(_ done: Int, of total: Int) -> String? {
    // A screen that cannot draw cannot take a line away again either.
    guard screen.isTerminal, screen.unicode else { return nil }
    let room = min(30, screen.width - label.displayWidth - 2 * "\(total)".count - 10)
    let filled = room * min(done, total) / max(1, total)
    let text =
      done >= total || room < 5
      ? ""
      : "\(label)  " + String(repeating: "█", count: filled)
        + String(repeating: "░", count: room - filled)
    guard text != shown else { return nil }
    shown = text
    return text.isEmpty ? "\r\u{1B}[K" : "\r\(text)  \(done) of \(total)\u{1B}[K"
  }
}
