import RapportKit

/// `promise date`: which day to name for a job, by what jobs like it took.
struct AdviseDate: Plugin {
  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let what = request.answers.text("what") ?? ""
    let start = request.answers.date("start")?.date ?? context.surroundings.today
    let advice =
      if let past = request.answers.text("past") {
        try DateAdvice(past: past)
      } else {
        DateAdvice(
          like: what, owner: request.answers.text("owner") ?? "me",
          among: try await context.keptPromises())
      }
    guard advice.isEnough else {
      return .done(
        Reply(
          blocks: [
            .markdown(MakePromise.noHistory(advice)),
            .note("Three past jobs are enough: `promise date … --past 9,12,14`."),
          ], citations: request.command.guidance, needsAttention: true))
    }
    var blocks: [Block] = [.markdown(advice.sentence(from: start, context.wording))]
    if request.answers["why"]?.value?.node.bool ?? false {
      blocks.append(.markdown(advice.arithmetic(from: start, context.wording)))
    } else {
      blocks.append(.note("`--why` shows how that comes about."))
    }
    return .done(Reply(blocks: blocks, citations: request.command.guidance))
  }
}
