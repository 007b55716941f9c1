import Foundation
import RapportTesting
import Testing

/// More texts than one core takes at a time: what is found comes in the order of the files, and what cannot be read is
/// said without holding up the rest.
@Test func `many texts are checked at once and reported in their order`() throws {
  let desk = try Desk(knowingAcme: false)
  let folder = desk.home + "/texts"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let names = (100..<250).map { "texts/\($0).txt" }
  for name in names {
    // Those that take longer stand between the others.
    let length = name.hasSuffix("7.txt") ? 400 : 1
    let text = String(repeating: "It rained all day.\n", count: length)
    try (text + "We are sorry for any inconvenience.\n").write(
      toFile: desk.home + "/" + name, atomically: true, encoding: .utf8)
  }
  let found = try desk.run(["check", "--kind", "thanks", "--format", "line", "texts"])
  let paths = found.split(separator: "\n").filter { $0.contains("any-inconvenience") }.map {
    String($0.prefix { $0 != ":" })
  }
  #expect(paths == names)
  let notes = try desk.run(["check", "--quiet", "gone.txt"] + names, errors: true)
  #expect(notes.contains("gone.txt: This file cannot be read."))
  #expect(notes.contains("texts/249.txt"))
}
