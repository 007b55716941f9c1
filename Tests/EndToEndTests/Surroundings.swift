import Foundation

/// The package's folder, in which `Plugins` and `knowledge` stand.
let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path
