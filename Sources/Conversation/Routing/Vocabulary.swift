import Foundation

/// The n-grams of all examples, with how rare each is: turns a text into numbers for the classifier.
///
/// In each view an n-gram counts by its frequency (logarithmic) and its rarity (inverse document frequency), and the
/// view has length 1. N-grams that no example has are part of that length, so that a text of unknown words is weak in
/// every score: this is most of what tells a sentence that no command is for.
struct Vocabulary {
  /// A text in numbers.
  struct Vector {
    /// The features, by number.
    var features: [Int32]
    /// Their values.
    var values: [Float]
  }

  /// The n-grams in order; a feature's number is its place. The first is no n-gram but in every text.
  let keys: [UInt64]
  let rarity: [Float]
  private let unseen: Float
  private let concepts: Concepts

  /// Learns from `examples`, made with `concepts`.
  init(_ examples: [Grams], concepts: Concepts) {
    var keys: [UInt64] = [0]
    var counts = [0]
    for key in examples.flatMap({ $0.views.joined().map(\.key) }).sorted() {
      if keys.last != key {
        keys.append(key)
        counts.append(0)
      }
      counts[counts.count - 1] += 1
    }
    let total = Double(examples.count + 1)
    self.init(
      keys: keys,
      rarity: [0] + counts.dropFirst().map { Float(1 + log(total / Double($0 + 1))) },
      examples: examples.count, concepts: concepts)
  }

  /// Takes up what was learnt before.
  init(keys: [UInt64], rarity: [Float], examples: Int, concepts: Concepts) {
    self.keys = keys
    self.rarity = rarity
    self.concepts = concepts
    unseen = Float(1 + log(Double(examples + 1)))
  }

  /// The number of an n-gram; nil when no example has it.
  private func number(_ key: UInt64) -> Int32? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? Int32(low) : nil
  }

  /// A text in numbers.
  func vector(of text: String) -> Vector { vector(of: Grams(text, concepts: concepts)) }

  /// A text in numbers.
  func vector(of grams: Grams) -> Vector {
    var vector = Vector(features: [0], values: [1])
    for view in grams.views {
      let start = vector.values.count
      var square: Float = 0
      var unknown: Float = 0
      for gram in view {
        let frequency = gram.count == 1 ? 1 : Float(1 + log(Double(gram.count)))
        guard let number = number(gram.key) else {
          unknown += frequency * frequency * unseen * unseen
          continue
        }
        let value = frequency * rarity[Int(number)]
        square += value * value
        vector.features.append(number)
        vector.values.append(value)
      }
      guard square > 0 else { continue }
      let length = ((square + unknown) * Float(Grams.viewCount)).squareRoot()
      for index in start..<vector.values.count { vector.values[index] /= length }
    }
    return vector
  }
}
