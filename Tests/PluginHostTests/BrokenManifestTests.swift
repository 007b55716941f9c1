import RapportKit
import Testing

@testable import PluginHost

/// One fault in a plugin that else works, and the problem it is listed with.
struct Fault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var file: String
  var text: String
  var problem: String

  /// Replaces `old` by `new` in the plugin's `file`.
  init(
    _ name: String, in file: String = "plugin.yaml", _ old: String, _ new: String,
    is problem: String
  ) {
    testDescription = name
    self.file = file
    let whole =
      switch file {
      case "plugin.yaml": Late.manifest
      case "questions.yaml": Late.questions
      default: Late.note
      }
    precondition(whole.contains(old), "the plugin does not say “\(old)”")
    text = whole.replacing(old, with: new, maxReplacements: 1)
    self.problem = problem
  }
}

struct BrokenManifestTests {
  static let manifest: [Fault] = [
    Fault(
      "unknown key", "summary: Say", "sumary: Say",
      is: "plugin.yaml:1:1 | A manifest needs “summary”. | Add `summary: …`."),
    Fault(
      "unknown key beside the known ones", "contract: 1", "contract: 1\nsetings: {}",
      is: "plugin.yaml:4:1 | A manifest has no key “setings”. | Did you mean “settings”?"),
    Fault(
      "unknown key of a command", "    questions: q", "    quetsions: q",
      is: "plugin.yaml:8:5 | A command has no key “quetsions”. | Did you mean “questions”?"),
    Fault(
      "key twice", "contract: 1", "contract: 1\nversion: 2",
      is: "plugin.yaml:2:1 | “version” stands twice. | Keep one of them."),
    Fault(
      "no YAML", "commands:", "commands: [",
      is: "plugin.yaml:6:3 | This is not YAML: did not find expected node content."
        + " | Check the indentation and the quotes there."),
    Fault(
      "empty", Late.manifest, "",
      is: "plugin.yaml | Expected a manifest here, with keys and values."
        + " | Write it as `key: value` lines."),
    Fault(
      "name of a plugin", "plugin: late", "plugin: Late!",
      is: "plugin.yaml:1:9 | “Late!” cannot be a plugin's name."
        + " | Use lower-case letters, digits and `-`."),
    Fault(
      "name that is not the folder's", "plugin: late", "plugin: tardy",
      is: "plugin.yaml:1:9 | The plugin is called “tardy”, its folder “late”."
        + " | Give both one name: overlays find the plugin by its folder."),
    Fault(
      "newer contract", "contract: 1", "contract: 2",
      is: "plugin.yaml:3:11 | This plugin is written for contract 2."
        + " | This Rapport reads contracts up to 1; update Rapport."),
    Fault(
      "contract nought", "contract: 1", "contract: 0",
      is: "plugin.yaml:3:11 | This plugin is written for contract 0."
        + " | Contracts are counted from 1."),
    Fault(
      "contract in words", "contract: 1", "contract: one",
      is: "plugin.yaml:3:11 | The contract should be a whole number. | Write digits alone."),
    Fault(
      "missing file", "questions.yaml", "questions/late.yaml",
      is: "plugin.yaml:8:16 | There is no file “questions/late.yaml” in the plugin."
        + " | Add it, or correct the name."),
    Fault(
      "file outside", "questions.yaml", "../other/questions.yaml",
      is: "plugin.yaml:8:16 | “../other/questions.yaml” is not inside the plugin."
        + " | Name it by its path from the plugin's folder."),
    Fault(
      "missing folder", "contract: 1", "contract: 1\nadds: {kinds: kinds/}",
      is: "plugin.yaml:4:15 | There is no folder “kinds” in the plugin."
        + " | Make it, or take the line out."),
    Fault(
      "folder outside", "contract: 1", "contract: 1\nadds: {rules: /etc}",
      is: "plugin.yaml:4:15 | “/etc” is not inside the plugin."
        + " | Name it by its path from the plugin's folder."),
    Fault(
      "unknown folder", "contract: 1", "contract: 1\nadds: {kind: kinds/}",
      is: "plugin.yaml:4:8 | `adds` has no key “kind”. | Did you mean “kinds”?"),
    Fault(
      "name of a command", "- name: late", "- name: late and later",
      is: "plugin.yaml:6:11 | “late and later” cannot be a command's name."
        + " | Use one or two words of lower-case letters, digits and `-`."),
    Fault(
      "alias that is the command's name", "summary: Say that something is late.\n    q",
      "aliases: [tardy, late]\n    summary: Say that something is late.\n    q",
      is: "plugin.yaml:7:22 | “late” names two commands. | Give one another name."),
    Fault(
      "alias that cannot be typed", "    questions: q", "    aliases: Too late!\n    questions: q",
      is: "plugin.yaml:8:14 | “Too late!” cannot be an alias."
        + " | Use one or two words of lower-case letters, digits and `-`."),
    Fault(
      "second command of a name", "    drafts:\n      - {id: note}\n",
      "  - {name: late, summary: Again.}\n",
      is: "plugin.yaml:9:12 | “late” names two commands. | Give one another name."),
    Fault(
      "runtime", "    questions: q", "    runtime: fodler\n    questions: q",
      is: "plugin.yaml:8:14 | “fodler” is not a runtime. | Did you mean “folder”?"),
    Fault(
      "moment", "    questions: q", "    moment: sometime\n    questions: q",
      is: "plugin.yaml:8:13 | “sometime” is not a moment."
        + " | Use one of: wrong, unwelcome, agree, standing, calm, text."),
    Fault(
      "argument", "    questions: q", "    arguments: [custommer]\n    questions: q",
      is:
        "plugin.yaml:8:17 | There is no question or option “custommer”. | Did you mean “customer”?"),
    Fault(
      "template missing", "{id: note}", "{id: letter}",
      is: "plugin.yaml:10:14 | There is no template for the draft “letter”."
        + " | Add `templates/letter.email.md`."),
    Fault(
      "when of a draft", "{id: note}", "{id: note, when: {whta: [x]}}",
      is: "plugin.yaml:10:26 | There is no question or option “whta”. | Did you mean “what”?"),
    Fault(
      "when that is no mapping", "{id: note}", "{id: note, when: what}",
      is: "plugin.yaml:10:26 | `when` should name an answer and its values."
        + " | Write `{severity: [major, critical]}`."),
    Fault(
      "saves without a title", "    questions: q", "    saves: [{kind: note}]\n    questions: q",
      is: "plugin.yaml:8:13 | A record to save needs “title”. | Add `title: …`."),
    Fault(
      "saves for nobody", "    questions: q",
      "    saves: [{kind: note, title: x, customer: client}]\n    questions: q",
      is: "plugin.yaml:8:46 | There is no question or option “client”."
        + " | There are: customer, what."),
    Fault(
      "due that counts nothing", "    questions: q",
      "    next: [{do: Ask, due: {after: now}}]\n    questions: q",
      is: "plugin.yaml:8:27 | A date counts `days` or `workdays`."
        + " | Write `{workdays: 3, after: now}`."),
    Fault(
      "due after what is not asked", "    questions: q",
      "    next: [{do: Ask, due: {days: 1, after: when}}]\n    questions: q",
      is: "plugin.yaml:8:27 | There is no question or option “when”."
        + " | There are: customer, what."),
    Fault(
      "due in a lifetime", "    questions: q",
      "    next: [{do: Ask, due: {workdays: 9223372036854775807}}]\n    questions: q",
      is: "plugin.yaml:8:38 | 9223372036854775807 days are too many."
        + " | At most 10000, some 27 years."),
    Fault(
      "part of a plan", "    questions: q", "    next: [{do: Ask, part: wya}]\n    questions: q",
      is: "plugin.yaml:8:28 | “wya” is not a part of a recovery plan. | Did you mean “way”?"),
    Fault(
      "message of a next step", "    questions: q",
      "    next: [{do: Ask, draft: follow-up}]\n    questions: q",
      is: "plugin.yaml:8:29 | There is no template for the draft “follow-up”."
        + " | Add `templates/follow-up.email.md`."),
    Fault(
      "clock of an example", "    questions: q",
      "    examples: [{run: late, now: today}]\n    questions: q",
      is: "plugin.yaml:8:33 | `now` should be a date and a time. | Write 2026-11-24T09:00."),
    Fault(
      "name in a line", "    questions: q",
      "    next: [{do: \"Ask {{custmer}}\"}]\n    questions: q",
      is: "plugin.yaml:6:11 | Nothing gives “custmer”. | Did you mean “customer”?"),
  ]

  static let questions: [Fault] = [
    Fault(
      "type", in: "questions.yaml", "type: text", "type: txet",
      is: "questions.yaml:2:42 | “txet” is not a type of question. | Did you mean “text”?"),
    Fault(
      "from", in: "questions.yaml", "type: text", "type: text, from: sentence",
      is: "questions.yaml:2:54 | “sentence” is not something a sentence has."
        + " | Use one of: customer, person, date, time, duration, money, number, option,"
        + " commitment, text."),
    Fault(
      "id", in: "questions.yaml", "id: what", "id: What",
      is: "questions.yaml:2:8 | “What” cannot be an id. | Use lower-case letters, digits and `_`."),
    Fault(
      "id that conditions use", in: "questions.yaml", "id: what", "id: any",
      is: "questions.yaml:2:8 | “any” has a meaning of its own. | Give it another id."),
    Fault(
      "id twice", in: "questions.yaml", "id: what", "id: customer",
      is: "questions.yaml:2:8 | “customer” stands twice. | Give one another id."),
    Fault(
      "unknown key", in: "questions.yaml", "type: text", "type: text, requird: no",
      is: "questions.yaml:2:48 | A question has no key “requird”. | Did you mean “required”?"),
    Fault(
      "flag", in: "questions.yaml", "type: text", "type: text, required: maybe",
      is: "questions.yaml:2:58 | `required` should be `true` or `false`. | Write one of the two."),
    Fault(
      "when", in: "questions.yaml", "type: text", "type: text, when: {answered: who}",
      is: "questions.yaml:2:8 | There is no question or option “who”."
        + " | There are: customer, what."),
    Fault(
      "reads", in: "questions.yaml", "type: text", "type: text, reads: [whom]",
      is: "questions.yaml:2:8 | There is no question or option “whom”."
        + " | There are: customer, what."),
    Fault(
      "default of another answer", in: "questions.yaml", "type: text",
      "type: text, default: {answer: whom}",
      is: "questions.yaml:2:8 | There is no question or option “whom”."
        + " | There are: customer, what."),
    Fault(
      "default of no kind", in: "questions.yaml", "type: text", "type: text, default: {today: yes}",
      is: "questions.yaml:2:58 | A date has no key “today”. | It may have: days, workdays, after."),
    Fault(
      "choice without options", in: "questions.yaml", "type: text", "type: choice",
      is: "questions.yaml:2:42 | “what” has nothing to choose from. | Give it `options`."),
    Fault(
      "option twice", in: "questions.yaml", "type: text", "type: choice, options: [a, {id: a}]",
      is: "questions.yaml:2:63 | The option “a” stands twice. | Keep one of them."),
    Fault(
      "default that is no option", in: "questions.yaml", "type: text",
      "type: choice, options: [minor, major], default: majro",
      is: "questions.yaml:2:84 | “what” has no option “majro”. | Did you mean “major”?"),
    Fault(
      "value that is no option", in: "questions.yaml", "type: text}",
      "type: choice, options: [minor, major]}\n"
        + "- {id: why, ask: \"Why?\", type: text, when: {not: {what: [majr]}}}",
      is: "questions.yaml:3:8 | “what” has no option “majr”. | Did you mean “major”?"),
    Fault(
      "yes or no", in: "questions.yaml", "type: text}",
      "type: yesno}\n- {id: why, ask: \"Why?\", type: text, when: {what: true}}",
      is: "questions.yaml:3:8 | “what” has no option “true”. | There are: yes, no."),
    Fault(
      "list without a group", in: "questions.yaml", "type: text", "type: list",
      is: "questions.yaml:2:42 | “what” has no questions for its rows. | Give it a `group`."),
    Fault(
      "list in a list", in: "questions.yaml", "type: text",
      "type: list, group: [{id: row, ask: \"Row?\", type: list}]",
      is: "questions.yaml:2:85 | A list cannot stand in a list. | Ask for its rows one by one."),
    Fault(
      "id twice in a group", in: "questions.yaml", "type: text",
      "type: list, group: [{id: a, ask: A, type: text}, {id: a, ask: A, type: text}]",
      is: "questions.yaml:2:90 | “a” stands twice. | Give one another id."),
    Fault(
      "when in a group", in: "questions.yaml", "type: text",
      "type: list, group: [{id: a, ask: A, type: text, when: {b: [x]}}]",
      is: "questions.yaml:2:61 | There is no question or option “b”."
        + " | There are: a, customer, what."),
    Fault(
      "bound", in: "questions.yaml", "type: text", "type: number, validate: {min: few}",
      is: "questions.yaml:2:66 | A bound should be a number. | Write it as 5 or 2.5."),
    Fault(
      "pattern", in: "questions.yaml", "type: text", "type: text, validate: {pattern: \"[A-\"}",
      is: "questions.yaml:2:68 | “[A-” is no regular expression."
        + " | Are its brackets closed, and is every `\\` followed by something?"),
    Fault(
      "news", in: "questions.yaml", "type: text", "type: text, unknown: {say: Later, news: soon}",
      is: "questions.yaml:2:76 | `news` should be a time of day. | Write it as 17:00."),
    Fault(
      "no list", in: "questions.yaml", Late.questions, "id: what\n",
      is: "questions.yaml:1:1 | A list of questions should be a list."
        + " | Write it as `[…, …]`, or as lines beginning with `- `."),
  ]

  static let templates: [Fault] = [
    Fault(
      "misspelt name", in: "templates/note.email.md", "{{customer.name}}", "{{custmer.name}}",
      is: "templates/note.email.md:3:1 | Nothing gives “custmer.name”."
        + " | Did you mean “customer.name”?"),
    Fault(
      "missing part", in: "templates/note.email.md", "{{customer.name}}", "{{>greeting}}",
      is: "templates/note.email.md:3:1 | There is no part “greeting”."
        + " | Add `templates/parts/greeting.md`."),
    Fault(
      "section left open", in: "templates/note.email.md", "{{customer.name}}", "{{#what}}",
      is: "templates/note.email.md:3:1 | The section “what” is opened here and not closed."
        + " | Add `{{/what}}` where it ends."),
  ]

  @Test(arguments: manifest + questions + templates)
  func `a fault is listed with its place and what to do, and costs nothing else`(fault: Fault)
    throws
  {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in", name: "other"))
    try folder.add(Late.files(in: "built-in"))
    try folder.write(fault.text, to: "built-in/late/\(fault.file)")
    let listings = folder.registry().listings
    #expect(listings.map(\.name) == ["late", "other"])
    #expect(folder.line(listings.first?.problem) == "built-in/late/" + fault.problem)
    #expect(listings.last?.problem == nil)
    #expect(listings.last?.commands.map(\.name) == ["other"])
  }

  @Test func `a plugin without faults is read whole`() throws {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    let registry = folder.registry()
    #expect(registry.listings.map { folder.line($0.problem) } == [nil])
    let manifest = try registry.manifest(of: "late")
    #expect(
      manifest.commands.map(\.command.questions).map { $0.map(\.id) } == [["customer", "what"]])
    #expect(manifest.commands.map(\.command.drafts) == [[DraftSpec("note", channels: [.email])]])
    #expect(manifest.commands.map(\.runtime) == [.folder])
  }

  @Test func `a broken plugin gives its reason, an unknown one the nearest name`() throws {
    let folder = try Folder(["built-in/late/plugin.yaml": "plugin: late\n"])
    let registry = folder.registry()
    #expect(throws: Problem.self) { try registry.manifest(of: "late") }
    #expect(throws: Problem(.notFound, "There is no plugin “lat”.", help: "Did you mean “late”?")) {
      try registry.manifest(of: "lat")
    }
    #expect(
      throws: Problem(
        .notFound, "There is no plugin “early”.", help: "See the list with `plugin list`.")
    ) { try registry.manifest(of: "early") }
  }

  @Test func `a file that is no text says so`() throws {
    let folder = try Folder()
    try folder.add(Late.files(in: "built-in"))
    try folder.remove("built-in/late/questions.yaml")
    try folder.write("x", to: "built-in/late/questions.yaml/inner")
    #expect(
      folder.line(folder.registry().listings[0].problem)
        == "built-in/late/questions.yaml | This file cannot be read."
        + " | Does it exist, may you read it, and is it text in UTF-8?")
  }
}
