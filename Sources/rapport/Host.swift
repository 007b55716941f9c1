import Conversation
import Drafting
import Foundation
import Knowledge
import PluginHost
import RapportKit
import Shell
import Store
import Synchronization

/// Everything a run works with, wired once. What is costly is made when it is first used.
final class Host: Sendable {
  let folders: Folders
  let configuration: Configuration
  let environment: [String: String]
  let fixedNow: Date?
  let zone: TimeZone
  let store: any RecordStore
  let registry: Registry
  let version: String
  /// Whether notes are to be plain, or not to be at all.
  let plain: Bool
  /// The checks, once they have been compiled.
  let compiled = Mutex<Checker?>(nil)
  /// The knowledge base, once it has been opened.
  let knowledge = Mutex<KnowledgeBase?>(nil)
  /// What finds commands for sentences, once it has learnt.
  let routing = Mutex<Router?>(nil)

  /// Wires a run.
  init(environment: [String: String], flags: Flags) throws(Problem) {
    self.environment = environment
    version = Version.number
    plain = flags.plain || flags.quiet
    folders = try Folders(environment: environment, workspace: flags.workspace)
    configuration = try Configuration(folders)
    zone = try Self.zone(
      flags.zone ?? configuration.text("me.zone")
        ?? environment["TZ"].flatMap { $0.isEmpty ? nil : $0 })
    fixedNow = try (flags.now ?? environment["RAPPORT_NOW"]).map { [zone] text throws(Problem) in
      try Self.instant(text, in: zone)
    }
    store = SQLiteRecordStore(file: folders.records)
    registry = Registry(
      layers: [PluginLayer("built-in", folder: "\(folders.share)/Plugins")]
        + [PluginLayer("user", folder: "\(folders.config)/plugins")]
        + (folders.workspace.map { [PluginLayer("workspace", folder: "\($0)/plugins")] } ?? []),
      cache: folders.registry, version: Version.build,
      reserved: Set(hostCommands.flatMap { [$0.command.name] + $0.command.aliases }),
      languages: ["me.language", "team.language"].compactMap(configuration.text))
  }

  /// The clock.
  var clock: @Sendable () -> Date { { [fixedNow] in fixedNow ?? Date() } }

  /// The time, the zone and the environment.
  var surroundings: Surroundings {
    Surroundings(instant: clock(), zone: zone, environment: environment)
  }

  /// Who makes changes: the writer's name, else the login.
  var by: String? { configuration.text("me.name") ?? environment["USER"] }

  private static func zone(_ name: String?) throws(Problem) -> TimeZone {
    guard let name else { return .current }
    guard let zone = TimeZone(identifier: name) else {
      throw Problem(
        .usage, "I know no time zone “\(name)”.", help: "Write it as Europe/Berlin.")
    }
    return zone
  }

  private static func instant(_ text: String, in zone: TimeZone) throws(Problem) -> Date {
    if let moment = Moment(iso: text), moment.time != nil { return moment.instant(in: zone) }
    if let instant = try? Date(text, strategy: .iso8601) { return instant }
    throw Problem(
      .usage, "“\(text)” is no time for the clock.",
      help: "Write 2026-11-24T09:00, or with an offset 2026-11-24T09:00:00+01:00.")
  }
}

// MARK: - Commands

extension Host: CommandSource {
  var briefs: [CommandBrief] {
    hostCommands.map { CommandBrief($0.command) }
      + registry.listings.filter { $0.problem == nil }.flatMap(\.commands)
  }

  func command(_ name: String) throws(Problem) -> Command {
    if let own = hostCommands.first(where: { $0.command.name == name }) { return own.command }
    return try entry(name).command
  }

  func check(_ invocation: Invocation) throws(Problem) {
    let own = hostCommands.first { $0.command.name == invocation.command.name }
    try own?.check(invocation, on: self)
  }

  /// The lines that run a command as they are: its name, and the message or channel after it where that is taken.
  func commandLines() throws(Problem) -> Set<String> {
    var lines = Set(briefs.map(\.name))
    let messages = try draftNames().union(Channel.allCases.map(\.rawValue))
    for own in hostCommands where own.command.options.contains(DraftRecord.what) {
      lines.formUnion(messages.map { "\(own.command.name) \($0)" })
    }
    return lines
  }

  /// The command that `word` was most likely meant to be; nil when it is one.
  func nearest(_ word: String) -> String? {
    let names = briefs.flatMap { [$0.name] + $0.aliases }
    return names.contains(word.lowercased()) ? nil : word.nearest(in: names)
  }

  /// The plugins' command called `word`, by its name or an alias.
  func pluginCommand(_ word: String) -> String? {
    registry.listings.filter { $0.problem == nil }.flatMap(\.commands)
      .first { $0.name == word || $0.aliases.contains(word) }?.name
  }

  /// What to say of a word that begins no command, and where to look.
  func unknown(_ word: String) -> Problem {
    let seconds = briefs.filter { $0.name.hasPrefix(word + " ") }
    guard seconds.isEmpty else {
      let names = seconds.map { "`\($0.name)`" }
      return Problem(
        .usage, "“\(word)” is the first word of several commands.",
        help: "Write \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "").")
    }
    return Problem(
      .usage, "There is no command “\(word)”.",
      help: nearest(word).map { "Did you mean “\($0)”?" }
        ?? "See `rapport help`. `--guess` allows plain sentences.")
  }

  func says(of command: String) throws(Problem) -> [String] {
    let own = hostCommands.first { $0.command.name == command }
    if let own { return own.command.says }
    return try registry.says(of: command)
  }

  var elsewhere: [String] { get throws(Problem) { try registry.elsewhere() } }

  /// The manifest entry of a plugin's command.
  func entry(_ name: String) throws(Problem) -> Manifest.Entry {
    let owner = registry.listings.first { listing in
      listing.problem == nil && listing.commands.contains { $0.name == name }
    }
    guard let owner,
      let entry = try registry.manifest(of: owner.name).commands.first(where: {
        $0.command.name == name
      })
    else {
      throw Problem(.notFound, "There is no command “\(name)”.", help: "See `help all`.")
    }
    return entry
  }

  /// What runs `command`.
  func plugin(for command: Command, shell: ShellState) throws(Problem) -> any Plugin {
    if let own = hostCommands.first(where: { $0.command.name == command.name }),
      command.plugin.isEmpty
    {
      return own.init(self, shell)
    }
    switch try entry(command.name).runtime {
    case .folder: return FolderCommand()
    case .swift:
      guard let plugin = swiftPlugins[command.plugin] else {
        throw Problem(
          .brokenPlugin, "“\(command.plugin)” needs code that this Rapport was built without.",
          help: "Add it to the package's list of Swift plugins, or make it a folder command.")
      }
      return plugin
    case .mcp:
      throw Problem(
        .brokenPlugin, "“\(command.name)” is an outside program; this Rapport cannot run one yet.",
        help: "Use a folder or swift command.")
    }
  }

  /// What `command` may use, with the names and settings that `reader` knows.
  func context(for command: Command, reader: Reader) throws(Problem) -> Context {
    let surroundings = surroundings
    let settings = reader.settings
    let voice = Voice(
      mend: { reader.mend($0) },
      address: { text, reads in
        reader.addressed(
          text, to: reads.customer.map { Named(name: $0) }, reads.person.map { Named(name: $0) })
      },
      conceal: { text, reads in
        reader.unnamed(text, [reads.customer, reads.person].compactMap(\.self))
      })
    let wording = Wording(spelling: settings.me.spelling, today: surroundings.today)
    let files = registry.listings.first { $0.name == command.plugin && $0.problem == nil }?.files
    return Context(
      surroundings: surroundings, records: store, knowledge: LazyServices(host: self),
      templates: Templates(
        try files?.templates() ?? [:], settings: settings, wording: wording, voice: voice),
      checks: LazyServices(host: self),
      files: HostFiles(host: self, plugin: command.plugin),
      settings: settings, reading: LazyServices(host: self))
  }

  /// What the commands of the plugins that work call their messages.
  func draftNames() throws(Problem) -> Set<String> {
    var names: Set<String> = []
    for listing in registry.listings where listing.problem == nil {
      for entry in try registry.manifest(of: listing.name).commands {
        names.formUnion(entry.command.drafts.map(\.id))
      }
    }
    return names
  }

  /// The settings that belong to no plugin.
  func settings() throws(Problem) -> Settings {
    try configuration.settings(for: "", questions: [], surroundings: surroundings)
  }

  /// What reads with all names on record.
  func reader() async throws(Problem) -> Reader {
    Reader(
      surroundings: surroundings, directory: try await store.directory(), settings: try settings())
  }

  /// What `text` asks, whoever on record it is about: no page speaks of them.
  func matter(of text: String) async throws(Problem) -> String {
    try await reader().namingNobody(text, saying: "")
  }

  /// The settings that `command` sees.
  func settings(for command: Command) throws(Problem) -> Settings {
    var questions: [Question] = []
    if !command.plugin.isEmpty { questions = try registry.manifest(of: command.plugin).settings }
    return try configuration.settings(
      for: command.plugin, questions: questions, surroundings: surroundings)
  }
}
