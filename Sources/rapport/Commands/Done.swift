import RapportKit

/// `done`: a step or promise is done.
struct Done: HostCommand {
  static let changes = Changing.records
  static let command = Command(
    "done", summary: "Mark a due line as done.", arguments: ["number"],
    questions: [
      Question("number", ask: "Which one?", type: .number, hint: "its number in `due`")
    ])

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let number = request.answers["number"]?.value?.node.int
    guard var record = try await context.records.records(.init(number: number)).first,
      number != nil,
      [.promise, .step].contains(record.kind)
    else {
      throw Problem(.notFound, "Nothing is due under that number.", help: "See `due`.")
    }
    if let promise = Promise(record) {
      let kept = try promise.becoming(.kept, at: context.surroundings.now)
      return .done(Reply(blocks: [.note(kept.keptWords)], change: Change(put: [kept.record])))
    }
    record.state = "done"
    return .done(
      Reply(blocks: [.note("Done: \(record.title).")], change: Change(put: [record])))
  }
}
