import Conversation
import Formats
import Foundation
import PluginHost
import RapportKit
import Synchronization

/// The settings: the person's `config.yaml` over the team's `rapport.yaml` over the defaults.
final class Configuration: Sendable {
  private let file: String
  private let team: String?
  private let texts: Mutex<[String: Node]>

  /// Reads both files; what is not YAML is a problem with its place.
  init(_ folders: Folders) throws(Problem) {
    file = folders.settings
    team = folders.workspace.map { "\($0)/rapport.yaml" }
    var texts: [String: Node] = [:]
    for path in [team, file].compactMap(\.self)
    where FileManager.default.fileExists(atPath: path) {
      let node = try YAML.read(try readText(path), from: path)
      for entry in node.entries ?? [] {
        for setting in entry.value.entries ?? [] {
          texts["\(entry.key).\(setting.key)"] = setting.value
        }
      }
    }
    self.texts = Mutex(texts)
  }

  /// The written text of a setting.
  func text(_ name: String) -> String? { texts.withLock { $0[name]?.text } }

  /// The values of the host's settings and of `plugin`'s, read by their types.
  func settings(for plugin: String, questions: [Question], surroundings: Surroundings)
    throws(Problem) -> Settings
  {
    let written = texts.withLock { $0 }
    let own = questions.map { question in
      var question = question
      question.id = "\(plugin).\(question.id)"
      return question
    }
    var settings = Settings()
    for question in Self.questions + own {
      let reader = Reader(surroundings: surroundings, directory: Directory(), settings: settings)
      do {
        if let node = written[question.id], let text = node.text {
          do {
            settings.values[question.id] = try reader.read(text, as: question, answers: Answers())
          } catch { throw error.located(node.place) }
        } else if case .literal(let text)? = question.standard {
          settings.values[question.id] = try reader.read(text, as: question, answers: Answers())
        }
      }
    }
    return settings
  }

  /// Writes a setting into the person's `config.yaml`, leaving every other line as it is.
  func write(_ name: String, _ text: String) throws(Problem) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return }
    let old = FileManager.default.fileExists(atPath: file) ? try readText(file) : ""
    let new = SettingsFile.setting(parts[1], in: parts[0], to: text, of: old)
    do {
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path,
        withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try new.write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
      throw Problem(
        .unreadable, "The setting cannot be written.", help: "May you write there?",
        at: Place(file: file))
    }
    texts.withLock { $0[name] = .text(text) }
  }

  /// The host's own settings.
  static let questions: [Question] = [
    Question("me.name", ask: "Your name, as it stands under a message?", type: .text),
    Question(
      "me.role", ask: "Your role?", type: .text, hint: "account manager", required: false),
    Question("me.phone", ask: "Where can a customer ring you?", type: .text, required: false),
    Question(
      "me.zone", ask: "Your time zone?", type: .text, hint: "Europe/Berlin", required: false),
    Question(
      "me.spelling", ask: "British or American spelling and dates?", type: .choice,
      options: [.init("british"), .init("american")], standard: .literal("british"),
      required: false),
    Question(
      "me.language", ask: "The language of messages and questions, where Rapport has it?",
      type: .text, hint: "de", required: false),
    Question(
      "team.limit", ask: "What may anyone offer without asking?", type: .money, hint: "500 EUR",
      required: false),
    Question(
      "team.currency", ask: "The currency, where an amount names none?", type: .text, hint: "EUR",
      required: false),
    Question(
      "team.ask", ask: "Whom to ask beyond that limit?", type: .text, required: false),
    Question(
      "team.hours", ask: "When is support there?", type: .text, hint: "Mon–Fri 8:00–18:00 CET",
      required: false),
    Question(
      "team.reply", ask: "How soon does a customer hear from you?", type: .duration,
      hint: "4 hours", required: false),
    Question(
      "team.tone", ask: "The tone of messages, where Rapport has several?", type: .text,
      required: false),
    Question(
      "team.language", ask: "The team's language, for those who set none?", type: .text,
      hint: "de", required: false),
  ]
}

/// Edits `config.yaml` line by line, so that comments and order stay.
enum SettingsFile {
  /// `text` with `key` in `section` set to `value`.
  static func setting(_ key: String, in section: String, to value: String, of text: String)
    -> String
  {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let line = "  \(key): \(quoted(value))"
    if let head = lines.firstIndex(where: { $0.hasPrefix("\(section):") }) {
      var end = head + 1
      while end < lines.count, lines[end].first.map({ $0 == " " || $0 == "#" }) ?? true { end += 1 }
      if let old = lines[head..<end].firstIndex(where: {
        $0.drop { $0 == " " }.hasPrefix("\(key):") && $0.hasPrefix(" ")
      }) {
        lines[old] = line
      } else {
        lines.insert(line, at: head + 1)
      }
    } else {
      lines += ["\(section):", line]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A YAML scalar that reads back as `value`.
  private static func quoted(_ value: String) -> String { Node.text(value).json }
}
