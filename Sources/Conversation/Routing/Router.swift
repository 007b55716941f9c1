import Foundation
package import RapportKit

/// Finds the command that a free sentence is about, by the words it shares with the `says` of all commands.
///
/// Each example is a bag of words; rare words weigh more (inverse document frequency), and the cosine of sentence and
/// example is the score. Deterministic; `route TEXT` shows it.
package struct Router: Sendable {
  /// What to do with a sentence.
  package enum Decision: Sendable, Hashable {
    /// One command is meant.
    case begin(String)
    /// One of these may be meant.
    case choose([String])
    /// None is meant.
    case none
  }

  /// How well a command fits, with the example that fits best.
  package struct Match: Sendable, Hashable {
    /// The command.
    package var command: String
    /// The example.
    package var example: String
    /// The cosine, 0 to 1.
    package var score: Double
  }

  private struct Example {
    var command: String
    var text: String
    var words: Set<String>
  }

  private let examples: [Example]
  private let weights: [String: Double]
  /// The commands for what went wrong and for what they will not like.
  private let first: [String]

  /// Learns from the `says` of the commands of `source`.
  package init(_ source: any CommandSource) throws(Problem) {
    var examples: [Example] = []
    for brief in source.briefs where !brief.plugin.isEmpty {
      for text in try source.command(brief.name).says {
        examples.append(Example(command: brief.name, text: text, words: Self.words(of: text)))
      }
    }
    var counts: [String: Int] = [:]
    for example in examples { for word in example.words { counts[word, default: 0] += 1 } }
    let total = Double(examples.count)
    weights = counts.mapValues { 1 + log(total / Double($0)) }
    self.examples = examples
    first = source.briefs.filter { $0.moment == .wrong || $0.moment == .unwelcome }.map(\.name)
  }

  /// The commands by how well they fit, the best first.
  package func matches(_ text: String) -> [Match] {
    let words = Self.words(of: text)
    let unseen = weights.values.max() ?? 1
    func weight(_ word: String) -> Double { weights[word] ?? unseen }
    func length(_ words: Set<String>) -> Double {
      words.reduce(0) { $0 + weight($1) * weight($1) }.squareRoot()
    }
    let own = length(words)
    guard own > 0 else { return [] }
    var best: [String: Match] = [:]
    for example in examples {
      // In a fixed order, so that rounding is the same on every run.
      let shared = words.intersection(example.words).sorted()
        .reduce(0) { $0 + weight($1) * weight($1) }
      let score = shared / (own * max(1, length(example.words)))
      if score > best[example.command]?.score ?? 0 {
        best[example.command] = Match(command: example.command, example: example.text, score: score)
      }
    }
    return best.values.sorted { ($0.score, $1.command) > ($1.score, $0.command) }
  }

  /// What to do with `text`: a clear winner begins, a close field is asked about.
  package func route(_ text: String) -> Decision {
    let matches = matches(text)
    guard let first = matches.first, first.score >= 0.2 else { return .none }
    let second = matches.dropFirst().first?.score ?? 0
    if first.score >= 0.3, first.score - second >= 0.08 { return .begin(first.command) }
    let close = matches.prefix(3).filter { $0.score >= 0.2 }.map(\.command)
    return close.count == 1 && first.score >= 0.3 ? .begin(close[0]) : .choose(close)
  }

  /// The three commands that a sentence about something that happened is likeliest about, known or not.
  package func likely(_ text: String) -> [String] {
    var names = matches(text).map(\.command)
    for name in first where !names.contains(name) { names.append(name) }
    return Array(names.prefix(3))
  }

  private static func words(of text: String) -> Set<String> {
    let parts = text.lowercased().replacing("’", with: "'")
      .split { !$0.isLetter && !$0.isNumber && $0 != "'" }
    return Set(parts.map(String.init).filter { !common.contains($0) }.map(stem))
  }

  /// Endings that do not matter: "deliveries", "delivered" and "delivery" are one word.
  private static func stem(_ word: String) -> String {
    for ending in ["ing", "ies", "ied", "ed", "es", "s", "y"]
    where word.count - ending.count >= 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let common: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do", "for",
    "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "is", "it",
    "its", "me", "my", "of", "on", "or", "our", "she", "so", "that", "the", "their", "them", "then",
    "there", "they", "this", "to", "us", "was", "we", "were", "what", "when", "will", "with", "you",
    "your", "i'm", "we're", "am", "about", "just", "would", "could", "should",
  ]
}
