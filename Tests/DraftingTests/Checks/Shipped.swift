import Drafting
import Foundation
import RapportKit

/// The rules and kinds as they ship, and the data that only developers have.
enum Shipped {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static func files(_ folder: String) -> [CheckFile] {
    let base = folder.hasPrefix("/") ? folder : "\(root)/\(folder)"
    let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      guard name.hasSuffix(".yml") || name.hasSuffix(".yaml"), !name.hasPrefix("."),
        let text = try? String(contentsOfFile: "\(base)/\(name)", encoding: .utf8)
      else { return nil }
      return CheckFile(name, text, file: "\(folder)/\(name)")
    }
  }

  /// The plugins' folders, as they are.
  static let plugins: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/Plugins")) ?? []).sorted()
    .filter { FileManager.default.fileExists(atPath: "\(root)/Plugins/\($0)/plugin.yaml") }

  static let sources: CheckSources = {
    var sources = CheckSources()
    for plugin in plugins {
      let manifest = try? String(
        contentsOfFile: "\(root)/Plugins/\(plugin)/plugin.yaml", encoding: .utf8)
      let name = manifest?.split(separator: "\n").first { $0.hasPrefix("plugin: ") }
        .map { String($0.dropFirst(8)) }
      sources.addRules(files("Plugins/\(plugin)/rules"), style: name ?? plugin)
      sources.addKinds(files("Plugins/\(plugin)/kinds"))
    }
    return sources
  }()

  static let checker = Checker(sources)

  /// The developers' data; nil, with a line that says so, when it is not there.
  static func data(_ path: String) -> String? {
    let folder =
      ProcessInfo.processInfo.environment["RAPPORT_SHARED_DATA"] ?? "\(root)/../shared/data"
    guard FileManager.default.fileExists(atPath: "\(folder)/\(path)") else {
      print("skipped: \(path) is not among the shared data")
      return nil
    }
    return "\(folder)/\(path)"
  }
}
