import Drafting
import Foundation
import RapportKit

/// `eval checks`: how well the detectors find what people labelled in messages.
struct EvalChecks: HostCommand {
  static let command = Command(
    "eval checks", summary: "Measure the checks on messages with labelled elements.",
    arguments: ["folder"],
    options: [
      Question(
        "mistakes", ask: "Whether each wrong finding and each miss is named", type: .yesno,
        standard: .literal("no"))
    ],
    questions: [
      Question(
        "folder", ask: "The folder of messages?", type: .text,
        hint: "Markdown with `elements:` in front: yes, no or unclear")
    ])

  init(_ host: Host, _ shell: ShellState) {}

  func next(_ request: Request, in context: Context) async throws(Problem) -> Step {
    let folder = request.answers.text("folder") ?? ""
    let evaluation = try ElementEvaluation(folder: folder)
    guard evaluation.messages > 0 else {
      throw Problem(
        .notFound, "No message in “\(folder)” has labelled elements.",
        help: "Put `elements:` in the front matter: `{regret: yes, repair: no}`.")
    }
    var rows = evaluation.scores.map(Self.row)
    rows.append(
      [
        "macro", "", "", "", "", Self.figure(evaluation.macroPrecision),
        Self.figure(evaluation.macroRecall), Self.figure(evaluation.macroF1),
      ])
    var blocks: [Block] = [
      .table(
        Table(
          columns: ["element", "right", "wrong", "missed", "passed", "precision", "recall", "F1"],
          rows: rows))
    ]
    if case .yesno(true)? = request.answers["mistakes"]?.value, !evaluation.mistakes.isEmpty {
      blocks.append(.verbatim(evaluation.mistakes.joined(separator: "\n")))
    }
    let count = evaluation.messages
    blocks.append(
      .note("\(count) \(count == 1 ? "message" : "messages"). What is `unclear` does not count."))
    return .done(Reply(blocks: blocks, data: Self.data(evaluation)))
  }

  private static func row(_ score: ElementEvaluation.Score) -> [String] {
    [
      score.element, String(score.hits), String(score.falseAlarms), String(score.misses),
      String(score.passes), figure(score.precision), figure(score.recall), figure(score.f1),
    ]
  }

  private static func figure(_ value: Double?) -> String {
    value.map { String(format: "%.3f", $0) } ?? "–"
  }

  private static func data(_ evaluation: ElementEvaluation) -> Node {
    [
      "messages": .number(evaluation.messages),
      "macro": [
        "precision": .number(evaluation.macroPrecision), "recall": .number(evaluation.macroRecall),
        "f1": .number(evaluation.macroF1),
      ],
      "elements": .list(
        evaluation.scores.map {
          [
            "element": .text($0.element), "right": .number($0.hits),
            "wrong": .number($0.falseAlarms), "missed": .number($0.misses),
            "passed": .number($0.passes), "precision": .number($0.precision),
            "recall": .number($0.recall), "f1": .number($0.f1),
          ]
        }),
      "mistakes": .list(evaluation.mistakes.map { .text($0) }),
    ]
  }
}
