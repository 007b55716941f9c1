import Glibc
import RapportKit

/// Finds plugins and their overlays in the layers by their folders' names alone.
struct PluginFinder {
  let layers: [PluginLayer]
  let languages: [String]

  /// A folder that is a plugin, or one that cannot be.
  struct Found {
    /// The folder's name.
    var name: String
    /// The layer's name.
    var layer: String
    var files: PluginFiles
    /// Why it can be neither plugin nor overlay.
    var problem: Problem?
  }

  func find() -> [Found] {
    var found: [Found] = []
    for layer in layers {
      for name in FolderState.entries(of: layer.folder) {
        let folder = "\(layer.folder)/\(name)"
        let here = Found(
          name: name, layer: layer.name, files: PluginFiles(folder: folder, languages: languages))
        if access("\(folder)/plugin.yaml", F_OK) == 0 {
          found.append(here)
        } else if FolderState.entries(of: folder).isEmpty {
          continue
        } else if let index = found.firstIndex(where: {
          $0.problem == nil && $0.name.sameFolder(as: name)
        }) {
          if let problem = Self.problem(of: folder, over: found[index].files) {
            found.append(here.broken(by: problem))
          } else {
            found[index].files.overlays.append(folder)
          }
        } else {
          found.append(
            here.broken(
              by: Problem(
                .brokenPlugin, "There is no plugin “\(name)” whose files these could replace.",
                help: "Add a plugin.yaml, or name the folder after the plugin.",
                at: Place(file: folder))))
        }
      }
    }
    return found
  }

  /// An overlay neither brings programs nor replaces them: what runs is what the plugin's own folder holds.
  private static func problem(of overlay: String, over files: PluginFiles) -> Problem? {
    let own = FolderState(of: [files.folder]).programs.first {
      PluginFiles(folder: overlay).find($0) != nil
    }
    guard let path = FolderState(of: [overlay]).programs.min() ?? own else { return nil }
    return Problem(
      .brokenPlugin, "“\(path)” is a program, and an overlay may not bring or replace one.",
      help: "Take it out; the rest of the folder then counts again.",
      at: Place(file: "\(overlay)/\(path)"))
  }
}

extension PluginFinder.Found {
  fileprivate func broken(by problem: Problem) -> Self {
    var copy = self
    copy.problem = problem
    return copy
  }
}

extension String {
  /// Whether two folders or a folder and a plugin have one name: `BadNews`, `bad-news` and `badnews` are one.
  func sameFolder(as other: String) -> Bool {
    lowercased().filter { $0 != "-" } == other.lowercased().filter { $0 != "-" }
  }
}
