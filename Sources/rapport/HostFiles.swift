import Formats
import Foundation
import PluginHost
import RapportKit

/// Files as a plugin sees them: data by the layers, and what the person names.
struct HostFiles: FileReader {
  let host: Host
  /// The plugin whose command runs; empty for the host's own.
  let plugin: String

  func data(_ folder: String) throws(Problem) -> [TextFile] {
    var found: [String: String] = [:]
    for layer in try layers(of: folder) {
      for (name, file) in layer where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        found[name] = file
      }
    }
    var files: [TextFile] = []
    for (_, file) in found.sorted(by: { $0.key < $1.key }) {
      files.append(TextFile(file, try readText(file)))
    }
    return files
  }

  private func layers(of folder: String) throws(Problem) -> [[(name: String, file: String)]] {
    var layers: [[(name: String, file: String)]] = []
    for listing in host.registry.listings where listing.problem == nil {
      let added = try host.registry.manifest(of: listing.name).adds[folder]
      guard let path = added ?? (listing.name == plugin ? folder : nil) else { continue }
      layers.append(listing.files.list(path))
    }
    for root in [host.folders.config, host.folders.workspace].compactMap(\.self) {
      layers.append(PluginFiles(folder: root).list(folder))
    }
    return layers
  }

  func text(_ path: String) throws(Problem) -> TextFile {
    guard path != "-" else { return TextFile("standard input", StandardInput.text()) }
    return TextFile(path, try readText(path))
  }

  func list(_ path: String) throws(Problem) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw Problem(
        .unreadable, "There is no such folder.", help: "Check its name, and where you stand.",
        at: Place(file: path))
    }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let hidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      return !hidden
        && FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted().map { "\(path)/\($0)" }
  }

  func node(_ file: TextFile) throws(Problem) -> Node {
    file.path.hasSuffix(".json")
      ? try JSON.read(file.text, from: file.path) : try YAML.read(file.text, from: file.path)
  }
}
