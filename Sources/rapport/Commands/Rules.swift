import Drafting
import RapportKit

/// `rules list`: the rules that are checked, and why.
struct RulesList: HostCommand {
  static let command = Command(
    "rules list", aliases: ["rules"], summary: "List the rules that texts are checked by.",
    options: [RulesTest.style])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let sources = try host.checkSources(styles: RulesTest.styles(request))
    let rows = sources.summaries.map {
      [$0.name, $0.kind, $0.level.rawValue, $0.why?.description ?? ""]
    }
    return .done(
      Reply(
        blocks: [
          .table(Table(columns: ["rule", "kind", "level", "why"], rows: rows))
        ], problems: sources.problems))
  }
}

/// `rules test`: holds every rule against the good and bad sentences beside it.
struct RulesTest: HostCommand {
  static let command = Command(
    "rules test", summary: "Run every rule on the good and bad examples beside it.",
    options: [style])

  static let style = Question(
    "style", ask: "A folder of rules, beside those there are", type: .list, required: false,
    group: [Question("folder", ask: "Which folder?", type: .text)])

  static func styles(_ request: Request) -> [String] {
    request.answers.rows("style").compactMap { $0.text("folder") }
  }

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let sources = try host.checkSources(styles: Self.styles(request))
    let checker = Checker(sources)
    let problems = checker.problems + Checker.examples(of: sources)
    let counts = sources.summaries.reduce(into: (good: 0, bad: 0)) {
      $0.good += $1.good
      $0.bad += $1.bad
    }
    let said =
      "\(sources.ruleNames.count) rules; \(counts.bad) bad sentences, \(counts.good) good ones."
    let lines = problems.map { problem in
      [problem.place?.description, problem.message, problem.help].compactMap(\.self).joined(
        separator: ": ")
    }
    return .done(
      Reply(
        blocks: (lines.isEmpty ? [] : [.verbatim(lines.joined(separator: "\n"))]) + [.note(said)],
        data: [
          "rules": .number(sources.ruleNames.count), "good": .number(counts.good),
          "bad": .number(counts.bad), "failures": .list(lines.map { .text($0) }),
        ], needsAttention: !problems.isEmpty))
  }
}
