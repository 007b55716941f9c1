import Foundation
import Knowledge
import RapportKit
import Testing

struct FreshnessTests {
  let folder = Folder()
  var cache: String { folder("cache/index.sqlite") }

  @Test func `an edit, a new page, a move and a removal show at the next search`() async throws {
    try folder.write("a.md", "# Apples\n")
    let knowledge = folder.knowledge(cache: cache)
    #expect(try await knowledge.found("apples") == ["a"])
    try folder.write("a.md", "# Cherry\n")
    #expect(try await knowledge.found("cherry") == ["a"])
    #expect(try await knowledge.found("apples") == [])
    try folder.write("b/c.md", "# Dates\n")
    #expect(try await knowledge.found("dates") == ["b/c"])
    try folder.move("b/c.md", to: "b/d.md")
    #expect(try await knowledge.found("dates") == ["b/d"])
    try folder.remove("b/d.md")
    #expect(try await knowledge.found("dates") == [])
    #expect(try await folder.knowledge(cache: cache).found("cherry") == ["a"])
  }

  @Test func `an edit of the same length in the same tick of the clock shows too`() async throws {
    let tick = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    let knowledge = folder.knowledge(cache: cache)
    for title in ["Apples", "Cherry"] {
      try folder.write("a.md", "# \(title)\n")
      try FileManager.default.setAttributes([.modificationDate: tick], ofItemAtPath: folder("a.md"))
      #expect(try await knowledge.found(title) == ["a"])
    }
  }

  @Test func `pages written long ago show their edits, and what another index brought`()
    async throws
  {
    let old = Date(timeIntervalSince1970: 1_700_000_000)
    func write(_ title: String, at date: Date) throws {
      try folder.write("a.md", "# \(title)\n")
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder("a.md"))
    }
    try write("Apples", at: old)
    let knowledge = folder.knowledge(cache: cache)
    #expect(try await knowledge.found("apples") == ["a"])
    #expect(try await knowledge.found("apples") == ["a"])
    try write("Cherry", at: old + 60)
    #expect(try await knowledge.found("cherry") == ["a"])
    try write("Apples", at: old + 120)
    #expect(try await folder.knowledge(cache: cache).found("apples") == ["a"])
    try write("Cherry", at: old + 60)
    #expect(try await knowledge.found("cherry") == ["a"])
  }

  @Test func `within its patience it does not look again`() async throws {
    try folder.write("a.md", "# Apples\n")
    let knowledge = KnowledgeBase(
      layers: [KnowledgeLayer(folder: folder.path)], cache: nil, patience: .seconds(3600))
    #expect(try await knowledge.found("apples") == ["a"])
    try folder.write("b.md", "# Apples again\n")
    #expect(try await knowledge.found("apples") == ["a"])
  }

  @Test func `a later layer replaces a page, and gives it back when it goes`() async throws {
    try folder.write("base/a.md", "# Apples\n\nShipped.\n")
    try folder.write("team/a.md", "# Apples\n\nOurs.\n")
    try folder.write("notes/a.md", "# Apples\n\nPlugin.\n")
    let layers = [
      KnowledgeLayer(folder: folder("base"), shipped: true), KnowledgeLayer(folder: folder("none")),
      KnowledgeLayer(folder: folder("notes"), prefix: "mistakes"),
      KnowledgeLayer(folder: folder("team")),
    ]
    let knowledge = KnowledgeBase(layers: layers, cache: cache, patience: .zero)
    let bodies = { try await knowledge.search("apples", limit: 9).map(\.section.body).sorted() }
    #expect(try await bodies() == ["Ours.", "Plugin."])
    #expect(try await knowledge.section("a")?.body == "Ours.")
    #expect(try await knowledge.section("mistakes/a")?.body == "Plugin.")
    #expect(knowledge.pages().map(\.path) == ["a", "mistakes/a"])
    try folder.remove("team/a.md")
    #expect(try await bodies() == ["Plugin.", "Shipped."])
  }

  @Test func `hidden files, other files and folders that hold themselves are passed over`()
    async throws
  {
    try folder.write("a.md", "# Apples\n")
    try folder.write(".hidden.md", "# Apples\n")
    try folder.write(".git/b.md", "# Apples\n")
    try folder.write("c.txt", "# Apples\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder("loop"), withDestinationPath: folder.path)
    #expect(folder.knowledge().pages().map(\.path) == ["a"])
  }

  @Test
  func `making a knowledge base opens nothing, and the cache's folder is made when it is needed`()
    async throws
  {
    let knowledge = folder.knowledge(cache: cache)
    #expect(!FileManager.default.fileExists(atPath: folder("cache")))
    #expect(try await knowledge.found("apples") == [])
    #expect(FileManager.default.fileExists(atPath: cache))
  }

  @Test(arguments: ["", "not a database at all", "SQLite format 3\u{0}"])
  func `a damaged cache is made anew`(content: String) async throws {
    try folder.write("a.md", "# Apples\n")
    try folder.write("cache/index.sqlite", content + String(repeating: "x", count: 5000))
    #expect(try await folder.knowledge(cache: cache).found("apples") == ["a"])
    #expect(try await folder.knowledge(cache: cache).found("apples") == ["a"])
  }

  @Test func `a cache that is damaged half-way or taken away is made anew`() async throws {
    for number in 0..<50 { try folder.write("\(number).md", "# Apples \(number)\n\nText.\n") }
    #expect(try await folder.knowledge(cache: cache).found("apples 7", limit: 1) == ["7"])
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: cache)))
    for index in 4096..<bytes.count { bytes[index] = 0x55 }
    try Data(bytes).write(to: URL(fileURLWithPath: cache))
    let knowledge = folder.knowledge(cache: cache)
    #expect(try await knowledge.found("apples 7", limit: 1) == ["7"])
    try folder.remove("cache")
    try folder.write("new.md", "# Pears\n")
    #expect(try await knowledge.found("pears") == ["new"])
  }

  @Test func `a cache that cannot be written is kept in memory`() async throws {
    try folder.write("a.md", "# Apples\n")
    #expect(try await folder.knowledge(cache: folder("a.md/index.sqlite")).found("apples") == ["a"])
    #expect(try await folder.knowledge(cache: "/proc/none/index.sqlite").found("apples") == ["a"])
    #expect(try await folder.knowledge(cache: folder.path).found("apples") == ["a"])
  }

  @Test func `a cache of another version is emptied`() async throws {
    try folder.write("a.md", "# Apples\n")
    #expect(try await folder.knowledge(cache: cache).found("apples") == ["a"])
    try setVersion(99)
    #expect(try await folder.knowledge(cache: cache).found("apples") == ["a"])
  }

  /// Writes another version into the cache's header, where SQLite keeps it (bytes 60 to 63).
  private func setVersion(_ version: UInt8) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: cache)))
    bytes[63] = version
    try Data(bytes).write(to: URL(fileURLWithPath: cache))
  }

  @Test func `several at once on one cache give the same answer`() async throws {
    for number in 0..<40 { try folder.write("\(number).md", "# Apples \(number)\n\nText.\n") }
    let answers = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<6 {
        let knowledge = folder.knowledge(cache: cache)
        group.addTask { try await knowledge.found("apples 7", limit: 1) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers == Array(repeating: ["7"], count: 6))
  }
}
