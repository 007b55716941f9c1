import Conversation
import Formats
import Foundation
import PluginHost
import RapportKit
import Shell
import Synchronization

/// Runs one command from its invocation to what is printed.
struct Runner {
  let host: Host
  let shell: ShellState
  let answerer: any Answerer

  /// What a run gave.
  struct Result {
    var outcome: Outcome
    var command: String?
    var reply: Reply?
    var problems: [Problem] = []
    var parked = false
  }

  /// Runs `invocation` and prints what it gives.
  func run(_ invocation: Invocation, resuming found: Journal.Found? = nil) async -> Result {
    let flags = invocation.flags
    do throws(Problem) {
      if flags.help {
        return show(.markdown(HelpPage.page(for: invocation.command)), for: invocation)
      }
      if flags.questions {
        return show(QuestionList.block(for: invocation.command), for: invocation)
      }
      if flags.template {
        return show(.verbatim(AnswersFile.template(for: invocation.command)), for: invocation)
      }
      if let own = hostCommands.first(where: { $0.command.name == invocation.command.name }),
        let held = try await own.init(host, shell).held(invocation)
      {
        if !flags.quiet { note(held.note) }
        return try await converse(held.invocation, resuming: held.found)
      }
      return try await converse(try complete(invocation), resuming: found)
    } catch {
      return fail(error, invocation)
    }
  }

  /// The invocation with what files and `--set` give; a flag stands before `--set`, and both before the file.
  private func complete(_ invocation: Invocation) throws(Problem) -> Invocation {
    var invocation = invocation
    let command = invocation.command
    let ids = (command.questions + command.options).map(\.id)
    var given: [Invocation.Given] = invocation.given
    for setting in invocation.flags.settings {
      guard ids.contains(setting.id) else {
        throw Problem(
          .usage, "“\(command.name)” has no question “\(setting.id)”.",
          help: setting.id.nearest(in: ids).map { "Did you mean “\($0)”?" }
            ?? "It has: \(ids.joined(separator: ", ")).")
      }
      if !given.contains(where: { $0.id == setting.id }) {
        let node: Node = setting.value == "~" ? nil : .text(setting.value)
        given.append(.init(setting.id, node))
      }
    }
    if let file = invocation.flags.answers {
      let text =
        file == "-" ? StandardInput.text() : try readText(host.file(file, of: command.plugin))
      for answer in try AnswersFile.read(text, from: file, for: command)
      where !given.contains(where: { $0.id == answer.id }) {
        given.append(answer)
      }
    }
    invocation.given = given
    return invocation
  }

  private func converse(_ invocation: Invocation, resuming found: Journal.Found?)
    async throws(Problem) -> Result
  {
    let command = invocation.command
    let flags = invocation.flags
    let interactive = shell.interactive && !flags.noInput
    let own = hostCommands.first { $0.command.name == command.name }
    guard !flags.dryRun || own?.changes != .atOnce || own is any Rehearsing.Type else {
      throw Problem(
        .usage, "`\(command.name)` cannot be tried without doing it.",
        help: "Leave `--dry-run` out.")
    }
    var id = found?.header.id ?? (interactive ? .fresh(at: host.clock()) : nil)
    if id == nil, own?.changes == .records || command.repeats {
      // The same words may mean another record next time, so the id also counts the changes so far.
      let last = try await host.store.changes(limit: 1).first?.id ?? 0
      id = ConversationID(of: "\(command.name) \(invocation.given.map(\.node.json)) \(last)")
    }
    let setup = Dialogue.Setup(
      invocation, id: id,
      interactive: interactive, settings: try host.settings(for: command),
      personal: Configuration.questions.filter { $0.id.hasPrefix("me.") },
      commands: interactive ? try host.commandLines() : [],
      replaces: found?.header.replaces)
    let host = host
    var plugin = try host.plugin(for: command, shell: shell)
    if flags.dryRun, var rehearsing = plugin as? any Rehearsing {
      rehearsing.rehearses = true
      plugin = rehearsing
    }
    let services = Session.Services(
      plugin: plugin,
      context: { reader throws(Problem) in try host.context(for: command, reader: reader) },
      store: host.store,
      remember: { name, value throws(Problem) in
        try host.configuration.write(name, value.node.text ?? "")
      },
      digress: shell.run, settings: { () throws(Problem) in try host.settings(for: command) },
      journals: interactive && own?.changes != .atOnce ? host.folders.journals : nil,
      clock: host.clock,
      by: host.by, dryRun: flags.dryRun)
    let session = try Session(
      setup, surroundings: host.surroundings, services: services,
      answerer: interactive ? answerer : Nobody(), resuming: found)
    let ending = await session.run()
    if case .cancelled = ending {
      let forgotten = await session.forgotten
      shell.forgotten.withLock { $0 = forgotten }
    }
    return try present(ending, of: invocation)
  }

  private func present(_ ending: Ending, of invocation: Invocation) throws(Problem) -> Result {
    switch ending {
    case .done(let reply, let saved): return try finish(reply, saved, of: invocation)
    case .parked, .left:
      if case .left = ending { shell.leaving.withLock { $0 = true } }
      let own = hostCommands.first { $0.command.name == invocation.command.name }
      note(
        own?.changes == .atOnce
          ? "Left as it was." : "Kept. `resume` goes on where you were.")
      return Result(outcome: .done, command: invocation.command.name, parked: true)
    case .cancelled:
      let isBack = shell.forgotten.withLock { $0 != nil }
      note("Nothing was kept.\(isBack ? " `undo` brings it back." : "")")
      return Result(outcome: .done, command: invocation.command.name)
    case .missing(let missing): throw missing.problem(for: invocation.command)
    case .failed(let problem): throw problem
    }
  }

  private func finish(_ reply: Reply, _ saved: Saved?, of invocation: Invocation)
    throws(Problem) -> Result
  {
    var reply = reply
    let summary = try Summary(
      reply, saved: saved, invocation: invocation, host: host,
      settings: host.settings(for: invocation.command),
      isBatch: !shell.interactive || invocation.flags.noInput)
    reply.needsAttention = reply.needsAttention || summary.fails
    let result = Result(
      outcome: Outcome(reply), command: invocation.command.name, reply: reply,
      problems: reply.problems)
    let flags = invocation.flags
    guard !flags.json else {
      print(envelope: result)
      return result
    }
    if !flags.dryRun { for file in reply.files { try write(file) } }
    if flags.csv { try Output.write(reply.separated) }
    // The steps are told in the summary, beside what was saved.
    reply.next = []
    var pieces = renderer(flags).render(reply, channels: summary.channels, cite: flags.cite)
    if flags.csv { pieces.removeAll { $0.stream == .answers } }
    if flags.quiet { pieces.removeAll { $0.stream == .notes } }
    try Output.write(pieces)
    if !flags.quiet {
      if flags.dryRun { for file in reply.files { note("Not written: \(file.path)") } }
      for line in summary.lines { note(line) }
    }
    for problem in reply.problems { try Output.write(renderer(flags).render(problem), to: .notes) }
    return result
  }

  private func write(_ file: OutputFile) throws(Problem) {
    let text = file.events.map { CalendarFile("Rapport", $0).text } ?? file.text
    guard file.path != "-" else {
      try Output.write(text)
      return
    }
    do {
      let folder = (file.path as NSString).deletingLastPathComponent
      if !folder.isEmpty {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
      try text.write(toFile: file.path, atomically: true, encoding: .utf8)
    } catch {
      throw Problem(
        .unreadable, "The file cannot be written.", help: "May you write there?",
        at: Place(file: file.path))
    }
  }

  // MARK: - Printing

  func renderer(_ flags: Flags) -> Renderer {
    Renderer(
      answers: Screen.of(1, environment: host.environment, plain: flags.plain),
      notes: Screen.of(2, environment: host.environment, plain: flags.plain),
      wording: Wording(
        spelling: host.configuration.text("me.spelling").flatMap(Spelling.init) ?? .british,
        today: host.surroundings.today))
  }

  func note(_ text: String) {
    // Nobody reads notes any more when standard error is closed; the answers still count.
    _ = try? Output.write(renderer(Flags()).note(text), to: .notes)
  }

  private func show(_ block: Block, for invocation: Invocation) -> Result {
    let result = Result(
      outcome: .done, command: invocation.command.name, reply: Reply(blocks: [block]))
    if invocation.flags.json {
      print(envelope: result)
    } else {
      _ = try? Output.write(renderer(invocation.flags).render(block))
    }
    return result
  }

  /// Prints a problem, or its envelope, and says how the run ended.
  func fail(_ problem: Problem, _ invocation: Invocation?, json: Bool = false) -> Result {
    let result = Result(
      outcome: Outcome(problem), command: invocation?.command.name, problems: [problem])
    if json || invocation?.flags.json == true {
      print(envelope: result)
    } else {
      _ = try? Output.write(renderer(invocation?.flags ?? Flags()).render(problem), to: .notes)
    }
    return result
  }

  private func print(envelope result: Result) {
    let envelope = Envelope(
      command: result.command, status: result.outcome, reply: result.reply,
      problems: result.problems)
    _ = try? Output.write(envelope.node.prettyJSON + "\n")
  }
}

extension ConversationID {
  /// A new ULID: 48 bits of milliseconds, the rest at random.
  static func fresh(at instant: Date) -> ConversationID {
    let milliseconds = UInt64(max(0, instant.timeIntervalSince1970 * 1000))
    let time = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> UInt64(40 - 8 * $0)) }
    return ConversationID(bytes: time + (0..<10).map { _ in UInt8.random(in: 0...255) })
  }
}

extension Reply {
  /// Its tables as comma-separated values, one behind the other.
  fileprivate var separated: String {
    blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      let sheet = table.sheet ?? .init(columns: table.columns, rows: table.rows)
      return CSV.text([sheet.columns] + sheet.rows)
    }.joined(separator: "\n")
  }
}

extension Ending.Missing {
  /// All that is missing, named at once.
  func problem(for command: Command) -> Problem {
    var message = "“\(command.name)” needs an answer for \(Self.named(certain))"
    let depends = Set(perhaps.flatMap(\.dependsOn)).sorted()
    if !perhaps.isEmpty {
      message += ", and, depending on \(Self.named(depends)): \(Self.named(perhaps.map(\.id)))"
    }
    return Problem(
      .missingAnswer, message + ".",
      help: "Give \(certain.count == 1 ? "it" : "them") with `--set \(certain.first ?? "id")=…`, "
        + "or run without `--no-input` to be asked.")
  }

  private static func named(_ ids: [String]) -> String {
    let quoted = ids.map { "“\($0)”" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}
