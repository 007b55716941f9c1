import Formats
import RapportKit

/// Finds plugins and their overlays in the layers, reading no manifest but for a folder's plugin name.
struct PluginFinder {
  let layers: [PluginLayer]

  /// A folder that is a plugin, or an overlay without one.
  struct Found {
    var name: String
    var layer: String
    var files: PluginFiles
    var problem: Problem?
  }

  func find() -> [Found] {
    var found: [Found] = []
    for layer in layers {
      for name in FileStamp.entries(of: layer.folder) {
        let folder = "\(layer.folder)/\(name)"
        let files = FileStamp.entries(of: folder)
        if files.contains("plugin.yaml") {
          found.append(Found(name: name, layer: layer.name, files: PluginFiles(folder: folder)))
        } else if let index = found.firstIndex(where: { $0.name.overlayName == name.overlayName }) {
          found[index].files.overlays.append(folder)
        } else if !files.isEmpty {
          found.append(
            Found(
              name: name, layer: layer.name, files: PluginFiles(folder: folder),
              problem: Problem(
                .brokenPlugin, "There is no plugin “\(name)” whose files these could replace.",
                help: "Add a plugin.yaml, or name the folder after the plugin.",
                at: Place(file: folder))))
        }
      }
    }
    return found
  }
}

extension String {
  /// The name by which an overlay finds its plugin: `BadNews`, `bad-news` and `badnews` are one.
  fileprivate var overlayName: String { lowercased().filter { $0 != "-" } }
}
