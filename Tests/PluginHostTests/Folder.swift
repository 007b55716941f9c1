import Foundation
import RapportKit

@testable import PluginHost

/// A folder of its own for one test, taken away with it.
final class Folder: Sendable {
  let path = FileManager.default.temporaryDirectory.path + "/rapport-" + UUID().uuidString

  init(_ files: KeyValuePairs<String, String> = [:]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: "\(path)/\(name)", toPath: "\(path)/\(other)")
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// A registry over the layers `built-in`, `user` and `workspace` in this folder, its cache beside them.
  func registry(
    cache: Bool = true, version: String = "1.0.0", reserved: Set<String> = [],
    languages: [String] = []
  ) -> Registry {
    Registry(
      layers: ["built-in", "user", "workspace"].map { PluginLayer($0, folder: "\(path)/\($0)") },
      cache: cache ? "\(path)/cache" : nil, version: version, reserved: reserved,
      languages: languages)
  }

  /// A problem as one line, its place from this folder on.
  func line(_ problem: Problem?) -> String? {
    guard let problem else { return nil }
    return [problem.place?.description, problem.message, problem.help].compactMap(\.self)
      .joined(separator: " | ").replacing("\(path)/", with: "")
  }
}

/// A plugin that works: one command with a question and a template.
enum Late {
  static let manifest = """
    plugin: late
    version: 1.0.0
    contract: 1
    summary: Say that something is late.
    commands:
      - name: late
        summary: Say that something is late.
        questions: questions.yaml
        drafts:
          - {id: note}

    """

  static let questions = """
    - {id: customer, ask: "Who?", type: customer}
    - {id: what, ask: "What is late?", type: text}

    """

  static let note = "Subject: {{what}} is late\n\n{{customer.name}}, {{what}} is late.\n"

  static func files(in folder: String, name: String = "late") -> [(String, String)] {
    [
      ("\(folder)/\(name)/plugin.yaml", manifest.replacing("late", with: name)),
      ("\(folder)/\(name)/questions.yaml", questions),
      ("\(folder)/\(name)/templates/note.email.md", note),
    ]
  }
}

extension Folder {
  func add(_ files: [(String, String)]) throws {
    for (name, text) in files { try write(text, to: name) }
  }
}
