import RapportKit

/// What `assess gaps`, `assess trend` and `assess report` read: the answers on record, or those in files.
struct Standing {
  let request: Request
  let context: Context
  let questionnaire: Questionnaire
  /// The customer's name as it is shown.
  let customer: String
  let rounds: [Round]
  /// Answers that are on record and not compared: those to other versions.
  let otherVersions: [Response]

  init(_ request: Request, _ context: Context) async throws(Problem) {
    self.request = request
    self.context = context
    let all = try Questionnaires(context.files)
    questionnaire = try all.named(
      request.answers.text("questionnaire") ?? Questionnaires.standard)
    let id = questionnaire.id
    let named = request.answers.named("customer")
    var responses: [Response] = []
    if let path = request.answers.text("from") {
      let reader = AnswersReader(all, context)
      for file in try reader.files(path) { responses.append(try reader.response(file)) }
      let wanted = named?.name.lowercased()
      responses.removeAll { wanted != nil && $0.customer?.lowercased() != wanted }
    } else if let named {
      responses = try await Kept(context, questionnaires: all).responses(customer: named)
        .map(\.response)
    }
    responses.removeAll { $0.questionnaire != id }
    customer = named?.name ?? responses.first?.customer ?? "your customers"
    rounds = Round.all(responses, of: questionnaire)
    let version = questionnaire.version
    otherVersions = responses.filter { $0.version != version }
    guard !responses.isEmpty else {
      throw Problem(
        .notFound, "Nothing is answered yet on “\(id)” for \(customer).",
        help:
          "`assess \(customer.asWord)\(Questionnaires.flag(id))` asks you, `assess form \(customer.asWord)\(Questionnaires.flag(id))` asks them."
      )
    }
  }

  var wording: Wording { context.wording }

  /// "Acme: respect and trust", as a heading.
  func heading(_ what: String) -> String {
    "\(customer): \(what), \(questionnaire.title.lowercased())"
  }

  /// A setting in points: the option, else the setting, else the convention.
  func points(_ id: String, or standard: Double) -> Double {
    for value in [request.answers[id]?.value, context.settings["assessment.\(id)"]] {
      if case .number(let number)? = value { return number }
    }
    return standard
  }

  /// Answers to other versions, as lines of what is not compared.
  var versionNotes: [String] {
    otherVersions.map { response in
      "\(wording.short(Moment(response.date))), \(response.role.group): answers to version "
        + "\(response.version); this is version \(questionnaire.version), so they are not compared."
    }
  }
}
