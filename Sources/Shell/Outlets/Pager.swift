import Glibc
package import RapportKit

/// Shows what is longer than the screen a page at a time.
package enum Pager {
  /// Writes `text` to standard output, through `$PAGER` (else `less -FRX`) when it is longer than a terminal's screen.
  ///
  /// An empty PAGER, `cat`, or one that cannot be started leaves the text as it is. False when nobody reads any more.
  @discardableResult
  package static func show(_ text: String, on screen: Screen, environment: [String: String])
    throws(Problem) -> Bool
  {
    let pager = environment["PAGER"] ?? "less -FRX"
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    if screen.isTerminal, lines >= screen.height, !pager.isEmpty, pager != "cat" {
      // 126 and 127 are the shell's words for a program it could not start.
      let status = Spawn.run(["/bin/sh", "-c", pager], input: text)
      if let status, status != 126, status != 127 { return true }
    }
    return try Output.write(text)
  }
}
