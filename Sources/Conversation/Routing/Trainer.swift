/// Sentences as the classifier sees them: for each, its features and their values.
struct Sentences {
  /// Where each sentence begins in `features` and `values`; one more at the end.
  private(set) var starts = [0]
  /// The features, by number.
  private(set) var features: [Int32] = []
  /// Their values.
  private(set) var values: [Float] = []

  var count: Int { starts.count - 1 }

  /// Adds a sentence.
  mutating func append(_ vector: Vocabulary.Vector) {
    features += vector.features
    values += vector.values
    starts.append(features.count)
  }
}

/// Finds, for each class, the weights that tell its sentences from all others: a linear support vector machine with
/// squared hinge loss, by dual coordinate descent (Hsieh, Chang, Lin, Keerthi & Sundararajan 2008), all classes in one
/// pass over the sentences.
///
/// The order of the sentences is shuffled by a fixed generator, and nothing is summed in another order than written,
/// so the weights are the same on every run and every machine.
struct Trainer {
  private let sentences: Sentences
  /// The class of each sentence.
  private let classes: [Int]
  private let width: Int
  private let squares: [Float]
  /// The weights: for each feature, one a class.
  private(set) var weights: [Float]
  /// What each sentence has of its own in the weights: for each, one a class, never negative.
  private var shares: [Float]
  private var generator = Generator()

  /// How much an error costs against large weights.
  private static let cost: Float = 3
  private static let softness = 1 / (2 * cost)
  /// When no step of a round is larger, another will change nothing.
  private static let still: Float = 0.02

  /// Learns to tell `count` classes apart.
  init(_ sentences: Sentences, classes: [Int], count: Int, features: Int) {
    self.sentences = sentences
    self.classes = classes
    width = count
    weights = [Float](repeating: 0, count: features * count)
    shares = [Float](repeating: 0, count: sentences.count * count)
    squares = (0..<sentences.count).map { row in
      (sentences.starts[row]..<sentences.starts[row + 1]).reduce(Float(0)) {
        $0 + sentences.values[$1] * sentences.values[$1]
      }
    }
    learn(Array(classes.indices), rounds: 8)
  }

  /// The scores of `rows` as if they had not been learnt: their shares are taken out, and the rest settles.
  func scores(without rows: [Int], learning others: [Int]) -> [[Float]] {
    var copy = self
    for row in rows {
      let steps = (0..<width).map { label in
        -copy.side(row, label) * copy.shares[row * width + label]
      }
      copy.forget(row)
      copy.add(steps, row)
    }
    copy.learn(others, rounds: 2)
    return rows.map { copy.scores($0) }
  }

  private mutating func forget(_ row: Int) {
    for label in 0..<width { shares[row * width + label] = 0 }
  }

  private func side(_ row: Int, _ label: Int) -> Float { classes[row] == label ? 1 : -1 }

  private mutating func learn(_ rows: [Int], rounds: Int) {
    var order = rows
    var steps = [Float](repeating: 0, count: width)
    for _ in 0..<rounds {
      order.shuffle(using: &generator)
      var largest: Float = 0
      for row in order {
        score(row, into: &steps)
        var moved = false
        for label in 0..<width {
          let own = shares[row * width + label]
          let side = side(row, label)
          let gradient = side * steps[label] - 1 + Self.softness * own
          let share = max(0, own - gradient / (squares[row] + Self.softness))
          shares[row * width + label] = share
          steps[label] = side * (share - own)
          if share != own {
            moved = true
            largest = max(largest, abs(share - own))
          }
        }
        if moved { add(steps, row) }
      }
      if largest < Self.still { return }
    }
  }

  private func scores(_ row: Int) -> [Float] {
    var scores = [Float](repeating: 0, count: width)
    score(row, into: &scores)
    return scores
  }

  // Safe because features are below the count that `weights` was made for, and no pointer leaves its closure: these
  // two loops are all of the time that learning takes, and checked access makes them several times slower.

  private func score(_ row: Int, into scores: inout [Float]) {
    weights.withUnsafeBufferPointer { weights in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let base = weights.baseAddress, let scores = scores.baseAddress else { return }
        for label in 0..<width { scores[label] = 0 }
        for index in sentences.starts[row]..<sentences.starts[row + 1] {
          let value = sentences.values[index]
          let own = base + Int(sentences.features[index]) * width
          for label in 0..<width { scores[label] += value * own[label] }
        }
      }
    }
  }

  private mutating func add(_ steps: [Float], _ row: Int) {
    weights.withUnsafeMutableBufferPointer { weights in
      steps.withUnsafeBufferPointer { steps in
        guard let base = weights.baseAddress, let steps = steps.baseAddress else { return }
        for index in sentences.starts[row]..<sentences.starts[row + 1] {
          let value = sentences.values[index]
          let own = base + Int(sentences.features[index]) * width
          for label in 0..<width { own[label] += value * steps[label] }
        }
      }
    }
  }

  /// A generator of the same numbers on every run (Steele, Lea & Flood 2014, SplitMix64).
  private struct Generator: RandomNumberGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      return state.mixed
    }
  }
}

extension UInt64 {
  /// Its bits, well stirred: numbers that are alike give numbers that are not.
  var mixed: UInt64 {
    var bits = self
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
