import Drafting
import Formats
import RapportKit

/// Decodes a plugin's manifest, strictly: the first thing that is off is a `Problem` with its place.
struct ManifestReader {
  let files: PluginFiles

  /// Reads `plugin.yaml` and the files it names.
  func read() throws(Problem) -> Manifest {
    var fields = try Fields(try files.yaml("plugin.yaml"), of: "a manifest")
    let nameNode = try fields.required("plugin")
    let name = try nameNode.string("the plugin's name")
    let folder = files.folder.split(separator: "/").last.map(String.init) ?? ""
    guard name.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil else {
      throw Problem(
        .brokenPlugin, "“\(name)” cannot be a plugin's name.",
        help: "Use lower-case letters, digits and `-`.", at: nameNode.place)
    }
    guard name.sameFolder(as: folder) else {
      throw Problem(
        .brokenPlugin, "The plugin is called “\(name)”, its folder “\(folder)”.",
        help: "Give both one name: overlays find the plugin by its folder.", at: nameNode.place)
    }
    let version = try fields.required("version").string("the version")
    let contract = try contract(try fields.required("contract"))
    let summary = try fields.required("summary").string("the summary")
    let settings = try questions(fields.optional("settings"), of: "a setting")
    let adds = try additions(fields.optional("adds"))
    var commands: [Manifest.Entry] = []
    var names: Set<String> = []
    for node in try fields.optional("commands")?.elements("`commands`") ?? [] {
      commands.append(try command(node, plugin: name, names: &names))
    }
    let elsewhere = try fields.optional("elsewhere")?.strings("`elsewhere`") ?? []
    try fields.done()
    try Templates.check(try files.templates(), for: commands.map(\.command))
    return Manifest(
      name: name, version: version, contract: contract, summary: summary, settings: settings,
      adds: adds, commands: commands, elsewhere: elsewhere)
  }

  private func contract(_ node: Node) throws(Problem) -> Int {
    let number = try node.integer("the contract")
    let newest = Manifest.newestContract
    guard (1...newest).contains(number) else {
      throw Problem(
        .brokenPlugin, "This plugin is written for contract \(number).",
        help: number > newest
          ? "This Rapport reads contracts up to \(newest); update Rapport."
          : "Contracts are counted from 1.", at: node.place)
    }
    return number
  }

  private func additions(_ node: Node?) throws(Problem) -> Manifest.Additions {
    guard let node else { return .init() }
    var fields = try Fields(node, of: "`adds`")
    let additions = Manifest.Additions(
      kinds: try folder(fields.optional("kinds")), rules: try folder(fields.optional("rules")),
      knowledge: try folder(fields.optional("knowledge")),
      questionnaires: try folder(fields.optional("questionnaires")))
    try fields.done()
    return additions
  }

  private func folder(_ node: Node?) throws(Problem) -> String? {
    guard let node else { return nil }
    var path = try node.string("a folder")
    try inside(path, at: node.place)
    while path.hasSuffix("/") { path.removeLast() }
    guard files.isFolder(path) else {
      throw Problem(
        .brokenPlugin, "There is no folder “\(path)” in the plugin.",
        help: "Make it, or take the line out.", at: node.place)
    }
    return path
  }

  private func inside(_ path: String, at place: Place?) throws(Problem) {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      throw Problem(
        .brokenPlugin, "“\(path)” is not inside the plugin.",
        help: "Name it by its path from the plugin's folder.", at: place)
    }
  }

  /// The questions of a list, or of the file a text names.
  private func questions(_ node: Node?, of what: String) throws(Problem) -> [Question] {
    guard let node else { return [] }
    let list = try node.text.map { path throws(Problem) in try yaml(path, at: node.place) } ?? node
    return try QuestionReader().readAll(list.elements("a list of questions"), of: what)
  }

  /// The YAML file that the manifest names at `place`.
  private func yaml(_ path: String, at place: Place?) throws(Problem) -> Node {
    try inside(path, at: place)
    guard files.find(path) != nil else {
      throw Problem(
        .brokenPlugin, "There is no file “\(path)” in the plugin.",
        help: "Add it, or correct the name.", at: place)
    }
    return try files.yaml(path)
  }

  /// A command's name or alias, which no other in the plugin may have.
  private func name(_ node: Node, _ what: String, names: inout Set<String>) throws(Problem)
    -> String
  {
    let name = try node.string(what)
    guard name.wholeMatch(of: /[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)?/) != nil else {
      throw Problem(
        .brokenPlugin, "“\(name)” cannot be \(what).",
        help: "Use one or two words of lower-case letters, digits and `-`.", at: node.place)
    }
    guard names.insert(name).inserted else {
      throw Problem(
        .brokenPlugin, "“\(name)” names two commands.", help: "Give one another name.",
        at: node.place)
    }
    return name
  }

  private func command(_ node: Node, plugin: String, names: inout Set<String>) throws(Problem)
    -> Manifest.Entry
  {
    var fields = try Fields(node, of: "a command")
    let nameNode = try fields.required("name")
    let name = try name(nameNode, "a command's name", names: &names)
    var aliases: [String] = []
    if let node = fields.optional("aliases") {
      for alias in node.list ?? [node] {
        aliases.append(try self.name(alias, "an alias", names: &names))
      }
    }
    let runtime: Manifest.Runtime =
      try fields.optional("runtime").map { node throws(Problem) in
        try oneOf(node, "a runtime")
      } ?? .folder
    var command = Command(
      name, plugin: plugin, aliases: aliases,
      summary: try fields.required("summary").string("the summary"), place: nameNode.place)
    command.guidance =
      try fields.optional("guidance")?.strings("`guidance`").map { Citation($0) } ?? []
    command.says = try fields.optional("says")?.strings("`says`") ?? []
    command.options = try questions(fields.optional("options"), of: "an option")
    command.questions = try questions(fields.optional("questions"), of: "a question")
    command.values = try fields.optional("values")?.strings("`values`") ?? []
    command.moment = try fields.optional("moment").map { node throws(Problem) in
      try oneOf(node, "a moment")
    }
    command.repeats = try fields.optional("repeats")?.flag("`repeats`") ?? false
    for option in command.options {
      guard let other = command.questions.first(where: { $0.id == option.id }) else { continue }
      throw Problem(
        .brokenPlugin, "“\(other.id)” is a question and an option.",
        help: "Give one another id.", at: option.place)
    }
    let specs = SpecReader(files: files, questions: command.questions + command.options)
    command.arguments = try specs.ids(fields.optional("arguments"), of: "`arguments`")
    command.drafts = try specs.drafts(fields.optional("drafts"))
    command.saves = try specs.saves(fields.optional("saves"))
    command.next = try specs.next(fields.optional("next"))
    command.examples = try specs.examples(fields.optional("examples"))
    try fields.done()
    try specs.check(command)
    return Manifest.Entry(command: command, runtime: runtime)
  }
}

/// The case of `Choice` that a scalar names, or a problem with the nearest one.
func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
  _ node: Node, _ what: String, as type: Choice.Type = Choice.self
) throws(Problem) -> Choice {
  let text = try node.string(what)
  guard let choice = Choice(rawValue: text) else {
    let all = Choice.allCases.map(\.rawValue)
    throw Problem(
      .badFile, "“\(text)” is not \(what).",
      help: text.nearest(in: all).map { "Did you mean “\($0)”?" }
        ?? "Use one of: \(all.joined(separator: ", ")).",
      at: node.place)
  }
  return choice
}
