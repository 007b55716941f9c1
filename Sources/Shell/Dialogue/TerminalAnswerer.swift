package import Conversation
import RapportKit

/// Puts a conversation's questions to the person at the terminal.
package struct TerminalAnswerer: Answerer {
  private let reader: any LineReader
  private let renderer: @Sendable () -> Renderer

  private let environment: [String: String]

  /// Reads with `reader`; `renderer` is asked anew each time, as the window may have changed. `environment` says
  /// which editor a long answer is written in.
  package init(
    reader: any LineReader, environment: [String: String],
    renderer: @escaping @Sendable () -> Renderer
  ) {
    self.reader = reader
    self.environment = environment
    self.renderer = renderer
  }

  package func ask(_ prompt: QuestionPrompt) async -> Signal {
    let renderer = renderer()
    var text = renderer.note(prompt.line)
    for (index, option) in prompt.options.enumerated() {
      text += renderer.note("  \(index + 1)  \(option)")
    }
    show(text)
    let words = prompt.options + QuestionPrompt.engineWords
    let line = Prompt(
      "> ", earlier: prompt.earlier, offers: words.map { Completion($0, kind: .option) })
    var signal = await reader.read(line)
    var lines: [String] = []
    // A line that ends in a backslash goes on in the next; Ctrl-D there ends the answer.
    while prompt.lines, case .line(let text) = signal, text.hasSuffix("\\") {
      lines.append(String(text.dropLast()))
      signal = await reader.read(Prompt("… ", earlier: []))
    }
    guard !lines.isEmpty else { return signal }
    switch signal {
    case .line(let last): return .line((lines + [last]).joined(separator: "\n"))
    case .begun(let last): return .begun((lines + [last]).joined(separator: "\n"))
    case .interrupt: return .begun(lines.joined(separator: "\n"))
    case .end: return .line(lines.joined(separator: "\n"))
    }
  }

  package func edit(_ text: String, _ prompt: QuestionPrompt) async -> Signal {
    do throws(Problem) {
      return .line(try Editor.edit(text, environment: environment))
    } catch {
      await say(.problem(error))
      return await ask(prompt)
    }
  }

  package func say(_ remark: Remark) async {
    let renderer = renderer()
    switch remark {
    case .note(let text): show(renderer.note(text))
    case .problem(let problem):
      show(
        renderer.note([problem.message, problem.help].compactMap(\.self).joined(separator: " ")))
    case .page(let text):
      show(text.split(separator: "\n").map { renderer.note(String($0)) }.joined())
    }
  }

  private func show(_ text: String) {
    // A terminal that is gone is noticed when the next line is read.
    _ = try? Output.write(text, to: .notes)
  }
}
