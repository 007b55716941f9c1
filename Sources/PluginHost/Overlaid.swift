import Foundation

/// A file that an overlay puts over a plugin's own, or adds to it.
package struct Overlaid: Sendable, Hashable {
  /// How it stands to the plugin's own file of that name.
  package enum Standing: Sendable, Hashable {
    /// The plugin has none of that name.
    case added
    /// It stands for the plugin's.
    case replaced
    /// It stands for the plugin's, which has changed since it was copied.
    case outdated
  }

  /// The path inside the plugin.
  package var path: String
  /// The overlay's folder.
  package var overlay: String
  /// How it stands to the plugin's own.
  package var standing: Standing
}

extension PluginFiles {
  /// What the overlays hold, by layer and path; of two overlays with the same file both are named, and the last counts.
  package func overlaid() -> [Overlaid] {
    overlays.flatMap { overlay in
      Self.paths(below: overlay).map { path in
        Overlaid(path: path, overlay: overlay, standing: standing(of: path, in: overlay))
      }
    }
  }

  /// Where the plugin's own text is remembered beside a copy of it.
  package static func base(of copy: String) -> String {
    let url = URL(fileURLWithPath: copy)
    return url.deletingLastPathComponent().path + "/." + url.lastPathComponent + ".base"
  }

  private func standing(of path: String, in overlay: String) -> Overlaid.Standing {
    guard let own = FileManager.default.contents(atPath: "\(folder)/\(path)") else { return .added }
    let base = FileManager.default.contents(atPath: Self.base(of: "\(overlay)/\(path)"))
    return base == nil || base == own ? .replaced : .outdated
  }

  private static func paths(below folder: String) -> [String] {
    let manager = FileManager.default
    return (manager.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
      .filter { path in
        var isFolder: ObjCBool = false
        return !path.split(separator: "/").contains { $0.hasPrefix(".") }
          && manager.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }
}
