import Conversation
import Foundation
import RapportKit
import Testing

/// Whatever is typed, reading neither fails nor loses a word.
@Suite struct `Any text` {
  /// Pieces that readers look for, in random order: the same ones every time.
  @Test func `word salad is read without harm`() {
    let pieces = [
      "we", "I", "I'll", "will", "were", "down", "nobody", "told", "Acme", "acme's", "Oak & Co",
      "Birch Ltd.",
      "Maria", "at", "from", "to", "by", "on", "the", "26", "26th", "26/11", "3/4", "31 April",
      "9:10", "-",
      "12:10", "friday", "Nov", "next", "last", "in", "3", "days", "ago", "half", "an", "hour",
      "and", "a",
      "€", "500", "EUR", "1.250", ",", ".", ";", "(", ")", "%", "5k", "pm", "3pm", "'", "’s",
      "PT3H", "PT", "2026-02-30",
      "2026-11-30T14:00", "end of", "month", "yesterday", "o'clock", "noon", "quarter", "past", "🙂",
      "\n", "Dana",
      "99999999999999999999", "within", "two", "weeks", "twenty", "million", "between", "of", "Mr",
      "not", "but",
    ]
    var state: UInt64 = 20_261_124
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let reader = Fixture.reader()
    for _ in 0..<40 {
      let text = (0...next(14)).map { _ in pieces[next(pieces.count)] }
        .joined(separator: next(4) == 0 ? "" : " ")
      expectNothingLost(text, reader)
      _ = reader.mend(text)
      _ = reader.addressed(text, to: Fixture.acme)
      for type in QuestionType.allCases {
        _ = try? reader.read(text, as: Question("q", ask: "…", type: type), answers: Answers())
      }
    }
  }

  @Test func `real sentences keep every word`() throws {
    let path = ProcessInfo.processInfo.environment["RAPPORT_SHARED_DATA"] ?? "../shared/data"
    guard let data = FileManager.default.contents(atPath: path + "/utterances-dev.tsv") else {
      print("skipped: no utterances in \(path)")
      return
    }
    let reader = Fixture.reader()
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count > 1 { expectNothingLost(String(fields[1]), reader) }
    }
  }

  private func expectNothingLost(_ text: String, _ reader: Reader) {
    let filled = reader.fill(
      text, questions: `Filling from a sentence`.questions, answers: Answers())
    #expect(lost(text, filled).isEmpty, "“\(text)” → “\(filled.rest)”")
    let split = reader.split(
      text, of: Question("q", ask: "…", type: .text, reads: ["when", "length", "cost"]),
      questions: `Filling from a sentence`.questions, answers: Answers())
    #expect(lost(text, split).isEmpty, "“\(text)” → “\(split.rest)”")
  }
}

/// The words of `text` that are neither used nor, in their order, in the rest.
func lost(_ text: String, _ filled: Filled) -> [Substring] {
  var left = filled.rest[...]
  let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
  return words.filter { word in
    guard !filled.used.contains(where: { $0.overlaps(word.startIndex..<word.endIndex) }) else {
      return false
    }
    guard let place = left.range(of: word) else { return true }
    left = left[place.upperBound...]
    return false
  }
}
