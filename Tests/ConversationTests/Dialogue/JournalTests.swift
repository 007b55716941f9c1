import Conversation
import Foundation
import RapportKit
import Testing

/// What a conversation leaves on disk, and how it is taken up.
struct JournalTests {
  static let header = Journal.Header(
    id: ConversationID(bytes: [7]), command: "note", given: ["sentence": "we were late"],
    began: Date(timeIntervalSince1970: 1_795_507_200))

  /// A fresh folder for `body`.
  static func inFolder(_ body: (String) throws -> Void) rethrows {
    let folder = NSTemporaryDirectory() + "rapport-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  static func write(_ lines: [String], in folder: String) throws {
    let journal = try Journal(header, in: folder)
    for (index, line) in lines.enumerated() {
      try journal.write(
        .line(line, question: "q\(index)", asked: "Q?", at: header.began + Double(index)))
    }
  }

  @Test func `What was written is read back, to the letter`() throws {
    try Self.inFolder { folder in
      let lines = ["Grüße", "“quoted” \"and\" \\", "two\nlines", "\u{1F600}\u{2028}", ""]
      try Self.write(lines, in: folder)
      let found = try #require(Journal.parked(in: folder).first)
      #expect(found.header == Self.header)
      #expect(found.lines.map(\.text) == lines)
      #expect(found.lines.map(\.question) == ["q0", "q1", "q2", "q3", "q4"])
      #expect(found.lines[2].at == Self.header.began + 2)
    }
  }

  @Test func `What does not fit is kept as such, before and after it is restored`() throws {
    try Self.inFolder { folder in
      try Self.write(["soon"], in: folder)
      let file = "\(folder)/\(Self.header.id).jsonl"
      try Journal(resuming: file).write(
        .refused("some day", question: "q0", asked: "When?", at: Self.header.began))
      for _ in 1...2 {
        let found = try #require(Journal.read(file))
        #expect(found.lines.map(\.text) == ["soon", "some day"])
        #expect(found.lines.map(\.state) == [.answer, .refused])
        try FileManager.default.removeItem(atPath: file)
        _ = try Journal.restore(found)
      }
    }
  }

  @Test func `Only its owner may read it`() throws {
    try Self.inFolder { folder in
      try Self.write([], in: folder)
      let file = "\(folder)/\(Self.header.id).jsonl"
      func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try mode(file) == 0o600)
      #expect(try mode(folder) == 0o700)
    }
  }

  @Test func `A journal that is held is neither offered nor taken up`() throws {
    try Self.inFolder { folder in
      let journal = try Journal(Self.header, in: folder)
      #expect(Journal.parked(in: folder).isEmpty)
      #expect(throws: Problem.self) {
        try Journal(resuming: "\(folder)/\(Self.header.id).jsonl")
      }
      journal.remove()
    }
  }

  @Test func `A journal that is gone is not begun anew`() throws {
    try Self.inFolder { folder in
      try Self.write(["a"], in: folder)
      let file = "\(folder)/\(Self.header.id).jsonl"
      try Journal(resuming: file).remove()
      #expect(throws: Problem.self) { try Journal(resuming: file) }
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test func `A torn last line is passed over, and what is written after it stands`() throws {
    try Self.inFolder { folder in
      try Self.write(["first", "second"], in: folder)
      let file = "\(folder)/\(Self.header.id).jsonl"
      let whole = try #require(FileManager.default.contents(atPath: file))
      for cut in 1..<30 {
        try whole.dropLast(cut).write(to: URL(filePath: file))
        #expect(Journal.read(file)?.lines.map(\.text) == ["first"])
        try Journal(resuming: file).write(
          .line("third", question: "q", asked: "Q?", at: Self.header.began))
        #expect(Journal.read(file)?.lines.map(\.text) == ["first", "third"])
      }
    }
  }

  @Test func `A journal without a whole first line is nobody's`() throws {
    try Self.inFolder { folder in
      try Self.write(["first"], in: folder)
      try Data("{\"journal\": 1, \"id\"".utf8).write(
        to: URL(filePath: "\(folder)/\(Self.header.id).jsonl"))
      #expect(Journal.parked(in: folder).isEmpty)
      #expect(Journal.parked(in: folder + "/none").isEmpty)
    }
  }
}
