package import RapportKit

/// How a run ended: the word in JSON and the exit code.
package enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// Done.
  case done
  /// Done, and there is something to look at.
  case attention
  /// Could not: usage, bad input, unreadable file.
  case failed
  /// An answer is missing and nobody may be asked.
  case missing
  /// A plugin crashed, hung or broke its contract.
  case pluginFailed = "plugin-failed"
  /// A plugin is not trusted, or has changed since it was.
  case untrusted
  /// Interrupted.
  case interrupted

  /// How a run ended that stopped at `problem`.
  package init(_ problem: Problem) {
    self =
      switch problem.code {
      case .notFound: .attention
      case .missingAnswer: .missing
      case .pluginFailed, .brokenPlugin: .pluginFailed
      case .untrusted: .untrusted
      case .interrupted: .interrupted
      default: .failed
      }
  }

  /// How a run ended that gave `reply`.
  package init(_ reply: Reply) {
    let gravest = reply.problems.map { Outcome($0) }.max { $0.exitCode < $1.exitCode }
    self = gravest ?? (reply.needsAttention ? .attention : .done)
  }

  /// The exit code.
  package var exitCode: Int32 {
    switch self {
    case .done: 0
    case .attention: 1
    case .failed: 2
    case .missing: 3
    case .pluginFailed: 4
    case .untrusted: 5
    case .interrupted: 130
    }
  }
}
