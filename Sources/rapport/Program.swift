import Conversation
import Formats
import Foundation
import RapportKit
import Shell

/// The program from its arguments to its exit code.
struct Program {
  let arguments: [String]
  let environment: [String: String]

  func run() async -> Int32 {
    if arguments == ["--version"] || arguments == ["version"] {
      _ = try? Output.write("rapport \(Version.number)\n")
      return 0
    }
    do throws(Problem) {
      let words = LineWords(argv: arguments)
      let flags = try CommandParser(NoCommands()).flags(words)
      let host = try Host(environment: environment, flags: flags)
      return try await run(words, on: host)
    } catch {
      if arguments.contains("--json") {
        let envelope = Envelope(command: nil, status: Outcome(error), problems: [error])
        _ = try? Output.write(envelope.node.prettyJSON + "\n")
        return Outcome(error).exitCode
      }
      let screen = Screen.of(2, environment: environment)
      let renderer = Renderer(
        answers: screen, notes: screen, wording: Wording(today: LocalDate(1970, 1, 1)))
      _ = try? Output.write(renderer.render(error), to: .notes)
      return Outcome(error).exitCode
    }
  }

  private func run(_ words: LineWords, on host: Host) async throws(Problem) -> Int32 {
    let isTerminal = isatty(0) == 1 && isatty(2) == 1
    switch try CommandParser(host).parse(words) {
    case .nothing(let flags):
      if flags.help {
        return await one(Invocation(try host.command("help")), on: host, interactive: false)
      }
      if isTerminal, !flags.noInput {
        return await Interactive(host, flags: flags, prompts: true).run()
      }
      return await Script(host: host, flags: flags, name: "-").run(StandardInput.text())
    case .command(let invocation):
      return await one(invocation, on: host, interactive: isTerminal)
    case .text(let text, let flags, let usage):
      if flags.guess {
        guard let command = try await host.guess(text) else {
          throw Problem(
            .usage, "No command fits “\(text)”.", help: "See `rapport help`.")
        }
        var invocation = Invocation(command, flags: flags, sentence: text)
        invocation.flags.noInput = !isTerminal
        return await one(invocation, on: host, interactive: isTerminal)
      }
      if let usage { throw usage }
      let first = words.words.first { !$0.hasPrefix("-") } ?? text
      throw host.unknown(first)
    }
  }

  private func one(_ invocation: Invocation, on host: Host, interactive: Bool) async -> Int32 {
    if interactive, !invocation.flags.noInput {
      return await Interactive(host, flags: invocation.flags).run(invocation)
    }
    let runner = Runner(host: host, shell: ShellState(interactive: false), answerer: Nobody())
    return await runner.run(invocation).outcome.exitCode
  }
}

/// Where flags are read before there are commands.
struct NoCommands: CommandSource {
  var briefs: [CommandBrief] { [] }
  func command(_ name: String) throws(Problem) -> Command {
    throw Problem(.notFound, "There is no command “\(name)”.")
  }
}
