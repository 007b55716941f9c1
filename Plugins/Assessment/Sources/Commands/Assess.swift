import Foundation
import RapportKit

/// `assess`: asks, points out what does not fit the records, asks for a few facts, and gives the reading.
struct Assess {
  let request: Request
  let context: Context

  private var answers: Answers { request.answers }
  private var customer: Named? { answers.named("customer") }

  func next() async throws(Problem) -> Step {
    let all = try Questionnaires(context.files)
    if answers.isYes("trace") {
      return .done(try Trace(all, only: answers.text("questionnaire")).reply)
    }
    let questionnaire = try all.named(answers.text("questionnaire") ?? Questionnaires.standard)
    let kept = Kept(context, questionnaires: all)
    var response = begun(questionnaire)
    if response.form == .us, !answers.isYes("again"),
      let last = try await kept.aboutUs(questionnaire)
    {
      return .done(standing(last, questionnaire))
    }
    let noted = try await kept.noted(for: response, customer: customer?.id, of: questionnaire)
    let asked = questionnaire.items(of: response.form).filter { noted[$0.id] == nil }
    let signs = try await kept.signs(of: questionnaire)

    if request.state.isEmpty, !request.early {
      return .ask(
        Form(
          asked.map { $0.question(for: response.role) } + own(questionnaire, known: signs),
          state: "items", title: title(questionnaire, asked.count, noted: noted)))
    }
    response.take(answers, for: asked)
    for (id, note) in noted {
      response.marks[id] = note.mark
      response.noted[id] = note.date
    }
    take(signs, into: &response)
    guard response.marks.contains(where: { noted[$0.key] == nil }) else {
      throw nothingAnswered(asked.count)
    }
    let challenges = try await Challenge.found(
      in: response, of: questionnaire, customer: customer?.id, context)
    let standing = StandOut.items(
      of: response, in: questionnaire, except: challenges.compactMap(\.item?.id))
    if request.state == "items", !request.early {
      let questions =
        challenges.compactMap { $0.question(for: response.role) }
        + StandOut.questions(standing, of: response)
      if !questions.isEmpty {
        return .ask(
          Form(questions, state: "end", title: "Last, what stands out."))
      }
    }
    for challenge in challenges { challenge.settle(&response, with: answers) }
    for item in standing {
      if let fact = answers.text(StandOut.id(item)) { response.evidence[item.id] = fact }
    }
    let earlier = try await kept.responses(customer: customer).map(\.response)
    return .done(
      reply(
        response, questionnaire, challenges,
        earlier: response.form == .us ? [] : earlier))
  }

  private func begun(_ questionnaire: Questionnaire) -> Response {
    var response = Response(
      questionnaire: questionnaire.id, version: questionnaire.version, customer: customer?.name,
      role: answers.text("role").flatMap(Role.init) ?? .me, rater: answers.text("rater"),
      date: context.surroundings.today)
    response.form =
      request.command.name == "assess us"
      ? .us
      : answers.isYes("full")
        ? .full : response.role == .customer ? .customer : .short
    response.consent = answers.isYes("consent")
    return response
  }

  /// What stands above the first question.
  private func title(_ questionnaire: Questionnaire, _ count: Int, noted: [String: Kept.Note])
    -> String
  {
    let name = customer?.name ?? "your customers"
    var lines = [
      "\(questionnaire.title), \(context.wording.count(count, "question")). "
        + questionnaire.think.naming(name)
        + " Enter leaves out what does not apply, `unknown` says that you do not know."
    ]
    if let date = noted.values.map(\.date).min() {
      lines.append(
        "Noted: \(context.wording.count(noted.count, "answer")) from \(context.wording.short(Moment(date))) on."
      )
    }
    return lines.joined(separator: " ")
  }

  /// What was answered about us this year, which need not be asked again.
  private func standing(_ response: Response, _ questionnaire: Questionnaire) -> Reply {
    let day = context.wording.short(Moment(response.date))
    return Reply(
      blocks: ScorePage(Scores(response, questionnaire), wording: context.wording).blocks
        + [.note("Answered on \(day), which stands for a year. `assess us --again` asks anew.")],
      citations: [questionnaire.guidance])
  }

  // MARK: - Signs people add

  /// The signs added before, each as a question, and the question for further ones.
  private func own(_ questionnaire: Questionnaire, known: [String]) -> [Question] {
    guard let own = questionnaire.own else { return [] }
    var questions: [Question] = known.enumerated().map { index, sign in
      Question(
        "own-\(index + 1)", ask: "Your own sign: \(sign) Is it so here?", type: .yesno,
        why: own.guidance, required: false, unknown: .init(say: ""))
    }
    questions.append(
      Question(
        "own-signs", ask: own.ask, type: .text,
        hint: "a sentence; Enter for none; `;` parts several",
        why: own.guidance, required: false))
    return questions
  }

  private func take(_ known: [String], into response: inout Response) {
    for (index, sign) in known.enumerated() {
      switch answers["own-\(index + 1)"]?.state {
      case .given(.yesno(let yes)): response.signs[sign] = .option(yes ? "yes" : "no")
      case .unknown: response.signs[sign] = .unknown
      default: break
      }
    }
    for sign in (answers.text("own-signs") ?? "").split(separator: ";") {
      let text = sign.trimmingPrefix(while: \.isWhitespace)
      if !text.isEmpty { response.signs[String(text).endingInStop] = .option("yes") }
    }
  }

  private func nothingAnswered(_ count: Int) -> Problem {
    Problem(
      .missingAnswer, "None of the \(count) questions is answered, so there is nothing to read.",
      help:
        "Answer some where you can be asked, or fill in what `assess form` writes and `assess import` it."
    )
  }

  // MARK: - The reply

  private func reply(
    _ response: Response, _ questionnaire: Questionnaire, _ challenges: [Challenge],
    earlier: [Response]
  ) -> Reply {
    let scores = Scores(response, questionnaire)
    var reply = Reply(blocks: ScorePage(scores, wording: context.wording).blocks)
    // What was asked again has been pointed out there.
    reply.blocks += challenges.filter { !$0.isSettled(by: answers) }.map { .note($0.said) }
    if answers.isYes("explain") { reply.blocks.append(.markdown(Explanation(scores).markdown)) }
    if response.form == .us {
      let until = context.wording.short(
        Moment(response.date.adding(days: Conventions.usDays)))
      reply.blocks.append(.note("Taken as noted for every customer until \(until)."))
    } else if let round = Round.all(earlier + [response], of: questionnaire).last {
      // A colleague's or the customer's answers may only be shown with others; the steps follow what may be shown.
      let steps = NextSteps(round, customer: customer?.name ?? "them")
      if let name = customer?.name, round.responses.allSatisfy({ $0.role == .me }) {
        reply.blocks.append(
          .note(
            "This is your view alone; `assess form \(name.asWord)\(Questionnaires.flag(questionnaire.id))` asks theirs."
          ))
      }
      reply.blocks.append(.markdown(steps.markdown))
      if let note = steps.note { reply.blocks.append(.note(note)) }
      reply.citations = steps.steps.map(\.guidance)
    }
    reply.citations = [questionnaire.guidance] + reply.citations
    reply.change.put = [
      Record(
        id: request.recordID(0), kind: .assessment, customer: customer?.id,
        title: "\(questionnaire.title): \(scores.reading.headline(in: questionnaire))",
        state: "done", plugin: request.command.plugin, body: response.body(of: questionnaire),
        happened: Moment(response.date), zone: context.surroundings.zone.identifier)
    ]
    return reply
  }
}

extension Record.Kind {
  /// One person's answers to a questionnaire; `body` is `Response.body`.
  static let assessment: Record.Kind = "assessment"
}

extension Answers {
  /// Whether `id` was answered with yes.
  func isYes(_ id: String) -> Bool { self[id]?.value == .yesno(true) }
}

extension String {
  /// The text with the customer's name in its place.
  func naming(_ customer: String) -> String { replacing("{{customer}}", with: customer) }

  /// The text as Markdown that shows it as it is.
  var asMarkdown: String {
    var text = ""
    for character in self {
      if "\\`*_{}[]<>#|&~".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }

  /// The text with a full stop, where it has none.
  var endingInStop: String {
    last.map { ".!?".contains($0) } ?? true ? self : self + "."
  }
}
