import RapportKit

/// The questions and options of a command, as a table: `--questions`.
enum QuestionList {
  static func block(for command: Command) -> Block {
    func row(_ question: Question, _ needed: String) -> [String] {
      let options = question.options.map(\.id).joined(separator: ", ")
      return [
        question.id, options.isEmpty ? question.type.rawValue : options, needed, question.ask,
      ]
    }
    let questions = command.questions.map { question in
      row(question, question.required ? question.when == nil ? "needed" : "depends" : "optional")
    }
    return .table(
      Table(
        columns: ["id", "answer", "", "question"],
        rows: questions + command.options.map { row($0, "option") }))
  }
}
