package import RapportKit

/// What a plugin's `plugin.yaml` says, with the files it names read in.
package struct Manifest: Sendable, Hashable, Codable {
  /// What carries a command out.
  package enum Runtime: String, Sendable, Hashable, Codable, CaseIterable {
    /// Declared in the folder; no code.
    case folder
    /// A Swift type, compiled in.
    case swift
    /// A program that speaks MCP.
    case mcp
  }

  /// A command and what carries it out.
  package struct Entry: Sendable, Hashable, Codable {
    /// The command.
    package var command: Command
    /// What carries it out.
    package var runtime: Runtime
  }

  /// Folders a plugin adds to what all share.
  package struct Additions: Sendable, Hashable, Codable {
    /// Kinds of messages for `check`.
    package var kinds: String?
    /// Rules for `check`.
    package var rules: String?
    /// Knowledge pages.
    package var knowledge: String?
    /// Questionnaires.
    package var questionnaires: String?

    /// The folder added to what all share under `name`.
    package subscript(name: String) -> String? {
      switch name {
      case "kinds": kinds
      case "rules": rules
      case "knowledge": knowledge
      case "questionnaires": questionnaires
      default: nil
      }
    }
  }

  /// The plugin's name.
  package var name: String
  /// Its version, as its author counts.
  package var version: String
  /// The contract it was written for.
  package var contract: Int
  /// One line.
  package var summary: String
  /// Settings, as questions with defaults.
  package var settings: [Question]
  /// What it adds.
  package var adds: Additions
  /// Its commands.
  package var commands: [Entry]
  /// Sentences that sound like its commands', and are for none.
  package var elsewhere: [String]

  /// The newest contract this program reads.
  package static let newestContract = 1
}
