import RapportKit

/// A score with what it rests on: how much was answered, and where it could lie.
///
///     // 3, 4 and 4 of six items: 11 / 3 = 3.67; the three gaps at 1 give 2.33, at 5 give 4.33.
///     Score([3, 4, 4], of: 6)  // 3.67, 3 of 6, 2.33…4.33
struct Score: Sendable, Hashable {
  /// The answers, each on the scale from 1 to 5.
  var terms: [Double]
  /// How many were asked.
  var of: Int
  /// The mean when every gap were the worst, and the best.
  var low: Double
  /// The mean when every gap were the best.
  var high: Double

  /// The mean; nil when under half was answered.
  var mean: Double? {
    guard of > 0, Double(terms.count) >= Conventions.share * Double(of), !terms.isEmpty else {
      return nil
    }
    return terms.reduce(0, +) / Double(terms.count)
  }

  /// How many were answered.
  var answered: Int { terms.count }

  /// The score of `terms` out of `of` items.
  init(_ terms: [Double], of: Int) {
    self.terms = terms
    self.of = of
    let sum = terms.reduce(0, +)
    let open = Double(of - terms.count)
    low = of == 0 ? Conventions.low : (sum + open * Conventions.low) / Double(of)
    high = of == 0 ? Conventions.high : (sum + open * Conventions.high) / Double(of)
  }

  /// The score of a dimension: its parts count the same, whatever the number of their items.
  init(parts: [Score]) {
    terms = parts.compactMap(\.mean)
    of = parts.count
    let count = Double(max(1, parts.count))
    low = parts.map(\.low).reduce(0, +) / count
    high = parts.map(\.high).reduce(0, +) / count
  }

  /// The score as it stands in records.
  var node: Node {
    .compact([
      "score": .number(mean.map(rounded)), "answered": .number(answered), "of": .number(of),
      "low": .number(rounded(low)), "high": .number(rounded(high)),
    ])
  }
}

/// Which third of the scale a score lies in.
enum Band: String, Sendable, Hashable {
  case weak, mixed, strong

  /// The band of `score`.
  init(_ score: Double) {
    self =
      score < Conventions.weak ? .weak : score < Conventions.strong ? .mixed : .strong
  }
}

extension Item {
  /// What `mark` counts on the scale from 1 to 5; nil when it counts nothing. Scales of any length are stretched to it;
  /// a good answer to a question with good ones is 5, any other 1.
  func value(of mark: Mark?) -> Double? {
    switch mark {
    case .point(let point)?:
      guard let labels, labels.count > 1 else { return nil }
      let step = (Conventions.high - Conventions.low) / Double(labels.count - 1)
      return Conventions.low + Double(point - 1) * step
    case .option(let id)? where !good.isEmpty:
      return good.contains(id) ? Conventions.high : Conventions.low
    default: return nil
    }
  }

  /// Whether `mark` is a warning: an answer that is not among the good ones.
  func warns(_ mark: Mark?) -> Bool {
    guard !good.isEmpty, case .option(let id)? = mark else { return false }
    return !good.contains(id)
  }

  /// The words of `mark`.
  func words(of mark: Mark?, for role: Role = .me) -> String {
    switch mark {
    case .point(let point)?:
      labels.flatMap { $0.indices.contains(point - 1) ? $0[point - 1] : nil }
        ?? "\(point)"
    case .option(let id)?: options(for: role).first { $0.id == id }?.label ?? id
    case .notApplicable?: "does not apply"
    case .unknown?: "don't know"
    case nil: "left out"
    }
  }
}

/// A number to two decimals.
func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

/// A number as people read it: to one decimal, always with it.
func figure(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
