import Conversation
import RapportKit
import Shell

/// Runs commands from a file or a pipe, one a line, asking nothing. It stops at the first problem and names its line,
/// unless told to keep going.
struct Script {
  let host: Host
  let flags: Flags
  let name: String

  /// Runs the lines of `text`; the exit code is the gravest.
  func run(_ text: String) async -> Int32 {
    let runner = Runner(host: host, shell: ShellState(interactive: false), answerer: Nobody())
    var code: Int32 = 0
    var ran = false
    // To Swift the line end of Windows is one character, so that it must be named beside the other.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.map(String.init).enumerated() {
      guard !line.allSatisfy(\.isWhitespace), line.first != "#" else { continue }
      ran = true
      let place = Place(file: name, line: index + 1)
      let result: Runner.Result
      do throws(Problem) {
        result = await runner.run(try await invocation(line))
      } catch {
        result = runner.fail(error.located(place), nil, json: flags.json)
      }
      if ["exit", "quit"].contains(line) { break }
      let exit = result.outcome.exitCode
      if exit > 1 {
        if let problem = result.problems.first, problem.place != place {
          runner.note("\(place): \(flags.keepGoing ? "went on after this" : "stopped here").")
        }
        code = max(code, exit)
        if !flags.keepGoing { return code }
      } else {
        code = max(code, exit)
      }
    }
    if !ran {
      runner.note(
        "Nothing was said. `rapport` on a terminal starts the shell; `rapport help` shows the way.")
    }
    return code
  }

  private func invocation(_ line: String) async throws(Problem) -> Invocation {
    let words = try LineWords(line)
    switch try CommandParser(host).parse(words) {
    case .command(var invocation):
      invocation.flags.noInput = true
      invocation.flags.json = invocation.flags.json || flags.json
      invocation.flags.quiet = invocation.flags.quiet || flags.quiet
      return invocation
    case .nothing: throw Problem(.usage, "There are flags here, but no command.", help: "Add one.")
    case .text(let text, let own, let usage):
      if flags.guess || own.guess, let command = try await host.guess(text) {
        var invocation = Invocation(command, flags: own, sentence: text)
        invocation.flags.noInput = true
        return invocation
      }
      if let usage { throw usage }
      let first = words.words.first ?? text
      throw host.unknown(first)
    }
  }
}
