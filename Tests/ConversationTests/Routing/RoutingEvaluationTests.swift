import Conversation
import RapportKit
import Testing

struct RoutingEvaluationTests {
  let table = """
    n\ttext\tlabel\talso_acceptable
    1\twe were down\tmistake\t
    2\tI was rude\tmistake|slip\t
    3\tprices rise\tbad-news\tmistake
    4\thow do I find clients\tnone\tbad-news
    5\twhich tool do you use\tnone\t
    """

  @Test func `Sentences are counted as found, acceptable or refused, and what was taken for what`()
    throws
  {
    let found: [String: Router.Decision] = [
      "we were down": .begin("mistake"), "I was rude": .choose(["slip", "assess"]),
      "prices rise": .choose(["assess", "bad-news"]),
    ]
    let scores = try RoutingEvaluation(table, from: "t.tsv").scores { text throws(Problem) in
      found[text] ?? (text.hasPrefix("how") ? .choose(["bad-news"]) : .none)
    }
    #expect(scores.inScope == 3)
    #expect(scores.right == 2)
    #expect(scores.lenient == 2)
    #expect(scores.outOfScope == 2)
    #expect(scores.refused == 1)
    #expect(scores.refusedLeniently == 2)
    #expect(
      scores.confusions == [
        .init(label: "bad-news", found: "assess"): 1, .init(label: "none", found: "bad-news"): 1,
      ])
    #expect([scores.begun.right, scores.begun.all] == [1, 1])
    #expect([scores.asked.right, scores.asked.all] == [2, 2])
    #expect([scores.left.right, scores.left.all] == [1, 1])
  }

  @Test(arguments: [
    ("text\twhat\nhello\tmistake", 1), ("text\tlabel\nhello\tmistake\nhello", 3),
    ("text\tlabel\n\n", 1), ("", 1),
  ])
  func `A table that cannot be read names the line`(text: String, line: Int) {
    let problem = #expect(throws: Problem.self) { try RoutingEvaluation(text, from: "t.tsv") }
    #expect(problem?.place == Place(file: "t.tsv", line: line))
  }
}
