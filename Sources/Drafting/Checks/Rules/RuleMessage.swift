/// The messages of rules, filled as Vale fills them.
enum RuleMessage {
  /// The message with its `%s` filled, one after the other.
  static func filled(_ text: String, _ words: [String]) -> String {
    var out = ""
    var rest = text[...]
    var index = 0
    while let mark = rest.firstRange(of: "%s") {
      out += rest[..<mark.lowerBound]
      // What was found may go over a line's end; the message stays in one line.
      out +=
        index < words.count
        ? words[index].split(whereSeparator: \.isNewline).joined(separator: " ") : ""
      index += 1
      rest = rest[mark.upperBound...]
    }
    return (out + rest).replacing("''", with: "'").replacing("%%", with: "%")
  }

  /// `a`, or "'a', 'b', or 'c'" as Vale writes alternatives.
  static func choice(of options: [String]) -> String {
    guard options.count > 1, let last = options.last else { return options.first ?? "" }
    let quoted = options.dropLast().map { "'\($0)'" }
    return quoted.joined(separator: ", ") + (options.count > 2 ? "," : "") + " or '\(last)'"
  }
}
