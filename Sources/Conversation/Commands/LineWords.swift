package import RapportKit

/// The words of a command line, as a shell would part them: quotes keep spaces, a backslash keeps the next letter; within
/// double quotes, a quote or a backslash only.
///
///     try LineWords("promise Acme \"new labels\"").words  // ["promise", "Acme", "new labels"]
package struct LineWords: Sendable, Hashable {
  /// The words, without their quotes.
  package let words: [String]
  private let rests: [String]

  /// Parts `line`; an open quote is a problem.
  package init(_ line: String) throws(Problem) {
    var words: [String] = []
    var rests: [String] = []
    var word = ""
    var start: String.Index?
    var quote: Character?
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      let next = line.index(after: index)
      if let open = quote {
        if open == "\"", character == "\\", next < line.endIndex, "\"\\".contains(line[next]) {
          word.append(line[next])
          index = line.index(after: next)
          continue
        }
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || (character == "'" && word.isEmpty && start == nil) {
        quote = character
        start = start ?? index
      } else if character == "\\", next < line.endIndex {
        word.append(line[next])
        start = start ?? index
        index = line.index(after: next)
        continue
      } else if character.isWhitespace {
        if let begun = start {
          words.append(word)
          rests.append(String(line[begun...]))
        }
        (word, start) = ("", nil)
      } else {
        word.append(character)
        start = start ?? index
      }
      index = next
    }
    guard quote == nil else {
      throw Problem(
        .usage, "A quotation mark is open.", help: "Close it, or put a backslash before it.")
    }
    if let start {
      words.append(word)
      rests.append(String(line[start...]))
    }
    self.words = words
    self.rests = rests
  }

  /// Takes words that a shell has parted already.
  package init(argv words: [String]) {
    self.words = words
    rests = words.indices.map { words[$0...].joined(separator: " ") }
  }

  /// The line from the word at `index` on, to the letter.
  package func rest(from index: Int) -> String {
    guard rests.indices.contains(index) else { return "" }
    var rest = rests[index]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return index == words.count - 1 ? words[index] : rest
  }
}
