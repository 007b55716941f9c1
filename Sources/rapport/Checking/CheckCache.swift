import Drafting
import Foundation

/// Keeps the compiled checks in a file, until a rule, a kind or the program changes. It may be deleted at any time.
struct CheckCache {
  /// The file.
  let file: String
  /// What the checks were made from: when it differs they are made anew.
  let stamp: String

  private var head: [UInt8] { Array(stamp.utf8) + [0] }

  /// The checker that was kept under this stamp; nil when another was, or none.
  func checker() -> Checker? {
    guard let data = FileManager.default.contents(atPath: file), data.starts(with: head) else {
      return nil
    }
    return Checker(packed: Array(data.dropFirst(head.count)))
  }

  /// Keeps `checker`; without a folder to write to the next run compiles again.
  func keep(_ checker: Checker) {
    guard let packed = checker.packed else { return }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? Data(head + packed).write(to: URL(fileURLWithPath: file), options: .atomic)
  }
}
