import RapportKit

/// "due" where any words can be the answer: more likely the command was meant, and nothing shows that it was not run.
extension Dialogue {
  /// Says that `line` is a command's; nil when it answers `question`.
  func mistaken(_ line: String, at question: Question) -> [Effect]? {
    let text = line.trimmingSpaces
    guard isCommand(text, at: question), !isKnown(text, as: question.type) else { return nil }
    return [run(text, orAnswer: true), .ask(prompt())]
  }

  /// Says how the command in `text` is run from here.
  func run(_ text: String, orAnswer: Bool = false) -> Effect {
    let answer = orAnswer ? ", `\"\(text)\"` is the answer" : ""
    return .say(.note("`\(text)` is a command: `/\(text)` runs it\(answer)."))
  }

  /// Whether `text`, which is no answer, begins with a command's name.
  func isCommand(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    return (1...2).contains {
      words.count >= $0 && setup.commands.contains(words.prefix($0).joined(separator: " "))
    }
  }

  /// The text that `line` means as an answer to `question`.
  func answer(_ line: String, to question: Question) -> String {
    Control.answer(line) { isCommand($0, at: question) }
  }

  /// The line that means `text` as an answer to `question`, to begin from when it is mended.
  func line(_ text: String, at question: Question?) -> String {
    Control.line(text) { text in question.map { isCommand(text, at: $0) } ?? false }
  }

  /// Whether `text` is a command's whole line: its name, or that and a number. Where few answers fit, it is none.
  private func isCommand(_ text: String, at question: Question) -> Bool {
    guard [.text, .longtext, .person, .customer, .commitment].contains(question.type) else {
      return false
    }
    var words = text.lowercased().split(separator: " ")
    if words.count > 1, words.last.flatMap({ Int($0) }) != nil { words.removeLast() }
    return setup.commands.contains(words.joined(separator: " "))
  }

  /// Whether somebody on record is called so.
  private func isKnown(_ name: String, as type: QuestionType) -> Bool {
    [.customer, .person].contains(type) && directory.knows(name, customer: type == .customer)
  }
}
