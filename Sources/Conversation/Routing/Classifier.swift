/// Tells which of some classes a text belongs to: linear, learnt from examples.
///
///     let classifier = Classifier([("mistake", "I sent the wrong invoice"), ("thanks", "they sent us a cake")])
///     classifier.ranked("a wrong invoice was sent").first?.label  // "mistake"
struct Classifier {
  /// A class, its score and how sure it is.
  struct Ranked: Hashable {
    var label: String
    var score: Double
    var confidence: Double
  }

  /// The classes, in order of their names.
  let labels: [String]
  let vocabulary: Vocabulary
  let examples: Int
  /// The weights in 255 steps: for each feature, one a class.
  let weights: [Int8]
  /// How large a step is, for each feature.
  let steps: [Float]
  let calibration: Calibration

  /// So many trials tell what a score means; more tell it no better and take longer.
  private static let enoughTrials = 1_000

  /// Learns from examples, each a class and a text, and from what words mean the same.
  init(_ examples: [(label: String, text: String)], concepts: Concepts = Concepts()) {
    let lesson = Lesson(examples, concepts: concepts)
    labels = lesson.labels
    vocabulary = lesson.vocabulary
    self.examples = examples.count
    (weights, steps) = Self.rounded(lesson.trainer.weights, width: labels.count)
    calibration = Calibration(lesson.trials(enough: Self.enoughTrials))
  }

  /// Takes up what was learnt before.
  init(
    labels: [String], vocabulary: Vocabulary, examples: Int, weights: [Int8], steps: [Float],
    calibration: Calibration
  ) {
    self.labels = labels
    self.vocabulary = vocabulary
    self.examples = examples
    self.weights = weights
    self.steps = steps
    self.calibration = calibration
  }

  /// The classes by how well they fit, the best first; equals in the order of their names.
  func ranked(_ text: String) -> [Ranked] {
    let scores = scores(vocabulary.vector(of: text))
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    guard let first = order.first else { return [] }
    let second = order.dropFirst().first.map { Double(scores[$0]) } ?? -1
    return order.map { label in
      let score = Double(scores[label])
      return Ranked(
        label: labels[label], score: score,
        confidence: calibration.confidence(
          score, before: label == first ? second : Double(scores[first])))
    }
  }

  private func scores(_ vector: Vocabulary.Vector) -> [Float] {
    let width = labels.count
    guard width > 0 else { return [] }
    var scores = [Float](repeating: 0, count: width)
    for (feature, value) in zip(vector.features, vector.values) {
      let start = Int(feature) * width
      let scale = value * steps[Int(feature)]
      for label in 0..<width { scores[label] += scale * Float(weights[start + label]) }
    }
    return scores
  }

  /// Rounds each feature's weights to 255 steps: a quarter of the room, and the same decisions.
  private static func rounded(_ weights: [Float], width: Int) -> ([Int8], [Float]) {
    var rounded: [Int8] = []
    rounded.reserveCapacity(weights.count)
    var steps: [Float] = []
    for start in stride(from: 0, to: weights.count, by: max(1, width)) {
      let row = weights[start..<start + width]
      let largest = row.reduce(Float(0)) { max($0, abs($1)) }
      let step = largest > 0 ? largest / 127 : 1
      steps.append(step)
      rounded += row.lazy.map { Int8(($0 / step).rounded()) }
    }
    return (rounded, steps)
  }
}
