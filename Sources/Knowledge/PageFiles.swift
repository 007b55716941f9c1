#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A page's file as a walk finds it.
struct PageFile: Sendable, Hashable {
  /// The page's path without `.md`.
  var path: String
  /// The file.
  var file: String
  /// Its size in bytes.
  var size: Int
  /// When it was last written, in nanoseconds since 1970.
  var written: Int
}

/// Finds and reads the files of some layers.
struct PageFiles {
  /// The layers, in order.
  let layers: [KnowledgeLayer]

  /// What a walk finds.
  struct Found: Sendable {
    /// The page every path stands for: the last layer's, where several have it.
    var pages: [String: PageFile] = [:]
    /// Every layer's list of synonyms, `synonyms.md` at its top, which is no page.
    var synonyms: [PageFile] = []
    /// Pages whose place a later layer's page has taken.
    var replaced: [PageFile] = []
    /// What was passed over, and why.
    var passed: [(file: String, why: Passed)] = []
  }

  /// Why a walk passes something over.
  enum Passed: Sendable {
    /// A folder that cannot be opened.
    case closed
    /// A link that leads to nothing.
    case dangling
    /// A link that leads to a folder the walk has been in.
    case loop
  }

  /// Looks through all layers. Hidden files and folders are passed over, links are followed.
  func walk() -> Found {
    var found = Found()
    for layer in layers where Self.exists(layer.folder) {
      var visited: Set<[UInt64]> = []
      walk(layer.folder, path: layer.prefix, &visited, &found)
      // The list of synonyms is no page; in a plugin's notes its path begins with the plugin's name.
      let list = (layer.prefix.isEmpty ? "" : layer.prefix + "/") + "synonyms"
      if let file = found.pages[list], file.file == "\(layer.folder)/synonyms.md" {
        found.synonyms.append(file)
        found.pages[list] = nil
      }
    }
    return found
  }

  private func walk(
    _ folder: String, path: String, _ visited: inout Set<[UInt64]>, _ found: inout Found
  ) {
    guard let directory = opendir(folder) else {
      found.passed.append((folder, .closed))
      return
    }
    defer { closedir(directory) }
    var status = stat()
    // A link may lead back to a folder that holds it.
    guard fstat(dirfd(directory), &status) == 0,
      visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
    else {
      found.passed.append((folder, .loop))
      return
    }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let isPage = name.hasSuffix(".md")
      guard fstatat(dirfd(directory), name, &status, 0) == 0 else {
        if isPage { found.passed.append(("\(folder)/\(name)", .dangling)) }
        continue
      }
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      if status.st_mode & S_IFMT == S_IFDIR {
        walk("\(folder)/\(name)", path: inner, &visited, &found)
      } else if status.st_mode & S_IFMT == S_IFREG, isPage {
        let file = PageFile(
          path: String(inner.dropLast(3)), file: "\(folder)/\(name)",
          size: Int(status.st_size), written: status.written)
        if let before = found.pages.updateValue(file, forKey: file.path) {
          found.replaced.append(before)
        }
      }
    }
  }

  /// The file of one page, without a walk; nil when no layer has it.
  func file(of path: String) -> (file: String, layer: Int)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else { return nil }
    for index in layers.indices.reversed() {
      let prefix = layers[index].prefix.isEmpty ? "" : layers[index].prefix + "/"
      guard path.hasPrefix(prefix) else { continue }
      let file = "\(layers[index].folder)/\(path.dropFirst(prefix.count)).md"
      if access(file, R_OK) == 0 { return (file, index) }
    }
    return nil
  }
}

extension stat {
  /// When the file was last written, in nanoseconds since 1970.
  fileprivate var written: Int {
    #if canImport(Glibc)
      st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec
    #else
      st_mtimespec.tv_sec * 1_000_000_000 + st_mtimespec.tv_nsec
    #endif
  }
}

extension PageFiles {
  /// The time, in nanoseconds since 1970, by the clock that files are stamped with.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// How many cores there are.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

extension PageFiles {
  /// Makes a folder and those above it, for this person alone; where it cannot, opening a file there will tell.
  static func makeFolder(_ folder: String) {
    guard !folder.isEmpty, access(folder, F_OK) != 0 else { return }
    let above = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    makeFolder(above.joined(separator: "/"))
    mkdir(folder, 0o700)
  }

  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether this person may change a file, and put another in its place.
  static func isWritable(_ file: String) -> Bool {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let above = folder.isEmpty ? "." : folder.joined(separator: "/") + "/"
    return access(file, W_OK) == 0 && access(above, W_OK) == 0
  }

  /// Removes a file, if it is there.
  static func remove(_ file: String) { unlink(file) }
}
