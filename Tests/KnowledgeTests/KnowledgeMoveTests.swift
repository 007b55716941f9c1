import Foundation
import Knowledge
import RapportKit
import Testing

struct KnowledgeMoveTests {
  private let folder = Folder()

  /// Shipped pages, a plugin with notes, and a team's own.
  private func knowledge() -> KnowledgeBase {
    KnowledgeBase(
      layers: [
        KnowledgeLayer(folder: folder("base"), shipped: true),
        KnowledgeLayer(folder: folder("plugin/notes"), prefix: "late"),
        KnowledgeLayer(folder: folder("team")),
      ], cache: nil, patience: .zero)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder(name), encoding: .utf8)
  }

  init() throws {
    try folder.write(
      "base/mistakes/own-it.md",
      """
      # Own it

      Then [repair](repair.md#soon) and [move](../promises/move.md). [Here](#own-it), and
      again [here](own-it.md#own-it). ![drawing](../drawing.png) <https://x.org/own-it.md>
      """)
    try folder.write("base/drawing.png", "")
    try folder.write(
      "base/mistakes/repair.md",
      """
      # Repair

      - First [own it](own-it.md), then
        [own it](./own-it.md#own-it "again").

      > [Own][1] it, [own][1] it. `mistakes/own-it#own-it`, not `mistakes/own-items`.

      [1]: <own-it.md>

      ```
      [not a link](own-it.md)
      ```
      """)
    try folder.write("base/promises/move.md", "# Move\n\n[Own it](/mistakes/own-it.md)\n")
    try folder.write("base/synonyms.md", "- [own](mistakes/own-it.md): admit\n")
    try folder.write("base/inventory.yaml", "S2-1: {kind: D, by: [mistakes/own-it, rule x]}\n")
    try folder.write("team/mistakes/own-it.md", "# Own it\n\n[Repair](repair.md)\n")
    try folder.write("plugin/notes/late.md", "# Late\n\n[Own](../mistakes/own-it.md#own-it)\n")
    try folder.write(
      "plugin/plugin.yaml",
      """
      # mistakes/own-it is cited below
      guidance: [mistakes/own-it, "mistakes/own-it#own-it", mistakes/repair]
      questions:
        - ask: What about mistakes/own-it?
          why: 'mistakes/own-it#own-it'   # as it is
      """)
    try folder.write(
      "plugin/Sources/Late.swift", "let why: Citation = \"mistakes/own-it#own-it\"\n")
  }

  @Test func `a move mends every link and citation, and says which`() throws {
    let move = try knowledge().move(
      "mistakes/own-it", to: "trust/it-was-me", citing: [folder("plugin")])
    let told = move.mended.map {
      "\($0.place.description.replacing(folder.path + "/", with: "")): \($0.old) → \($0.new)"
    }
    #expect(
      told == [
        "base/mistakes/own-it.md:3:15: repair.md#soon → ../mistakes/repair.md#soon",
        "base/mistakes/own-it.md:4:14: own-it.md#own-it → it-was-me.md#own-it",
        "base/mistakes/repair.md:3:18: own-it.md → ../trust/it-was-me.md",
        "base/mistakes/repair.md:4:12: ./own-it.md#own-it → ../trust/it-was-me.md#own-it",
        "base/mistakes/repair.md:6:30: mistakes/own-it → trust/it-was-me",
        "base/mistakes/repair.md:8:7: own-it.md → ../trust/it-was-me.md",
        "base/promises/move.md:3:10: /mistakes/own-it.md → /trust/it-was-me.md",
        "base/synonyms.md:1:9: mistakes/own-it.md → trust/it-was-me.md",
        "plugin/notes/late.md:3:7: ../mistakes/own-it.md#own-it → ../trust/it-was-me.md#own-it",
        "team/mistakes/own-it.md:3:10: repair.md → ../mistakes/repair.md",
        "base/inventory.yaml:1:22: mistakes/own-it → trust/it-was-me",
        "plugin/plugin.yaml:2:12: mistakes/own-it → trust/it-was-me",
        "plugin/plugin.yaml:2:29: mistakes/own-it#own-it → trust/it-was-me#own-it",
        "plugin/plugin.yaml:5:10: mistakes/own-it#own-it → trust/it-was-me#own-it",
      ])
    #expect(
      move.left.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.help ?? "")" }
        == ["1:22 Write “trust/it-was-me” there."])
    // Planned, not done.
    #expect(try text("base/synonyms.md").contains("mistakes/own-it.md"))

    try move.perform()
    #expect(!FileManager.default.fileExists(atPath: folder("base/mistakes/own-it.md")))
    #expect(
      try text("base/mistakes/repair.md") == """
        # Repair

        - First [own it](../trust/it-was-me.md), then
          [own it](../trust/it-was-me.md#own-it "again").

        > [Own][1] it, [own][1] it. `trust/it-was-me#own-it`, not `mistakes/own-items`.

        [1]: <../trust/it-was-me.md>

        ```
        [not a link](own-it.md)
        ```
        """)
    #expect(
      try text("base/trust/it-was-me.md").hasPrefix(
        "# Own it\n\nThen [repair](../mistakes/repair.md#soon) and [move](../promises/move.md)."))
    #expect(
      try text("team/trust/it-was-me.md") == "# Own it\n\n[Repair](../mistakes/repair.md)\n")
    #expect(
      try text("plugin/plugin.yaml") == """
        # mistakes/own-it is cited below
        guidance: [trust/it-was-me, "trust/it-was-me#own-it", mistakes/repair]
        questions:
          - ask: What about mistakes/own-it?
            why: 'trust/it-was-me#own-it'   # as it is
        """)
    let dead = knowledge().faults(citing: [folder("plugin")]).filter {
      $0.problem.message.contains("own-it") || $0.problem.message.contains("it-was-me")
    }
    #expect(dead.map(\.line) == [])
  }

  @Test(arguments: [
    ("mistakes/own-ti", "x", "There is no page “mistakes/own-ti”. Did you mean “mistakes/own-it”?"),
    (
      "mistakes/own-it.md", "mistakes/repair",
      "There is a page “mistakes/repair” already. Choose another path, or move that page away first."
    ),
    (
      "mistakes/own-it", "../x",
      "“../x” is no path of a page. Write it as `knowledge list` shows it: mistakes/own-it."
    ),
    (
      "late/late", "mistakes/late",
      "“late/late” is a page of the plugin late. Its path goes on beginning with `late/`."
    ),
  ])
  func `a move that cannot be is refused`(old: String, new: String, says: String) {
    let problem = #expect(throws: Problem.self) { try knowledge().move(old, to: new) }
    #expect("\(problem?.message ?? "") \(problem?.help ?? "")" == says)
  }

  @Test func `what may not be written is named and left`() throws {
    // The superuser may write anything.
    if geteuid() == 0 { return print("Skipped: run by the superuser, who may write everywhere.") }
    let file = folder("base/mistakes/repair.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: file)
    let move = try knowledge().move("mistakes/own-it", to: "trust/it-was-me")
    #expect(move.left.count == 4)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: folder("team/mistakes"))
    #expect(throws: Problem.self) { try knowledge().move("mistakes/own-it", to: "trust/it-was-me") }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder("team/mistakes"))
  }
}
