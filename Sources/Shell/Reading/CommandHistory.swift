import Glibc
package import RapportKit

/// The command lines of this and earlier sessions, in a file that several sessions may write at once.
///
///     var history = CommandHistory(file: "state/rapport/history")
///     history.add("timeline acme")
///     history.lines.last  // "timeline acme"
///
/// A line that begins with a space, is blank, or repeats the one before is not kept. A paste of several lines, most
/// likely somebody's message, is kept for this session and never written. A file that cannot be read or written
/// leaves a history of this session alone.
package struct CommandHistory: Sendable {
  /// The entries, the latest last.
  package private(set) var lines: [String] = []
  private let file: String?
  private let limit: Int

  /// Opens the history in `file`, or one that is kept nowhere; at most `limit` entries.
  package init(file: String?, limit: Int = 2000) {
    self.file = file
    self.limit = max(1, limit)
    if let file, let bytes = Files.read(file) {
      lines = Array(Self.entries(bytes).suffix(self.limit))
    }
  }

  /// Keeps `line`.
  package mutating func add(_ line: String) {
    guard line.first != " ", line.contains(where: { !$0.isWhitespace }), line != lines.last else {
      return
    }
    lines.append(line)
    if lines.count > limit { lines.removeFirst(lines.count - limit) }
    guard let file, !line.contains(where: \.isNewline) else { return }
    Self.locked(file) { descriptor in
      let stored = Self.entries(Files.read(descriptor)).count
      if stored >= limit * 2 {
        Self.replace(file) { Array(($0 + [line]).suffix(limit)) }
      } else {
        _ = Files.write(line + "\n", to: descriptor)
      }
    }
  }

  /// Takes every entry that `matches` out of this history and its file, and says how many the file had.
  @discardableResult
  package mutating func erase(where matches: (String) -> Bool) throws(Problem) -> Int {
    lines.removeAll(where: matches)
    guard let file else { return 0 }
    return try Self.erase(from: file, where: matches)
  }

  /// Takes every entry out of `file` that `matches`, and says how many those were.
  @discardableResult
  package static func erase(from file: String, where matches: (String) -> Bool)
    throws(Problem) -> Int
  {
    guard Files.exists(file) else { return 0 }
    var removed: Int?
    locked(file) { descriptor in
      let entries = entries(Files.read(descriptor))
      let kept = entries.filter { !matches($0) }
      removed = entries.count - kept.count
      if removed != 0, !replace(file, with: { _ in kept }) { removed = nil }
    }
    guard let removed else {
      throw Problem(
        .unreadable, "The command history could not be changed.",
        help: "Check that \(file) can be written.", at: Place(file: file))
    }
    return removed
  }

  /// Opens `file`, waits for its lock and hands over its descriptor, open for reading and for appending.
  private static func locked(_ file: String, _ body: (Int32) -> Void) {
    Files.makeFolder(of: file)
    while true {
      let descriptor = open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX) == 0 else { return }
      // Another session may have put a shorter file in its place while this one waited.
      var mine = stat()
      var there = stat()
      if fstat(descriptor, &mine) == 0, stat(file, &there) == 0, mine.st_ino != there.st_ino {
        continue
      }
      return body(descriptor)
    }
  }

  /// Puts a changed copy in the file's place, whole or not at all.
  @discardableResult
  private static func replace(_ file: String, with change: ([String]) -> [String]) -> Bool {
    let entries = change(entries(Files.read(file) ?? []))
    return Files.replace(file, with: entries.map { $0 + "\n" }.joined())
  }

  private static func entries(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
