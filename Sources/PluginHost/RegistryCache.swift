import Foundation
import Synchronization

/// What the registry remembers between two starts, in a folder of its own that may be deleted any time.
///
/// What is missing, damaged or of another version is as if it were not there; what cannot be written costs time alone.
final class RegistryCache: Sendable {
  private let folder: String?
  private let version: String
  /// Manifests that have been read in this run.
  private let manifests = Mutex<[PluginFiles: Manifest]>([:])

  init(folder: String?, version: String) {
    self.folder = folder
    self.version = version
  }

  /// The plugins as they were last found.
  func listings() -> [Listing] { read("index", key: version) ?? [] }

  /// Remembers the plugins.
  func keep(_ listings: [Listing]) { write(listings, as: "index", key: version) }

  /// The manifest of a plugin whose files are still the same.
  func manifest(of listing: Listing) -> Manifest? {
    if let known = manifests.withLock({ $0[listing.files] }) { return known }
    guard let manifest: Manifest = read(name(listing), key: key(listing)) else { return nil }
    manifests.withLock { $0[listing.files] = manifest }
    return manifest
  }

  /// Remembers a plugin's manifest.
  func keep(_ manifest: Manifest, of listing: Listing) {
    manifests.withLock { $0[listing.files] = manifest }
    write(manifest, as: name(listing), key: key(listing))
  }

  private struct Kept<Value: Codable>: Codable {
    var key: String
    var value: Value
  }

  private func name(_ listing: Listing) -> String { "plugin-\(listing.name)" }

  private func key(_ listing: Listing) -> String {
    ([version, listing.stamp] + listing.files.languages).joined(separator: " ")
  }

  private func read<Value: Codable>(_ name: String, key: String) -> Value? {
    guard let folder, let data = FileManager.default.contents(atPath: "\(folder)/\(name).json"),
      let kept = try? JSONDecoder().decode(Kept<Value>.self, from: data), kept.key == key
    else { return nil }
    return kept.value
  }

  private func write(_ value: some Codable, as name: String, key: String) {
    guard let folder, let data = try? JSONEncoder().encode(Kept(key: key, value: value)) else {
      return
    }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? data.write(to: URL(fileURLWithPath: "\(folder)/\(name).json"), options: .atomic)
  }
}
