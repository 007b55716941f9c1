/// Examples with what was learnt from them, before it is packed away.
struct Lesson {
  /// The classes, in order of their names.
  let labels: [String]
  let vocabulary: Vocabulary
  let trainer: Trainer
  /// The class of each example, by number.
  private let classes: [Int]

  /// Learns from examples, each a class and a text.
  init(_ examples: [(label: String, text: String)], concepts: Concepts = Concepts()) {
    labels = Set(examples.map(\.label)).sorted()
    let grams = examples.map { Grams($0.text, concepts: concepts) }
    vocabulary = Vocabulary(grams, concepts: concepts)
    var sentences = Sentences()
    for gram in grams { sentences.append(vocabulary.vector(of: gram)) }
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    classes = examples.map { numbers[$0.label] ?? 0 }
    trainer = Trainer(
      sentences, classes: classes, count: labels.count, features: vocabulary.keys.count)
  }

  /// Examples scored by what is learnt from the others: a fifth is held out at a time, until `enough` were.
  func trials(enough: Int = .max) -> [Calibration.Trial] {
    let folds: UInt64 = 5
    let needed = (0..<folds).first { Int($0 + 1) * classes.count / Int(folds) >= enough }
    return (0...(needed ?? folds - 1)).flatMap { fold -> [Calibration.Trial] in
      let rows = classes.indices.filter { UInt64($0).mixed % folds == fold }
      let others = classes.indices.filter { UInt64($0).mixed % folds != fold }
      return zip(rows, trainer.scores(without: rows, learning: others)).map { row, scores in
        let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
        let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? -1
        return Calibration.Trial(
          best: Double(scores[best]), lead: Double(scores[best] - second),
          label: labels[classes[row]], found: labels[best])
      }
    }
  }
}
