import RapportKit

/// Turns a filled template with its marks into a message: paragraphs parted by empty lines.
///
/// As in Markdown, the lines of a paragraph are one line; a backslash at a line's end breaks it, and a list item, a
/// heading, a quotation or a table row keeps its own. Around an answer it mends the first letter and the full stop;
/// everywhere double spaces and spaces before punctuation. Nothing else is touched.
enum Mending {
  /// The message's text.
  static func message(_ filled: String) -> String {
    greeted(join(sentences(filled)).map(\.tidied).joined(separator: "\n"))
      .replacing(Mark.newline, with: "\n")
  }

  /// Behind a greeting in the same line the sentence goes on in small letters: "Hello Kate, on Friday …".
  private static func greeted(_ text: String) -> String {
    guard ["Hello", "Dear", "Hi"].contains(where: text.hasPrefix),
      let line = text.split(separator: "\n", maxSplits: 1).first,
      let comma = line.prefix(60).firstRange(of: ", ")
    else { return text }
    let word = line[comma.upperBound...].prefix { $0.isLetter }
    guard Sentence.small.contains(word.lowercased()) else { return text }
    var out = text
    out.replaceSubrange(word.startIndex..<word.endIndex, with: word.lowercased())
    return out
  }

  /// One line: a subject, a title.
  static func line(_ filled: String) -> String {
    var text = message(filled.replacing("\n", with: " ")).replacing("\n", with: " ")
    while text.hasSuffix(".") && !text.hasSuffix("..") && !Sentence.endsInAbbreviation(text) {
      text.removeLast()
    }
    return text
  }

  /// Takes the marks out and mends the places where they stood.
  private static func sentences(_ filled: String) -> String {
    let input = Array(filled)
    var out: [Character] = []
    var kinds: [Character] = []
    var index = 0
    while index < input.count {
      let character = input[index]
      index += 1
      switch character {
      case Mark.prose, Mark.phrase, Mark.exact:
        kinds.append(character)
        guard character != Mark.exact else { break }
        let word = input[index...].prefix { $0.isLetter || $0 == "'" || $0 == "’" }
        guard let first = word.first, first.isLetter else { break }
        if Sentence.begins(after: out) {
          if word.dropFirst().allSatisfy({ !$0.isUppercase }) {
            out += Array(first.uppercased())
            index += 1
          }
        } else if Sentence.small.contains(String(word).lowercased()), first.isUppercase {
          out += Array(first.lowercased())
          index += 1
        }
      case Mark.end:
        let kind = kinds.popLast() ?? Mark.exact
        let rest = input[index...].drop { $0 == " " || ("\u{E000}"..."\u{E003}").contains($0) }
        end(of: kind, before: rest.first, in: &out, skip: &index, input: input)
      default: out.append(character)
      }
    }
    return String(out)
  }

  private static func end(
    of kind: Character, before next: Character?, in out: inout [Character], skip: inout Int,
    input: [Character]
  ) {
    guard let last = out.last else { return }
    let closed = ".!?…".contains(last)
    switch next {
    case ".":
      if closed, let dot = input[skip...].firstIndex(of: ".") {
        skip = dot + 1
      }
    case ",", ";":
      if last == ".", kind == Mark.prose, !Sentence.endsInAbbreviation(String(out.suffix(12))) {
        out.removeLast()
      }
    case .some(let letter) where letter.isLowercase:
      if last == ".", kind == Mark.prose, !Sentence.endsInAbbreviation(String(out.suffix(12))) {
        out.removeLast()
      }
    case nil, "\n":
      if kind == Mark.prose, !closed, last != ":", last != ";", Sentence.wantsStop(lineOf: out) {
        out.append(".")
      }
    default: break
    }
  }

  /// Makes paragraphs of lines; at most one empty line in a row.
  private static func join(_ text: String) -> [String] {
    var lines: [String] = []
    var open = false  // whether the next line continues the last one
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = String(raw).trimmed
      guard !line.isEmpty else {
        if let last = lines.last, !last.isEmpty { lines.append("") }
        open = false
        continue
      }
      let hard = line.hasSuffix("\\")
      if hard { line = String(line.dropLast()).trimmed }
      let own = Sentence.isOwnLine(line)
      if line.hasPrefix("- "), lines.count > 1, lines.last == "",
        lines[lines.count - 2].hasPrefix("- ")
      {
        // The items of a list stand close, whatever parts they came from.
        lines.removeLast()
      }
      if open, !own, let last = lines.last {
        lines[lines.count - 1] = last + " " + line
      } else {
        lines.append(line)
      }
      open = !hard && !line.hasPrefix("#")
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// What the mending knows about sentences.
enum Sentence {
  /// Words that are small inside a sentence, whatever the answer began with.
  static let small: Set<String> = [
    "a", "an", "and", "at", "because", "by", "during", "from", "he", "in", "it", "my", "of", "on",
    "our", "she", "some", "that", "the", "their", "there", "these", "they", "this", "to", "we",
    "when", "while", "with", "you", "your", "after", "all", "another", "any", "as", "before",
    "both",
    "each", "every", "everything", "for", "her", "his", "if", "its", "last", "no", "nobody", "not",
    "nothing", "one", "please", "since", "so", "somebody", "today", "tomorrow", "two", "three",
    "unfortunately", "until", "yesterday", "price", "prices", "delivery", "hosting",
  ]

  /// Whether a sentence begins after `text`.
  static func begins(after text: [Character]) -> Bool {
    var index = text.count - 1
    var newlines = 0
    while index >= 0, text[index].isWhitespace || text[index] == Mark.newline {
      if text[index] == "\n" { newlines += 1 }
      index -= 1
    }
    guard index >= 0, newlines < 2 else { return true }
    let last = text[index]
    if newlines == 1, last == "\\" { return true }
    if "\"”’)".contains(last), index > 0 { return ".!?".contains(text[index - 1]) }
    if ".!?".contains(last) { return !endsInAbbreviation(String(text[...index].suffix(12))) }
    if "-*#•".contains(last) {
      return index == 0 || text[index - 1] == "\n" || text[index - 1] == "#"
    }
    return false
  }

  /// Whether an answer that ends the last line of `text` ends a sentence there.
  static func wantsStop(lineOf text: [Character]) -> Bool {
    let line = String(text.reversed().prefix { $0 != "\n" }.reversed()).trimmed
    if isOwnLine(line) { return false }
    guard let colon = line.firstIndex(of: ":") else { return true }
    let label = line[..<colon]
    return
      !(label.count <= 24 && label.first?.isUppercase == true
      && label.allSatisfy { $0.isLetter || $0 == " " })
  }

  /// Whether a line stands alone in a paragraph: a list item, a heading, a quotation, a table row.
  static func isOwnLine(_ line: String) -> Bool {
    if ["- ", "* ", "• ", "# ", "## ", "### ", "> ", "|"].contains(where: line.hasPrefix) {
      return true
    }
    let digits = line.prefix { $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return (1...2).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// Whether the full stop at the end of `text` belongs to its last word: "a.m.", "Ltd."
  static func endsInAbbreviation(_ text: String) -> Bool {
    guard text.hasSuffix(".") else { return false }
    let word = text.dropLast().reversed().prefix { !$0.isWhitespace }.reversed()
    return word.contains(".")
      || ["etc", "ltd", "inc", "co", "corp", "mr", "mrs", "ms", "dr", "approx", "no", "st"]
        .contains(String(word).lowercased())
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// One space between words and none before punctuation.
  var tidied: String {
    var out: [Character] = []
    let input = Array(self)
    for (index, character) in input.enumerated() {
      if character == " ", out.last == " " { continue }
      if ".,;:!?".contains(character), out.last == " ",
        index + 1 == input.count || input[index + 1] == " " || input[index + 1] == Mark.newline
      {
        out.removeLast()
      }
      out.append(character)
    }
    return String(out).trimmed
  }

  /// The text with every `old` replaced.
  func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
