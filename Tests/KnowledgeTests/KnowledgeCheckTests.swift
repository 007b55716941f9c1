import Knowledge
import RapportKit
import Testing

struct KnowledgeCheckTests {
  @Test func `a check names what is wrong by file and line`() throws {
    let folder = Folder()
    try folder.write(
      "good.md",
      "---\nevidence: {page: practice}\n---\n# Good\n\n[bad](bad.md#why), [web](https://x.org), [me](#good).\n"
    )
    try folder.write(
      "bad.md",
      """
      ---
      sources: {a: A, b: B}
      evidence:
        why: {grade: study, source: a}
        what-to-avod: practice
      ---
      # Bad

      No grade. [gone](sub/gone.md), [up](../up.md), [good](good.md#nothing), [file](x.png).

      ## Why

      Text.

      ## What to avoid
      """)
    try folder.write("team/good.md", "# good\n\nNo grade needed.\n")
    let knowledge = KnowledgeBase(
      layers: [
        KnowledgeLayer(folder: folder.path, shipped: true)
      ], cache: nil)
    let found = knowledge.problems().map {
      "\(String($0.place?.description.dropFirst(folder.path.count + 1) ?? "")) \($0.code.rawValue): \($0.message)"
    }
    #expect(
      found == [
        "bad.md:2:17 unused-source: No evidence names the source “b”.",
        "bad.md:5:3 unknown-heading: No heading of this page is linked as “what-to-avod”.",
        "bad.md:7 missing-evidence: “Bad” does not say how sure it is.",
        "bad.md:9 dead-link: No heading of good is linked as “nothing”.",
        "bad.md:9 dead-link: There is no page “../up.md”.",
        "bad.md:9 dead-link: There is no page “sub/gone”.",
        "bad.md:9 dead-link: “x.png” is not there.",
        "team/good.md:1 missing-evidence: “good” does not say how sure it is.",
        "team/good.md:1 same-title: “good” is also the title of good.",
      ])
    #expect(
      knowledge.problems().first { $0.code == "unknown-heading" }?.help
        == "Did you mean `what-to-avoid`?")
  }

  @Test func `pages of a team need no evidence`() throws {
    let folder = Folder()
    try folder.write("a.md", "# A\n\nText.\n")
    #expect(folder.knowledge().problems() == [])
  }
}
