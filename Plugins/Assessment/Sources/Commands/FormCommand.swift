import RapportKit

/// `assess form`: a form to send, as a page that works offline, a text and a table, with the message that goes with it.
struct FormCommand {
  let request: Request
  let context: Context

  func next() throws(Problem) -> Step {
    let answers = request.answers
    let all = try Questionnaires(context.files)
    let questionnaire = try all.named(
      answers.text("questionnaire") ?? Questionnaires.standard)
    let role = answers.text("role").flatMap(Role.init) ?? .customer
    let form = AnswersForm(
      questionnaire: questionnaire, role: role, customer: answers.named("customer")?.name ?? "",
      rater: answers.text("colleague") ?? answers.named("person")?.name,
      sender: context.settings.me.name, wording: context.wording)
    guard !form.items.isEmpty else {
      throw Problem(
        .usage, "“\(questionnaire.id)” has no questions for the customer.",
        help: "Give some of its items a `they`, their wording for the customer.")
    }
    var kinds: [String] = ["html"]
    if case .choices(let chosen)? = answers["as"]?.value, !chosen.isEmpty { kinds = chosen }
    let base = (answers.text("out").map { "\($0)/" } ?? "") + form.fileName
    var reply = Reply(drafts: [])
    for kind in kinds {
      let text =
        switch kind {
        case "text": form.text
        case "csv": form.csv
        default:
          try context.templates.page("form.html", for: request, values: form.values)
        }
      let name = "\(base).\(kind == "text" ? "txt" : kind)"
      reply.files.append(OutputFile(name, text))
      reply.blocks.append(.note("The form: \(name)"))
    }
    reply.drafts = try context.drafts(
      for: request,
      values: [
        "count": .text(context.wording.count(form.items.count, "question")),
        "page": Node(.bool(kinds.first == "html")),
        "to": .text(answers.text("colleague")?.split(separator: " ").first.map(String.init)),
      ])
    reply.blocks.append(
      .note(
        "When it comes back: `assess import FILE`, and then `assess gaps \(form.customer.asWord)\(Questionnaires.flag(questionnaire.id))`."
      )
    )
    reply.citations = ["assessment/ask-the-customer", "assessment/few-answers"]
    return .done(reply)
  }
}
