import Drafting
import Foundation
import RapportKit

/// One run of checks over texts, with one set of rules.
struct CheckRun {
  /// What checking one text gave.
  struct Result {
    var input: CheckInput
    var report: CheckReport
    /// Whether the kind was guessed.
    var isGuessed = false
    /// How many replacements were made, or would be.
    var fixed = 0

    var notes: [String] { input.notes }
  }

  let checker: Checker
  let held: Held
  let channel: Channel
  /// What of the rules cannot be read and is left out.
  var leftOut: [Problem] = []

  /// Checks one text.
  func check(_ input: CheckInput) throws(Problem) -> Result {
    let report = try checker.check(
      input.text, held: held, channel: channel, format: input.format, path: input.path)
    return Result(
      input: input, report: input.placed(report),
      isGuessed: held == .guessed && report.kind != nil)
  }

  /// The text of `result` with what is safe to replace replaced, and the report on that.
  func fix(_ result: Result) throws(Problem) -> (text: String, result: Result) {
    let safe = result.report.findings.filter(\.isSafe)
    let (text, count) = safe.applied(to: result.input.text)
    guard count > 0 else { return (text, result) }
    let report = try checker.check(
      text, held: result.report.kind.map(Held.kind) ?? .nothing, channel: channel,
      format: result.input.format, path: result.input.path)
    var new = result
    new.report = report
    new.fixed = count
    return (text, new)
  }
}
