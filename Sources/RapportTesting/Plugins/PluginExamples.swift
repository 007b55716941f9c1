import PluginHost
import Conversation
import Foundation
import RapportKit

extension PluginContract {
  /// Each example by itself, in a home of its own, twice.
  static let examplesRun: @Sendable (Subject) async throws -> Void = { plugin in
    var faults: [String] = []
    for (command, example) in try plugin.examples() {
      let home = try Home(plugin, at: example)
      defer { home.remove() }
      let words = try LineWords(example.run).words
      let first = try home.run(words)
      let again = try home.run(words)
      let place = command.place.map { "\($0): " } ?? ""
      func fault(_ what: String) { faults.append("\(place)`rapport \(example.run)` \(what)") }
      if first.status != 0 && first.status != 1 {
        fault("ends with \(first.status.map(String.init) ?? "nothing in time"):\n\(first.error)")
        continue
      }
      for text in example.shows where !(first.output + first.error).contains(text) {
        fault("does not show “\(text)” but:\n\(first.output)\(first.error)")
      }
      if first.output != again.output {
        fault("gives something else the second time:\n\(first.output)\nthen\n\(again.output)")
      }
    }
    guard faults.isEmpty else { throw Breach(description: faults.joined(separator: "\n")) }
  }

  /// The first example of each command again, with one answer after another changed to each option, left out, or
  /// unknown. It may then lack answers that it did not lack before, but must be understood.
  static let choicesAreUnderstood: @Sendable (Subject) async throws -> Void = { plugin in
    var faults: [String] = []
    var seen: Set<String> = []
    for (command, example) in try plugin.examples() where seen.insert(command.name).inserted {
      let home = try Home(plugin, at: example)
      defer { home.remove() }
      let lines = variants(of: command).map { "\(example.run) --set \($0) --dry-run --json" }
      guard !lines.isEmpty else { continue }
      let run = try home.script(lines)
      // An envelope has its problems' messages in lines of their own.
      let envelopes = run.output.split(separator: "\n")
      let refusals = [#""status": "failed""#, #""status": "plugin-failed""#]
      let isRefused = envelopes.contains { line in refusals.contains { line.contains($0) } }
      guard isRefused || (run.status ?? 4) > 3 else { continue }
      let problems = Set(envelopes.filter { $0.contains(#""message":"#) }.map(String.init)).sorted()
      faults.append(
        "\(command.place.map { "\($0): " } ?? "")“\(command.name)” does not understand some of:\n"
          + lines.joined(separator: "\n") + "\n" + problems.joined(separator: "\n") + run.error)
    }
    guard faults.isEmpty else { throw Breach(description: faults.joined(separator: "\n")) }
  }

  private static func variants(of command: Command) -> [String] {
    (command.questions + command.options).flatMap { question in
      var values: [String] = []
      if [.choice, .choices, .scale].contains(question.type) {
        values += question.options.map(\.id)
      }
      if question.type == .yesno { values += ["yes", "no"] }
      if !question.required { values.append("~") }
      if question.unknown != nil { values.append("unknown") }
      return values.map { "\(question.id)=\($0)" }
    }
  }
}

extension PluginContract.Subject {
  /// The examples of all commands.
  fileprivate func examples() throws -> [(Command, Example)] {
    try commands().flatMap { command in command.examples.map { (command, $0) } }
  }
}

/// A home in which a plugin is tried, with the clock of an example.
private struct Home {
  private let plugin: PluginContract.Subject
  private let folder: String
  private let environment: [String: String]

  init(_ plugin: PluginContract.Subject, at example: Example) throws {
    self.plugin = plugin
    folder = NSTemporaryDirectory() + "rapport-plugin-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/config/plugins", withIntermediateDirectories: true)
    // A plugin that does not ship stands in the user's layer.
    if !plugin.folder.hasPrefix(plugin.share + "/") {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/config/plugins/\(plugin)", withDestinationPath: plugin.folder)
    }
    environment = [
      "HOME": folder, "RAPPORT_HOME": folder, "RAPPORT_SHARE": plugin.share,
      "RAPPORT_NOW": example.now?.description ?? "2026-11-24T09:00",
      "TZ": example.zone ?? "Europe/Berlin", "PATH": plugin.programs + ":/usr/bin:/bin",
      "LANG": "C.UTF-8", "TERM": "dumb",
    ]
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func run(_ words: [String]) throws -> Child.Outcome { try outcome(["rapport"] + words) }

  /// Runs commands, one a line, in one process.
  func script(_ lines: [String]) throws -> Child.Outcome {
    let file = folder + "/script"
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    return try outcome(["/bin/sh", "-c", "exec rapport --keep-going < \"$1\"", "sh", file])
  }

  private func outcome(_ arguments: [String]) throws -> Child.Outcome {
    guard
      let outcome = try Child.run(
        arguments, environment: environment, folder: plugin.folder, scratch: folder, timeout: 60)
    else { throw PluginContract.Breach(description: "There is no program in \(plugin.programs).") }
    return outcome
  }
}
