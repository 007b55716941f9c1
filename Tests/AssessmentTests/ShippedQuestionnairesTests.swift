import Formats
import Foundation
import RapportKit
import Testing

@testable import Assessment

@Suite struct ShippedQuestionnairesTests {
  @Test func `four ship, each with a short form and a form for the customer`() throws {
    let all = try shipped().known
    #expect(
      all.map(\.id) == [
        "one-sided", "relationship-or-trade", "respect-and-trust", "trust-equation",
      ])
    for questionnaire in all {
      #expect((5...12).contains(questionnaire.items(of: .short).count), "\(questionnaire.id)")
      #expect((4...7).contains(questionnaire.items(of: .customer).count), "\(questionnaire.id)")
    }
    #expect(try shipped().named("respect-and-trust").items(of: .short).count == 12)
  }

  @Test func `every item says where it comes from and asks one thing`() throws {
    for questionnaire in try shipped().known {
      for item in questionnaire.items {
        #expect(!item.covers.isEmpty, "\(item.id)")
        #expect(item.guidance.section != nil || !item.guidance.page.isEmpty, "\(item.id)")
        #expect(item.version >= 1)
        let asks = [item.ask, item.they].compactMap(\.self)
        #expect(asks.allSatisfy { $0.hasSuffix("?") && $0.count { $0 == "?" } == 1 }, "\(item.id)")
      }
    }
  }

  @Test func `the settings begin where the conventions do`() throws {
    let file = "\(package)/Plugins/Assessment/questions/settings.yaml"
    let settings = try YAML.read(String(contentsOfFile: file, encoding: .utf8), from: file)
    let defaults = settings.list?.map { [$0["id"]?.text, $0["default"]?.text] }
    #expect(
      defaults == [
        ["band", Node.number(Conventions.band).text], ["gap", Node.number(Conventions.gap).text],
      ])
  }

  /// Questions, warning signs, process steps and thresholds of S0, S1 and S4-13 to 27 that are asked or are a rule.
  @Test func `every question and sign of the sources has an item`() throws {
    var covered: Set<String> = []
    for questionnaire in try shipped().known {
      covered.formUnion(questionnaire.items.flatMap(\.covers))
      covered.formUnion(questionnaire.own?.covers ?? [])
    }
    let text = try String(contentsOfFile: "\(package)/knowledge/inventory.yaml", encoding: .utf8)
    var missing: [String] = []
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#") else { continue }
      let id = String(line[..<colon])
      let isAsked = line.contains("kind: Q") || (line.contains("kind: W") && !id.hasPrefix("S1-W"))
      let fourth = id.hasPrefix("S4-") ? Int(id.dropFirst(3)).map { (13...27).contains($0) } : nil
      guard isAsked, id.hasPrefix("S0-") || id.hasPrefix("S1-") || fourth == true else { continue }
      if !covered.contains(id) { missing.append(id) }
    }
    #expect(missing == [])
  }
}
