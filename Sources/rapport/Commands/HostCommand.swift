import Conversation
import RapportKit

/// A command of Rapport itself: like a plugin's, but wired to the whole host.
protocol HostCommand: Plugin {
  /// What it is called, asks for and gives.
  static var command: Command { get }
  /// What it changes besides giving a reply.
  static var changes: Changing { get }
  /// Wires it.
  init(_ host: Host, _ shell: ShellState)
  /// Throws a usage problem when the words of `invocation` can be nothing that it takes: they are a sentence then.
  static func check(_ invocation: Invocation, on host: Host) throws(Problem)
  /// The conversation that `invocation` has held, as `redo` does; nil when the command does something itself.
  func held(_ invocation: Invocation) async throws(Problem) -> HeldBefore?
}

/// A conversation that a command stands for.
struct HeldBefore {
  /// What it is begun with.
  var invocation: Invocation
  /// Where it goes on.
  var found: Journal.Found
  /// What is said first.
  var note: String
}

/// A command that changes things at once and can also say what it would do: `--dry-run` tells it to.
protocol Rehearsing: HostCommand {
  /// Whether it says what it would do, and leaves it at that.
  var rehearses: Bool { get set }
}

/// What a host command changes.
enum Changing {
  /// Nothing.
  case nothing
  /// The records, by the change in its reply.
  case records
  /// Something at once: files, settings, the clipboard. `--dry-run` is refused unless it is `Rehearsing`.
  case atOnce
}

extension HostCommand {
  static var changes: Changing { .nothing }
  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {}
  func held(_ invocation: Invocation) async throws(Problem) -> HeldBefore? { nil }
}

/// All of them: a new one is one file in this folder and one line here.
let hostCommands: [any HostCommand.Type] = [
  Help.self, Ask.self, Check.self, DueList.self, Done.self, LogContact.self, Timeline.self,
  Drafts.self,
  DraftsShow.self,
  Copy.self, Sent.self, CustomerAdd.self, CustomerList.self, CustomerShow.self, Undo.self,
  Resume.self, Redo.self,
  SetSetting.self, RunScript.self, KnowledgeList.self, KnowledgeShow.self, KnowledgeSearch.self,
  KnowledgeCheck.self, KnowledgeMv.self, KnowledgeTrace.self, EvalSearch.self, EvalChecks.self,
  EvalRouting.self,
  RulesList.self, RulesTest.self, PluginList.self, PluginInfo.self, PluginLint.self,
  PluginCopy.self, Route.self,
]
