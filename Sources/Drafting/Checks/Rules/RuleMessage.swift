/// The messages of rules, filled as Vale fills them.
enum RuleMessage {
  /// The message with its `%s` filled, one after the other.
  static func filled(_ text: String, _ words: [String]) -> String {
    let parts = text.components(parting: "%s")
    var out = parts[0]
    for (index, part) in parts.dropFirst().enumerated() {
      // What was found may go over a line's end; the message stays in one line.
      if index < words.count {
        out += words[index].split(whereSeparator: \.isNewline).joined(separator: " ")
      }
      out += part
    }
    return out.components(parting: "''").joined(separator: "'")
      .components(parting: "%%").joined(separator: "%")
  }

  /// `a`, or "'a', 'b', or 'c'" as Vale writes alternatives.
  static func choice(of options: [String]) -> String {
    guard options.count > 1, let last = options.last else { return options.first ?? "" }
    let quoted = options.dropLast().map { "'\($0)'" }
    return quoted.joined(separator: ", ") + (options.count > 2 ? "," : "") + " or '\(last)'"
  }
}

extension String {
  /// What stands between the places of `mark`, which is ASCII.
  fileprivate func components(parting mark: String) -> [String] {
    var rest = utf8[...]
    var parts: [String] = []
    while let at = rest.indices.first(where: { rest[$0...].starts(with: mark.utf8) }) {
      parts.append(String(Substring(rest[..<at])))
      rest = rest[rest.index(at, offsetBy: mark.utf8.count)...]
    }
    return parts + [String(Substring(rest))]
  }
}
