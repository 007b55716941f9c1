import Drafting
import RapportKit
import Testing

struct ValeConfigTests {
  private let config = ValeConfig(
    """
    # A comment
    StylesPath = ../styles
    MinAlertLevel = warning
    Packages = Google
    Vocab = Acme

    [formats]
    mdx = md

    [*]
    BasedOnStyles = Google

    [*.{md,txt}]
    BasedOnStyles = write-good, Joblint
    write-good.Weasel = NO
    Google.Acronyms = error
    Joblint.Hair = suggestion

    [docs/**]
    write-good.Weasel = YES
    """, file: ".vale.ini")

  private func level(_ rule: String, in path: String) -> String? {
    config.level(of: rule, .warning, in: config.sections(for: path))?.rawValue
  }

  @Test func `styles, the least level and the vocabulary are read`() {
    #expect(config.stylesPath == "../styles")
    #expect(config.styles == ["Google", "write-good", "Joblint"])
    #expect(config.vocabularies == ["Acme"])
    #expect(config.problems == [])
  }

  @Test func `the last section that fits says which styles hold, and a rule may say otherwise`() {
    #expect(level("Google.We", in: "a.html") == "warning")
    #expect(level("Google.We", in: "a.md") == nil)
    #expect(level("Google.Acronyms", in: "a.md") == "error")
    #expect(level("write-good.So", in: "notes/a.txt") == "warning")
    #expect(level("write-good.Weasel", in: "a.md") == nil)
    #expect(level("write-good.Weasel", in: "docs/a.md") == "warning")
    #expect(level("Joblint.Hair", in: "a.md") == nil)
  }

  @Test func `what is not understood is named with its line`() {
    let config = ValeConfig("Colour = blue\nwhat\n[*]\nA.B = maybe", file: "v.ini")
    #expect(config.problems.map { $0.place?.description } == ["v.ini:1", "v.ini:2", "v.ini:4"])
  }

  @Test func `patterns of what is ignored keep the rules away, in the files of their section`()
    throws
  {
    let config = ValeConfig(
      """
      [*]
      BasedOnStyles = house

      [*.md]
      TokenIgnores = (\\$[^\\n$]+\\$), \\
                     <[a-z]+ very
      BlockIgnores = (?s) *({{< aside >}}.*?{{< /aside >}})
      """, file: ".vale.ini")
    #expect(config.problems == [])
    var sources = CheckSources()
    let number = sources.addConfig(config)
    sources.addRules(
      [CheckFile("house/Very.yml", "extends: existence\nmessage: no\ntokens: [very]")],
      style: "house", isVale: true, config: number)
    let text = "$very$ very\n\n<b very\n\n{{< aside >}}\nvery\n{{< /aside >}}\n"
    func places(_ path: String) throws -> [Int] {
      try Checker(sources).check(text, held: .nothing, channel: .email, path: path).findings.map {
        $0.line * 100 + $0.column
      }
    }
    #expect(try places("a.md") == [108])
    #expect(try places("a.txt").count == 4)
  }

  @Test func `a pattern that is none is named`() {
    let config = ValeConfig("[*]\nTokenIgnores = (open", file: "v.ini")
    #expect(config.problems.map { $0.place?.description } == ["v.ini:2"])
  }
}
