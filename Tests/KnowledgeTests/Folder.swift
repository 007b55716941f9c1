import Foundation
import Knowledge
import RapportKit

/// A fresh folder that goes when the test does.
final class Folder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "/knowledge-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in it.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, with the folders it needs.
  func write(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self(name)) }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: self(name), toPath: self(other))
  }

  /// A knowledge base of this folder that looks around at every search.
  func knowledge(cache: String? = nil) -> KnowledgeBase {
    KnowledgeBase(layers: [KnowledgeLayer(folder: path)], cache: cache, patience: .zero)
  }
}

extension KnowledgeBase {
  /// The citations of what answers a question.
  func found(_ question: String, limit: Int = 10) async throws -> [String] {
    try await search(question, limit: limit).map(\.section.citation.description)
  }
}
