import RapportKit

/// The beginning of a question that is asked as a sentence's beginning ("They could not …"), for taking it off an answer
/// that repeats it.
///
/// What may be repeated is all of it or its end ("could not", "because"); "I" and "we" at its end stay in the answer, and a
/// pronoun alone is never taken.
struct AskedBeginning {
  private let cores: [[String]]
  /// "The reason: …": a label, and no beginning of a sentence.
  private let isLabel: Bool

  /// nil for a question that is no beginning.
  init?(_ question: Question) {
    let ask = question.ask.trimmed
    guard [.text, .longtext, .commitment].contains(question.type),
      ask.hasSuffix("…") || ask.hasSuffix("...")
    else { return nil }
    isLabel = Words(ask).all.contains { $0.key == ":" }
    var core = Self.keys(Words(ask)).map(\.key)
    if let last = core.last, ["i", "we"].contains(last) { core.removeLast() }
    guard !core.isEmpty else { return nil }
    var cores = [core]
    if core.suffix(2) == ["can", "not"] {
      let subject = core.dropLast(2)
      for able in [["is", "unable", "to"], ["is", "not", "able", "to"]] {
        cores.append(subject + able)
      }
    }
    if core.contains("reason") { cores.append(["because"]) }
    self.cores = cores
  }

  /// `text` without the beginning it repeats; the whole of it when nothing else would be left.
  func stripped(_ text: String) -> String {
    let words = Words(text)
    let keys = Self.keys(words)
    var best = 0
    for core in cores {
      for length in stride(from: core.count, to: 0, by: -1) where length <= keys.count {
        let tail = Array(core.suffix(length))
        guard length > 1 || Self.clear.contains(tail[0]), !(isLabel && length < core.count),
          keys.prefix(length).map(\.key) == tail
        else { continue }
        let piece = keys[length - 1].piece
        // A short form counts only when all of it was matched.
        guard length == keys.count || keys[length].piece != piece else { continue }
        best = max(best, piece + 1)
        break
      }
    }
    guard best > 0 else { return text }
    while words.is(best, ",", ":", "…", "-", "–", ".") || isLabel && words.is(best, "is", "that") {
      best += 1
    }
    return best < words.count ? words.written(best, words.count) : text
  }

  /// The words in full, with those that are one here: "couldn't" is "can not", "she", "Acme" and "you" are "they".
  private static func keys(_ words: Words) -> [(key: String, piece: Int)] {
    var keys: [(key: String, piece: Int)] = []
    for (piece, word) in words.all.enumerated() where word.kind != .sign {
      for part in Lexicon.contractions[word.key] ?? [word.key] {
        keys.append((same[part] ?? part, piece))
      }
    }
    return keys
  }

  private static let same = [
    "could": "can", "you": "they", "she": "they", "he": "they", "customers": "they",
    "clients": "they", "this": "it", "that": "it", "that's": "it", "happened": "is", "was": "is",
    "were": "is", "are": "is", "cos": "because", "cause": "because",
  ]
  /// Words that repeat a beginning by themselves.
  private static let clear: Set<String> = ["can", "not", "because", "means"]
}
