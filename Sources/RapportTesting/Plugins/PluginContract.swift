import PluginHost
import Foundation

/// What every plugin keeps to, as checks for the tests of whoever writes one.
///
///     let plugin = PluginContract.Subject("Plugins/Mistakes", share: ".")
///
///     @Test(arguments: PluginContract.checks)
///     func `keeps the contract`(check: PluginContract.Check) async throws {
///       try await check.run(on: plugin)
///     }
///
/// A check that fails throws a `Breach`, which says file, line and what to do. The checks that run commands do so
/// with the built program in a fresh home; nothing of yours is read or written.
public enum PluginContract {
  /// All checks.
  public static let checks: [Check] = [
    Check("its manifest reads", manifestReads),
    Check("its templates name only what there is, and leave no hole", templatesAreSound),
    Check("its kinds and rules read, and find what their examples say", checksHold),
    Check("what it cites is in the knowledge base", citationsExist),
    Check("every command has an example", commandsHaveExamples),
    Check("every example runs, shows what it says, and gives the same again", examplesRun),
    Check(
      "every choice, and every answer left out or unknown, is understood", choicesAreUnderstood),
  ]

  /// One promise, with what proves it.
  public struct Check: Sendable, CustomStringConvertible {
    /// The promise, as a sentence.
    public let description: String
    private let body: @Sendable (Subject) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (Subject) async throws -> Void) {
      self.description = description
      self.body = body
    }

    /// Proves the promise for `plugin`; throws a `Breach` where it is not kept.
    public func run(on plugin: Subject) async throws { try await body(plugin) }
  }

  /// A promise that was not kept.
  public struct Breach: Error, CustomStringConvertible {
    /// What was expected and what came.
    public let description: String
  }

  /// A plugin's folder, and what it is tried with.
  public struct Subject: Sendable, CustomStringConvertible {
    /// The folder with its `plugin.yaml`.
    public var folder: String
    /// The folder that holds the shipped `Plugins` and `knowledge`: the source tree's, or `share/rapport`.
    public var share: String
    /// The folder that the program `rapport` is in.
    public var programs: String

    /// Names them; the program is the one that was built with the tests.
    public init(_ folder: String, share: String, programs: String = Transcripts.builtPrograms) {
      self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
      self.share = URL(fileURLWithPath: share).standardizedFileURL.path
      self.programs = programs
    }

    /// All plugins that ship in `share`.
    public static func shipped(in share: String) -> [Subject] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: share + "/Plugins")) ?? []
      return names.filter { !$0.hasPrefix(".") }.sorted()
        .map { Subject("\(share)/Plugins/\($0)", share: share) }
    }

    /// The folder's name.
    public var description: String { URL(fileURLWithPath: folder).lastPathComponent }
  }
}
