import Drafting
import RapportKit

/// Asks a checker that wants every element whether a text carries one.
enum ElementProbe {
  private static let names = [
    "regret", "responsibility", "explanation", "repair", "prevention", "forgiveness",
    "what_happened", "impact", "action", "next_update", "contact", "alternative", "news_early",
    "conditional", "evasion", "blame_shift", "overpromise", "jargon",
  ]

  private static let checker: Checker = {
    let wants = names.map { "  - {element: \($0)}" }.joined(separator: "\n")
    var sources = CheckSources()
    sources.addKinds([CheckFile("all.yaml", "kind: all\nwants:\n\(wants)")])
    return Checker(sources)
  }()

  static func carries(_ text: String, _ element: String) throws -> Bool {
    try checker.check(text, kind: "all", channel: .email).elements.first {
      $0.name == element
    }?.sentence != nil
  }
}
