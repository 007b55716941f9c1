import RapportKit

/// `promise edit`: what was left out, or was noted wrong. A new day is no mending: that is `promise moved`.
struct EditPromise: Plugin {
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    var record = try await request.promise(in: context).record
    let before = record
    if let what = request.answers.text("what") { record.title = what.capitalizedFirst }
    for key in ["owner", "done", "means"] {
      if let text = request.answers.text(key) { record.body[key] = .text(text) }
    }
    guard record != before else {
      throw Problem(
        .usage, "Nothing is to be changed.",
        help:
          "Say what: `promise edit \(record.number ?? 0) --done … --means … --owner … --what …`.")
    }
    return .done(
      Reply(blocks: [.note("Changed: \(record.title).")], change: Change(put: [record])))
  }
}
