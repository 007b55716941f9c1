import RapportKit

/// The values of `portfolio.html`: the customers of each questionnaire, lowest first.
struct PortfolioPage {
  private let portfolios: [Portfolio]
  private let count: Int

  init(_ portfolios: [Portfolio], count: Int) {
    self.portfolios = portfolios
    self.count = count
  }

  var values: [String: Node] {
    [
      "count": .text("\(count)"),
      "questionnaires": .list(
        portfolios.map { portfolio in
          let isScore = if case .lower = portfolio.questionnaire.rule { true } else { false }
          return [
            "title": .text(portfolio.questionnaire.title),
            "source": .text(portfolio.questionnaire.source),
            "rows": .list(
              portfolio.rows.map { row in
                var node: Node = [
                  "customer": .text(row.customer), "reading": .text(row.reading),
                  "why": .text(row.reason), "answers": .text("\(row.answers)"),
                ]
                if isScore, let rank = row.rank { node["bar"] = SVGBar(rank).node }
                return node
              }),
          ]
        }),
    ]
  }
}

/// A bar as a template draws it: 200 units wide, the filled part by its score.
struct SVGBar {
  static let width = 200.0

  let score: Double

  init(_ score: Double) { self.score = score }

  var node: Node {
    let share = (score - Conventions.low) / (Conventions.high - Conventions.low)
    return [
      "width": .text(figure(max(2, share * Self.width))), "score": .text(figure(score)),
      "band": .text(Band(score).rawValue),
    ]
  }
}
