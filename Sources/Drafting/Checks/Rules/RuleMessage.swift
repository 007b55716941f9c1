/// The messages of rules, filled as Vale fills them.
enum RuleMessage {
  /// The message with its `%s` filled, one after the other.
  static func filled(_ text: String, _ words: [String]) -> String {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    var words = words[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "%")) {
      let isPlace = mark + 1 < rest.endIndex && rest[mark + 1] == UInt8(ascii: "s")
      out += rest[..<mark]
      if isPlace, let word = words.popFirst() { out += oneLine(word).utf8 }
      if !isPlace { out.append(rest[mark]) }
      rest = rest[(mark + (isPlace ? 2 : 1))...]
    }
    return String(decoding: halved(out + rest), as: UTF8.self)
  }

  /// What was found may go over a line's end; a message stays in one line.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { (10...13).contains($0) || $0 >= 128 }) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The text with one of every two quotation marks, or percent signs, in a row.
  private static func halved(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let byte = text[at]
      out.append(byte)
      let isDouble = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "%")
      at += isDouble && at + 1 < text.count && text[at + 1] == byte ? 2 : 1
    }
    return out
  }

  /// `a`, or "'a', 'b', or 'c'" as Vale writes alternatives.
  static func choice(of options: [String]) -> String {
    guard options.count > 1, let last = options.last else { return options.first ?? "" }
    let quoted = options.dropLast().map { "'\($0)'" }
    return quoted.joined(separator: ", ") + (options.count > 2 ? "," : "") + " or '\(last)'"
  }
}
