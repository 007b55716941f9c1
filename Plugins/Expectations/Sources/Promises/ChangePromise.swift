import RapportKit

/// `promise kept`, `moved`, `broken`, `confirmed`, `dropped` and `agreed`: a promise goes on, by the rules of its states.
struct ChangePromise: Plugin {
  /// Where it goes.
  let state: Promise.State

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let promise = try await request.promise(in: context)
    let told = try request.pastDate("told", in: context)
    let changed = try promise.becoming(
      state, at: try request.pastDate("when", in: context) ?? told ?? context.surroundings.now,
      due: request.answers.date("due"), zone: context.surroundings.zone,
      exceeded: request.answers["exceeded"]?.value?.node.bool ?? false,
      note: request.answers.text("note"))
    return .done(
      Reply(
        blocks: said(changed, before: promise, context.wording).map(Block.note),
        change: Change(put: [changed.record]), citations: request.command.guidance))
  }

  /// What became of it, and what to do next.
  private func said(_ promise: Promise, before: Promise, _ wording: Wording) -> [String] {
    let title = promise.record.title
    let number = promise.record.number.map(String.init) ?? "N"
    switch state {
    case .kept where promise.isTheirs: return [promise.keptWords]
    case .broken where promise.isTheirs:
      return ["Broken: \(title). Ask them what happens now, and note the new day: `promise`."]
    case .kept:
      let late = promise.daysLate ?? 0
      var lines = [
        promise.keptWords,
        (late > 0
          ? "Say that you know it was late, and ask them whether it is right"
          : "Ask them whether it is right")
          + "; when they say so, `promise confirmed \(number)`.",
      ]
      if promise.exceeded {
        lines.append(
          "More than was promised is noted. Keeping the next one is worth more (promises/keep-over-exceed)."
        )
      }
      return lines
    case .moved:
      let due = promise.record.due.map { wording.short($0) } ?? "no date"
      var lines = ["Moved to \(due): \(title). It counts as moved, not as broken."]
      if promise.moves > 1 {
        lines.append(
          "That was move \(promise.moves): a second one costs more than the first (promises/move-a-promise)."
        )
      }
      return lines
    case .broken:
      return [
        "Broken: \(title). Tell them today, with what happens now: `mistake` writes it. "
          + "What you owe them now is a new `promise`."
      ]
    case .confirmed: return ["Confirmed by them: \(title)."]
    case .dropped: return ["Dropped: \(title). It counts in no figure."]
    case .promised:
      return ["Promised\(promise.record.due.map { ", by \(wording.short($0))" } ?? ""): \(title)."]
    case .asked, .offered: return ["Noted as \(state.rawValue): \(title)."]
    }
  }
}

extension Request {
  /// The promise whose number answers `number`.
  func promise(in context: Context) async throws(Problem) -> Promise {
    let number = answers["number"]?.value?.node.int
    guard let number,
      let record = try await context.records.records(RecordQuery(number: number)).first,
      let promise = Promise(record)
    else {
      throw Problem(
        .notFound, "There is no promise \(number.map(String.init) ?? "without a number").",
        help: "`promise list` shows them with their numbers.")
    }
    return promise
  }
}
