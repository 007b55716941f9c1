package import Conversation
import Glibc
import Synchronization

/// Reads the lines of a pipe or a file, without prompts.
///
/// Lines end in LF or CRLF; the last one needs no end. What is not UTF-8 is repaired, a byte order mark dropped.
package final class PlainReader: LineReader {
  private struct Buffer {
    var bytes: [UInt8] = []
    var start = 0
    var ended = false
    var first = true
  }

  private let descriptor: Int32
  private let buffer = Mutex(Buffer())

  /// Reads from `descriptor`, standard input if not told otherwise.
  package init(descriptor: Int32 = 0) {
    self.descriptor = descriptor
  }

  /// The next line, or the end. The prompt is not shown.
  package func read(_ prompt: Prompt) async -> Signal {
    buffer.withLock { next(in: &$0).map(Signal.line) ?? .end }
  }

  /// Does nothing: a script has no history.
  package func remember(_ line: String) async {}

  private func next(in buffer: inout Buffer) -> String? {
    var searched = buffer.start
    while true {
      if let end = buffer.bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer.bytes[buffer.start..<end]
        buffer.start = end + 1
        return text(line, in: &buffer)
      }
      searched = buffer.bytes.count
      if buffer.ended { break }
      let dropped = buffer.start
      buffer.bytes.removeFirst(dropped)
      buffer.start = 0
      searched -= dropped
      fill(&buffer)
    }
    guard buffer.start < buffer.bytes.count else { return nil }
    let line = buffer.bytes[buffer.start...]
    buffer.start = buffer.bytes.count
    return text(line, in: &buffer)
  }

  private func text(_ line: ArraySlice<UInt8>, in buffer: inout Buffer) -> String {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if buffer.first, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    buffer.first = false
    return String(decoding: line, as: UTF8.self)
  }

  private func fill(_ buffer: inout Buffer) {
    var chunk = [UInt8](repeating: 0, count: 65536)
    var count: Int
    repeat { count = Glibc.read(descriptor, &chunk, chunk.count) } while count < 0 && errno == EINTR
    if count > 0 {
      buffer.bytes += chunk[..<count]
    } else {
      buffer.ended = true
    }
  }
}
