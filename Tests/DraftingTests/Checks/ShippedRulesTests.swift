import Formats
import Foundation
import RapportKit
import Testing

@testable import Drafting

struct ShippedRulesTests {
  @Test func `every shipped rule and kind can be read`() {
    #expect(Shipped.checker.problems == [])
    let kinds = [
      "apology", "follow-up", "holding", "incident-update", "news", "resolution", "thanks",
    ]
    #expect(Set(kinds).subtracting(Shipped.checker.kindNames) == [])
    #expect(Shipped.sources.ruleNames.count > 28)
  }

  @Test func `every shipped rule says why, in a section of the knowledge base`() throws {
    for rule in Shipped.sources.rules {
      let why = try #require(rule.extras.why, "\(rule.name)")
      let page = try String(
        contentsOfFile: "\(Shipped.root)/knowledge/\(why.page).md", encoding: .utf8)
      let sections = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
        Markdown.slug(String($0.dropFirst(3)))
      }
      #expect(why.section.map(sections.contains) != false, "\(rule.name): \(why)")
    }
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
      let found = report.findings.filter { $0.match.contains(fault) }
      #expect(found.contains { $0.why != nil && $0.rewrite != nil }, "\(fault)")
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
