import Foundation
import Knowledge
import RapportKit
import Testing

/// Questions as people put them, asked of the pages that ship.
///
/// The questions and the pages that answer them stand in `Everyday/`: the first set is the one the topics and
/// synonyms were written with, `heldout` was written before them and kept apart. `plain` are 120 as people blurt them
/// out, two thirds of them known when the pages were last worked on; `elsewhere` are about something else.
struct EverydayTests {
  private let knowledge = Shipped.knowledge()

  @Test func `nine of ten everyday questions find a page that answers among the first three`()
    throws
  {
    let (share, misses) = try measure(queries: "queries.tsv", judgments: "qrels.txt")
    #expect(share >= 0.9, "\(misses)")
  }

  @Test func `questions kept apart find their page four times in five`() throws {
    let (share, misses) = try measure(queries: "heldout.tsv", judgments: "heldout-qrels.txt")
    #expect(share >= 0.8, "\(misses)")
  }

  @Test func `what ask shows holds a page that answers for four questions of five`() async throws {
    let shown = try await shown(queries: "queries.tsv", judgments: "qrels.txt")
    #expect(shown.among >= 0.8)
  }

  @Test func `of questions blurted out, ask answers seven of ten with its first section`()
    async throws
  {
    let shown = try await shown(queries: "plain.tsv", judgments: "plain-qrels.txt")
    #expect(shown.first >= 0.7)
    #expect(shown.among >= 0.8)
  }

  @Test func `of questions about something else, nine of ten get no answer`() async throws {
    let questions = try text("elsewhere.txt").split(separator: "\n")
    var answered: [Substring] = []
    for question in questions
    where try await !knowledge.search(String(question), limit: 1).isEmpty {
      answered.append(question)
    }
    print("Answered, and should not be: \(answered)")
    #expect(questions.count > 30)
    #expect(answered.count * 10 <= questions.count)
  }

  @Test(arguments: [
    ("how do I say sorry to a customer", "mistakes/say-sorry"),
    ("client is angry, what now", "conversations/angry-customers"),
    ("we will miss the deadline", "promises/move-a-promise"),
    ("when should I tell them", "bad-news/do-not-wait"),
    ("raise my prices", "bad-news/price-rise"),
    ("they never answer my emails", "conversations/gone-quiet"),
    ("is this customer worth keeping", "relationship-or-trade/five-questions"),
    ("what goes in a QBR", "reviews/quarterly-review"),
    ("how fast must I reply to an outage", "bad-news/incident-rhythm"),
    ("can I promise it won't happen again", "mistakes/prevent"),
  ])
  func `the page for a common question is among the first answers`(question: String, page: String)
    async throws
  {
    let pages = try await knowledge.search(question, limit: 3).map(\.section.citation.page)
    #expect(pages.contains(page), "\(pages)")
  }

  @Test(arguments: ["best pizza in Naples", "how do I cook rice", "write a poem about spring"])
  func `what the pages do not speak of has no answer`(question: String) async throws {
    #expect(try await knowledge.search(question, limit: 3).isEmpty)
  }

  /// The share of questions with a judged page among the first three, printed with the misses.
  private func measure(queries: String, judgments: String) throws -> (Double, [String]) {
    let evaluation = try evaluation(queries: queries, judgments: judgments)
    let run = try evaluation.run(on: knowledge)
    let texts = Dictionary(uniqueKeysWithValues: evaluation.queries)
    let misses = run.rankings.filter { ranking in
      evaluation.relevant[ranking.query, default: []].isDisjoint(
        with: ranking.pages.prefix(3).map(\.page))
    }.map { ranking in
      let got = ranking.pages.prefix(3).map(\.page).joined(separator: ", ")
      return "\(texts[ranking.query] ?? ""): \(got.isEmpty ? "nothing" : got)"
    }
    let found = run.rankings.count - misses.count
    print("\(queries): \(found) of \(run.rankings.count) questions found their page.")
    for miss in misses { print("  missed: \(miss)") }
    return (Double(found) / Double(run.rankings.count), misses)
  }

  /// The shares of questions for which a judged page stands first, and among the three that are shown.
  private func shown(queries: String, judgments: String) async throws -> (
    first: Double, among: Double
  ) {
    let evaluation = try evaluation(queries: queries, judgments: judgments)
    var first = 0
    var among = 0
    for query in evaluation.queries {
      let pages = try await knowledge.search(query.text, limit: 3).map(\.section.citation.page)
      let relevant = evaluation.relevant[query.id, default: []]
      if pages.first.map(relevant.contains) == true { first += 1 }
      if relevant.isDisjoint(with: pages) {
        print("  ask missed: \(query.text): \(pages.isEmpty ? "nothing" : "\(pages)")")
      } else {
        among += 1
      }
    }
    let all = evaluation.queries.count
    print("\(queries): ask answers \(first) of \(all) first, \(among) among three.")
    return (Double(first) / Double(all), Double(among) / Double(all))
  }

  private func evaluation(queries: String, judgments: String) throws -> SearchEvaluation {
    try SearchEvaluation(queries: text(queries), judgments: text(judgments))
  }

  private func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Everyday"
    return try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }
}
