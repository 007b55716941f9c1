package import RapportKit

/// The help pages, written from the commands themselves.
package enum HelpPage {
  /// The commands by moment, then the rest of the host's daily ones.
  package static func overview(_ briefs: [CommandBrief]) -> String {
    var page = ""
    for moment in HelpMoment.allCases {
      let commands = briefs.filter { $0.moment == moment }
      guard !commands.isEmpty else { continue }
      page += "**\(moment.title)**\n\n" + list(commands) + "\n"
    }
    page +=
      "Then: `copy` and `sent` a message, `done` a line of `due`, `undo` the last change, `resume` "
    page += "an open conversation, `customer add`, `set me`.\n\n"
    page += "`help COMMAND` says how one is used, `help all` lists every one. "
    page += "Or write what happened, in your own words.\n"
    return page
  }

  /// Every command in alphabetical order, by plugin.
  package static func all(_ briefs: [CommandBrief]) -> String {
    let plugins = Set(briefs.map(\.plugin)).sorted()
    return plugins.map { plugin in
      let commands = briefs.filter { $0.plugin == plugin }.sorted { $0.name < $1.name }
      return "**\(plugin.isEmpty ? "Rapport" : plugin)**\n\n" + list(commands)
    }.joined(separator: "\n")
  }

  private static func list(_ commands: [CommandBrief]) -> String {
    commands.map { brief in
      let aliases = brief.aliases.isEmpty ? "" : " (\(brief.aliases.joined(separator: ", ")))"
      return "- `\(brief.name)`\(aliases): \(brief.summary)\n"
    }.joined()
  }

  /// How `command` is used.
  package static func page(for command: Command) -> String {
    var page = "**\(usage(command))**\n\n\(command.summary)\n"
    if !command.aliases.isEmpty {
      page += "\nAlso: \(command.aliases.map { "`\($0)`" }.joined(separator: ", ")).\n"
    }
    if let says = command.says.first { page += "\nOr just say it: “\(says)”\n" }
    if !command.questions.isEmpty {
      page += "\nIt asks, and each is a flag too:\n\n"
      for question in command.questions { page += "- \(line(question))\n" }
    }
    if !command.options.isEmpty {
      page += "\nOptions:\n\n"
      for option in command.options { page += "- \(line(option, isOption: true))\n" }
    }
    if !command.drafts.isEmpty {
      let channels = Channel.allCases.filter { channel in
        command.drafts.contains { $0.channels.contains(channel) }
      }
      page += "\nChannels: \(channels.map(\.rawValue).joined(separator: ", ")).\n"
    }
    // Who reads this needs no example of how to come here.
    let examples = command.examples.filter { !$0.run.hasSuffix(" --help") }
    if !examples.isEmpty {
      page += "\nExamples:\n\n"
      for example in examples { page += "    rapport \(example.run)\n" }
    }
    if !command.guidance.isEmpty {
      page += "\nRests on: \(command.guidance.map { "`\($0)`" }.joined(separator: ", ")) "
      page += "(`knowledge show PAGE`).\n"
    }
    return page
  }

  /// The flags that every command knows.
  package static func flags() -> String {
    "Flags for every command:\n\n"
      + Flags.specs.map { spec in
        "- `--\(spec.name)\(spec.value.map { " \($0)" } ?? "")`: \(spec.summary)\n"
      }.joined()
  }

  /// One line: the name and its arguments.
  package static func usage(_ command: Command) -> String {
    ([command.name] + command.arguments.map { "[\($0.uppercased())]" }).joined(separator: " ")
  }

  private static func line(_ question: Question, isOption: Bool = false) -> String {
    var line = "`--\(question.id.replacing("_", with: "-"))`"
    if let value = value(question, isOption) { line += " (\(value))" }
    line += ": \(question.ask)"
    if let hint = question.hint { line += "  (\(hint))" }
    // An option is one in any case, and many a hint says how to leave it out.
    if !question.required, !isOption, question.hint?.contains("Enter") != true {
      line += "  optional"
    }
    return line
  }

  /// What to write behind a flag; nil where the flag alone says it.
  private static func value(_ question: Question, _ isOption: Bool) -> String? {
    guard question.options.isEmpty else {
      return question.options.map(\.id).joined(separator: ", ")
    }
    return switch question.type {
    case .yesno: isOption ? nil : "yes, no"
    case .longtext: "text"
    case .list: "one or several"
    default: question.type.rawValue
    }
  }
}
