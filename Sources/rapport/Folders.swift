import Foundation
import RapportKit

/// Where Rapport's files are: the person's by XDG or below `RAPPORT_HOME`, its own beside the executable.
struct Folders {
  var data: String
  var state: String
  var cache: String
  var config: String
  /// The folder with `Plugins` and `knowledge`.
  var share: String
  /// The team's folder: the one with a `rapport.yaml`, here or above.
  var workspace: String?

  init(environment: [String: String], workspace: String?) throws(Problem) {
    func folder(_ name: String, _ variable: String, _ fallback: String) -> String {
      if let home = environment["RAPPORT_HOME"], !home.isEmpty { return "\(home)/\(name)" }
      if let base = environment[variable], base.hasPrefix("/") { return "\(base)/rapport" }
      return "\(environment["HOME"] ?? NSHomeDirectory())/\(fallback)/rapport"
    }
    data = folder("data", "XDG_DATA_HOME", ".local/share")
    state = folder("state", "XDG_STATE_HOME", ".local/state")
    cache = folder("cache", "XDG_CACHE_HOME", ".cache")
    config = folder("config", "XDG_CONFIG_HOME", ".config")
    share = try Self.share(environment)
    if let workspace {
      guard FileManager.default.fileExists(atPath: workspace) else {
        throw Problem(
          .unreadable, "There is no folder “\(workspace)”.", help: "Correct `--workspace`.")
      }
      self.workspace = workspace
    } else {
      self.workspace = Self.workspace(above: FileManager.default.currentDirectoryPath)
    }
  }

  var records: String { "\(data)/records.sqlite" }
  var journals: String { "\(state)/journal" }
  var history: String { "\(state)/history" }
  var registry: String { "\(cache)/registry" }
  var routing: String { "\(cache)/routing" }
  var index: String { "\(cache)/index.sqlite" }
  var settings: String { "\(config)/config.yaml" }

  private static func share(_ environment: [String: String]) throws(Problem) -> String {
    if let share = environment["RAPPORT_SHARE"], !share.isEmpty { return share }
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: program).deletingLastPathComponent().path
    let beside = URL(fileURLWithPath: folder).deletingLastPathComponent().path + "/share/rapport"
    if isShare(beside) { return beside }
    while folder != "/" {
      if isShare(folder) { return folder }
      folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    }
    throw Problem(
      .unreadable, "Rapport cannot find its plugins and its knowledge base.",
      help: "Set RAPPORT_SHARE to the folder that holds `Plugins` and `knowledge`.")
  }

  private static func isShare(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/Plugins")
      && FileManager.default.fileExists(atPath: "\(folder)/knowledge")
  }

  private static func workspace(above folder: String) -> String? {
    var folder = folder
    while folder != "/" {
      if FileManager.default.fileExists(atPath: "\(folder)/rapport.yaml") { return folder }
      folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    }
    return nil
  }
}
