/// The measures that rules of the kind `readability` name, as formulas over the counts of a text.
enum Readability {
  static let formulas: [String: String] = [
    "Gunning Fog": "0.4 * (words / sentences + 100 * complex_words / words)",
    "Coleman-Liau": "5.88 * characters / words - 29.6 * sentences / words - 15.8",
    "Flesch-Kincaid": "0.39 * words / sentences + 11.8 * syllables / words - 15.59",
    "SMOG": "1.0430 * sqrt(polysyllabic_words * 30 / sentences) + 3.1291",
    "Automated Readability": "4.71 * characters / words + 0.5 * words / sentences - 21.43",
  ]

  /// The mean of some measures; nil where there is nothing to measure.
  static func grade(_ metrics: [String], _ variables: [String: Double]) -> Double? {
    let values = metrics.compactMap { formulas[$0].flatMap { Formula($0)?.value(variables) } }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
