import Foundation
import RapportKit

/// A folder of its own for one test, which removes it at its end.
struct TemporaryFolder {
  let path = NSTemporaryDirectory() + "/rapport-store-" + UUID().uuidString
  /// Where the records of a test lie; their folder is not there yet.
  var file: String { path + "/data/rapport/records.sqlite" }

  init() {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + name) }
}

func id(_ n: Int) -> RecordID { conversation(0).record(n) }

func conversation(_ n: Int) -> ConversationID {
  ConversationID(bytes: [1, 0, 0, 0, 0, 0, UInt8(n >> 8 & 255), UInt8(n & 255)])
}

func entry(_ n: Int) -> ChangeEntry {
  ChangeEntry(
    at: "2026-11-24T09:00:00Z", by: "sam", command: "note \(n)", conversation: conversation(n))
}

func note(_ n: Int) -> Record { Record(id: id(n), kind: "note", title: "Note \(n)") }
