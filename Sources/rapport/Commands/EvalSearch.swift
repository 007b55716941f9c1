import Foundation
import Knowledge
import PluginHost
import RapportKit

/// `eval search`: how well the search finds what people judged relevant.
struct EvalSearch: HostCommand {
  static let command = Command(
    "eval search", summary: "Measure the search on questions with known answers.",
    arguments: ["queries", "judgments"],
    options: [
      Question("docs", ask: "The folder of pages; the knowledge base when not given", type: .text),
      Question("run", ask: "A file to write the rankings to, in TREC's form", type: .text),
      Question("time", ask: "Also say how long `ask` takes for each question", type: .yesno),
    ],
    questions: [
      Question("queries", ask: "The questions' file?", type: .text, hint: "lines of id, tab, text"),
      Question("judgments", ask: "The judgments' file?", type: .text, hint: "TREC's four columns"),
    ])

  private let host: Host

  init(_ host: Host, _ shell: ShellState) { self.host = host }

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let answers = request.answers
    let evaluation = try SearchEvaluation(
      queries: try readText(answers.text("queries") ?? ""),
      judgments: try readText(answers.text("judgments") ?? ""))
    let base: KnowledgeBase
    if let docs = answers.text("docs") {
      base = KnowledgeBase(layers: [KnowledgeLayer(folder: docs)], cache: nil)
    } else {
      base = try host.knowledgeBase()
    }
    let run = try evaluation.run(on: base)
    let scores = evaluation.scores(of: run)
    func figure(_ value: Double) -> String { String(format: "%.4f", value) }
    var rows = [
      ["questions", String(scores.questions)], ["MAP", figure(scores.map)],
      ["nDCG@10", figure(scores.ndcg10)], ["recall@10", figure(scores.recall10)],
    ]
    if case .yesno(true)? = answers["time"]?.value {
      func milliseconds(_ time: Duration) -> String {
        String(format: "%.1f ms", time / .seconds(1) * 1000)
      }
      let times = try await SearchTimes(of: evaluation.queries.map(\.text), on: base)
      rows += [
        ["ask, median", milliseconds(times.search(0.5))],
        ["ask, 95 of 100", milliseconds(times.search(0.95))],
        ["look for changed pages", milliseconds(times.look)],
      ]
    }
    var reply = Reply(blocks: [.table(Table(columns: ["measure", "value"], rows: rows))])
    if let path = answers.text("run") { reply.files.append(OutputFile(path, run.trec())) }
    return .done(reply)
  }
}
