import Drafting
import Foundation
import PluginHost
import RapportKit

extension PluginContract.Subject {
  /// What the plugin says of itself, read without a cache.
  func manifest() throws -> Manifest {
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let registry = Registry(
      layers: [PluginLayer("tested", folder: parent)], cache: nil, version: "tests")
    guard let listing = registry.listings.first(where: { $0.files.folder == folder }) else {
      throw PluginContract.Breach(description: "\(folder) has no plugin.yaml")
    }
    if let problem = listing.problem { throw PluginContract.Breach([problem]) }
    return try registry.manifest(of: listing.name)
  }

  /// Its commands.
  func commands() throws -> [Command] { try manifest().commands.map(\.command) }

  /// Its files.
  var files: PluginFiles { PluginFiles(folder: folder) }
}

extension PluginContract.Breach {
  /// Problems with their places, a line each.
  init(_ problems: [Problem]) {
    description = problems.flatMap { [$0] + $0.also }.map { problem in
      [problem.place?.description, problem.message, problem.help].compactMap(\.self)
        .joined(separator: ": ")
    }.joined(separator: "\n")
  }
}

extension PluginContract {
  static let manifestReads: @Sendable (Subject) async throws -> Void = { plugin in
    _ = try plugin.manifest()
  }

  static let templatesAreSound: @Sendable (Subject) async throws -> Void = { plugin in
    let commands = try plugin.commands()
    do throws(Problem) {
      try Templates.check(try plugin.files.templates(), for: commands)
    } catch {
      throw Breach([error])
    }
  }

  static let checksHold: @Sendable (Subject) async throws -> Void = { plugin in
    let adds = try plugin.manifest().adds
    var sources = CheckSources()
    if let rules = adds.rules {
      sources.addRules(try plugin.files.checkFiles(in: rules), style: plugin.description)
    }
    if let kinds = adds.kinds { sources.addKinds(try plugin.files.checkFiles(in: kinds)) }
    let problems = sources.problems + Checker.examples(of: sources)
    guard problems.isEmpty else { throw Breach(problems) }
  }

  static let commandsHaveExamples: @Sendable (Subject) async throws -> Void = { plugin in
    let bare = try plugin.commands().filter(\.examples.isEmpty)
    guard bare.isEmpty else {
      throw Breach(
        bare.map { command in
          Problem(
            .brokenPlugin, "“\(command.name)” has no example.",
            help: "Add one to its `examples`; help shows it and this test runs it.",
            at: command.place)
        })
    }
  }
}
