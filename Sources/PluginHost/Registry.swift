import Foundation
package import RapportKit

/// A folder of plugins: built in, the person's, or the workspace's.
package struct PluginLayer: Sendable, Hashable {
  /// What it is called in lists.
  package var name: String
  /// The folder that holds a folder for each plugin.
  package var folder: String

  /// Names a layer.
  package init(_ name: String, folder: String) {
    self.name = name
    self.folder = folder
  }
}

/// What is known of a plugin without reading its manifest again.
package struct Listing: Sendable, Hashable, Codable {
  /// The plugin's name; the folder's when the manifest cannot be read.
  package var name: String
  /// The version.
  package var version: String
  /// The one line.
  package var summary: String
  /// The layer it comes from.
  package var layer: String
  /// Its files.
  package var files: PluginFiles
  /// Its commands.
  package var commands: [CommandBrief]
  /// Why it cannot be used; nil for a plugin that works.
  package var problem: Problem?
  /// By what it is known to be unchanged.
  var stamps: [FileStamp]
}

/// The plugins there are, kept so that start-up parses no manifest that has not changed.
///
///     let registry = Registry(layers: layers, cache: cacheFolder, version: "1.0.0")
///     registry.listings.map(\.name)          // ["bad-news", "mistakes"]
///     try registry.manifest(of: "mistakes")  // the whole of it
///
/// A plugin whose files are not what they should be is listed with the reason and costs nothing else.
package struct Registry: Sendable {
  /// The plugins, by layer and name.
  package let listings: [Listing]
  private let cache: String?
  private let version: String

  /// Finds the plugins in `layers`, the earliest first.
  ///
  /// - Parameters:
  ///   - cache: where to remember them; nil or an unwritable folder only costs time.
  ///   - version: the program's; another one reads everything anew.
  ///   - reserved: names that no plugin may take.
  package init(
    layers: [PluginLayer], cache: String?, version: String, reserved: Set<String> = []
  ) {
    self.cache = cache
    self.version = version
    let found = PluginFinder(layers: layers).find()
    let stored = Self.index(in: cache, version: version)
    var listings: [Listing] = []
    var changed = stored.count != found.count
    for plugin in found {
      let stamps = FileStamp.all(in: [plugin.files.folder] + plugin.files.overlays)
      if let known = stored.first(where: { $0.files == plugin.files }), known.stamps == stamps {
        listings.append(known)
      } else {
        changed = true
        listings.append(Self.read(plugin, stamps: stamps, cache: cache))
      }
    }
    if changed { Self.store(listings, in: cache, version: version) }
    self.listings = Self.withoutClashes(listings, reserved: reserved)
  }

  /// The manifest of a plugin that works.
  package func manifest(of name: String) throws(Problem) -> Manifest {
    guard let listing = listings.first(where: { $0.name == name }) else {
      throw Problem(
        .notFound, "There is no plugin “\(name)”.", help: "See the list with `plugin list`.")
    }
    if let problem = listing.problem { throw problem }
    if let cache, let data = FileManager.default.contents(atPath: "\(cache)/\(name).json"),
      let manifest = try? JSONDecoder().decode(Stored<Manifest>.self, from: data),
      manifest.version == Self.key(version, listing.stamps)
    {
      return manifest.value
    }
    let manifest = try ManifestReader(files: listing.files).read()
    Self.write(Stored(version: Self.key(version, listing.stamps), value: manifest), name, in: cache)
    return manifest
  }

  private static func read(_ plugin: PluginFinder.Found, stamps: [FileStamp], cache: String?)
    -> Listing
  {
    var listing = Listing(
      name: plugin.name, version: "", summary: "", layer: plugin.layer, files: plugin.files,
      commands: [], problem: plugin.problem, stamps: stamps)
    guard plugin.problem == nil else { return listing }
    do {
      let manifest = try ManifestReader(files: plugin.files).read()
      listing.name = manifest.name
      listing.version = manifest.version
      listing.summary = manifest.summary
      listing.commands = manifest.commands.map { CommandBrief($0.command) }
    } catch {
      listing.problem = error
    }
    return listing
  }

  /// A second plugin or command of a name is a clash: the later one is listed as broken.
  private static func withoutClashes(_ listings: [Listing], reserved: Set<String>) -> [Listing] {
    var plugins: [String: Listing] = [:]
    var names: [String: String] = [:]
    return listings.map { listing in
      var listing = listing
      guard listing.problem == nil else { return listing }
      let manifest = Place(file: "\(listing.files.folder)/plugin.yaml")
      if let other = plugins[listing.name] {
        listing.problem = Problem(
          .brokenPlugin, "There is another plugin “\(listing.name)”, in \(other.files.folder).",
          help: "Rename this one, or take its plugin.yaml away to make it an overlay.",
          at: manifest)
        return listing
      }
      for name in listing.commands.flatMap({ [$0.name] + $0.aliases }) {
        guard let owner = reserved.contains(name) ? "Rapport itself" : names[name] else { continue }
        listing.problem = Problem(
          .brokenPlugin, "“\(name)” is already a command of \(owner).",
          help: "Give the command or the alias another name.", at: manifest)
        return listing
      }
      plugins[listing.name] = listing
      for name in listing.commands.flatMap({ [$0.name] + $0.aliases }) {
        names[name] = "the plugin “\(listing.name)”"
      }
      return listing
    }
  }
}

// MARK: - The cache

extension Registry {
  private struct Stored<Value: Codable>: Codable {
    var version: String
    var value: Value
  }

  private static func index(in cache: String?, version: String) -> [Listing] {
    guard let cache, let data = FileManager.default.contents(atPath: "\(cache)/index.json"),
      let stored = try? JSONDecoder().decode(Stored<[Listing]>.self, from: data),
      stored.version == version
    else { return [] }
    return stored.value
  }

  private static func store(_ listings: [Listing], in cache: String?, version: String) {
    write(Stored(version: version, value: listings), "index", in: cache)
  }

  /// A manifest is the stored one while the program and the files' stamps are the same.
  private static func key(_ version: String, _ stamps: [FileStamp]) -> String {
    version + " " + stamps.map { "\($0.size).\($0.modified)" }.joined(separator: " ")
  }

  private static func write(_ value: some Encodable, _ name: String, in cache: String?) {
    // A cache that cannot be written costs time, nothing else.
    guard let cache, let data = try? JSONEncoder().encode(value) else { return }
    try? FileManager.default.createDirectory(
      atPath: cache, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? data.write(to: URL(fileURLWithPath: "\(cache)/\(name).json"), options: .atomic)
  }
}
