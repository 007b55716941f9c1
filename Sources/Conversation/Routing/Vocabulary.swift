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
    /// The share of the text that examples have, 0 to 1.
    var known: Double
  }

  private var numbers: [UInt64: Int32] = [:]
  /// The n-grams by number. The first number is no n-gram but in every text.
  private(set) var keys: [UInt64] = [0]
  private(set) var rarity: [Float] = [0]
  private let unseen: Float

  /// Learns from `examples`.
  init(_ examples: [Grams]) {
    var counts = [0]
    for gram in examples.lazy.flatMap(\.views).joined() {
      if let number = numbers[gram.key] {
        counts[Int(number)] += 1
      } else {
        numbers[gram.key] = Int32(keys.count)
        keys.append(gram.key)
        counts.append(1)
      }
    }
    let total = Double(examples.count + 1)
    unseen = Float(1 + log(total))
    rarity += counts.dropFirst().map { Float(1 + log(total / Double($0 + 1))) }
  }

  /// Takes up what was learnt before.
  init(keys: [UInt64], rarity: [Float], examples: Int) {
    self.keys = keys
    self.rarity = rarity
    unseen = Float(1 + log(Double(examples + 1)))
    numbers.reserveCapacity(keys.count)
    for (number, key) in keys.enumerated().dropFirst() { numbers[key] = Int32(number) }
  }

  /// A text in numbers.
  func vector(of grams: Grams) -> Vector {
    var vector = Vector(features: [0], values: [1], known: 0)
    for view in grams.views {
      let start = vector.values.count
      var square: Float = 0
      var unknown: Float = 0
      for gram in view {
        let frequency = gram.count == 1 ? 1 : Float(1 + log(Double(gram.count)))
        guard let number = numbers[gram.key] else {
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
      vector.known += Double(square / (square + unknown)) / Double(Grams.viewCount)
    }
    return vector
  }
}
