import RapportKit

/// `assess report`: everybody's answers on one page, for the screen or a file.
struct ReportCommand {
  let standing: Standing

  func reply() throws(Problem) -> Reply {
    let answers = standing.request.answers
    let report = try Report(standing, isShared: answers.isYes("shared"))
    var reply = Reply(citations: [standing.questionnaire.guidance, "assessment/reading-scores"])
    if let figure = answers.text("statistic").flatMap(Statistics.Figure.init) {
      reply.blocks = raw(figure, report)
      return reply
    }
    if let path = answers.text("output") {
      reply.files = [OutputFile(path, try text(report, path))]
      reply.blocks = [.note("The report: \(path)")]
    } else if answers.isYes("csv") {
      reply.blocks = [.verbatim(report.csv)]
    } else {
      reply.blocks = report.blocks(explaining: answers.isYes("explain"))
    }
    reply.blocks += (report.notes + [report.steps.note].compactMap(\.self)).map(Block.note)
    reply.citations += report.steps.steps.map(\.guidance)
    return reply
  }

  private func text(_ report: Report, _ path: String) throws(Problem) -> String {
    switch path.split(separator: ".").last {
    case "html", "htm":
      return try standing.context.templates.page(
        "report.html", for: standing.request, values: ReportPage(report: report).values)
    case "md", "markdown": return report.markdown
    case "csv": return report.csv
    case "json": return report.node.json + "\n"
    default:
      throw Problem(
        .usage, "A report ends in .html, .md, .csv or .json.",
        help: "Write `--output report.html`.")
    }
  }

  /// A figure that needs many people; with few, why it is not given, and the answers as they are.
  private func raw(_ figure: Statistics.Figure, _ report: Report) -> [Block] {
    let questionnaire = standing.questionnaire
    let people = report.people.map(\.scores)
    if let refusal = Statistics.refusal(figure, count: people.count) {
      let items = questionnaire.items.filter { item in
        people.contains { $0.response.marks[item.id] != nil }
      }
      let rows = items.map { item in
        [item.ask] + people.map { item.words(of: $0.response.marks[item.id]) }
      }
      return [
        .markdown(refusal),
        .table(Table(columns: ["question"] + report.people.map(\.label), rows: rows)),
      ]
    }
    let items = questionnaire.items(of: .short).filter { $0.labels != nil }
    let rows = people.map { scores in items.compactMap { scores.value($0) } }
      .filter { $0.count == items.count }
    switch figure {
    case .alpha:
      let alpha = Statistics.alpha(rows).map { "\(rounded($0))" } ?? "not estimable"
      return [
        .markdown(
          "Alpha: \(alpha), over \(rows.count) people who answered all \(items.count) questions. It is a lower bound, and no proof that they measure one thing."
        )
      ]
    case .average, .nps:
      let values = people.compactMap(\.reading.rank)
      let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      return [
        .markdown(
          "Average reading: \(mean.map { "\(rounded($0))" } ?? "none"), over \(values.count) people."
        )
      ]
    }
  }
}
