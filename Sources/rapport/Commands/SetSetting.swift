import Conversation
import PluginHost
import RapportKit

/// `set`: the settings of the person and the team.
struct SetSetting: HostCommand {
  static let changes = Changing.atOnce
  static let command = Command(
    "set", aliases: ["settings"],
    summary: "Show or change a setting: `set me.name Sam Reed`, `set me`.",
    arguments: ["name", "value"],
    options: [
      Question("name", ask: "Which setting, or `me`, or `team`", type: .text),
      Question("value", ask: "Its value", type: .text),
    ])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  /// A setting has a point in its name: in "set a timer" and "set timer" there is none.
  static func check(_ invocation: Invocation, on host: Host) throws(Problem) {
    guard let name = invocation.text("name"), !["me", "team"].contains(name), !name.contains(".")
    else { return }
    throw Problem(.usage, "There is no setting “\(name)”.", help: "`set` alone lists them all.")
  }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let questions = try all()
    let name = request.answers.text("name")
    if name == "me" || name == "team" {
      return try group(name ?? "", questions, request, in: context)
    }
    guard let name else { return .done(Reply(blocks: [list(questions)])) }
    guard let question = questions.first(where: { $0.id == name }) else {
      throw Problem(
        .notFound, "There is no setting “\(name)”.",
        help: name.nearest(in: questions.map(\.id)).map { "Did you mean “\($0)”?" } ?? "See `set`.")
    }
    guard let value = request.answers.text("value") else {
      return .done(
        Reply(blocks: [.verbatim("\(name): \(host.configuration.text(name) ?? "(not set)")")]))
    }
    try write(value, to: question, in: context)
    return .done(Reply(blocks: [.note("\(name) is now \(value).")]))
  }

  /// `set me` asks for each of them, beginning from what is set.
  private func group(
    _ name: String, _ questions: [Question], _ request: Request, in context: Context
  )
    throws(Problem) -> Step
  {
    let members = questions.filter { $0.id.hasPrefix("\(name).") }
    guard request.state == "asked" else {
      let form = members.map { question in
        var question = question
        question.required = false
        question.standard =
          host.configuration.text(question.id).map { .literal($0) } ?? question.standard
        return question
      }
      return .ask(Form(form, state: "asked"))
    }
    for question in members {
      guard let answer = request.answers[question.id], answer.value != nil else { continue }
      try write(answer.raw, to: question, in: context)
    }
    return .done(Reply(blocks: [.note("Noted, in config.yaml.")]))
  }

  private func write(_ text: String, to question: Question, in context: Context) throws(Problem) {
    let reader = Reader(
      surroundings: context.surroundings, directory: Directory(), settings: context.settings)
    _ = try reader.read(text, as: question, answers: Answers())
    try host.configuration.write(question.id, text)
  }

  /// The host's settings and every plugin's, by their full names.
  private func all() throws(Problem) -> [Question] {
    var questions = Configuration.questions
    for listing in host.registry.listings where listing.problem == nil {
      questions += try host.registry.manifest(of: listing.name).settings.map { question in
        var question = question
        question.id = "\(listing.name).\(question.id)"
        return question
      }
    }
    return questions
  }

  private func list(_ questions: [Question]) -> Block {
    .table(
      Table(
        columns: ["setting", "value", "about"],
        rows: questions.map { question in
          var value = host.configuration.text(question.id) ?? ""
          if value.isEmpty, case .literal(let text)? = question.standard {
            value = "\(text) (default)"
          }
          return [question.id, value, question.ask]
        }))
  }
}
