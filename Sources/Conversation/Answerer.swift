import Foundation
import RapportKit

/// Who answers: a terminal, a test, or nobody.
package protocol Answerer: Sendable {
  /// Puts `prompt` and waits for what comes back.
  func ask(_ prompt: QuestionPrompt) async -> Signal
  /// Lets them write in an editor, beginning from `text`; the line is what it became.
  func edit(_ text: String, _ prompt: QuestionPrompt) async -> Signal
  /// Says something besides the questions.
  func say(_ remark: Remark) async
}

/// What comes back from a question.
package enum Signal: Sendable, Hashable {
  /// A line.
  case line(String)
  /// What had been typed of a line when Ctrl-C or the end of the terminal broke it off.
  case begun(String)
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D, or nothing more to read.
  case end
}

/// Nobody: a batch run asks nothing and keeps its remarks to itself.
package struct Nobody: Answerer {
  /// Nobody.
  package init() {}
  package func ask(_ prompt: QuestionPrompt) async -> Signal { .end }
  package func edit(_ text: String, _ prompt: QuestionPrompt) async -> Signal { .end }
  package func say(_ remark: Remark) async {}
}

/// Gives the lines of a journal first, without a word, then hands over to a person.
actor Replaying: Answerer {
  private var lines: [Journal.Line]
  private let person: any Answerer
  /// The time at which it is being replayed; nil once the person has been asked.
  private(set) var instant: Date?
  /// Whether the last line did not fit: what was said of it then is not said again.
  private var wasRefused = false

  init(_ lines: [Journal.Line], began: Date, then person: any Answerer) {
    self.lines = lines
    instant = began
    self.person = person
  }

  func ask(_ prompt: QuestionPrompt) async -> Signal {
    // A question that is answered otherwise by now leaves its lines unused.
    guard let index = lines.firstIndex(where: { $0.question == prompt.id }) else {
      instant = nil
      return await person.ask(prompt)
    }
    let line = lines[index]
    lines.removeFirst(index + 1)
    instant = line.at
    wasRefused = line.state == .refused
    // What was begun last is recalled; anything typed since stands for it.
    guard line.state == .begun else { return .line(line.text) }
    return lines.contains { $0.question == prompt.id } ? await ask(prompt) : .begun(line.text)
  }

  func edit(_ text: String, _ prompt: QuestionPrompt) async -> Signal {
    instant = nil
    return await person.edit(text, prompt)
  }

  func say(_ remark: Remark) async {
    if instant == nil || lines.isEmpty && !wasRefused { await person.say(remark) }
  }
}
