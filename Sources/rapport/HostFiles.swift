import Formats
import Glibc
import PluginHost
import RapportKit

extension Host {
  /// Where a file lies that somebody names: as they say, or among the examples of `plugin`, as its help names them.
  func file(_ path: String, of plugin: String) -> String {
    guard path.hasPrefix("examples/"), access(path, F_OK) != 0,
      let listing = registry.listings.first(where: { $0.name == plugin })
    else { return path }
    let own = "\(listing.files.folder)/\(path)"
    return access(own, F_OK) == 0 ? own : path
  }
}

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
    return TextFile(path, try readText(host.file(path, of: plugin)))
  }

  func each(in path: String, _ body: (String) throws(Problem) -> Void) throws(Problem) {
    let path = host.file(path, of: plugin)
    guard let folder = opendir(path) else {
      throw Problem(
        .unreadable, "There is no such folder.", help: "Check its name, and where you stand.",
        at: Place(file: path))
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let inner = "\(path)/\(name)"
      switch Self.kind(of: inner, entry.pointee.d_type) {
      case S_IFDIR: try each(in: inner, body)
      case S_IFREG: try body(inner)
      default: break
      }
    }
  }

  /// The kind of a file, which some file systems only tell when asked. Links to folders are not followed.
  private static func kind(of path: String, _ type: UInt8) -> mode_t {
    switch Int32(type) {
    case Int32(DT_DIR): return S_IFDIR
    case Int32(DT_REG): return S_IFREG
    default:
      var status = stat()
      guard stat(path, &status) == 0 else { return 0 }
      let kind = status.st_mode & S_IFMT
      return kind == S_IFDIR && Int32(type) == Int32(DT_LNK) ? 0 : kind
    }
  }

  func node(_ file: TextFile) throws(Problem) -> Node {
    file.path.hasSuffix(".json")
      ? try JSON.read(file.text, from: file.path) : try YAML.read(file.text, from: file.path)
  }
}
