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
  /// By what its files are known to be unchanged.
  package var stamp: String
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
  private let cache: RegistryCache

  /// Finds the plugins in `layers`, the earliest first.
  ///
  /// - Parameters:
  ///   - cache: where to remember them; nil or an unwritable folder only costs time.
  ///   - version: the program's; another one reads everything anew.
  ///   - reserved: names that no plugin may take.
  ///   - languages: whose twins of files to prefer, the person's before the team's.
  package init(
    layers: [PluginLayer], cache: String?, version: String, reserved: Set<String> = [],
    languages: [String] = []
  ) {
    let cache = RegistryCache(folder: cache, version: version)
    self.cache = cache
    let found = PluginFinder(layers: layers, languages: languages).find()
    let stored = cache.listings()
    let known = Dictionary(stored.map { ($0.files, $0) }, uniquingKeysWith: { first, _ in first })
    let listings = found.map { plugin in
      let stamp = FolderState(of: [plugin.files.folder] + plugin.files.overlays).stamp
      guard plugin.problem == nil, var listing = known[plugin.files], listing.stamp == stamp else {
        return Self.read(plugin, stamp: stamp, into: cache)
      }
      listing.layer = plugin.layer
      return listing
    }
    if listings != stored { cache.keep(listings) }
    self.listings = Self.withoutClashes(listings, reserved: reserved)
  }

  /// What is known of the plugin called `name`; one that works before one that does not.
  package func listing(_ name: String) throws(Problem) -> Listing {
    let named = listings.filter { $0.name == name }
    guard let listing = named.first(where: { $0.problem == nil }) ?? named.first else {
      throw Problem(
        .notFound, "There is no plugin “\(name)”.",
        help: name.nearest(in: listings.map(\.name)).map { "Did you mean “\($0)”?" }
          ?? "See the list with `plugin list`.")
    }
    return listing
  }

  /// The manifest of a plugin that works.
  package func manifest(of name: String) throws(Problem) -> Manifest {
    let listing = try listing(name)
    if let problem = listing.problem { throw problem }
    if let known = cache.manifest(of: listing) { return known }
    let manifest = try ManifestReader(files: listing.files).read()
    cache.keep(manifest, of: listing)
    return manifest
  }

  private static func read(
    _ plugin: PluginFinder.Found, stamp: String, into cache: RegistryCache
  ) -> Listing {
    var listing = Listing(
      name: plugin.name, version: "", summary: "", layer: plugin.layer, files: plugin.files,
      commands: [], problem: plugin.problem, stamp: stamp)
    guard plugin.problem == nil else { return listing }
    do {
      let manifest = try ManifestReader(files: plugin.files).read()
      listing.name = manifest.name
      listing.version = manifest.version
      listing.summary = manifest.summary
      listing.commands = manifest.commands.map { CommandBrief($0.command) }
      cache.keep(manifest, of: listing)
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
