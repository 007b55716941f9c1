#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import RapportKit

extension PageFiles {
  /// No page needs more bytes; what is larger is no page, and would keep a person waiting.
  static let largest = 4 << 20

  /// The text of a page's file; a problem says why there is none.
  static func text(of file: String) throws(Problem) -> String {
    let bytes = try bytes(of: file)
    if let text = String(validating: bytes, as: UTF8.self), !isBinary(bytes) { return text }
    guard !isBinary(bytes) else {
      throw Problem(
        .notText, "This is no text: it holds bytes that no text has.",
        help: "Is it another kind of file, named .md by mistake?", at: Place(file: file, line: 1))
    }
    throw Problem(
      .notText, "This is not UTF-8.", help: "Save the page as UTF-8.",
      at: firstFault(in: bytes, of: file))
  }

  /// The bytes of a page's file.
  static func bytes(of file: String) throws(Problem) -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(file) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw unreadable(file)
    }
    guard status.st_size <= largest else {
      throw Problem(
        .tooLarge, "This page is \(status.st_size >> 20) MB large and is passed over.",
        help: "A page may have \(largest >> 20) MB; make several of it.", at: Place(file: file))
    }
    // One byte more than it had, so that a file that is growing is noticed.
    var capacity = Int(status.st_size) + 1
    var bytes: [UInt8] = []
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if chunk.count < capacity { return bytes }
      capacity = 65536
    }
  }

  /// Whether these are the bytes of something that is no text.
  static func isBinary(_ bytes: [UInt8]) -> Bool { bytes.prefix(8192).contains(0) }

  private static func unreadable(_ file: String) -> Problem {
    Problem(
      .unreadable, "This page cannot be read.", help: "Is it still there, and may you read it?",
      at: Place(file: file))
  }

  /// Where the first byte stands that is not UTF-8.
  private static func firstFault(in bytes: [UInt8], of file: String) -> Place {
    var place = (line: 1, column: 1)
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &rest) {
      place = scalar.first == 0x0A ? (place.line + 1, 1) : (place.line, place.column + 1)
    }
    return Place(file: file, line: place.line, column: place.column)
  }
}
