import RapportKit

/// `assess --batch`: scores a folder of answers files and lists its customers, lowest first, with the reasons.
struct BatchCommand {
  /// How many customers a table on the screen shows; `--csv` gives all.
  static let most = 40
  /// How many unreadable files are named.
  static let mostProblems = 20

  let request: Request
  let context: Context
  let folder: String

  func next() throws(Problem) -> Step {
    let all = try Questionnaires(context.files)
    let only = try request.answers.text("questionnaire").map { id throws(Problem) in
      try all.named(id).id
    }
    let reader = AnswersReader(all, context)
    var portfolios = all.known.map(Portfolio.init)
    var problems: [Problem] = []
    var (count, failed) = (0, 0)
    try context.files.each(in: folder) { path throws(Problem) in
      guard AnswersReader.isAnswers(path) else { return }
      do throws(Problem) {
        let response = try reader.response(try context.files.text(path))
        guard only == nil || only == response.questionnaire,
          let index = all.known.firstIndex(where: { $0.id == response.questionnaire })
        else { return }
        portfolios[index].add(Scores(response, all.known[index]))
        count += 1
      } catch {
        failed += 1
        if problems.count < Self.mostProblems { problems.append(error) }
      }
    }
    guard count + failed > 0 else {
      throw Problem(
        .notFound, "There are no answers files in it.",
        help: "They end in .json, .yaml, .yml, .txt or .csv.", at: Place(file: folder))
    }
    return .done(
      try reply(
        portfolios.filter { !$0.isEmpty }, problems, count: count, failed: failed))
  }

  private func reply(
    _ portfolios: [Portfolio], _ problems: [Problem], count: Int, failed: Int
  ) throws(Problem) -> Reply {
    var reply = Reply(needsAttention: failed > 0)
    if request.answers.isYes("csv") {
      reply.blocks = [.verbatim(csv(portfolios))]
    } else {
      for portfolio in portfolios {
        reply.blocks.append(.markdown("**\(portfolio.questionnaire.title)**, lowest first"))
        reply.blocks.append(.table(Self.table(Array(portfolio.rows.prefix(Self.most)))))
        if portfolio.count > Self.most {
          reply.blocks.append(
            .note("\(portfolio.count - Self.most) more customers; `--csv` lists all of them."))
        }
        let first = portfolio.first
        if !first.isEmpty {
          let lines = first.enumerated().map {
            "\($0 + 1). \($1.customer.asMarkdown): \($1.step.action). (\($1.step.guidance))"
          }
          reply.blocks.append(.markdown("Where to begin:\n\n" + lines.joined(separator: "\n")))
        }
      }
    }
    if let path = request.answers.text("output") {
      let page = try context.templates.page(
        "portfolio.html", for: request,
        values: PortfolioPage(
          portfolios, count: count,
          day: context.wording.dated.short(Moment(context.surroundings.today))
        ).values)
      reply.files = [OutputFile(path, page)]
      reply.blocks.append(.note("The page over all customers: \(path)"))
    }
    reply.blocks.append(
      .note(
        "\(context.wording.count(count, "answers file").capitalizedFirst) scored"
          + (failed == 0 ? "." : ", \(failed) not read; nothing was scored by guess.")))
    reply.blocks += problems.sorted {
      "\($0.place?.description ?? "")" < "\($1.place?.description ?? "")"
    }
    .map { problem in
      .note(
        [problem.place.map { "\($0):" }, problem.message, problem.help].compactMap(\.self)
          .joined(separator: " "))
    }
    if failed > problems.count {
      reply.blocks.append(.note("\(failed - problems.count) more files like these."))
    }
    reply.citations = ["assessment/reading-scores"]
    return reply
  }

  private static func table(_ rows: [Portfolio.Row]) -> Table {
    Table(
      columns: ["customer", "reading", "why", "answers"],
      rows: rows.map { [$0.customer, $0.reading, $0.reason, "\($0.answers)"] })
  }

  private func csv(_ portfolios: [Portfolio]) -> String {
    var text = CSVRows.text([["customer", "questionnaire", "rank", "reading", "why", "answers"]])
    for portfolio in portfolios {
      for row in portfolio.rows {
        text += CSVRows.text([
          [
            row.customer, portfolio.questionnaire.id, row.rank.map { figure($0) } ?? "",
            row.reading,
            row.reason, "\(row.answers)",
          ]
        ])
      }
    }
    return text
  }
}
