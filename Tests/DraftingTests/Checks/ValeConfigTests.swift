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
}
