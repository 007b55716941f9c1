import Glibc

/// By what a file is known to be unchanged: its path, size and time of modification in nanoseconds.
struct FileStamp: Sendable, Hashable, Codable {
  var path: String
  var size: Int
  var modified: Int

  /// The stamps of all that a manifest may name below `folders`: everything but code, examples and notes.
  static func all(in folders: [String]) -> [FileStamp] {
    var stamps: [FileStamp] = []
    for folder in folders { collect(folder, depth: 0, into: &stamps) }
    return stamps
  }

  private static func collect(_ folder: String, depth: Int, into stamps: inout [FileStamp]) {
    for name in entries(of: folder) where depth > 0 || !unread.contains(name) {
      var info = stat()
      let path = "\(folder)/\(name)"
      guard stat(path, &info) == 0 else { continue }
      let time = Int(info.st_mtim.tv_sec) * 1_000_000_000 + Int(info.st_mtim.tv_nsec)
      if info.st_mode & S_IFMT == S_IFDIR {
        if depth < 4 { collect(path, depth: depth + 1, into: &stamps) }
      } else {
        stamps.append(FileStamp(path: path, size: Int(info.st_size), modified: time))
      }
    }
  }

  private static let unread: Set = ["Sources", "examples", "notes", "knowledge"]

  /// The names in a folder, in alphabetical order, without those that begin with a dot.
  static func entries(of folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
