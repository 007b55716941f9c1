import RapportKit
import Testing

@testable import Knowledge

struct PageTests {
  static let text = """
    ---
    title: Own it
    summary: Say what you did.
    topics: [mistake, apology]
    sources:
      lewicki-2016: "Lewicki, Polin & Lount 2016"
      perran: Amanda Perran
    evidence:
      page: {grade: opinion, source: perran}
      name-the-harm: {grade: study, source: lewicki-2016}
      example: convention
    covers:
      name-the-harm: [S2-12, S2-17]
    ---

    # Own it

    Say what you did, in *the active voice*.

    ## Name the harm

    They could not print. See [repair](repair.md#soon).

    ### In numbers

    - three hours
    - forty orders

    ## Example

    > I sent it late.
    """

  @Test func `a page is its front matter and its sections`() {
    let (page, problems) = Page.read(Self.text, path: "mistakes/own-it", file: "own-it.md")
    #expect(problems == [])
    #expect(page.title == "Own it")
    #expect(page.summary == "Say what you did.")
    #expect(page.topics == ["mistake", "apology"])
    #expect(
      page.sources.map { "\($0.key): \($0.text) \($0.place?.line ?? 0)" } == [
        "lewicki-2016: Lewicki, Polin & Lount 2016 6", "perran: Amanda Perran 7",
      ])
    #expect(page.covers.map { "\($0.slug) \($0.items)" } == [#"name-the-harm ["S2-12", "S2-17"]"#])
    #expect(
      page.sections == [
        .init(
          citation: "mistakes/own-it", slug: "own-it", level: 1, title: "Own it", line: 16,
          body: "Say what you did, in *the active voice*.",
          text: "Say what you did, in the active voice.", grade: .opinion, source: "Amanda Perran"),
        .init(
          citation: "mistakes/own-it#name-the-harm", slug: "name-the-harm", level: 2,
          title: "Name the harm", line: 20,
          body: """
            They could not print. See [repair](repair.md#soon).

            ### In numbers

            - three hours
            - forty orders
            """,
          text: "They could not print. See repair.", grade: .study,
          source: "Lewicki, Polin & Lount 2016"),
        .init(
          citation: "mistakes/own-it#in-numbers", slug: "in-numbers", level: 3,
          title: "In numbers", line: 24, body: "- three hours\n- forty orders",
          text: "three hours\nforty orders", grade: .opinion, source: "Amanda Perran"),
        .init(
          citation: "mistakes/own-it#example", slug: "example", level: 2, title: "Example",
          line: 29, body: "> I sent it late.", text: "I sent it late.", grade: .convention),
      ])
  }

  @Test func `a page without front matter has no grade and is named by its heading or its file`() {
    let plain = Page.read("Intro.\n\n## Why\n\nBecause.\n", path: "notes/late-reply", file: "a.md")
      .page
    #expect(plain.title == "late reply")
    #expect(plain.sections.map(\.citation) == ["notes/late-reply", "notes/late-reply#why"])
    #expect(plain.sections.map(\.grade) == [nil, nil])
    #expect(plain.sections.map(\.text) == ["Intro.", "Because."])
    #expect(Page.read("# Late\n", path: "a", file: "a.md").page.title == "Late")
    #expect(Page.read("", path: "a", file: "a.md").page.sections.map(\.text) == [""])
  }

  @Test func `an empty opening gives way to the first section that says something`() {
    let page = Page.read("# A\n\n## B\n\nText.\n", path: "a", file: "a.md").page
    #expect(page.section(nil)?.title == "B")
    #expect(page.section("a")?.title == "A")
    #expect(page.section("c") == nil)
  }

  @Test func `front matter that does not decode is named by line and column, and the text stays`() {
    let text = """
      ---
      title: [a]
      topic: x
      topics: one
      sources: {a: A}
      evidence:
        page: sure
        why: {source: a}
        what: {grade: study, source: b, note: c}
      covers: no
      x-ours: anything
      ---
      # A

      Text.
      """
    let (page, problems) = Page.read(text, path: "a", file: "a.md")
    #expect(page.sections.map(\.text) == ["Text."])
    #expect(
      problems.map { "\($0.place?.description ?? "") \($0.message)" } == [
        "a.md:2:8 “title” should be a text.",
        "a.md:3:1 “topic” is not a key of a page.",
        "a.md:4:9 “topics” should be a list of words.",
        "a.md:7:9 “sure” is not a grade.",
        "a.md:8:3 “why” has no grade.",
        "a.md:9:35 “note” is not a key of evidence.",
        "a.md:10:9 “covers” should hold keys and values.",
        "a.md:9:3 “b” is not among the page's sources.",
      ])
  }

  @Test func `front matter that is no YAML is one problem, and the text stays`() {
    let (page, problems) = Page.read("---\na: [\n---\n# A\n", path: "a", file: "a.md")
    #expect(problems.count == 1)
    #expect(page.title == "A")
    #expect(page.sections.map(\.line) == [4])
  }

  @Test func `a section is read by its citation without any search`() async throws {
    let folder = Folder()
    try folder.write("mistakes/own-it.md", Self.text)
    let knowledge = folder.knowledge(cache: folder("cache/index.sqlite"))
    let section = try await knowledge.section("mistakes/own-it#example")
    #expect(
      section
        == KnowledgeSection(
          citation: "mistakes/own-it#example", page: "Own it", title: "Example",
          body: "> I sent it late.", grade: .convention))
    #expect(try await knowledge.section("mistakes/own-it")?.title == "Own it")
    #expect(try await knowledge.section("mistakes/own-it#none") == nil)
    #expect(try await knowledge.section("mistakes/none") == nil)
    #expect(try await knowledge.section(Citation("../\(folder.path)/mistakes/own-it")) == nil)
    #expect(!PageFiles.exists(folder("cache")))
  }
}
