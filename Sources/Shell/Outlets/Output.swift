import Glibc
package import RapportKit

/// Writes to standard output and standard error, at once and in order.
package enum Output {
  /// Lets a closed pipe be a plain answer everywhere, not in `write` alone; call it once, first.
  package static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Writes `text`; false when nobody reads any more, which ends a program quietly.
  ///
  ///     guard try Output.write(page, to: .answers) else { return .done }
  ///
  /// A full disk and the like are a problem.
  @discardableResult
  package static func write(_ text: String, to stream: Piece.Stream = .answers)
    throws(Problem) -> Bool
  {
    switch Files.write(text, to: stream.rawValue) {
    case nil: return true
    case EPIPE: return false
    case let error?:
      throw Problem(
        .unreadable, "The output could not be written: \(String(cString: strerror(error))).",
        help: "Check the place it goes to, and run the command again.")
    }
  }

  /// Writes pieces in order; false as soon as nobody reads any more.
  @discardableResult
  package static func write(_ pieces: [Piece]) throws(Problem) -> Bool {
    for piece in pieces where try !write(piece.text, to: piece.stream) { return false }
    return true
  }
}
