import Formats
package import RapportKit

/// Answers in a file: YAML or JSON, question ids with values. `~` is skipped, `unknown` is unknown.
package enum AnswersFile {
  /// Reads the answers for `command` from `text`; an id the command does not know is a problem with its place.
  package static func read(_ text: String, from file: String, for command: Command)
    throws(Problem) -> [Invocation.Given]
  {
    let node = try YAML.read(text, from: file)
    guard !node.isNull else { return [] }
    guard let entries = node.entries else {
      throw Problem(
        .badFile, "An answers file is lines of `id: answer`.",
        help: "Start from `\(command.name) --answers-template`.", at: node.place)
    }
    let ids = (command.questions + command.options).map(\.id)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var given: [Invocation.Given] = []
    for entry in entries {
      guard ids.contains(entry.key) else {
        throw Problem(
          .badFile, "“\(command.name)” has no question “\(entry.key)”.",
          help: entry.key.nearest(in: ids).map { "Did you mean “\($0)”?" }
            ?? "It has: \(ids.joined(separator: ", ")).",
          at: entry.place)
      }
      if entry.value.isNull, isEmpty(entry, in: lines) { continue }
      given.append(.init(entry.key, entry.value, origin: .file))
    }
    return given
  }

  /// Whether nothing stands behind the key of `entry`, as in a template that was not filled in; `~` is something.
  private static func isEmpty(_ entry: Node.Entry, in lines: [Substring]) -> Bool {
    guard let line = entry.place?.line, lines.indices.contains(line - 1) else { return false }
    let text = lines[line - 1].prefix { $0 != "#" }
    return text.trimmingSpaces.hasSuffix(":")
  }

  /// An answers file to fill in: each question as a comment, its id below.
  package static func template(for command: Command) -> String {
    var lines = [
      "# Answers for `\(command.name)`. ~ leaves one out, unknown says it is not known yet."
    ]
    for question in command.questions {
      let hint = question.hint.map { "  (\($0))" } ?? ""
      lines.append("\n# \(question.ask)\(hint)\(question.required ? "" : "  optional")")
      if !question.options.isEmpty {
        lines.append("# one of: \(question.options.map(\.id).joined(separator: ", "))")
      }
      switch question.type {
      case .list:
        lines.append("# \(question.id):")
        for (index, part) in question.group.enumerated() {
          lines.append("#   \(index == 0 ? "-" : " ") \(part.id): ")
        }
      default:
        if case .literal(let text)? = question.standard {
          let isPlain = (try? YAML.read("x: \(text)", from: ""))?["x"]?.text == text
          lines.append("\(question.id): \(isPlain ? text : Node.text(text).json)")
        } else {
          lines.append("\(question.id): \(question.required ? "" : "~")")
        }
      }
    }
    if !command.options.isEmpty { lines.append("\n# Options, used when they are set:") }
    for option in command.options { lines.append("# \(option.id): \(option.ask)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
