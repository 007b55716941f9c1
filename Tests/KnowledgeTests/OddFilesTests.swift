import Foundation
import Knowledge
import RapportKit
import Testing

/// Files that are no pages, or hardly: each gets a note, and nothing else suffers.
struct OddFilesTests {
  private let folder = Folder()

  init() throws { try folder.write("good.md", "# Apples\n\nGreen apples.\n") }

  /// What is amiss, each as its line without the folder, and what is found none the less.
  private func expect(_ lines: [String], found: [String] = ["good"]) async throws {
    let knowledge = folder.knowledge(cache: folder("cache/index.sqlite"))
    #expect(
      knowledge.faults().filter { $0.problem.code != "orphan" }
        .map { $0.line.replacing(folder.path + "/", with: "") } == lines)
    #expect(try await knowledge.found("apples") == found)
    // Once more, from the index as it is.
    #expect(try await knowledge.found("apples") == found)
  }

  @Test func `broken front matter is named by its line, and the page is found all the same`()
    async throws
  {
    try folder.write("broken.md", "---\ntitle: [Apples\n---\n\n# Pears\n\nNo apples.\n")
    try await expect(
      [
        "broken.md:3:1: error: This is not YAML: did not find expected ',' or ']'. Check the indentation and the quotes there."
      ], found: ["good", "broken"])
  }

  @Test func `a page of 50 MB is passed over and named`() async throws {
    try Data(repeating: UInt8(ascii: "a"), count: 50 << 20)
      .write(to: URL(fileURLWithPath: folder("huge.md")))
    try await expect([
      "huge.md: error: This page is 50 MB large and is passed over. A page may have 4 MB; make several of it."
    ])
    await #expect(throws: Problem.self) {
      try await folder.knowledge().section("huge")
    }
  }

  @Test func `a folder of empty files is one line`() async throws {
    for number in 0..<500 { try folder.write("empty/\(number).md", "") }
    try folder.write("one/blank.md", " \n\n")
    try await expect([
      "empty: warning: 500 pages in this folder are empty. Fill them, or take them out.",
      "one/blank.md: warning: This page is empty. Fill it, or take it out.",
    ])
  }

  @Test func `links that lead round in a circle or nowhere are not followed`() async throws {
    for (link, target) in [
      ("loop", folder.path), ("self.md", folder("self.md")), ("gone.md", folder("nothing.md")),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder(link), withDestinationPath: target)
    }
    try await expect([
      "gone.md: error: This link leads to no file. Correct it, or take it out.",
      "loop: hint: This link leads to a folder that was already read. Nothing is missing; its pages are known by their other path.",
      "self.md: error: This link leads to no file. Correct it, or take it out.",
    ])
  }

  @Test func `what is no text, or no UTF-8, is named`() async throws {
    let file = { URL(fileURLWithPath: folder($0)) }
    try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0xFF, 0x41]).write(to: file("program.md"))
    try Data("# Caf\u{e9}\n\nAn old name: ".utf8 + [0xE9, 0x0A]).write(to: file("latin.md"))
    try await expect(
      [
        "latin.md:3:14: error: This is not UTF-8. Save the page as UTF-8.",
        "program.md:1: error: This is no text: it holds bytes that no text has. Is it another kind of file, named .md by mistake?",
      ])
  }

  @Test func `a pipe named like a page is no page and keeps nobody waiting`() async throws {
    #expect(mkfifo(folder("pipe.md"), 0o600) == 0)
    try await expect([])
  }
}
