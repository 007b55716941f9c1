import Foundation
import RapportKit
import Shell

/// A terminal of `width` columns; colours only where a test is about them.
func terminal(_ width: Int, colours: Bool = false, lines: Int = 24) -> Screen {
  Screen(
    isTerminal: true, size: (width, lines),
    environment: colours ? ["TERM": "xterm"] : ["TERM": "xterm", "NO_COLOR": "1"])
}

/// A pipe.
let pipe = Screen(isTerminal: false, environment: [:])

/// Renders for one screen, on 24 November 2026.
func renderer(_ screen: Screen) -> Renderer {
  Renderer(
    answers: screen, notes: screen, wording: Wording(today: LocalDate(2026, 11, 24)))
}

/// Runs `body` with a fresh folder that is gone afterwards.
func withFolder<T>(_ body: (String) throws -> T) throws -> T {
  let folder = NSTemporaryDirectory() + "rapport-shell-tests-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
