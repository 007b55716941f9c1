import RapportKit

/// `assess gaps`: where you and the others see it differently, largest first, each with one next step.
struct GapsCommand {
  let standing: Standing

  var reply: Reply {
    let questionnaire = standing.questionnaire
    guard let round = standing.rounds.last else {
      return Reply(blocks: standing.versionNotes.map(Block.note), needsAttention: true)
    }
    let threshold = standing.points("gap", or: Conventions.gap)
    let gaps = Gaps(round, threshold: threshold)
    let day = standing.wording.short(Moment(round.date))
    var lines = ["**\(standing.heading("gaps")), \(day)**"]
    lines.append(
      "A gap counts when it is more than \(figure(threshold)) of 5 "
        + "(assessment/blind-spots#how-large-is-large)."
        + (gaps.compared > 0 ? " \(gaps.compared) answers were compared." : ""))
    var items: [String] = []
    for (index, gap) in gaps.gaps.enumerated() {
      let step = gap.step(in: questionnaire, customer: standing.customer)
      let kind = gap.isBlindSpot ? "Blind spot" : "Hidden strength"
      items.append(
        "\(index + 1). **\(kind), \(figure(abs(gap.size)))**: \(gap.item.ask) You: \(gap.mine); "
          + "\(gap.group): \(gap.theirs). \(step.action). (\(step.guidance))")
    }
    if items.isEmpty {
      items = [gaps.compared == 0 ? "There is nothing to compare yet." : "No gap is that large."]
    }
    lines.append(items.joined(separator: "\n"))
    if gaps.gaps.contains(where: \.isSingle) {
      lines.append("Where one person stands against you, take a gap as a question.")
    }
    if !gaps.gaps.isEmpty {
      lines.append(
        "For the talk: say your own answer first, ask what happened behind theirs, correct nothing "
          + "(assessment/blind-spots#talk-about-the-gap-in-this-order).")
    }
    var reply = Reply(blocks: [.markdown(lines.joined(separator: "\n\n"))])
    if standing.request.answers.isYes("csv") { reply.blocks = [.verbatim(csv(gaps))] }
    reply.blocks += ([round.groups.withheld].compactMap(\.self) + standing.versionNotes).map(
      Block.note)
    reply.citations = ["assessment/blind-spots"] + gaps.gaps.map(\.item.guidance)
    return reply
  }

  private func csv(_ gaps: Gaps) -> String {
    CSVRows.text(
      [["item", "question", "you", "group", "they", "gap", "kind", "guidance"]]
        + gaps.gaps.map { gap in
          [
            gap.item.id, gap.item.ask, gap.mine, gap.group, gap.theirs, figure(gap.size),
            gap.isBlindSpot ? "blind spot" : "hidden strength", gap.item.guidance.description,
          ]
        })
  }
}
