import Foundation

/// What the scores of a text mean, learnt from examples that were held out of the learning.
///
/// A score is the distance to the border between a class and all others. How far the best is before the second says how
/// likely it is right (Platt 1999); how low the best is says whether any class is meant at all.
struct Calibration: Hashable {
  /// `confidence` is 1 / (1 + e^-(base + slope · lead)).
  var base: Double
  var slope: Double
  /// A best score below this means none: of the held-out examples that were told right, four in a thousand are lower.
  var floor: Double

  /// The share of examples told right that may be taken for none.
  static let lost = 0.004

  /// A held-out example's best score, how far it is before the second, its class and the class found.
  struct Trial {
    var best: Double
    var lead: Double
    var label: String
    var found: String

    var isRight: Bool { label == found }
  }

  /// How sure it is that a class with this score is meant, when the best other has `other`.
  func confidence(_ score: Double, before other: Double) -> Double {
    1 / (1 + exp(-(base + slope * (score - other))))
  }
}

extension Calibration {
  /// Learns from `trials`; without any, a distance of a third is even odds doubled.
  init(_ trials: [Trial]) {
    (base, slope) = (0, 4)
    let right = trials.filter(\.isRight).map(\.best).sorted()
    floor = right.isEmpty ? -0.7 : right[Int(Double(right.count) * Self.lost)]
    // Newton's method on the logistic likelihood; the two prior counts keep small sets sober.
    let prior = 2.0
    for _ in 0..<20 {
      var (g0, g1) = (-prior * base * 0.5, -prior * (slope - 4) * 0.05)
      var (h00, h01, h11) = (prior * 0.5, 0.0, prior * 0.05)
      for trial in trials {
        let p = 1 / (1 + exp(-(base + slope * trial.lead)))
        let error = (trial.isRight ? 1 : 0) - p
        g0 += error
        g1 += error * trial.lead
        h00 += p * (1 - p)
        h01 += p * (1 - p) * trial.lead
        h11 += p * (1 - p) * trial.lead * trial.lead
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 1e-9 else { return }
      var (d0, d1) = (
        (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant
      )
      // Farther ahead is never less sure.
      if slope == 0, d1 < 0 { (d0, d1) = (g0 / h00, 0) }
      // A whole step may go too far when few trials, or none, were told right: it is halved until it is a gain.
      let loss = loss(trials, prior: prior)
      let (oldBase, oldSlope) = (base, slope)
      var part = 1.0
      repeat {
        (base, slope) = (oldBase + part * d0, max(0, oldSlope + part * d1))
        part /= 2
      } while self.loss(trials, prior: prior) > loss && part > 1e-6
      if abs(d0) + abs(d1) < 1e-6 { return }
    }
  }

  /// How badly the confidence fits `trials`, and how far it is from what is assumed without any.
  private func loss(_ trials: [Trial], prior: Double) -> Double {
    trials.reduce(prior * (base * base * 0.25 + (slope - 4) * (slope - 4) * 0.025)) {
      let odds = base + slope * $1.lead
      let against = $1.isRight ? -odds : odds
      return $0 + max(against, 0) + log1p(exp(-abs(against)))
    }
  }
}
