import Foundation
import Testing

/// The ways in which companies and projects say a part of a message (`+`), and the same words said of something
/// else (`-`). A file may begin with the sentence that stands before each.
struct SpeechTests {
  private static let folder = "\(Shipped.root)/Tests/DraftingTests/Speech"

  @Test(arguments: [
    "blame_shift", "evasion", "next_update", "overpromise", "prevention", "repair",
    "responsibility",
  ])
  func `a part is heard in many ways of saying it, and only there`(element: String) throws {
    let text = try String(contentsOfFile: "\(Self.folder)/\(element).txt", encoding: .utf8)
    let lines = text.split(separator: "\n")
    let before = lines.first { $0.hasPrefix("before: ") }.map { $0.dropFirst(8) + " " } ?? ""
    let said = lines.filter { $0.hasPrefix("+ ") || $0.hasPrefix("- ") }
    #expect(said.count { $0.hasPrefix("+") } >= 10 && said.count { $0.hasPrefix("-") } >= 10)
    for line in said {
      let sentence = String(before + line.dropFirst(2))
      #expect(
        try ElementProbe.carries(sentence, element) == line.hasPrefix("+"), "\(sentence)")
    }
  }
}
