import RapportKit

/// Figures that need many people. With few, Rapport refuses them and shows the answers as they are.
enum Statistics {
  /// What can be asked for.
  enum Figure: String, CaseIterable { case nps, alpha, average }

  /// Cronbach's alpha of complete rows, one a person: k / (k − 1) · (1 − Σ item variances / variance of the sums).
  ///
  /// Nil when nothing varies, or for fewer than two items. See Trizano-Hermosilla & Alvarado (2016) on its limits.
  static func alpha(_ rows: [[Double]]) -> Double? {
    guard let k = rows.first?.count, k > 1, rows.count > 1 else { return nil }
    func variance(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
    let items = (0..<k).map { index in variance(rows.map { $0[index] }) }.reduce(0, +)
    let total = variance(rows.map { $0.reduce(0, +) })
    return total == 0 ? nil : Double(k) / Double(k - 1) * (1 - items / total)
  }

  /// Why `figure` is not given for `count` answers; nil when it is.
  static func refusal(_ figure: Figure, count: Int) -> String? {
    switch figure {
    case .nps:
      "No recommend score: for one customer it swings by a single mood, and no question here goes "
        + "from 0 to 10. Whom have they sent to you, and when? "
        + "(assessment/few-answers#be-careful-with-the-recommend-score)"
    case .alpha where count < Conventions.respondents:
      "No alpha: \(count) answered, and under \(Conventions.respondents) it is too imprecise to say "
        + "anything (assessment/few-answers#leave-out-clever-statistics)."
    case .average where count < Conventions.respondents:
      "No average: \(count) answered, and each answer says more than their mean "
        + "(assessment/few-answers#show-the-answers-as-they-are)."
    case .alpha, .average: nil
    }
  }
}
