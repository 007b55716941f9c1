/// A Markdown page whose `console` blocks say what commands print.
struct TranscriptPage {
  /// A part of the page that matters, by its lines.
  enum Part {
    /// A file that the commands after it find: a block with `file=NAME` behind its fence.
    case file(name: String, text: String)
    /// One command of a console block, the index of its first line, and the lines it is expected to print.
    case command(String, line: Int, expected: Range<Int>)
  }

  /// All lines of the page.
  let lines: [String]
  /// The parts, in order.
  let parts: [Part]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var parts: [Part] = []
    var index = 0
    while index < lines.count {
      guard let fence = Self.fence(lines[index]) else {
        index += 1
        continue
      }
      let start = index + 1
      let end = lines[start...].firstIndex { Self.closes($0, fence.mark) } ?? lines.count
      if fence.words.first == "console" {
        parts += Self.commands(lines, start..<end)
      } else if let name = fence.words.first(where: { $0.hasPrefix("file=") })?.dropFirst(5) {
        let text = lines[start..<end].map { $0 + "\n" }.joined()
        parts.append(.file(name: String(name), text: text))
      }
      index = end + 1
    }
    self.lines = lines
    self.parts = parts
  }

  /// The mark of a line that opens a block, and the words behind it.
  private static func fence(_ line: String) -> (mark: Substring, words: [Substring])? {
    let mark = line.prefix { $0 == "`" }
    guard mark.count >= 3 else { return nil }
    return (mark, line.dropFirst(mark.count).split(separator: " "))
  }

  private static func closes(_ line: String, _ mark: Substring) -> Bool {
    line.count >= mark.count && line.allSatisfy { $0 == "`" }
  }

  private static func commands(_ lines: [String], _ range: Range<Int>) -> [Part] {
    var parts: [Part] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let line = index
      guard lines[line].hasPrefix("$ ") else {
        index += 1
        continue
      }
      var command = String(lines[line].dropFirst(2))
      while command.hasSuffix("\\"), index + 1 < range.upperBound {
        index += 1
        command += "\n" + lines[index]
      }
      index += 1
      let start = index
      while index < range.upperBound, !lines[index].hasPrefix("$ ") { index += 1 }
      parts.append(.command(command, line: line, expected: start..<index))
    }
    return parts
  }
}
