import Foundation
import Knowledge

/// The pages that ship, found from where this file stands.
enum Shipped {
  /// The folder `knowledge/`.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../knowledge").standardizedFileURL.path

  /// A knowledge base of them, indexed in memory.
  static func knowledge() -> KnowledgeBase {
    KnowledgeBase(
      layers: [KnowledgeLayer(folder: folder, shipped: true)], cache: nil,
      patience: .seconds(3600))
  }

  /// The text of a file of the folder.
  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }
}
