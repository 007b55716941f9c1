/// What Tab offers for the word under the cursor.
package enum Completions: Sendable {
  /// These; the line editor keeps those that begin with what is typed, whatever its case.
  case candidates([Completion])
  /// The names of files and folders.
  case files
}

/// One thing that Tab offers.
package struct Completion: Sendable, Hashable {
  /// What it is, so that a listing can say so.
  package enum Kind: String, Sendable, Hashable {
    /// A command.
    case command
    /// A flag.
    case flag
    /// A customer or a person.
    case name
    /// One of a question's options.
    case option
    /// A knowledge section.
    case section
    /// Anything else.
    case word
  }

  /// What is put into the line; in quotes when it has spaces.
  package var text: String
  /// What the listing says beside it; nil for the text alone.
  package var display: String?
  /// What it is.
  package var kind: Kind

  /// Offers `text`.
  package init(_ text: String, display: String? = nil, kind: Kind = .word) {
    self.text = text
    self.display = display
    self.kind = kind
  }
}

/// Finds what Tab offers: for the line as it stands, and the cursor's place in it in UTF-8 bytes.
package typealias Completer = @MainActor (_ line: String, _ cursor: Int) -> Completions

extension [Completion] {
  /// Those that begin with `word`, whatever its case, without doubles, in their order.
  package func beginning(with word: String) -> [Completion] {
    let folded = word.lowercased()
    var seen: Set<String> = []
    return filter { $0.text.lowercased().hasPrefix(folded) && seen.insert($0.text).inserted }
  }

  /// The letters that all of them begin with, in the first one's case.
  package var commonBeginning: String {
    guard var common = first?.text else { return "" }
    for other in dropFirst() {
      common = String(
        zip(common, other.text).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
    return common
  }

  /// The listing: words in columns when they stand alone, else a line for each with what it is; nothing is wider
  /// than `width`, and no more than `limit` lines are shown.
  package func listing(width: Int, limit: Int) -> [String] {
    if contains(where: { $0.display != nil }) {
      let column = (map { $0.text.displayWidth }.max() ?? 0) + 2
      let lines = prefix(limit).map { candidate in
        let name = candidate.text.padded(to: column)
        return (name + (candidate.display ?? "")).truncated(to: width)
      }
      return lines + more(than: limit)
    }
    let column = Swift.min((map { $0.text.displayWidth }.max() ?? 0) + 2, Swift.max(1, width))
    let across = Swift.max(1, width / Swift.max(1, column))
    let down = Swift.min((count + across - 1) / across, limit)
    let lines = (0..<down).map { row in
      stride(from: row, to: Swift.min(count, down * across), by: down)
        .map { self[$0].text.padded(to: column) }.joined().truncated(to: width)
    }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
      + more(than: down * across)
  }

  private func more(than shown: Int) -> [String] {
    count > shown ? ["… and \(count - shown) more"] : []
  }
}
