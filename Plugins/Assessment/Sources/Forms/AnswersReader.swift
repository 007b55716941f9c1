import RapportKit

/// Reads answers files as they come back: YAML, the text form, JSON saved by the page, or CSV.
struct AnswersReader {
  let context: Context
  let reader: ResponseReader

  init(_ questionnaires: Questionnaires, _ context: Context) {
    self.context = context
    reader = ResponseReader(questionnaires: questionnaires, today: context.surroundings.today)
  }

  /// The file at `path`, or those in the folder.
  func files(_ path: String) throws(Problem) -> [TextFile] {
    guard let paths = try? context.files.list(path) else { return [try context.files.text(path)] }
    var files: [TextFile] = []
    for path in paths where Self.isAnswers(path) { files.append(try context.files.text(path)) }
    guard !files.isEmpty else {
      throw Problem(
        .notFound, "There are no answers files in it.",
        help: "They end in .json, .yaml, .yml, .txt or .csv.", at: Place(file: path))
    }
    return files
  }

  /// Whether a file of this name holds answers.
  static func isAnswers(_ path: String) -> Bool {
    [".json", ".yaml", ".yml", ".txt", ".csv"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The answers in `file`.
  func response(_ file: TextFile) throws(Problem) -> Response {
    do {
      let isTable = file.path.lowercased().hasSuffix(".csv")
      return try reader.read(isTable ? table(file) : context.files.node(file))
    } catch {
      // JSON knows no lines: then the file is named.
      throw error.located(Place(file: file.path))
    }
  }

  /// A CSV form as the mapping it stands for: the first cell names, the last answers.
  private func table(_ file: TextFile) throws(Problem) -> Node {
    let heads = [
      "questionnaire", "version", "customer", "role", "rater", "date", "consent", "wish",
    ]
    var entries: [Node.Entry] = []
    var answers: [Node.Entry] = []
    for (line, cells) in try CSVRows.rows(file).dropFirst() {
      guard let id = cells.first, !id.isEmpty, cells.count > 1, let answer = cells.last else {
        throw Problem(
          .badFile, "This line has no name or no answer cell.",
          help: "Keep the first and the last column of the form.",
          at: Place(file: file.path, line: line))
      }
      let place = Place(file: file.path, line: line, column: 1)
      let entry = Node.Entry(
        id, answer.isEmpty ? Node(.null, at: place) : Node(.text(answer), at: place), at: place)
      if heads.contains(id) { entries.append(entry) } else { answers.append(entry) }
    }
    entries.append(.init("answers", Node(.map(answers), at: Place(file: file.path, line: 1))))
    return Node(.map(entries), at: Place(file: file.path, line: 1))
  }
}
