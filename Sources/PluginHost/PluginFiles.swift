import Drafting
import Formats
import Foundation
package import RapportKit

/// The files of one plugin: its own folder, and the overlays of later layers, of which the last wins.
///
/// A file may have twins in other languages, `mistake.de.yaml` beside `mistake.yaml`; the first of `languages` that
/// has one is read in its place, whatever the layer.
package struct PluginFiles: Sendable, Hashable, Codable {
  /// The plugin's own folder.
  package var folder: String
  /// Folders that replace single files, the earliest layer first.
  package var overlays: [String]
  /// The languages to prefer, the person's before the team's: `de`, `pt-BR`.
  package var languages: [String]

  /// Names the folders and the languages.
  package init(folder: String, overlays: [String] = [], languages: [String] = []) {
    self.folder = folder
    self.overlays = overlays
    self.languages = languages
  }

  /// The file at `path`, or its twin, in the last layer that has it; a manifest never comes from an overlay.
  package func find(_ path: String) -> String? {
    let manifest = path == "plugin.yaml"
    let folders = manifest ? [folder] : overlays.reversed() + [folder]
    let paths = manifest ? [path] : languages.map { Twin.path($0, of: path) } + [path]
    for path in paths {
      for folder in folders where FileManager.default.fileExists(atPath: "\(folder)/\(path)") {
        return "\(folder)/\(path)"
      }
    }
    return nil
  }

  /// Whether any layer has a folder at `path`.
  package func isFolder(_ path: String) -> Bool {
    ([folder] + overlays).contains { layer in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(layer)/\(path)", isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  /// The files directly in `path`, by name in alphabetical order, each from the last layer that has it; a twin under
  /// the name of the file it stands for.
  package func list(_ path: String) -> [(name: String, file: String)] {
    var found: [String: String] = [:]
    for layer in [folder] + overlays {
      for name in FolderState.entries(of: "\(layer)/\(path)") {
        found[name] = "\(layer)/\(path)/\(name)"
      }
    }
    return Twin.chosen(from: found, for: languages).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
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

  /// The channels that a template for `draft` exists for, in the order of `Channel`.
  package func channels(of draft: String) -> [Channel] {
    let names = list("templates").map(\.name).filter { $0.hasSuffix(".md") }
    return Templates.channels(of: draft, in: names.map { String($0.dropLast(3)) })
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
