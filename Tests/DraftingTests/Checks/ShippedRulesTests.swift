import Drafting
import Foundation
import RapportKit
import Testing

struct ShippedRulesTests {
  @Test func `every shipped rule and kind can be read`() {
    #expect(Shipped.checker.problems == [])
    #expect(Shipped.checker.kindNames == ["apology", "holding", "news"])
    #expect(Shipped.sources.ruleNames.count > 15)
  }

  @Test func `every rule finds its bad examples and passes its good ones`() {
    #expect(Checker.examples(of: Shipped.sources).map(\.message) == [])
  }

  @Test func `the worst apology's twelve faults are all found`() throws {
    guard let path = Shipped.data("worst-apology.md") else { return }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let report = try Shipped.checker.check(text, kind: "apology", channel: .email)
    let faults = [
      "apologize if you", "any inconvenience", "may have", "Mistakes were made", "vendor",
      "you failed to", "guarantee", "never happen again", "by Friday", "Please be advised",
      "sorry you feel", "sorry",
    ]
    for fault in faults {
      #expect(report.findings.contains { $0.match.contains(fault) }, "\(fault)")
    }
  }

  @Test func `elements of the developers' messages`() throws {
    guard let folder = Shipped.data("messages") else { return }
    let evaluation = try ElementEvaluation(folder: folder)
    print("macro F1 \((evaluation.macroF1 * 1000).rounded() / 1000), \(evaluation.mistakes)")
    #expect(evaluation.messages == 15)
    #expect(evaluation.macroF1 > 0.9)
  }
}
