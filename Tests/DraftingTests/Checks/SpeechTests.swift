import Foundation
import Testing

/// The ways in which companies and projects say a part of a message (`+`), and the same words said of something
/// else (`-`). A file may begin with the sentence that stands before each.
struct SpeechTests {
  private static let folder = "\(Shipped.root)/Tests/DraftingTests/Speech"

  @Test(arguments: [
    "action",
    "blame_shift",
    "conditional",
    "contact",
    "evasion",
    "explanation",
    "forgiveness",
    "impact",
    "next_update",
    "overpromise",
    "prevention",
    "regret",
    "repair",
    "responsibility",
    "what_happened",
  ])
  func `a part is heard in many ways of saying it, and only there`(element: String) throws {
    let text = try String(contentsOfFile: "\(Self.folder)/\(element).txt", encoding: .utf8)
    let lines = text.split(separator: "\n")
    let before = lines.first { $0.hasPrefix("before: ") }.map { $0.dropFirst(8) + " " } ?? ""
    let said = lines.filter { $0.hasPrefix("+ ") || $0.hasPrefix("- ") }
    #expect(said.count { $0.hasPrefix("+") } >= 5 && said.count { $0.hasPrefix("-") } >= 4)
    for line in said {
      let sentence = String(before + line.dropFirst(2))
      #expect(
        try ElementProbe.carries(sentence, element) == line.hasPrefix("+"), "\(sentence)")
    }
  }
}
