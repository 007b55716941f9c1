package import RapportKit

/// The flags every command knows.
package struct Flags: Sendable, Hashable {
  /// One flag: its name, whether a value follows, and what help says of it.
  package struct Spec: Sendable, Hashable {
    /// The name without `--`.
    package var name: String
    /// What stands for the value; nil for a switch.
    package var value: String?
    /// What it does.
    package var summary: String
  }

  /// One `--set id=value`.
  package struct Setting: Sendable, Hashable {
    /// The question's id.
    package var id: String
    /// The value.
    package var value: String
  }

  /// `--set id=value`, in order.
  package var settings: [Setting] = []
  /// `--answers FILE`.
  package var answers: String?
  /// `--questions`.
  package var questions = false
  /// `--answers-template`.
  package var template = false
  /// `--json`, `--format json`.
  package var json = false
  /// `--csv`.
  package var csv = false
  /// `--plain`.
  package var plain = false
  /// `--no-input`.
  package var noInput = false
  /// `--dry-run`.
  package var dryRun = false
  /// `--quiet`.
  package var quiet = false
  /// `--cite`.
  package var cite = false
  /// `--help`.
  package var help = false
  /// `--guess`: free text is allowed in scripts and pipes.
  package var guess = false
  /// `--keep-going`: a script goes on after a problem.
  package var keepGoing = false
  /// `--version`.
  package var version = false
  /// `--channel email,chat`.
  package var channels: [Channel] = []
  /// `--now 2026-11-24T09:00`.
  package var now: String?
  /// `--zone Europe/Berlin`.
  package var zone: String?
  /// `--workspace DIR`.
  package var workspace: String?
  /// `--fail-on error|warning|never`.
  package var failOn: String?

  /// No flags.
  package init() {}

  /// All of them, in the order of help.
  package static let specs: [Spec] = [
    Spec(name: "set", value: "ID=VALUE", summary: "answer one question"),
    Spec(name: "answers", value: "FILE", summary: "answer from a YAML or JSON file"),
    Spec(name: "questions", value: nil, summary: "list the questions and options"),
    Spec(name: "answers-template", value: nil, summary: "print an answers file to fill in"),
    Spec(
      name: "channel", value: "CHANNELS", summary: "email, chat, call, status, letter, internal"),
    Spec(name: "no-input", value: nil, summary: "ask nothing; a missing answer is exit 3"),
    Spec(name: "dry-run", value: nil, summary: "do everything but save"),
    Spec(name: "json", value: nil, summary: "print one JSON object"),
    Spec(name: "csv", value: nil, summary: "print tables as comma-separated values"),
    Spec(name: "plain", value: nil, summary: "no colours, nothing drawn"),
    Spec(name: "quiet", value: nil, summary: "no notes on standard error"),
    Spec(name: "cite", value: nil, summary: "say what the advice rests on"),
    Spec(
      name: "fail-on", value: "LEVEL", summary: "error, warning or never: when findings are exit 1"),
    Spec(name: "now", value: "TIME", summary: "take this as the time, 2026-11-24T09:00"),
    Spec(name: "zone", value: "ZONE", summary: "the time zone, Europe/Berlin"),
    Spec(name: "workspace", value: "DIR", summary: "the team's folder"),
    Spec(name: "guess", value: nil, summary: "in scripts, let plain sentences find a command"),
    Spec(name: "keep-going", value: nil, summary: "in scripts, go on after a problem"),
    Spec(name: "help", value: nil, summary: "say how the command is used"),
    Spec(name: "version", value: nil, summary: "print the version"),
  ]

  mutating func take(_ spec: Spec, _ value: String?) throws(Problem) {
    switch spec.name {
    case "set":
      let parts = (value ?? "").split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Problem(.usage, "`--set` needs an id and a value.", help: "Write `--set cause=…`.")
      }
      settings.append(Setting(id: String(parts[0]), value: String(parts[1])))
    case "answers": answers = value
    case "questions": questions = true
    case "answers-template": template = true
    case "channel": channels += try Self.channels(value ?? "")
    case "no-input": noInput = true
    case "dry-run": dryRun = true
    case "json": json = true
    case "csv": csv = true
    case "plain": plain = true
    case "quiet": quiet = true
    case "cite": cite = true
    case "fail-on":
      guard let value, ["error", "warning", "never"].contains(value) else {
        throw Problem(
          .usage, "`--fail-on` takes error, warning or never, not “\(value ?? "")”.",
          help: "Choose one of the three.")
      }
      failOn = value
    case "now": now = value
    case "zone": zone = value
    case "workspace": workspace = value
    case "guess": guess = true
    case "keep-going": keepGoing = true
    case "help": help = true
    case "version": version = true
    default: break
    }
  }

  private static func channels(_ text: String) throws(Problem) -> [Channel] {
    var channels: [Channel] = []
    for part in text.split(separator: ",") {
      let name = part.trimmingSpaces
      guard let channel = Channel(rawValue: name) else {
        let all = Channel.allCases.map(\.rawValue)
        throw Problem(
          .usage, "“\(name)” is not a channel.",
          help: name.nearest(in: all).map { "Did you mean “\($0)”?" }
            ?? "There are: \(all.joined(separator: ", ")).")
      }
      channels.append(channel)
    }
    return channels
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmingSpaces: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part = part.dropFirst() }
    while part.last?.isWhitespace == true { part = part.dropLast() }
    return String(part)
  }
}
