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
    guard name.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil else {
      throw Problem(
        .brokenPlugin, "“\(name)” cannot be a plugin's name.",
        help: "Use lower-case letters, digits and `-`.", at: nameNode.place)
    }
    let version = try fields.required("version").string("the version")
    let contract = try contract(try fields.required("contract"))
    let summary = try fields.required("summary").string("the summary")
    let settings = try questions(fields.optional("settings"), of: "a setting")
    let adds = try additions(fields.optional("adds"))
    var commands: [Manifest.Entry] = []
    for node in try fields.optional("commands")?.elements("`commands`") ?? [] {
      commands.append(try command(node, plugin: name))
    }
    try fields.done()
    return Manifest(
      name: name, version: version, contract: contract, summary: summary, settings: settings,
      adds: adds, commands: commands)
  }

  private func contract(_ node: Node) throws(Problem) -> Int {
    let number = try node.integer("the contract")
    guard (1...Manifest.newestContract).contains(number) else {
      throw Problem(
        .brokenPlugin, "This plugin is written for contract \(number).",
        help: "This Rapport reads contracts up to \(Manifest.newestContract); update Rapport.",
        at: node.place)
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
    while path.hasSuffix("/") { path.removeLast() }
    guard files.isFolder(path) else {
      throw Problem(
        .brokenPlugin, "There is no folder “\(path)” in the plugin.",
        help: "Make it, or take the line out.", at: node.place)
    }
    return path
  }

  /// The questions of a list, or of the file a text names.
  private func questions(_ node: Node?, of what: String) throws(Problem) -> [Question] {
    guard let node else { return [] }
    let list: Node
    if let path = node.text {
      do { list = try files.yaml(path) } catch { throw error.located(node.place) }
    } else {
      list = node
    }
    let reader = QuestionReader()
    var questions: [Question] = []
    for element in try list.elements("a list of questions") {
      let question = try reader.read(element, of: what)
      guard !questions.contains(where: { $0.id == question.id }) else {
        throw Problem(
          .brokenPlugin, "“\(question.id)” stands twice.", help: "Give one another id.",
          at: question.place)
      }
      questions.append(question)
    }
    return questions
  }

  private func command(_ node: Node, plugin: String) throws(Problem) -> Manifest.Entry {
    var fields = try Fields(node, of: "a command")
    let nameNode = try fields.required("name")
    let name = try nameNode.string("a command's name")
    guard name.wholeMatch(of: /[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)?/) != nil else {
      throw Problem(
        .brokenPlugin, "“\(name)” cannot be a command's name.",
        help: "Use one or two words of lower-case letters, digits and `-`.", at: nameNode.place)
    }
    let runtime: Manifest.Runtime =
      try fields.optional("runtime").map { node throws(Problem) in
        try oneOf(node, "a runtime")
      } ?? .folder
    var command = Command(
      name, plugin: plugin, aliases: try fields.optional("aliases")?.strings("`aliases`") ?? [],
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
    let specs = SpecReader(files: files, ids: (command.questions + command.options).map(\.id))
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
