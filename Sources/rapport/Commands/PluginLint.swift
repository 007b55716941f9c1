import Conversation
import Foundation
import Knowledge
import PluginHost
import RapportKit

/// `plugin lint`: whether a plugin keeps to the contract, and whether its commands are told apart by what people say.
struct PluginLint: HostCommand {
  static let command = Command(
    "plugin lint", summary: "Hold a plugin to the contract, and its commands apart.",
    arguments: ["plugin"],
    questions: [
      Question("plugin", ask: "Which plugin?", type: .text, hint: "its name, or its folder")
    ])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let name = request.answers.text("plugin") ?? ""
    let isFolder = FileManager.default.fileExists(atPath: "\(name)/plugin.yaml")
    let source: any LintSource = isFolder ? try Folder(name) : host
    let listing = try source.registry.listing(isFolder ? folderName(name) : name)
    if let problem = listing.problem { throw problem }
    let manifest = try source.registry.manifest(of: listing.name)
    let own = manifest.commands.map(\.command)
    var found: [String] = []
    for command in own {
      found += await missing(command.guidance, of: command.name, in: context.knowledge)
      if try source.says(of: command.name).isEmpty, command.moment != nil {
        found.append("`\(command.name)` has no `says`: no sentence will find it.")
      }
    }
    for file in try source.registry.strayingSays(of: listing.name) {
      found.append("`\(file)` is named as no command: its sentences teach nothing.")
    }
    let names = Set(own.map(\.name))
    for twins in try Router.twins(source, synonyms: host.knowledgeBase().synonyms)
    where names.contains(twins.command) || names.contains(twins.other) {
      found.append(
        "`\(twins.command)` and `\(twins.other)` are not told apart: \(twins.taken) of the "
          + "\(twins.examples) `says` of `\(twins.command)` are taken for `\(twins.other)`. "
          + "Say in each what the other never is.")
    }
    let verdict =
      "\(manifest.name) \(manifest.version): contract \(manifest.contract), "
      + "\(context.wording.count(own.count, "command")), "
      + (found.isEmpty ? "nothing to mend." : "\(found.count) to look at.")
    return .done(
      Reply(
        blocks: [.verbatim(([verdict] + found.map { "  " + $0 }).joined(separator: "\n"))],
        needsAttention: !found.isEmpty))
  }

  private func missing(
    _ citations: [Citation], of command: String, in knowledge: any KnowledgeReader
  ) async -> [String] {
    var found: [String] = []
    for citation in citations {
      let section = try? await knowledge.section(citation)
      if section == nil {
        found.append("`\(command)` cites `\(citation)`, and there is no such page.")
      }
    }
    return found
  }

  private func folderName(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
  }
}

/// Commands with the registry they come from.
protocol LintSource: CommandSource {
  var registry: Registry { get }
}

extension Host: LintSource {}

/// The plugins beside a folder that is not installed.
private struct Folder: LintSource {
  let registry: Registry

  init(_ path: String) throws(Problem) {
    let parent = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
    registry = Registry(
      layers: [PluginLayer("folder", folder: parent)], cache: nil, version: Version.build)
  }

  var briefs: [CommandBrief] {
    registry.listings.filter { $0.problem == nil }.flatMap(\.commands)
  }

  var elsewhere: [String] { get throws(Problem) { try registry.elsewhere() } }

  func says(of name: String) throws(Problem) -> [String] { try registry.says(of: name) }

  func command(_ name: String) throws(Problem) -> Command {
    for listing in registry.listings where listing.commands.contains(where: { $0.name == name }) {
      let commands = try registry.manifest(of: listing.name).commands.map(\.command)
      if let command = commands.first(where: { $0.name == name }) { return command }
    }
    throw Problem(.notFound, "There is no command “\(name)”.", help: "See `help all`.")
  }
}
