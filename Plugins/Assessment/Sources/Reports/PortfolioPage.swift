import RapportKit

/// The values of `portfolio.html`: the customers of each questionnaire, lowest first.
struct PortfolioPage {
  private let portfolios: [Portfolio]
  private let count: Int
  private let day: String

  init(_ portfolios: [Portfolio], count: Int, day: String) {
    self.portfolios = portfolios
    self.count = count
    self.day = day
  }

  var values: [String: Node] {
    [
      "day": .text(day), "count": .text("\(count)"),
      "questionnaires": .list(
        portfolios.map { portfolio in
          let first = portfolio.first
          return [
            "title": .text(portfolio.questionnaire.title),
            "source": .text(portfolio.questionnaire.source),
            "first": first.isEmpty
              ? nil
              : [
                "rows": .list(
                  first.map {
                    [
                      "customer": .text($0.customer), "action": .text($0.step.action),
                      "guidance": .text($0.step.guidance.description),
                    ]
                  })
              ],
            "rows": .list(
              portfolio.rows.map { row in
                var node: Node = [
                  "customer": .text(row.customer), "reading": .text(row.reading),
                  "why": .text(row.reason),
                  "answers": .text("\(row.answers) answer\(row.answers == 1 ? "" : "s")"),
                ]
                if portfolio.questionnaire.hasScore, let rank = row.rank {
                  node["bar"] = SVGBar(rank).node
                }
                return node
              }),
          ]
        }),
    ]
  }
}

/// A bar as a template draws it: 200 units wide and full at the best score, as on the terminal.
struct SVGBar {
  static let width = 200.0

  let score: Double

  init(_ score: Double) { self.score = score }

  var node: Node {
    [
      "width": .text(figure(score / Conventions.high * Self.width)), "score": .text(figure(score)),
      "band": .text(Band(score).rawValue),
    ]
  }
}
