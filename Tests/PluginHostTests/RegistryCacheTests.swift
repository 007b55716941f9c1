import Foundation
import RapportKit
import Testing

@testable import PluginHost

struct RegistryCacheTests {
  /// A folder whose cache says something else than its files: what comes out of it was not parsed.
  private static func tampered() throws -> Folder {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    _ = try folder.registry().manifest(of: "late")
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/cache") {
      let text = try folder.text("cache/\(file)")
      try folder.write(
        text.replacing("Say that something is late.", with: "From the cache."), to: "cache/\(file)")
    }
    return folder
  }

  private static func summaries(_ registry: Registry) throws -> [String] {
    try registry.listings.map(\.summary)
      + [registry.manifest(of: "late").summary]
  }

  private static let cached = ["From the cache.", "From the cache."]
  private static let fresh = ["Say that something is late.", "Say that something is late."]

  @Test func `a warm start parses nothing`() throws {
    let folder = try Self.tampered()
    #expect(try Self.summaries(folder.registry()) == Self.cached)
    #expect(folder.registry().listings.flatMap(\.commands).map(\.name) == ["late"])
  }

  @Test(arguments: ["edit", "add", "remove", "rename", "overlay"])
  func `a change of any file is noticed`(change: String) throws {
    let folder = try Self.tampered()
    switch change {
    case "edit":
      try folder.write(Late.note + "Sorry.\n", to: "built-in/late/templates/note.email.md")
    case "add": try folder.write("Late.\n", to: "built-in/late/templates/note.chat.md")
    case "remove":
      try folder.remove("built-in/late/templates/note.email.md")
      try folder.write(Late.note, to: "built-in/late/templates/note.letter.md")
    case "rename":
      try folder.move(
        "built-in/late/templates/note.email.md", to: "built-in/late/templates/note.chat.md")
    default: try folder.write(Late.questions, to: "user/late/questions.yaml")
    }
    #expect(try Self.summaries(folder.registry()) == Self.fresh)
    let channels = try folder.registry().manifest(of: "late").commands[0].command.drafts[0].channels
    let expected: [String: [Channel]] = [
      "add": [.email, .chat], "remove": [.letter], "rename": [.chat],
    ]
    #expect(channels == expected[change] ?? [.email])
  }

  @Test func `an edit that keeps size and time of modification is noticed`() throws {
    let folder = try Self.tampered()
    let manifest = "\(folder.path)/built-in/late/plugin.yaml"
    let time = try FileManager.default.attributesOfItem(atPath: manifest)[.modificationDate]
    try folder.write(
      Late.manifest.replacing("1.0.0", with: "2.0.0"), to: "built-in/late/plugin.yaml")
    try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: manifest)
    #expect(folder.registry().listings.map(\.version) == ["2.0.0"])
  }

  @Test func `a plugin that comes or goes leaves the others in the cache`() throws {
    let folder = try Self.tampered()
    try folder.add(Late.files(in: "user", name: "other"))
    #expect(
      folder.registry().listings.map(\.summary) == [
        "From the cache.", "Say that something is other.",
      ])
    try folder.remove("user/other")
    #expect(folder.registry().listings.map(\.summary) == ["From the cache."])
    #expect(try Self.summaries(folder.registry()) == Self.cached)
  }

  @Test func `a broken plugin is remembered as such, and mended when its file is`() throws {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    try folder.write("plugin: late\n", to: "built-in/late/plugin.yaml")
    let first = folder.registry().listings
    #expect(first.map { $0.problem == nil } == [false])
    #expect(folder.registry().listings == first)
    try folder.write(Late.manifest, to: "built-in/late/plugin.yaml")
    #expect(folder.registry().listings.map(\.problem) == [nil])
  }

  @Test(arguments: ["", "{", "{\"key\":\"1.0.0\",\"value\":7}", "\u{0}\u{1}"])
  func `a damaged cache is made anew`(text: String) throws {
    let folder = try Self.tampered()
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/cache").sorted()
    #expect(files == ["index.json", "plugin-late.json"])
    for file in files { try folder.write(text, to: "cache/\(file)") }
    #expect(try Self.summaries(folder.registry()) == Self.fresh)
    #expect(try folder.text("cache/index.json").contains("Say that something is late."))
    #expect(try folder.text("cache/plugin-late.json").contains("Say that something is late."))
  }

  @Test func `another version of the program reads everything anew`() throws {
    let folder = try Self.tampered()
    #expect(try Self.summaries(folder.registry(version: "2.0.0")) == Self.fresh)
  }

  @Test func `a manifest of an older reading is not taken for a newer one`() throws {
    let folder = try Self.tampered()
    let old = try folder.text("cache/plugin-late.json")
    try folder.write(Late.manifest + "\n", to: "built-in/late/plugin.yaml")
    _ = folder.registry()
    try folder.write(old, to: "cache/plugin-late.json")
    #expect(try Self.summaries(folder.registry()) == Self.fresh)
  }

  @Test
  func `without a cache, or with one that cannot be written, all is read and nothing is lost`()
    throws
  {
    let folder = try Folder(["cache": "a file where the folder should be"])
    try folder.add(Late.files(in: "built-in"))
    #expect(try Self.summaries(folder.registry()) == Self.fresh)
    #expect(try Self.summaries(folder.registry(cache: false)) == Self.fresh)
    #expect(try folder.text("cache") == "a file where the folder should be")
  }

  @Test func `a plugin called index stands in nobody's way`() throws {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in", name: "index"))
    for _ in 1...2 {
      let registry = folder.registry()
      #expect(try registry.manifest(of: "index").name == "index")
      #expect(registry.listings.map(\.name) == ["index"])
    }
  }
}
