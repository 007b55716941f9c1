import Drafting
import RapportKit
import Testing

@testable import PluginHost

struct TwinTests {
  private static func folder() throws -> Folder {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    let files = [
      "questions.de.yaml": Late.questions.replacing("Who?", with: "Wer?"),
      "templates/note.email.de.md": "Deutsch\n", "templates/note.email.fr.md": "Français\n",
      "templates/note.email.warm.md": "warm\n", "templates/parts/hello.md": "Hello",
      "templates/parts/hello.de.md": "Guten Tag", "kinds/late.yaml": "plain",
      "kinds/late.de.yaml": "deutsch",
    ]
    for (name, text) in files { try folder.write(text, to: "built-in/late/\(name)") }
    return folder
  }

  @Test(arguments: [
    ([], "Who?", Late.note, "Hello", "plain"),
    (["de"], "Wer?", "Deutsch\n", "Guten Tag", "deutsch"),
    (["fr", "de"], "Wer?", "Français\n", "Guten Tag", "deutsch"),
    (["de", "fr"], "Wer?", "Deutsch\n", "Guten Tag", "deutsch"),
    (["sv", "fr"], "Who?", "Français\n", "Hello", "plain"),
    (["sv"], "Who?", Late.note, "Hello", "plain"),
  ])
  func `a file's twin is chosen by the person's language, then the team's, then plain`(
    languages: [String], ask: String, note: String, hello: String, kind: String
  ) throws {
    let folder = try Self.folder()
    let registry = folder.registry(languages: languages)
    #expect(registry.listings.map { folder.line($0.problem) } == [nil])
    let command = try #require(registry.manifest(of: "late").commands.first?.command)
    #expect(command.questions.first?.ask == ask)
    #expect(command.drafts.map(\.channels) == [[.email]])
    let files = try registry.listing("late").files
    let templates = try files.templates().mapValues(\.text)
    #expect(templates["note.email"] == note)
    #expect(templates["parts/hello"] == hello)
    // A tone that is written in another language alone does not bring that language back.
    #expect(templates["note.email.warm"] == (note == Late.note ? "warm\n" : nil))
    #expect(Set(templates.keys).isSubset(of: ["note.email", "note.email.warm", "parts/hello"]))
    #expect(try files.checkFiles(in: "kinds").map { [$0.path, $0.text] } == [["late.yaml", kind]])
  }

  @Test func `a twin in an overlay stands for the plain file below it`() throws {
    let folder = try Self.folder()
    try folder.write("von uns\n", to: "user/late/templates/note.email.de.md")
    let files = try folder.registry(languages: ["de"]).listing("late").files
    #expect(try files.templates()["note.email"]?.text == "von uns\n")
    #expect(try files.text("templates/note.email.md").text == "von uns\n")
  }

  @Test func `a manifest has no twin`() throws {
    let folder = try Self.folder()
    try folder.write("nonsense", to: "built-in/late/plugin.de.yaml")
    #expect(folder.registry(languages: ["de"]).listings.map(\.problem) == [nil])
  }

  @Test func `another language is another reading, cached beside no other`() throws {
    let folder = try Self.folder()
    for (languages, ask) in [([], "Who?"), (["de"], "Wer?"), ([], "Who?")] {
      let registry = folder.registry(languages: languages)
      #expect(try registry.manifest(of: "late").commands[0].command.questions[0].ask == ask)
    }
  }

  @Test(
    arguments: [
      ("note.email.de.md", "note.email.md", "de"), ("mistake.pt-BR.yaml", "mistake.yaml", "pt-BR"),
      ("note.email.md", nil, nil), ("note.email.warm.md", nil, nil), ("de.md", nil, nil),
      ("note.DE.md", nil, nil), ("note.d-.md", nil, nil), ("note..md", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func `a twin has its language before its ending`(name: String, plain: String?, language: String?)
  {
    #expect(Twin.taken(name)?.plain == plain)
    #expect(Twin.taken(name)?.language == language)
    if let plain, let language { #expect(Twin.path(language, of: plain) == name) }
  }
}
