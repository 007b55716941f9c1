import Glibc

/// What a plugin's folders hold, short enough to keep and to compare: the sign that nothing has changed.
package struct FolderState {
  /// One number over every file's path, size, and times of modification and of change of status.
  ///
  /// The second time also moves when an edit keeps size and time of modification, as copying tools do.
  package private(set) var stamp = ""
  /// The files that the system would run, by their paths inside the folders.
  private(set) var programs: Set<String> = []

  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Looks at all that a manifest may name below `folders`: everything but code, examples and notes.
  package init(of folders: [String]) {
    for folder in folders { walk(folder, inside: "") }
    stamp = String(hash, radix: 36)
  }

  private mutating func walk(_ folder: String, inside path: String, depth: Int = 0) {
    for name in Self.entries(of: folder) where depth > 0 || !Self.unread.contains(name) {
      var info = stat()
      let file = "\(folder)/\(name)"
      guard stat(file, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        if depth < 4 { walk(file, inside: "\(path)\(name)/", depth: depth + 1) }
        continue
      }
      for byte in file.utf8 { add(UInt64(byte)) }
      for time in [info.st_mtim, info.st_ctim] {
        add(UInt64(bitPattern: Int64(time.tv_sec)))
        add(UInt64(bitPattern: Int64(time.tv_nsec)))
      }
      add(UInt64(bitPattern: Int64(info.st_size)))
      if info.st_mode & 0o111 != 0, Self.isProgram(file) { programs.insert(path + name) }
    }
  }

  /// FNV-1a, a word at a time (Fowler, Noll & Vo).
  private mutating func add(_ word: UInt64) { hash = (hash ^ word) &* 0x0000_0100_0000_01b3 }

  /// Whether a file with the permission to run is one: a script with `#!`, or a binary.
  ///
  /// The permission alone says little: some file systems give it to every file.
  private static func isProgram(_ file: String) -> Bool {
    guard let handle = fopen(file, "r") else { return false }
    defer { fclose(handle) }
    let (first, second) = (getc(handle), getc(handle))
    return (first == 0x23 && second == 0x21) || (first == 0x7f && second == 0x45)
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
