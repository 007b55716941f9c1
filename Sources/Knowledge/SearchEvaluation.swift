import Foundation
package import RapportKit

/// Measures search on a collection of questions with known answers.
///
///     let evaluation = try SearchEvaluation(queries: "1\tlate delivery\n", judgments: "1 0 own-it 1\n")
///     let run = try evaluation.run(on: KnowledgeBase(layers: [.init(folder: "docs")], cache: nil))
///     evaluation.scores(of: run).map  // mean average precision
///
/// A page scores as its best section; what “nothing on that” would hold back counts too. A page is relevant when
/// its judgment is above 0. Only questions with a relevant page count.
package struct SearchEvaluation: Sendable {
  /// The questions, in order.
  package var queries: [(id: String, text: String)]
  /// The relevant pages of each question.
  package var relevant: [String: Set<String>]

  /// How good a run is; each number is a mean over the questions, 0 to 1.
  package struct Scores: Sendable, Hashable {
    /// Mean average precision.
    package var map: Double
    /// Normalised discounted cumulative gain of the first ten (gain 0 or 1, discount 1/log2(rank + 1)).
    package var ndcg10: Double
    /// The share of the relevant pages among the first ten.
    package var recall10: Double
    /// How many questions were counted.
    package var questions: Int
  }

  /// What a search gave for each question: page paths, best first.
  package struct Run: Sendable {
    /// The rankings, in the order of the questions.
    package var rankings: [(query: String, pages: [(page: String, score: Double)])]

    /// A run of some rankings.
    package init(rankings: [(query: String, pages: [(page: String, score: Double)])]) {
      self.rankings = rankings
    }

    /// The run in TREC's form: `query Q0 page rank score tag`.
    package func trec(tag: String = "rapport") -> String {
      rankings.flatMap { ranking in
        ranking.pages.enumerated().map { place, hit in
          "\(ranking.query) Q0 \(hit.page) \(place + 1) \(String(format: "%.6f", hit.score)) \(tag)\n"
        }
      }.joined()
    }
  }

  /// Reads questions, `id<TAB>text` a line, and judgments, `query 0 page grade` a line.
  package init(queries: String, judgments: String) throws(Problem) {
    self.queries = []
    relevant = [:]
    for (number, line) in queries.split(whereSeparator: \.isNewline).enumerated() {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else {
        throw Problem(
          .badFile, "A question is `id`, a tab and its text.", help: "Correct the line.",
          at: Place(file: "queries", line: number + 1))
      }
      self.queries.append((String(parts[0]).trimmed, String(parts[1])))
    }
    for (number, line) in judgments.split(whereSeparator: \.isNewline).enumerated() {
      let parts = line.split(whereSeparator: \.isWhitespace)
      if parts.isEmpty { continue }
      guard parts.count == 4, let grade = Int(parts[3]) else {
        throw Problem(
          .badFile, "A judgment has four columns: question, 0, page, grade.",
          help: "Correct the line.", at: Place(file: "judgments", line: number + 1))
      }
      if grade > 0 { relevant[String(parts[0]), default: []].insert(String(parts[2])) }
    }
  }

  /// Asks every question that has a relevant page, to the given depth.
  package func run(on knowledge: KnowledgeBase, depth: Int = 1000) throws(Problem) -> Run {
    var run = Run(rankings: [])
    for query in queries where relevant[query.id] != nil {
      run.rankings.append((query.id, try knowledge.rank(query.text, depth: depth)))
    }
    return run
  }

  /// The scores of a run.
  package func scores(of run: Run) -> Scores {
    var scores = Scores(map: 0, ndcg10: 0, recall10: 0, questions: relevant.count)
    for ranking in run.rankings {
      guard let wanted = relevant[ranking.query] else { continue }
      var found = 0
      var gain = 0.0
      for (place, hit) in ranking.pages.enumerated() where wanted.contains(hit.page) {
        found += 1
        scores.map += Double(found) / Double(place + 1) / Double(wanted.count)
        if place < 10 {
          gain += 1 / log2(Double(place + 2))
          scores.recall10 += 1 / Double(wanted.count)
        }
      }
      scores.ndcg10 +=
        gain / (0..<min(10, wanted.count)).reduce(0) { $0 + 1 / log2(Double($1 + 2)) }
    }
    let count = Double(max(1, relevant.count))
    scores.map /= count
    scores.ndcg10 /= count
    scores.recall10 /= count
    return scores
  }
}
