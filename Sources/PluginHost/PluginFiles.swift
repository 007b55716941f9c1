import Formats
import Foundation
package import RapportKit

/// The files of one plugin: its own folder, and the overlays of later layers, of which the last wins.
package struct PluginFiles: Sendable, Hashable, Codable {
  /// The plugin's own folder.
  package var folder: String
  /// Folders that replace single files, the earliest layer first.
  package var overlays: [String]

  /// Names the folders.
  package init(folder: String, overlays: [String] = []) {
    self.folder = folder
    self.overlays = overlays
  }

  /// The file at `path` in the last layer that has it; a manifest never comes from an overlay.
  package func find(_ path: String) -> String? {
    let folders = path == "plugin.yaml" ? [folder] : overlays.reversed() + [folder]
    return folders.map { "\($0)/\(path)" }.first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether any layer has a folder at `path`.
  package func isFolder(_ path: String) -> Bool {
    ([folder] + overlays).contains { layer in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(layer)/\(path)", isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  /// The files directly in `path`, by name in alphabetical order, each from the last layer that has it.
  package func list(_ path: String) -> [(name: String, file: String)] {
    var found: [String: String] = [:]
    for layer in [folder] + overlays {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(layer)/\(path)")) ?? []
      for name in names where !name.hasPrefix(".") { found[name] = "\(layer)/\(path)/\(name)" }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The text of the file at `path`.
  package func text(_ path: String) throws(Problem) -> (text: String, file: String) {
    guard let file = find(path) else {
      throw Problem(
        .brokenPlugin, "There is no file “\(path)” in the plugin.",
        help: "Add it, or correct the name.", at: Place(file: "\(folder)/\(path)"))
    }
    return (try readText(file), file)
  }

  /// The YAML document at `path`.
  package func yaml(_ path: String) throws(Problem) -> Node {
    let (text, file) = try text(path)
    return try YAML.read(text, from: file)
  }

  /// The channels that `templates/<draft>.<channel>.md` exist for, in the order of `Channel`.
  package func channels(of draft: String) -> [Channel] {
    let names = Set(list("templates").map(\.name))
    return Channel.allCases.filter { names.contains("\(draft).\($0.rawValue).md") }
  }
}

/// The text of a file, or a problem that says what to do.
package func readText(_ file: String) throws(Problem) -> String {
  do {
    return try String(contentsOfFile: file, encoding: .utf8)
  } catch {
    throw Problem(
      .unreadable, "This file cannot be read.",
      help: "Does it exist, may you read it, and is it text in UTF-8?", at: Place(file: file))
  }
}
