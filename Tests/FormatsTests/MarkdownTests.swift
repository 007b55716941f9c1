import Formats
import RapportKit
import Testing

struct MarkdownTests {
  @Test func `front matter comes off and lines still count from the top of the file`() throws {
    let text = "---\ntitle: Own it\ntopics: [a, b]\n---\n\n# Own it\n\nSay what\nyou did.\n"
    let page = try Markdown.read(text, from: "own-it.md")
    #expect(page.frontMatter?["title"]?.text == "Own it")
    #expect(page.frontMatter?["title"]?.place == Place(file: "own-it.md", line: 2, column: 8))
    #expect(
      page.blocks == [
        .init(.heading(level: 1, [.text("Own it")]), line: 6),
        .init(
          .paragraph([.text("Say what"), .softBreak, .text("you did.")]), line: 8, lastLine: 9),
      ])
    #expect(page.lines.count == 9)
    #expect(page.lines[7] == "Say what")
  }

  @Test func `a text without front matter has none`() throws {
    for text in ["", "# A\n", "---\nno end\n", "text\n---\n"] {
      #expect(try Markdown.read(text, from: "a.md").frontMatter == nil)
    }
    #expect(try Markdown.read("---\n---\nA\n", from: "a.md").blocks.plainText == "A")
  }

  @Test func `broken front matter names its line in the file`() {
    #expect {
      _ = try Markdown.read("---\ntitle: a\nb: [\n---\n# A\n", from: "a.md")
    } throws: {
      ($0 as? Problem)?.place?.file == "a.md" && (($0 as? Problem)?.place?.line ?? 0) >= 3
    }
  }

  @Test func `Windows line ends and a byte order mark do not matter`() throws {
    let page = try Markdown.read("\u{FEFF}---\r\ntitle: A\r\n---\r\n# A\r\n\r\nB\r\n", from: "a.md")
    #expect(page.frontMatter?["title"]?.text == "A")
    #expect(page.blocks.map(\.line) == [4, 6])
    #expect(page.blocks.plainText == "A\nB")
  }

  @Test func `every kind of block is a value`() {
    let text = """
      ## Two

      1. one
      2. two

         more

      - tight
      - items

      > said

      ```swift x
      let a = 1
      ```

      | a | b | c |
      | :-- | :-: | --: |
      | 1 | 2 |

      ***

      <div>raw</div>
      """
    #expect(
      Markdown.blocks(text) == [
        .init(.heading(level: 2, [.text("Two")]), line: 1),
        .init(
          .list(
            .init(
              start: 1, tight: false,
              items: [
                [.init(.paragraph([.text("one")]), line: 3)],
                [
                  .init(.paragraph([.text("two")]), line: 4),
                  .init(.paragraph([.text("more")]), line: 6),
                ],
              ])), line: 3, lastLine: 7),
        .init(
          .list(
            .init(items: [
              [.init(.paragraph([.text("tight")]), line: 8)],
              [.init(.paragraph([.text("items")]), line: 9)],
            ])), line: 8, lastLine: 10),
        .init(.quote([.init(.paragraph([.text("said")]), line: 11)]), line: 11),
        .init(.code(language: "swift", "let a = 1\n"), line: 13, lastLine: 15),
        .init(
          .table(
            .init(
              alignments: [.left, .centre, .right],
              header: [[.text("a")], [.text("b")], [.text("c")]],
              rows: [[[.text("1")], [.text("2")], []]])), line: 17, lastLine: 19),
        .init(.thematicBreak, line: 21),
        .init(.html("<div>raw</div>\n"), line: 23),
      ])
  }

  @Test func `every kind of inline is a value`() {
    let text = "*a* **b** ~~c~~ `d` [e *f*](g.md) ![h](i.png) <b>  \nhttps://x.org"
    #expect(
      Markdown.blocks(text).map(\.content) == [
        .paragraph([
          .emphasis([.text("a")]), .text(" "), .strong([.text("b")]), .text(" "),
          .strikethrough([.text("c")]), .text(" "), .code("d"), .text(" "),
          .link(destination: "g.md", [.text("e "), .emphasis([.text("f")])]), .text(" "),
          .image(source: "i.png", [.text("h")]), .text(" "), .html("<b>"), .lineBreak,
          .link(destination: "https://x.org", [.text("https://x.org")]),
        ])
      ])
  }

  @Test func `plain text is the words alone`() {
    let text = "# A *b*\n\n- c `d`\n- [e](f)\n\n| g | h |\n| - | - |\n| i | **j** |\n\n---\n"
    #expect(Markdown.blocks(text).plainText == "A b\nc d\ne\ng h\ni j")
    #expect(
      Markdown.blocks("Tom & Jerry: it's \"<3\" _x_y_").plainText == "Tom & Jerry: it's \"<3\" x_y")
  }

  @Test func `links and images are found wherever they stand`() {
    let text = "a [b](c.md)\n\n- d\n- **[e](f.md#g)**\n\n> [h](i)\n\n![j](k.png) `[l](m)`\n"
    #expect(Markdown.blocks(text).links == ["c.md", "f.md#g", "i", "k.png"])
  }

  @Test(arguments: [
    ("What to avoid", "what-to-avoid"), ("Don't say “if”", "dont-say-if"),
    ("R&D: yes/no?", "rd-yesno"), ("Über *uns*_x", "über-uns_x"),
    ("2 of 4 -- next", "2-of-4----next"),
  ])
  func `a heading is linked as on GitHub`(heading: String, slug: String) throws {
    let page = try Markdown.read("# \(heading)\n", from: "a.md")
    #expect(page.headings.map(\.slug) == [slug])
  }

  @Test func `headings that stand twice get numbers`() throws {
    let page = try Markdown.read("# A\n## A\nB-1\n---\n## B\n## B\n> # not one\n", from: "a.md")
    #expect(
      page.headings.map { "\($0.slug) \($0.level) \($0.line)-\($0.lastLine)" }
        == ["a 1 1-1", "a-1 2 2-2", "b-1 2 3-4", "b 2 5-5", "b-2 2 6-6"])
  }

  @Test func `no text nests too deep to be read`() {
    #expect(Markdown.blocks(String(repeating: "> ", count: 50) + "a").plainText == "a")
    #expect(Markdown.blocks(String(repeating: "> ", count: 5000) + "a").plainText == "")
    #expect(Markdown.blocks(String(repeating: "*a ", count: 5000)).plainText.count > 5000)
  }
}
