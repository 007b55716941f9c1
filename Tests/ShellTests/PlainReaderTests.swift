import Conversation
import Foundation
import Shell
import Testing

@Suite struct PlainReaderTests {
  private func signals(_ bytes: [UInt8]) async throws -> [Signal] {
    let file = NSTemporaryDirectory() + "rapport-lines-" + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    let reader = PlainReader(descriptor: handle.fileDescriptor)
    var signals: [Signal] = []
    repeat { signals.append(await reader.read(Prompt("> "))) } while signals.last != .end
    return signals
  }

  @Test func `lines end in LF or CRLF, and the last needs no end`() async throws {
    #expect(
      try await signals(Array("one\r\n\ntwo 🎉\nthree".utf8))
        == [.line("one"), .line(""), .line("two 🎉"), .line("three"), .end])
  }

  @Test func `an empty file is the end`() async throws {
    #expect(try await signals([]) == [.end])
  }

  @Test func `a byte order mark is dropped and broken UTF-8 repaired`() async throws {
    #expect(
      try await signals([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x0A]) == [.line("a\u{FFFD}"), .end])
  }

  @Test func `a line longer than a chunk arrives whole`() async throws {
    let long = String(repeating: "é", count: 100_000)
    #expect(try await signals(Array("\(long)\nx\n".utf8)) == [.line(long), .line("x"), .end])
  }
}
