import RapportKit

/// `qbr`: the quarterly review, built from the records. It asks for the four things no record can know, says what is
/// missing, and writes its pages all the same.
struct Review: Plugin {
  /// Without records asks what they would have said, then for the four things, then gives the pages.
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    guard let customer = request.answers.named("customer"), let id = customer.id else {
      throw Problem(.missingAnswer, "A review is with a customer.", help: "Write `qbr NAME`.")
    }
    let quarter = try await Quarter(of: id, since: request.answers.date("since")?.date, in: context)
    let notes = try OldNotes(request, in: context)
    if !request.early, request.state.isEmpty, quarter.isEmpty, notes.isEmpty,
      let form = Self.withoutRecords(request, customer.name)
    {
      return .ask(form)
    }
    if !request.early, request.state != "closing" {
      return .ask(closing(quarter, notes, request, in: context))
    }
    let page = try ReviewPage(quarter, notes: notes, request: request, in: context)
    return .done(try ReviewReply(page, request: request, in: context).reply)
  }

  /// The four things no record knows, under what the records say.
  private func closing(
    _ quarter: Quarter, _ notes: OldNotes, _ request: Request, in context: Context
  ) -> Form {
    let block = ReviewBlock(quarter: quarter, wording: context.wording)
    let asked = ReviewPart.closing.filter { request.answers[$0.rawValue] == nil }
    let missing = asked.map(\.missing)
    let name = request.answers.text("customer") ?? ""
    var title = quarter.isEmpty ? notes.said : block.text(customer: name, missing: missing)
    if title.isEmpty { title = "\(name): nothing is on record." }
    let questions = asked.compactMap { part -> Question? in
      var question = request.command.question(part.rawValue)
      // Thirteen weeks on it is the same weekday.
      if part == .next {
        let time = quarter.planned.first?.due?.time ?? LocalTime(10)
        let day = Moment(context.surroundings.today.adding(days: 91), time)
        question?.standard = .literal(day.description)
      }
      return question
    }
    return Form(questions, state: "closing", title: title)
  }

  private static func withoutRecords(_ request: Request, _ name: String) -> Form? {
    let questions = ReviewPart.told.filter { request.answers[$0.rawValue] == nil }
      .compactMap { request.command.question($0.rawValue) }
    guard !questions.isEmpty, let paste = request.command.question("paste") else { return nil }
    return Form(
      request.answers["paste"] == nil ? [paste] + questions : questions, state: "told",
      title: "Nothing is on record with \(name) yet. Five questions, or paste your old notes.")
  }
}

/// What a review is made of besides the records.
enum ReviewPart: String, CaseIterable {
  case agreed, kept, missed, hurt, said
  case help = "help_us"
  case ask, commitment, next

  /// What is asked where no records are.
  static let told: [ReviewPart] = [.agreed, .kept, .missed, .hurt, .said]
  /// What no record knows.
  static let closing: [ReviewPart] = [.help, .ask, .commitment, .next]

  /// The answer as it is said to the customer in the middle of a sentence: "We ask you to name a second contact".
  func said(for request: Request, in context: Context) throws(Problem) -> String {
    let opening = "so: "
    let line = try context.templates.said(opening + "{{\(rawValue)}}", for: request, values: [:])
    return String(line.dropFirst(opening.count))
  }

  /// What it is called in a list of what is missing.
  var missing: String {
    switch self {
    case .agreed: "what was agreed"
    case .kept: "what was kept"
    case .missed: "what was not kept"
    case .hurt: "what went wrong"
    case .said: "what they said"
    case .help: "how they can help"
    case .ask: "one ask"
    case .commitment: "one commitment"
    case .next: "the next date"
    }
  }
}
