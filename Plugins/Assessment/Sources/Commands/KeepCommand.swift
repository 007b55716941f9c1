import Foundation
import RapportKit

/// `assess keep`: turns a next step of the latest assessment into a dated step or a promise.
struct KeepCommand {
  let request: Request
  let context: Context

  func next() async throws(Problem) -> Step {
    let answers = request.answers
    let named = answers.named("customer")
    let records = try await context.records.records(
      RecordQuery(kinds: [.assessment], customer: named?.id))
    // The highest number is the one made last.
    let all = try Questionnaires(context.files)
    guard
      let record = records.filter({ $0.customer != nil }).max(by: {
        $0.number ?? 0 < $1.number ?? 0
      }),
      let id = record.customer, let questionnaire = record.body["questionnaire"]?.text,
      let owner = try await context.records.records(RecordQuery(ids: [id])).first
    else {
      throw Problem(
        .notFound, "There is no assessment on record.", help: "`assess CUSTOMER` makes one.")
    }
    // The same words after another assessment mean another step.
    if request.state.isEmpty, !request.early {
      return .ask(Form([], state: record.id.rawValue))
    }
    let responses = try await Kept(context, questionnaires: all)
      .responses(customer: Named(id: id, name: owner.title)).map(\.response)
    let round = Round.all(responses, of: try all.named(questionnaire)).last
    let steps = round.map { NextSteps($0, customer: owner.title).steps } ?? []
    guard case .number(let number)? = answers["number"]?.value,
      let index = Int(exactly: number), steps.indices.contains(index - 1)
    else {
      throw Problem(
        .badAnswer, "There is no such step.",
        help:
          "The latest assessment has \(context.wording.count(steps.count, "step")): 1 to \(steps.count)."
      )
    }
    let isPromise = answers.text("as") == "promise"
    let action = steps[index - 1].action
    let open = try await context.records.records(
      RecordQuery(kinds: [isPromise ? .promise : .step], customer: record.customer)
    ).last { $0.title == action && ["open", "promised"].contains($0.state) }
    if let open {
      let day = open.due.map { " for \(context.wording.short($0))" } ?? ""
      return .done(
        Reply(blocks: [.note("\(isPromise ? "Promised" : "In `due`") already\(day): \(action).")]))
    }
    let due = answers.date("due") ?? Moment(context.surroundings.today.adding(workdays: 10))
    let kept = Record(
      id: request.recordID(0), kind: isPromise ? .promise : .step, customer: record.customer,
      title: action, state: isPromise ? "promised" : "open",
      plugin: request.command.plugin,
      body: ["owner": "me", "what": .text(action)],
      due: due, zone: context.surroundings.zone.identifier)
    return .done(
      Reply(
        blocks: [
          .note(
            "\(isPromise ? "Promised" : "In `due`") for \(context.wording.short(due)): \(action)."
          )
        ],
        change: Change(put: [kept], links: [.init(kept.id, record.id, role: "for")])))
  }
}
