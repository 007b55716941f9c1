import Formats
import RapportKit
import Testing

struct TemplateTests {
  private func render(
    _ text: String, _ values: [String: TemplateValue], parts: [String: String] = [:]
  ) throws -> String {
    let partials = try parts.map { ($0.key, try Template($0.value, file: $0.key)) }
    return try Template(text, file: "t.md").render(
      with: values, partials: Dictionary(uniqueKeysWithValues: partials))
  }

  private func problem(_ text: String) -> Problem? {
    do {
      _ = try Template(text, file: "t.md")
      return nil
    } catch { return error }
  }

  @Test func `text is not escaped, in a part neither`() throws {
    #expect(
      try render("{{a}} & {{>p}}", ["a": "Ann & Bo's"], parts: ["p": "<{{a}}>"])
        == "Ann & Bo's & <Ann & Bo's>\n")
  }

  @Test func `an absent value prints nothing and its section is left out`() throws {
    let values = ["cause": TemplateValue(.absent, children: ["unknown": "not yet"])]
    #expect(
      try render("[{{cause}}{{#cause}}x{{/cause}}{{^cause}}{{cause.unknown}}{{/cause}}]", values)
        == "[not yet]")
  }

  @Test func `a section of a text sees the names below it`() throws {
    let value = TemplateValue("all", children: ["who": "Dana"])
    #expect(try render("{{#r}}{{who}}: {{r}}{{/r}} {{r.who}}", ["r": value]) == "Dana: all Dana")
  }

  @Test func `rows are written one by one`() throws {
    let rows = TemplateValue(.list([.map(["a": "1"]), .map(["a": "2"])]))
    #expect(try render("{{#r}}{{a}}{{^last()}}, {{/last()}}{{/r}}", ["r": rows]) == "1, 2")
  }

  @Test func `tags tell their place and whether they are guarded`() throws {
    let template = try Template("{{#a}}{{a}}{{/a}}\n  {{b.c}} {{>p}}", file: "t.md")
    #expect(
      template.tags.map { "\($0.kind) \($0.name) \($0.place) \($0.isGuarded)" } == [
        "section a t.md:1:1 false", "value a t.md:1:7 true", "value b.c t.md:2:3 false",
        "partial p t.md:2:11 false",
      ])
    #expect(template.partials == ["p"])
  }

  @Test(arguments: [
    ("one\n{{#a}}\n", "t.md:2:1", "The section “a” is opened here and not closed."),
    ("{{#a}}{{/b}}", "t.md:1:7", "“{{/b}}” closes a section that is not the one open here."),
    ("x {{a", "t.md:1:3", "The tag that starts here is not finished."),
    (
      "{{=<% %>=}}", "t.md:1:1",
      "A template may not change its delimiters, its escaping or the parts it includes."
    ),
  ])
  func `what cannot be read is a problem with its place`(
    text: String, place: String, message: String
  ) {
    #expect(problem(text)?.place?.description == place)
    #expect(problem(text)?.message == message)
  }

  @Test func `a tag Mustache refuses is a problem on its own line`() {
    #expect(problem("one\ntwo {{a b}}")?.place?.line == 2)
  }
}
