import Foundation

/// Standard input, read to its end.
enum StandardInput {
  static func text() -> String {
    String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
  }
}
