// Readline keeps its state in C globals, which Swift 6 cannot know to be safe; all use of them is on the main actor.
@preconcurrency import CReadline
import Glibc

extension ReadlineReader {
  private typealias Strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// What the last Tab found, for the listing.
  private static var found: [Completion] = []

  /// Called by readline at Tab: the first string is what the word becomes, the rest are the choices.
  static let complete:
    @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> UnsafeMutablePointer<
      UnsafeMutablePointer<CChar>?
    >? = { word, _, _ in
      let word = word.map { String(cString: $0) } ?? ""
      // Safe because the strings are made in there for readline, which takes them over.
      nonisolated(unsafe) var strings: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      MainActor.assumeIsolated { strings = matches(word) }
      return strings
    }

  private static func matches(_ word: String) -> UnsafeMutablePointer<
    UnsafeMutablePointer<CChar>?
  >? {
    found = []
    guard let reader = current else { return nil }
    let all: [Completion]
    if let offers = reader.offers {
      all = offers
      rl_completion_append_character = 0
    } else {
      let line = String(cString: rl_line_buffer)
      guard case .candidates(let words) = reader.completer(line, Int(rl_point)) else { return nil }
      all = words
    }
    rl_attempted_completion_over = 1
    let fitting = all.beginning(with: word)
    guard !fitting.isEmpty else { return nil }
    found = fitting
    var whole = fitting.commonBeginning
    let quoted = reader.offers != nil || rl_completion_quote_character != 0
    if !quoted, whole.contains(where: { " \t\"'".contains($0) }) {
      // An open quote before the word; at a single match readline would not know to close it.
      let mark = whole.contains("\"") ? "'" : "\""
      whole = mark + whole + (fitting.count == 1 ? mark : "")
    }
    let texts = [whole] + (fitting.count > 1 ? fitting.map(\.text) : [])
    guard
      let strings = malloc((texts.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
    else { return nil }
    let array = strings.bindMemory(
      to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { array[index] = strdup(text) }
    array[texts.count] = nil
    return array
  }

  /// Called by readline to show the choices under the line; those of files are its own.
  static let list:
    @convention(c) (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, Int32, Int32) -> Void = {
      matches, count, longest in
      // Safe because readline calls this on the thread that reads, and the strings live as long as the call.
      nonisolated(unsafe) let matches = matches
      MainActor.assumeIsolated {
        if found.isEmpty {
          rl_crlf()
          rl_display_match_list(matches, count, longest)
        } else {
          var rows: Int32 = 0
          var columns: Int32 = 0
          rl_get_screen_size(&rows, &columns)
          let lines = found.listing(width: Int(columns) - 1, limit: max(5, Int(rows) - 4))
          rl_crlf()
          fputs(lines.map { $0 + "\n" }.joined(), rl_outstream)
        }
        rl_forced_update_display()
      }
    }
}
