import Foundation
import Knowledge
import RapportKit
import Testing

struct SearchEvaluationTests {
  @Test func `the measures are those of the textbook`() throws {
    let evaluation = try SearchEvaluation(
      queries: "1\tfirst\n2\tsecond\n3\tunjudged\n",
      judgments: "1 0 a 1\n1 0 b 2\n1 0 c 0\n2 0 d 1\n3 0 e 0\n")
    let run = SearchEvaluation.Run(rankings: [
      ("1", [("a", 3), ("c", 2), ("b", 1)]), ("2", [("e", 2), ("d", 1)]),
    ])
    let scores = evaluation.scores(of: run)
    // (1/1 + 2/3) / 2 and 1/2.
    #expect(abs(scores.map - (5.0 / 6 + 0.5) / 2) < 1e-12)
    let first = (1 + 1 / log2(4.0)) / (1 + 1 / log2(3.0))
    #expect(abs(scores.ndcg10 - (first + 1 / log2(3.0)) / 2) < 1e-12)
    #expect(scores.recall10 == 1)
    #expect(scores.questions == 2)
    #expect(
      run.trec(tag: "x") == """
        1 Q0 a 1 3.000000 x
        1 Q0 c 2 2.000000 x
        1 Q0 b 3 1.000000 x
        2 Q0 e 1 2.000000 x
        2 Q0 d 2 1.000000 x

        """)
  }

  @Test func `a folder is searched and a page scores as its best section`() throws {
    let folder = Folder()
    try folder.write("x.md", "# Fruit\n\n## Apples\n\nRed apples.\n\n## More apples\n\nGreen.\n")
    try folder.write("y.md", "# Bread\n\nWith apples.\n")
    let evaluation = try SearchEvaluation(queries: "1\tapples\n", judgments: "1 0 x 1\n")
    let run = try evaluation.run(on: folder.knowledge())
    #expect(run.rankings.map { $0.pages.map(\.page) } == [["x", "y"]])
    #expect(evaluation.scores(of: run).map == 1)
  }

  @Test func `a line that does not fit is named`() {
    #expect(
      throws: Problem(
        .badFile, "A question is `id`, a tab and its text.", help: "Correct the line.",
        at: Place(file: "queries", line: 2))
    ) {
      try SearchEvaluation(queries: "1\ta\n2 b\n", judgments: "")
    }
    #expect(
      throws: Problem(
        .badFile, "A judgment has four columns: question, 0, page, grade.",
        help: "Correct the line.", at: Place(file: "judgments", line: 1))
    ) {
      try SearchEvaluation(queries: "", judgments: "1 0 a\n")
    }
  }

  /// Skipped, with a line that says so, where the collection is not at hand.
  @Test func `search on the Cranfield collection is as good as the design asks`() throws {
    let shared = ProcessInfo.processInfo.environment["RAPPORT_SHARED_DATA"] ?? "../shared/data"
    guard
      let documents = try? String(
        contentsOfFile: "\(shared)/cranfield/cran.all.1400", encoding: .utf8)
    else {
      return print(
        "Skipped: no Cranfield collection in \(shared); RAPPORT_SHARED_DATA names the folder.")
    }
    let folder = Folder()
    for document in documents.components(separatedBy: "\n.I ") {
      let fields = document.components(separatedBy: "\n.")
      let id = fields[0].replacing(".I ", with: "")
      let field = { (name: String) in
        fields.first { $0.hasPrefix("\(name)\n") }.map {
          $0.dropFirst(2).replacing("\n", with: " ")
        } ?? ""
      }
      try folder.write("\(id).md", "# \(field("T"))\n\n\(field("W"))\n")
    }
    let questions = try String(contentsOfFile: "\(shared)/cranfield/cran.qry", encoding: .utf8)
      .replacing("\r\n", with: "\n")
      .components(separatedBy: "\n.W\n").dropFirst().enumerated().map { index, text in
        "\(index + 1)\t" + text.components(separatedBy: "\n.I ")[0].replacing("\n", with: " ")
      }
    let evaluation = try SearchEvaluation(
      queries: questions.joined(separator: "\n"),
      judgments: String(contentsOfFile: "\(shared)/cranfield/cranqrel.trec.txt", encoding: .utf8))
    let knowledge = KnowledgeBase(
      layers: [KnowledgeLayer(folder: folder.path)], cache: nil, patience: .seconds(3600))
    let scores = evaluation.scores(of: try evaluation.run(on: knowledge))
    print("Cranfield: MAP \(scores.map), nDCG@10 \(scores.ndcg10), recall@10 \(scores.recall10)")
    #expect(scores.questions == 225)
    #expect(scores.map >= 0.345)
    #expect(scores.ndcg10 >= 0.415)
  }
}
