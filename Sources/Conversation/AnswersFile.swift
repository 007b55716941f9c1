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
    var given: [Invocation.Given] = []
    for entry in entries {
      guard ids.contains(entry.key) else {
        throw Problem(
          .badFile, "“\(command.name)” has no question “\(entry.key)”.",
          help: entry.key.nearest(in: ids).map { "Did you mean “\($0)”?" }
            ?? "It has: \(ids.joined(separator: ", ")).",
          at: entry.place)
      }
      given.append(.init(entry.key, entry.value, origin: .file))
    }
    return given
  }

  /// An answers file to fill in: each question as a comment, its id below.
  package static func template(for command: Command) -> String {
    var lines = ["# Answers for `\(command.name)`. ~ leaves one out, unknown says it is not known yet."]
    for question in command.questions {
      let hint = question.hint.map { "  (\($0))" } ?? ""
      lines.append("\n# \(question.ask)\(hint)\(question.required ? "" : "  optional")")
      if !question.options.isEmpty {
        lines.append("# one of: \(question.options.map(\.id).joined(separator: ", "))")
      }
      switch question.type {
      case .list:
        lines.append("\(question.id):")
        for (index, part) in question.group.enumerated() {
          lines.append("  \(index == 0 ? "-" : " ") \(part.id): ")
        }
      default:
        if case .literal(let text)? = question.standard {
          lines.append("\(question.id): \(text)")
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
