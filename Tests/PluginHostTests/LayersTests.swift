import Drafting
import Foundation
import RapportKit
import Testing

@testable import PluginHost

struct LayersTests {
  @Test func `an overlay replaces single files, a later layer's before an earlier one's`() throws {
    let folder = try Folder([
      "user/late/templates/note.email.md": "user\n",
      "user/late/questions.yaml": "- {id: customer, ask: \"Whom?\", type: customer}\n",
      "workspace/Late/templates/note.email.md": "workspace\n",
      "workspace/Late/templates/note.chat.md": "chat\n",
    ])
    try folder.add(Late.files(in: "built-in"))
    let registry = folder.registry()
    #expect(registry.listings.map(\.problem) == [nil])
    let files = try registry.listing("late").files
    #expect(try files.text("templates/note.email.md").text == "workspace\n")
    #expect(
      try files.templates().mapValues(\.text) == [
        "note.email": "workspace\n", "note.chat": "chat\n",
      ])
    let command = try #require(registry.manifest(of: "late").commands.first?.command)
    #expect(command.questions.map(\.ask) == ["Whom?"])
    #expect(command.drafts.map(\.channels) == [[.email, .chat]])
  }

  @Test func `what people say is read from a file a command, the last layer's`() throws {
    let folder = try Folder([
      "built-in/late/says/late.txt": "# late\nthe van broke down\n\n  it rains in \n",
      "built-in/late/says/elsewhere.txt": "late for lunch\r\nlate at school\r\n",
      "built-in/late/says/later.txt": "nobody's",
      "user/late/says/elsewhere.txt": "late night show",
    ])
    try folder.add(Late.files(in: "built-in"))
    let registry = folder.registry()
    let own = try #require(registry.manifest(of: "late").commands.first?.command.says)
    #expect(try registry.says(of: "late") == own + ["the van broke down", "it rains in"])
    #expect(try registry.says(of: "help") == [])
    #expect(try registry.elsewhere() == ["late night show"])
    #expect(
      try registry.strayingSays(of: "late") == ["\(folder.path)/built-in/late/says/later.txt"])
  }

  @Test func `files of what a plugin adds are put together from all layers`() throws {
    let folder = try Folder([
      "user/late/rules/vague.yml": "user", "user/late/rules/team/own.yml": "own",
      "workspace/late/rules/new.yml": "new", "workspace/late/rules/.new.yml.base": "old",
    ])
    try folder.add(Late.files(in: "built-in"))
    try folder.write("built-in", to: "built-in/late/rules/vague.yml")
    try folder.write("built-in", to: "built-in/late/rules/long.yml")
    let files = try folder.registry().listing("late").files
    #expect(files.list("rules").map(\.name) == ["long.yml", "new.yml", "team", "vague.yml"])
    #expect(
      try files.checkFiles(in: "rules").map { [$0.path, $0.text] } == [
        ["long.yml", "built-in"], ["new.yml", "new"], ["team/own.yml", "own"],
        ["vague.yml", "user"],
      ])
    #expect(files.list("nothing").isEmpty)
  }

  @Test func `a broken file of an overlay is named where it is`() throws {
    let folder = try Folder(["user/late/questions.yaml": "- {id: customer}\n"])
    try folder.add(Late.files(in: "built-in"))
    #expect(
      folder.line(folder.registry().listings[0].problem)
        == "user/late/questions.yaml:1:3 | A question needs “type”. | Add `type: …`.")
  }

  @Test func `an overlay of nothing is listed, in whatever layer its plugin would stand`() throws {
    let folder = try Folder(["built-in/nobody/rules/a.yml": "", "user/empty/.keep": ""])
    #expect(
      folder.registry().listings.map { folder.line($0.problem) } == [
        "built-in/nobody | There is no plugin “nobody” whose files these could replace."
          + " | Add a plugin.yaml, or name the folder after the plugin."
      ])
    // A plugin in a later layer is not reached by it, and not harmed.
    try folder.add(Late.files(in: "workspace", name: "nobody"))
    let registry = folder.registry()
    #expect(registry.listings.map { $0.problem == nil } == [false, true])
    #expect(try registry.manifest(of: "nobody").name == "nobody")
  }

  @Test func `an overlay neither brings programs nor replaces them; the plugin goes on as it is`()
    throws
  {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    for (file, text) in [
      ("built-in/late/serve", "#!/bin/sh\n"), ("user/late/run.sh", "#!/bin/sh\n"),
      ("workspace/late/serve", "harmless"),
    ] { try folder.write(text, to: file) }
    for file in ["built-in/late/serve", "user/late/run.sh"] { try folder.allowRunning(file) }
    let listings = folder.registry().listings
    #expect(listings.map(\.layer) == ["built-in", "user", "workspace"])
    let help = " | Take it out; the rest of the folder then counts again."
    #expect(
      listings.map { folder.line($0.problem) } == [
        nil,
        "user/late/run.sh | “run.sh” is a program, and an overlay may not bring or replace one."
          + help,
        "workspace/late/serve | “serve” is a program, and an overlay may not bring or replace one."
          + help,
      ])
    #expect(listings[0].files.overlays.isEmpty)
  }

  @Test func `permission to run alone makes no program: some file systems give it to every file`()
    throws
  {
    let folder = try Folder(["user/late/templates/note.email.md": "Late.\n"])
    try folder.add(Late.files(in: "built-in"))
    try folder.allowRunning("user/late/templates/note.email.md")
    #expect(folder.registry().listings.map(\.problem) == [nil])
  }

  @Test func `an overlay's files are told apart: added, replaced, and of an older shipped one`()
    throws
  {
    let folder = try Folder([
      "user/late/templates/note.email.md": "mine\n",
      "user/late/templates/.note.email.md.base": "as it was\n",
      "user/late/templates/note.chat.md": "mine\n", "workspace/late/questions.yaml": Late.questions,
      "workspace/late/.questions.yaml.base": Late.questions,
    ])
    try folder.add(Late.files(in: "built-in"))
    let overlaid = try folder.registry().listing("late").files.overlaid()
    let (user, workspace) = ("\(folder.path)/user/late", "\(folder.path)/workspace/late")
    #expect(
      overlaid == [
        Overlaid(path: "templates/note.chat.md", overlay: user, standing: .added),
        Overlaid(path: "templates/note.email.md", overlay: user, standing: .outdated),
        Overlaid(path: "questions.yaml", overlay: workspace, standing: .replaced),
      ])
    #expect(PluginFiles.base(of: "/a/b/note.email.md") == "/a/b/.note.email.md.base")
  }
}

struct ClashTests {
  @Test func `a second plugin of a name is listed as broken, the first goes on`() throws {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    try folder.add(Late.files(in: "user"))
    let registry = folder.registry()
    #expect(
      registry.listings.map { folder.line($0.problem) } == [
        nil,
        "user/late/plugin.yaml | There is another plugin “late”, in built-in/late."
          + " | Rename this one, or take its plugin.yaml away to make it an overlay.",
      ])
    #expect(try registry.listing("late").layer == "built-in")
    #expect(try registry.manifest(of: "late").name == "late")
  }

  @Test(arguments: [
    ("- name: late", "- name: tardy", "“tardy” is already a command of the plugin “late”."),
    (
      "- name: late", "- name: other\n    aliases: [slow]",
      "“slow” is already a command of the plugin “late”."
    ),
    (
      "- name: late", "- name: other\n    aliases: [late]",
      "“late” is already a command of the plugin “late”."
    ),
    ("- name: late", "- name: help", "“help” is already a command of Rapport itself."),
    (
      "- name: late", "- name: other\n    aliases: [help]",
      "“help” is already a command of Rapport itself."
    ),
  ])
  func `a name or alias that is taken keeps the later plugin out, whole`(
    old: String, new: String, message: String
  ) throws {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    try folder.write(
      Late.manifest.replacing("- name: late", with: "- name: late\n    aliases: [tardy, slow]"),
      to: "built-in/late/plugin.yaml")
    try folder.add(Late.files(in: "user", name: "second"))
    try folder.write(
      Late.manifest.replacing("plugin: late", with: "plugin: second").replacing(old, with: new),
      to: "user/second/plugin.yaml")
    try folder.add(Late.files(in: "user", name: "third"))
    let listings = folder.registry(reserved: ["help"]).listings
    #expect(
      listings.map { folder.line($0.problem) } == [
        nil,
        "user/second/plugin.yaml | \(message) | Give the command or the alias another name.", nil,
      ])
  }
}

extension Folder {
  func allowRunning(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(path)/\(name)")
  }
}
