import Foundation
import Testing

@testable import Drafting

/// The project's own labelled messages: what the detectors find in them, and that no cue was cut to fit one message.
struct LabelledTests {
  private static let folder = "\(Shipped.root)/Tests/DraftingTests/Labelled"

  private static func texts(_ folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }.compactMap {
      try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }
  }

  // `later` was kept aside: what is asked of it is what other people's messages can expect.
  @Test(arguments: [("first", 0.9), ("later", 0.8)])
  func `the elements of the labelled messages are found`(part: String, least: Double) throws {
    let evaluation = try ElementEvaluation(folder: "\(Self.folder)/\(part)")
    print("\(part): macro F1 \((evaluation.macroF1 * 1000).rounded() / 1000)")
    #expect(evaluation.messages >= 25)
    #expect(evaluation.macroF1 >= least, "\(evaluation.mistakes)")
  }

  @Test func `every element is there eight times and missing eight times`() throws {
    let parts = try ["first", "later"].map { try ElementEvaluation(folder: "\(Self.folder)/\($0)") }
    #expect(parts.map(\.messages).reduce(0, +) >= 60)
    for element in parts[0].scores.map(\.element) {
      let scores = parts.flatMap(\.scores).filter { $0.element == element }
      #expect(scores.map { $0.hits + $0.misses }.reduce(0, +) >= 8, "\(element)")
      #expect(scores.map { $0.falseAlarms + $0.passes }.reduce(0, +) >= 8, "\(element)")
    }
    #expect(parts[0].scores.count == 16)
  }

  /// Sentences as anybody writes them, for cues that none of our labelled messages happens to need.
  private static let everyday = [
    "We are responsible for the keys.", "No alert was configured for that pump.",
    "It could be used to open your account.", "The new rota starts in the coming weeks.",
    "You can follow the status of your order in the app.",
    "Our team is available to help you move.",
    "What we can do is lend you a van.", "This will be handled by the landlord.",
  ]

  @Test func `no long cue fits one of the developers' messages and nothing of ours`() throws {
    guard let folder = Shipped.data("messages") else { return }
    let cues = DetectorSet.elements.flatMap { $0.groups.flatMap(\.cues) }.filter {
      $0.split(separator: " ").count { word in
        word.first?.isLetter == true || word.first == "@" || word.first == "~" || word.first == "^"
      } >= 4
    }
    let machine = CueMachine(cues.map { [$0] })
    func counts(_ texts: [String]) -> [Int] {
      texts.reduce(into: Array(repeating: 0, count: cues.count)) { counts, text in
        let reading = Reading(text)
        let hits = machine.hits(in: CueText(reading, reading.sentences(), machine.vocabulary))
        for index in hits.indices { counts[index] += hits[index].count }
      }
    }
    let theirs = counts(Self.texts(folder))
    let ours = counts(
      Self.texts(Self.folder) + Self.texts(GoodMessagesTests.folder)
        + Self.everyday)
    let fitted = cues.indices.filter { theirs[$0] > 0 && ours[$0] == 0 }.map { cues[$0] }
    #expect(fitted == [])
  }
}
