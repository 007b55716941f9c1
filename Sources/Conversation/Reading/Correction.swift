import RapportKit

/// A line that takes an earlier answer back: "no, it was Tuesday", "sorry, I meant Kite", "actually 300 EUR".
struct Correction: Hashable {
  /// What is right.
  var text: String
  /// Whether it says so itself ("I meant", "it was"), so that it can hardly be an answer of its own.
  var emphatic: Bool
  /// Whether it speaks of what has been.
  var past: Bool

  /// Reads `line`; nil when it does not begin as a correction.
  init?(_ line: String) {
    let words = Words(line)
    var index = 0
    while let length = Self.length(of: Self.openers, in: words, at: index) {
      // "No update goes out" is no correction, "no, Tuesday" is.
      let end = index + length
      let isApart = words.is(end, ",", ":", ".", ";", "-", "–", "—", "!")
      guard
        isApart || Self.length(of: Self.turns, in: words, at: end) != nil
          || words.is(end, "no", "sorry", "wait", "actually") || words.is(index, "actually")
      else { break }
      index = end + (isApart ? 1 : 0)
    }
    let opened = index > 0
    let denies = (0..<index).contains { words.is($0, "no", "nope", "oops", "wait", "correction") }
    let turn = Self.length(of: Self.turns, in: words, at: index)
    guard opened || words.is(index, "i") && turn != nil else { return nil }
    past = words.is(index, "it", "that", "they") && words.is(index + 1, "was", "were")
    index += turn ?? 0
    // "Sorry, it was our fault" may be an answer; "no, it was the printer" and "I meant the printer" mend one.
    emphatic = turn != nil && (denies || !past && !words.is(index - (turn ?? 0), "it", "that"))
    var end = words.endOfText
    // "…, not Monday", "…, sorry".
    for comma in index..<max(index, end)
    where words.is(comma, ",") && words.is(comma + 1, "not", "sorry", "actually", "i") {
      end = comma
      break
    }
    while end > index, words.is(end - 1, ".", "!", ",") { end -= 1 }
    guard index < end else { return nil }
    text = words.written(index, end).trimmed
  }

  private static func length(of phrases: [String], in words: Words, at index: Int) -> Int? {
    phrases.first { words.has($0, at: index) }?.split(separator: " ").count
  }

  private static let openers = [
    "no wait", "no sorry", "hang on", "hold on", "not quite", "my mistake", "no", "nope", "sorry",
    "oops",
    "actually", "wait", "correction",
  ]
  private static let turns = [
    "i meant", "i mean", "it was", "it is", "it's", "that was", "that is", "that's", "they were",
    "make that", "make it", "it should be", "that should be", "should be",
  ]
}
