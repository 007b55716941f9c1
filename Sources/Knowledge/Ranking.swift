import Foundation

/// Orders the sections that FTS5 found: BM25 over three fields, closeness of neighbouring words, and feedback.
///
/// The formulas and why they are these: `Documentation/Decisions/search.md`.
package struct Ranking {
  /// The knobs, set once on a development collection.
  package struct Weights: Sendable {
    /// The knobs as they are set.
    package init() {}

    /// How much a word counts in title, heading and body.
    package var fields: [Double] = [3, 2, 1]
    /// How much a long field thins its words out, 0 to 1.
    package var lengths: [Double] = [0.3, 0.3, 0.75]
    /// How soon more of the same word stops to matter.
    package var saturation = 1.2
    /// What a synonym counts beside the word itself.
    package var synonym = 0.4
    /// What two neighbours of the question count when they stand side by side, and within eight words.
    package var beside = 0.15
    package var near = 0.1
    /// How much a section is given of what the best other section of its page says.
    package var page = 0.3
    /// The same for the section that a page begins with, which speaks for all of it.
    package var opening = 0.5
    /// What is left of the score of a section whose heading stands on many pages.
    package var furniture = 0.8
    /// How many sections feedback learns from, how many words it adds, and how much they weigh beside the question.
    package var feedbackSections = 10
    package var feedbackTerms = 20
    package var feedback = 0.5
  }

  /// How well a section must fit a question of so many informative words to be an answer.
  ///
  /// A single word asks for whatever mentions it; of two, both or the rarer one must weigh something; a long
  /// question has words beside the point. Set on questions from inside and outside the subject.
  static func enough(for words: Int) -> Double { words < 2 ? 0 : 0.2 + 0.35 / Double(words) }

  /// The knobs.
  var weights = Weights()
  /// How many sections there are.
  let sections: Double
  /// The mean length of each field.
  let means: [Double]

  /// How informative a word in `count` sections is.
  func information(_ count: Int) -> Double {
    log(1 + (sections - Double(count) + 0.5) / (Double(count) + 0.5))
  }

  /// What a word weighs in a section, given its occurrences in each field; 0 to 1.
  func weight(_ occurrences: Occurrences, in section: Candidate) -> Double {
    var sum = 0.0
    for field in 0..<3 where occurrences[field] > 0 {
      let length = Double(section.fields[field].count) / max(1, means[field])
      let thinning = 1 - weights.lengths[field] + weights.lengths[field] * length
      sum += weights.fields[field] * occurrences[field] / thinning
    }
    return sum / (weights.saturation + sum)
  }
}

/// How often something stands in title, heading and body.
typealias Occurrences = SIMD3<Double>

/// Counts many words of a section in one pass.
struct WordCounter {
  /// Where each word is counted, by its number; -1 for one that nobody asks for.
  private var slots: [Int32]
  private var counts: [Occurrences]

  /// Will count `words`, of all that have a number below `total`.
  init(_ words: some Sequence<Int32>, of total: Int) {
    slots = Array(repeating: -1, count: total)
    var asked: Int32 = 0
    for word in words where slots[Int(word)] < 0 {
      slots[Int(word)] = asked
      asked += 1
    }
    counts = Array(repeating: .zero, count: Int(asked))
  }

  /// Counts anew, in `section`.
  mutating func count(in section: Candidate) {
    for index in counts.indices { counts[index] = .zero }
    for (field, words) in section.fields.enumerated() {
      for word in words {
        let slot = Int(slots[Int(word)])
        if slot >= 0 { counts[slot][field] += 1 }
      }
    }
  }

  /// How often a word that was asked for stands in the section.
  subscript(word: Int32) -> Occurrences { counts[Int(slots[Int(word)])] }
}

/// A section that FTS5 found, its stems as numbers.
struct Candidate {
  /// The section.
  var id: Int64
  /// Its page.
  var page: Int64
  /// Whether it is what its page begins with.
  var isOpening: Bool
  /// The stems of title, heading and body.
  var fields: [[Int32]]
  /// How well it fits.
  var score = 0.0
  /// The same without the title: what the section itself says.
  var said = 0.0
  /// How much of what the question asks it has, each word weighed by how informative it is, 0 to 1.
  var fit = 0.0

  /// How often `phrase` stands in each field.
  func occurrences(of phrase: [Int32]) -> Occurrences {
    var found = Occurrences()
    for (field, words) in fields.enumerated() where words.count >= phrase.count {
      for start in 0...(words.count - phrase.count)
      where words[start] == phrase[0]
        && words[start..<(start + phrase.count)].elementsEqual(phrase)
      {
        found[field] += 1
      }
    }
    return found
  }

  /// How often `a` and `b` stand side by side in this order, and within eight words in any.
  func closeness(_ a: Int32, _ b: Int32) -> (beside: Double, near: Double) {
    var beside = 0.0
    var near = 0.0
    for field in fields {
      var lastA = -100
      var lastB = -100
      for (place, word) in field.enumerated() {
        if word == a {
          if place - lastB < 8 { near += 1 }
          lastA = place
        } else if word == b {
          if place - lastA == 1 { beside += 1 }
          if place - lastA < 8 { near += 1 }
          lastB = place
        }
      }
    }
    return (beside, near)
  }
}
