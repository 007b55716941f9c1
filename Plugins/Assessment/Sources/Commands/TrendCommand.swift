import RapportKit

/// `assess trend`: improved, declined or no clear change since the last time and since the first.
struct TrendCommand {
  let standing: Standing

  var reply: Reply {
    let trend = Trend(standing.rounds, band: standing.points("band", or: Conventions.band))
    let wording = standing.wording
    let days = trend.dates.map { wording.short(Moment($0)) }
    var heading = "**\(standing.heading("trend"))**"
    if days.count > 1 { heading += "\n\n\(days.joined(separator: ", "))." }
    var reply = Reply(blocks: [.markdown(heading)])
    for group in unique(trend.lines.map(\.group)) {
      let lines = trend.lines.filter { $0.group == group }
      reply.blocks.append(.markdown("By \(group):"))
      reply.blocks.append(
        .trend(
          lines.map { line in
            TrendLine(
              line.title, line.points, from: Conventions.low, to: Conventions.high,
              says: Self.says(line))
          }))
    }
    var texts: [String] = []
    for readings in trend.readings {
      texts += readings.texts.map {
        "- \(readings.group.capitalizedFirst), \(wording.short(Moment($0.date))): \($0.text)"
      }
    }
    if !texts.isEmpty { reply.blocks.append(.markdown(texts.joined(separator: "\n"))) }
    if trend.lines.isEmpty, texts.isEmpty {
      reply.blocks.append(
        .markdown(
          "There is nothing to compare yet: a trend needs the same people to answer the same form twice."
        ))
    } else {
      reply.blocks.append(
        .markdown(
          "A change counts from \(figure(trend.band)) of 5 on; that band is our convention "
            + "(assessment/trend#three-words-for-a-change). For each real move, ask what happened.")
      )
    }
    if standing.request.answers.isYes("csv") { reply.blocks = [.verbatim(csv(trend))] }
    let held = standing.rounds.compactMap(\.groups.withheld)
    reply.blocks += (unique(held) + unique(trend.refused) + standing.versionNotes).map(Block.note)
    reply.citations = ["assessment/trend"]
    return reply
  }

  /// "no clear change", or with three points and more also "declined since the first".
  static func says(_ line: Trend.Line) -> String {
    line.points.count > 2 && line.sinceFirst != line.sinceLast
      ? "\(line.sinceLast.rawValue); since the first: \(line.sinceFirst.rawValue)"
      : line.sinceLast.rawValue
  }

  private func csv(_ trend: Trend) -> String {
    CSVRows.text(
      [["group", "what"] + trend.dates.map(\.description) + ["since last", "since first"]]
        + trend.lines.map { line in
          [line.group, line.title.trimmingPrefix(while: \.isWhitespace).description]
            + Array(repeating: "", count: max(0, trend.dates.count - line.points.count))
            + line.points.map(figure) + [line.sinceLast.rawValue, line.sinceFirst.rawValue]
        })
  }
}

/// The elements without those that stood before.
func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
