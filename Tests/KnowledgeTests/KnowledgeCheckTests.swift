import Foundation
import Knowledge
import RapportKit
import Testing

struct KnowledgeCheckTests {
  private let folder = Folder()

  /// What is amiss, each as its line without the folder and the help.
  private func faults(shipped: Bool = true, citing: [String] = []) -> [String] {
    KnowledgeBase(layers: [KnowledgeLayer(folder: folder.path, shipped: shipped)], cache: nil)
      .faults(citing: citing.map { folder($0) }).map { fault in
        let place = fault.problem.place?.description.replacing(folder.path + "/", with: "") ?? ""
        return
          "\(place) \(fault.level.rawValue) \(fault.problem.code.rawValue): \(fault.problem.message)"
      }
  }

  @Test func `a check names what is wrong by file, line and column`() throws {
    try folder.write(
      "good.md",
      """
      ---
      sources: {z: Z}
      evidence: {page: {grade: practice, source: z}}
      ---
      # Good

      [bad](bad.md#why), [web](https://x.org), [me](#good), ![there](there.png).

      [team]: team/good.md
      """)
    try folder.write("there.png", "")
    try folder.write(
      "bad.md",
      """
      ---
      sources: {a: A, b: B}
      evidence:
        why: {grade: study, source: a}
        again: study
        what-to-avod: practice
      ---
      # Bad

      No grade. [gone](sub/gone.md),
      [up](../up.md), [good](good.md#god), [file](x.png), [team].

      - ![no image](none.png) and `[code](none.md)`

      ## Why

      Text.

      ## Again

      ## again

      ## What to avoid

      [team]: team/god.md
      """)
    try folder.write("team/good.md", "# good\n\nNo grade.\n")
    #expect(
      faults() == [
        "bad.md:2:17 warning unused-source: No evidence names the source “b”.",
        "bad.md:5:3 error missing-source: “again” is a study without a source.",
        "bad.md:6:3 error unknown-heading: No heading of this page is linked as “what-to-avod”.",
        "bad.md:8:1 error missing-evidence: “Bad” does not say how sure it is.",
        "bad.md:10:18 error dead-link: There is no page “sub/gone”.",
        "bad.md:11:6 error dead-link: “../up.md” leads out of the knowledge base.",
        "bad.md:11:24 error dead-link: No heading of good is linked as “god”.",
        "bad.md:11:45 error dead-link: “x.png” is not there.",
        "bad.md:13:15 error dead-link: “none.png” is not there.",
        "bad.md:21:1 warning same-name: The heading “again” stands twice.",
        "bad.md:25:9 error dead-link: There is no page “team/god”.",
        "team/good.md:1 warning orphan: No page links to this one.",
        "team/good.md:1 warning same-title: “good” is also the title of good.",
        "team/good.md:1:1 error missing-evidence: “good” does not say how sure it is.",
      ])
  }

  @Test func `what is nearest is offered, and a line reads as compilers write it`() throws {
    try folder.write("index.md", "# Start\n\n[a](own-it.md#own-ti), [b](own-ti.md)\n")
    try folder.write("own-it.md", "# Own it\n\nText.\n")
    #expect(
      folder.knowledge().faults().map(\.line) == [
        "\(folder("index.md")):3:5: error: No heading of own-it is linked as “own-ti”. Did you mean “own-it”?",
        "\(folder("index.md")):3:28: error: There is no page “own-ti”. Did you mean “own-it”?",
      ])
  }

  @Test func `pages of a team need no evidence; one that nobody links to is a hint`() throws {
    try folder.write("a.md", "# A\n\nText.\n")
    #expect(faults(shipped: false) == ["a.md:1 hint orphan: No page links to this one."])
  }

  @Test func `citations of plugins are held to the pages, and pages to be cited`() throws {
    let front = "---\nsources: {s: S}\nevidence: {page: {grade: practice, source: s}}\n---\n"
    try folder.write("index.md", front + "# Start\n\n[own](own-it.md), [plain](plain.md)\n")
    try folder.write("own-it.md", front + "# Own it\n\nText.\n")
    try folder.write("plain.md", front + "# Plain\n\nText.\n")
    try folder.write(
      "plugin/plugin.yaml", "guidance: [index, 'own-it#now']\nquestions:\n- why: own-it#own-it\n")
    try folder.write("plugin/rules/rapport.yml", "sorry:\n  why: \"owned\"\n")
    try folder.write("plugin/examples/a.yaml", "why: because they asked\n")
    #expect(
      faults(citing: ["plugin"]) == [
        "plain.md:1 hint uncited: No question, rule or kind cites this page.",
        "plugin/plugin.yaml:1:19 error dead-link: No heading of own-it is linked as “now”.",
        "plugin/rules/rapport.yml:2:8 error dead-link: There is no page “owned”.",
      ])
  }

  @Test func `paths that differ by capitals alone are one file to some systems`() throws {
    try folder.write("a/Own-it.md", "# Own it\n\n[x](own-it.md)\n")
    try folder.write("a/own-it.md", "# Own it too\n\n[x](Own-it.md)\n")
    #expect(
      faults(shipped: false) == [
        "a/own-it.md:1 warning same-name: “a/own-it” and “a/Own-it” differ by capitals alone."
      ])
  }
}
