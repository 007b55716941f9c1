import Conversation
import Foundation
import Knowledge
import RapportKit
import Shell
import Synchronization

/// The shell: reads lines at the prompt and runs them until it is left.
@MainActor
final class Interactive {
  private let host: Host
  private let flags: Flags
  private let reader: ReadlineReader
  private let completion: LineCompletion
  private var state = ShellState(interactive: true)

  init(_ host: Host, flags: Flags, prompts: Bool = false) {
    self.host = host
    self.flags = flags
    let completion = LineCompletion(host)
    self.completion = completion
    reader = ReadlineReader(
      history: CommandHistory(file: host.folders.history), environment: host.environment,
      bold: Screen.of(1, environment: host.environment, plain: flags.plain).colours,
      completer: { line, cursor in completion.complete(line, cursor) })
    state = ShellState(
      interactive: true, prompts: prompts,
      run: { [weak self] line in await self?.digress(line) ?? false },
      resume: { [weak self] found in await self?.resume(found) })
  }

  private var runner: Runner {
    let (host, flags) = (host, flags)
    return Runner(
      host: host, shell: state,
      answerer: TerminalAnswerer(
        reader: reader, environment: host.environment,
        renderer: {
          Runner(host: host, shell: ShellState(interactive: false), answerer: Nobody()).renderer(
            flags)
        }))
  }

  /// Runs one command, asking what it needs.
  func run(_ invocation: Invocation) async -> Int32 {
    let result = await runner.run(invocation)
    await offer(result.reply, invocation)
    return result.outcome.exitCode
  }

  /// Reads and runs lines until Ctrl-D or `exit`.
  func run() async -> Int32 {
    for line in await Opening(host).lines() { runner.note(line) }
    // The first time, what sentences mean is learnt while the first one is being typed.
    if !FileManager.default.fileExists(atPath: host.folders.routing) {
      Task.detached(priority: .utility) { [host] in _ = try? host.router() }
    }
    while !state.leaving.withLock({ $0 }) {
      await completion.refresh()
      switch reader.read(Prompt("rapport> ")) {
      case .line(let line):
        reader.remember(line)
        await handle(line)
      case .begun, .interrupt:
        if let signal = reader.endedBy { return 128 + signal }
      case .end: return reader.endedBy.map { 128 + $0 } ?? 0
      }
    }
    return 0
  }

  /// Runs `line` in the middle of a conversation; false when the program is to be left.
  private func digress(_ line: String) async -> Bool {
    await handle(line)
    return !state.leaving.withLock { $0 }
  }

  /// Runs what stands in `line`: a command, or a sentence that finds one.
  private func handle(_ line: String) async {
    var text = line.trimmingCharacters(in: .whitespacesAndNewlines)
    // "/due" runs it at a question, and here as well.
    if text.hasPrefix("/"), text.dropFirst().first?.isLetter == true { text.removeFirst() }
    guard !text.isEmpty else { return }
    guard !["exit", "quit", "bye"].contains(text.lowercased()) else {
      state.leaving.withLock { $0 = true }
      return
    }
    do throws(Problem) {
      if QuestionPrompt.engineWords.contains(text.lowercased()), text.lowercased() != "help" {
        runner.note("Nothing is being written. Say what happened, or see `help`; `resume` goes on.")
        return
      }
      if try await mend(text) { return }
      if let channel = Channel(rawValue: text.lowercased()) {
        var shown = Invocation(try host.command("drafts show"))
        shown.flags.channels = [channel]
        _ = await runner.run(shown)
        return
      }
      if text.contains(where: \.isNewline) {
        try await receive(text)
      } else {
        try await parse(text)
      }
    } catch {
      _ = runner.fail(error, nil)
    }
  }

  /// Takes a line about the findings of the last check; false when it is about something else.
  private func mend(_ text: String) async throws(Problem) -> Bool {
    guard var mending = state.mending.withLock({ $0 }), let order = Mending.Order(text) else {
      return false
    }
    var blocks = try mending.handle(order)
    if let why = mending.why(order), let section = try await host.knowledgeBase().section(why) {
      let rests = [section.grade?.rawValue, section.source].compactMap(\.self).joined(
        separator: ", ")
      blocks.append(.markdown("**\(section.title)** (\(why))\n\n\(section.body)\n\n\(rests)"))
    }
    state.mending.withLock { $0 = mending }
    try Output.write(runner.renderer(flags).render(Reply(blocks: blocks)))
    return true
  }

  private func parse(_ text: String) async throws(Problem) {
    // A sentence may hold an apostrophe; only a command's line must close its quotes.
    let words =
      (try? LineWords(text)) ?? LineWords(argv: text.split(separator: " ").map(String.init))
    switch try CommandParser(host).parse(words) {
    case .nothing: return
    case .command(let invocation):
      let result = await runner.run(invocation)
      await offer(result.reply, invocation)
    case .text(_, _, let usage): try await hear(text, usage)
    }
  }

  /// A sentence: the command it means, a choice of some, or what the knowledge base has on it. When it means none and
  /// begins with a command's name, how that is used is said first.
  private func hear(_ text: String, _ usage: Problem?) async throws(Problem) {
    let routing = try await Routing(host)
    let route = routing.router.route(text, by: routing.reader)
    switch route.decision {
    case .begin(let name): await begin(name, with: text)
    case .choose(let names) where route.reason == .vague:
      try await complete(names[0], text, routing.reader)
    case .choose(let names):
      if route.reason == .two { runner.note("These are two things; each needs its own message.") }
      switch try choice(of: names) {
      case .command(let name): await begin(name, with: text)
      case .knowledge: try await look(text)
      case .line(let line): await handle(line)
      case nil: return
      }
    case .none:
      if let usage {
        runner.note([usage.message, usage.help].compactMap(\.self).joined(separator: " "))
      }
      try await look(text)
    }
  }

  /// A sentence that surely means the command `name`, but says neither who it was with nor when: either begins it, Enter
  /// alone looks into the knowledge base. Anything else that is typed is a line of its own.
  private func complete(_ name: String, _ text: String, _ names: Reader) async throws(Problem) {
    let command = try host.command(name)
    runner.note("That sounds like `\(name)`: \(command.summary)")
    runner.note("With whom, or when was it?  (Enter: what the knowledge base says)")
    guard case .line(let line) = reader.read(Prompt("> ", earlier: [])) else { return }
    let answer = line.trimmingCharacters(in: .whitespaces)
    guard !answer.isEmpty else { return try await look(text) }
    let isCommand =
      if case .command? = try? CommandParser(host).parse(LineWords(answer)) { true } else { false }
    let isShort = answer.split(separator: " ").count <= 5
    let given = isCommand || !isShort ? [] : names.whoOrWhen(answer, for: command)
    guard !given.isEmpty || [name, "1", "yes", "y"].contains(answer.lowercased()) else {
      reader.remember(line)
      return await handle(line)
    }
    await begin(name, with: text, given: given)
  }

  /// Several lines: a customer's message. What it says is read back, and leads on to a command that the person chooses.
  private func receive(_ text: String) async throws(Problem) {
    let routing = try await Routing(host)
    let message = routing.reader.message(text)
    let wording = Wording(today: host.surroundings.today)
    for line in message.lines(wording) { runner.note(line) }
    let names = routing.router.route(text, by: routing.reader).matches.prefix(3).map(\.command)
    switch try choice(of: names) {
    case .command(let name):
      let command = try host.command(name)
      _ = await runner.run(Invocation(command, given: message.given(for: command, wording)))
    case .knowledge: try await look(text)
    case .line(let line): await handle(line)
    case nil: return
    }
  }

  private enum Choice {
    case command(String)
    case knowledge
    /// None of them, but something else that was typed.
    case line(String)
  }

  /// Asks which of a few is meant; the knowledge base is always one. Nothing when Enter alone, or Ctrl-C, passes over
  /// it; other words than these are a line of their own.
  private func choice(of names: [String]) throws(Problem) -> Choice? {
    for (index, name) in names.enumerated() {
      runner.note("  \(index + 1)  \(name): \(try host.command(name).summary)")
    }
    runner.note("  \(names.count + 1)  see what the knowledge base says")
    guard case .line(let line) = reader.read(Prompt("Which one? ", earlier: [])) else { return nil }
    let choice = line.trimmingCharacters(in: .whitespaces).lowercased()
    if let number = Int(choice) {
      guard number != names.count + 1 else { return .knowledge }
      guard names.indices.contains(number - 1) else {
        runner.note("There is no \(number) in that list, so nothing was begun.")
        return nil
      }
      return .command(names[number - 1])
    }
    guard !choice.isEmpty else { return nil }
    // Another plugin's command takes what was written along, as those in the list do.
    if let own = host.pluginCommand(choice) { return .command(own) }
    reader.remember(line)
    return .line(line)
  }

  /// Shows what may be run next; its number runs it, Enter alone goes on.
  private func offer(_ reply: Reply?, _ invocation: Invocation) async {
    guard let reply, !invocation.flags.json,
      let offers = try? await host.offers(after: reply, of: invocation.command), !offers.isEmpty
    else { return }
    for (index, offer) in offers.enumerated() { runner.note("  \(index + 1)  \(offer.label)") }
    guard
      case .line(let line) = reader.read(Prompt("A number does it, Enter goes on: ", earlier: []))
    else { return }
    for word in line.split(whereSeparator: { ", ".contains($0) }) {
      guard let number = Int(word), offers.indices.contains(number - 1) else { continue }
      await handle(offers[number - 1].line)
    }
  }

  private func resume(_ found: Journal.Found) async {
    do throws(Problem) {
      let command = try host.command(found.header.command)
      let invocation = Invocation(command, resuming: found.header)
      await offer(await runner.run(invocation, resuming: found).reply, invocation)
    } catch {
      _ = runner.fail(error, nil)
    }
  }

  private func begin(_ name: String, with text: String, given: [Invocation.Given] = []) async {
    do throws(Problem) {
      let invocation = Invocation(try host.command(name), given: given, sentence: text)
      await offer(await runner.run(invocation).reply, invocation)
    } catch {
      _ = runner.fail(error, nil)
    }
  }

  private func look(_ text: String) async throws(Problem) {
    // A word or two that are nearly a command's name are a slip of the fingers.
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    if text.split(separator: " ").count <= 3, let near = host.nearest(first) {
      runner.note("There is no command “\(first)”. Did you mean `\(near)`?")
      return
    }
    guard try await !host.knowledgeBase().search(host.matter(of: text), limit: 1).isEmpty else {
      runner.note(
        "I do not know what to do with that. I own mistakes (`mistake`), tell bad news (`bad-news`), "
          + "check a text (`check`), and answer from the knowledge base (`ask`). `help` shows all.")
      return
    }
    _ = await runner.run(
      Invocation(try host.command("ask"), given: [.init("question", .text(text))]))
  }
}
