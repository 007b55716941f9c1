import Conversation
import Drafting
import Foundation
import RapportKit
import Shell
import Synchronization

/// `check`: reads messages and says what is there, what is missing and what to mend.
struct Check: Rehearsing {
  static let command = Command(
    "check", summary: "Check a message: what is there, what is missing, what to mend.",
    guidance: ["mistakes/non-apologies", "bad-news/say-it-first"], arguments: ["files"],
    options: [
      Question(
        "files", ask: "Files and folders; `-` or nothing reads standard input", type: .list,
        required: false, group: [Question("file", ask: "Which file?", type: .text)]),
      Question(
        "kind", ask: "What it is held to: apology, news, holding; guessed when not given",
        type: .text),
      Question(
        "channel", ask: "The channel it goes by", type: .choice,
        options: Channel.allCases.map { .init($0.rawValue) }, standard: .literal("email")),
      Question(
        "customer", ask: "Whose records it is held against; the one it names when not given",
        type: .text, required: false),
      Question(
        "style", ask: "A folder of Vale rules or styles, or one with a .vale.ini", type: .list,
        required: false, group: [Question("folder", ask: "Which folder?", type: .text)]),
      Question(
        "fail_on", ask: "From which level findings are exit 1", type: .choice,
        options: [.init("error"), .init("warning"), .init("never")], standard: .literal("warning")),
      Question(
        "format", ask: "How findings are printed", type: .choice,
        options: [.init("text"), .init("line"), .init("json"), .init("sarif")],
        standard: .literal("text")),
      Question(
        "fix", ask: "Whether safe replacements are written into the files", type: .yesno,
        standard: .literal("no")),
    ],
    moment: .text)

  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    let rows = invocation.given.filter { $0.id == "files" }.flatMap { $0.node.list ?? [] }
    try checkFiles(rows.compactMap { $0["file"]?.text })
  }

  var rehearses = false
  private let host: Host
  private let shell: ShellState

  init(_ host: Host, _ shell: ShellState) {
    self.host = host
    self.shell = shell
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let answers = request.answers
    let paths = answers.rows("files").compactMap { $0.text("file") }
    let given = answers.rows("style").compactMap { $0.text("folder") }
    // What Vale finds where one stands holds without being named.
    let found = given.isEmpty ? [".", host.folders.workspace].compactMap(\.self) : []
    let styles = given + found.compactMap(StyleFolders.config).prefix(1)
    var run = CheckRun(
      checker: try styles.isEmpty
        ? host.checker() : Checker(host.checkSources(styles: Array(styles))),
      held: answers.text("kind").map(Held.kind) ?? .guessed,
      channel: answers.text("channel").flatMap(Channel.init) ?? .email)
    // The patterns of others are tried before they are relied on.
    run.leftOut = styles.isEmpty ? run.checker.unreadable : run.checker.problems
    if let pasted = answers.text("message") {
      var result = try run.check(CheckInput(pasted: pasted))
      try await hold(&result, answers, context)
      return .done(reply([result], [], run, answers))
    }
    if paths.isEmpty, shell.interactive {
      return .ask(Form([Question("message", ask: "The message?", type: .longtext)]))
    }
    var results: [CheckRun.Result] = []
    var problems: [Problem] = []
    let files = try CheckInput.files(paths.isEmpty ? ["-"] : paths)
    for outcome in await outcomes(files, run, answers) {
      do throws(Problem) {
        var result = try outcome.get()
        if files.count == 1 || answers.text("customer") != nil {
          try await hold(&result, answers, context)
        }
        results.append(result)
      } catch {
        guard files.count > 1, error.place != nil else { throw error }
        problems.append(error)
      }
    }
    // A rule that took too long somewhere is left out everywhere, whichever text came first.
    let slow = Set(run.checker.slow)
    if !slow.isEmpty {
      for index in results.indices {
        results[index].report.findings.removeAll { slow.contains($0.check) }
      }
    }
    var reply = reply(results, problems, run, answers)
    if shell.interactive, results.count == 1, let result = results.first, result.input.path != "-" {
      reply.offers = try await host.offers(
        toNote: result.input.text, from: "'\(result.input.path)'")
    }
    return .done(reply)
  }

  /// Adds what the records say to a report.
  private func hold(_ result: inout CheckRun.Result, _ answers: Answers, _ context: Context)
    async throws(Problem)
  {
    let input = result.input
    guard
      let checks = try await RecordChecks(
        input.text, name: answers.text("customer"), host: host, settings: context.settings)
    else { return }
    let repair = result.report.speech.first { $0.name == "repair" }?.sentence
    let found = CheckReport(findings: checks.findings(in: input.text, repair: repair), words: 0)
    result.report.findings = (result.report.findings + input.placed(found).findings).sorted {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
  }

  /// What checking each file gave, in their order; many are shared out among the cores.
  private func outcomes(_ files: [String], _ run: CheckRun, _ answers: Answers) async
    -> [Result<CheckRun.Result, Problem>]
  {
    let progress = host.progress("Checking texts")
    // Who writes files does it one after the other: two names may be one file.
    let size = answers.flag("fix") ? max(files.count, 1) : 32
    return await files.shared(
      in: size, by: { file in Result { () throws(Problem) in try check(file, run, answers) } },
      progress: { progress($0, files.count) })
  }

  /// Checks a file, and with `--fix` writes it anew.
  private func check(_ file: String, _ run: CheckRun, _ answers: Answers) throws(Problem)
    -> CheckRun.Result
  {
    let result = try run.check(try CheckInput.read(file))
    guard answers.flag("fix"), result.input.isWhole else { return result }
    let (text, fixed) = try run.fix(result)
    guard fixed.fixed > 0, !rehearses else {
      var result = result
      result.fixed = fixed.fixed
      return result
    }
    try write(text, to: file)
    return fixed
  }

  private func reply(
    _ results: [CheckRun.Result], _ problems: [Problem], _ run: CheckRun, _ answers: Answers
  ) -> Reply {
    let limit = answers.text("fail_on").flatMap(Finding.Level.init)
    let findings = results.flatMap(\.report.findings)
    let fails = limit.map { limit in findings.contains { $0.level >= limit } } ?? false
    if let only = results.first, results.count == 1, shell.prompts {
      shell.mending.withLock { $0 = Mending(only, run: run) }
    }
    return Reply(
      blocks: [shown(results, answers.text("format") ?? "text")]
        + notes(results, run, answers).map(Block.note),
      citations: results.count == 1 ? findings.compactMap(\.why) : [],
      data: Self.data(results), problems: problems, needsAttention: fails)
  }

  private func shown(_ results: [CheckRun.Result], _ format: String) -> Block {
    switch format {
    case "line":
      .verbatim(results.map { CheckOutput.line($0.report, path: $0.input.path) }.joined())
    case "sarif":
      .verbatim(
        CheckOutput.sarif(
          results.map { ($0.input.path, $0.input.text, $0.report) }, version: host.version
        ).json)
    default: .lines(CheckPage.text(results, numbered: shell.prompts))
    }
  }

  private func notes(_ results: [CheckRun.Result], _ run: CheckRun, _ answers: Answers) -> [String]
  {
    var notes = run.leftOut.map { problem in
      [problem.place?.description, problem.message].compactMap(\.self).joined(separator: ": ")
    }
    for result in results {
      notes += result.notes.map { "\(result.input.path): \($0)" }
      if result.fixed > 0 {
        let done = rehearses ? "could be replaced" : "replaced"
        notes.append("\(result.input.path): \(result.fixed) \(done).")
      } else if answers.flag("fix"), !result.input.isWhole {
        notes.append("\(result.input.path): only files of text can be mended; left as it is.")
      }
    }
    if results.count == 1, let result = results.first, result.isGuessed {
      notes.insert("Taken as: \(result.report.kind ?? ""). `--kind` says otherwise.", at: 0)
    }
    if results.count > 1 { notes.append(CheckPage.summary(results)) }
    for name in run.checker.slow {
      notes.append("“\(name)” took too long and was left out; the rest was checked.")
    }
    if shell.prompts, results.first?.report.findings.isEmpty == false { notes.append(Mending.help) }
    return notes
  }

  private static func data(_ results: [CheckRun.Result]) -> Node {
    let findings = results.flatMap(\.report.findings)
    func count(_ level: Finding.Level) -> Node { .number(findings.count { $0.level == level }) }
    return [
      "files": .list(
        results.map {
          var node = CheckOutput.json($0.report, path: $0.input.path, notes: $0.notes)
          node["guessed"] = Node(.bool($0.isGuessed))
          node["fixed"] = .number($0.fixed)
          return node
        }),
      "summary": [
        "files": .number(results.count), "errors": count(.error), "warnings": count(.warning),
        "hints": count(.hint),
      ],
    ]
  }
}

extension Answers {
  /// The rows of a list.
  func rows(_ id: String) -> [Answers] {
    if case .list(let rows)? = self[id]?.value { rows } else { [] }
  }

  /// Whether `id` is answered with yes.
  func flag(_ id: String) -> Bool {
    if case .yesno(true)? = self[id]?.value { true } else { false }
  }
}
