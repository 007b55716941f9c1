import RapportKit

/// The arithmetic behind a reading, line by line, so that one can quarrel with it.
struct Explanation {
  let scores: Scores

  init(_ scores: Scores) { self.scores = scores }

  /// The lines as a list.
  var markdown: String {
    "How it comes about (the scale and the cut-offs are ours; assessment/reading-scores):\n\n"
      + lines.map { "- \($0)" }.joined(separator: "\n")
  }

  /// Every sum, then the rule and what it gives.
  var lines: [String] {
    let questionnaire = scores.questionnaire
    var lines: [String] = []
    for category in questionnaire.categories {
      guard let score = scores.categories[category.id] else { continue }
      lines.append("\(category.title): \(mean(score)).")
    }
    for dimension in questionnaire.dimensions {
      guard let score = scores.dimensions[dimension.id] else { continue }
      lines.append("\(dimension.title), the mean of its parts: \(mean(score)).")
    }
    lines.append(rule)
    lines.append("Reading: \(scores.reading.headline(in: questionnaire)).")
    return lines
  }

  /// A number with at most two decimals: what the sums are made with, where a report shows one.
  private static func exact(_ number: Double) -> String {
    let number = rounded(number)
    return number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  /// "(4 + 5 + 2) / 3 = 3.67; 3 of 6 answered, 2.3 if the rest were 1, 4.3 if they were 5".
  private func mean(_ score: Score) -> String {
    let terms = score.terms.map(Self.exact)
    let sum =
      switch terms.count {
      case 0: "nothing answered"
      case 1: terms[0]
      default: "(\(terms.joined(separator: " + "))) / \(terms.count)"
      }
    let result =
      score.mean.map { terms.count == 1 ? "" : " = \(Self.exact($0))" }
      ?? (terms.isEmpty ? "" : ", withheld: under half is answered")
    guard score.answered < score.of else { return sum + result }
    return "\(sum)\(result); \(score.answered) of \(score.of) answered, "
      + "\(figure(score.low)) if the rest were 1, \(figure(score.high)) if they were 5"
  }

  private var rule: String {
    switch scores.reading {
    case .lower:
      "Rule: the lower dimension decides, never the mean; below \(figure(Conventions.weak)) is weak, from "
        + "\(rounded(Conventions.strong)) on strong (assessment/respect-and-trust#the-weaker-one-decides)."
    case .any:
      "Rule: any one symptom makes it one-sided; signs and hints are shown and not counted "
        + "(one-sided/symptoms#one-yes-is-enough)."
    case .majority(_, _, let of):
      "Rule: most answers decide, \(Reading.most(of: of)) of \(of); a good answer is yes, but for those turned "
        + "round; “unknown” is not yes (relationship-or-trade/five-questions#most-answers-decide)."
    case .ratio(let value, _, _, let own):
      "Rule: the three parts above the line, added, over self-interest, which is 6 less its score"
        + (own.map { " (\(figure($0)))" } ?? "") + (value.map { ": \(figure($0))" } ?? "")
        + ". Not comparable with anybody's norms (assessment/trust-equation#do-not-compare-the-number)."
    case .apart: "Rule: every category stands by itself; none makes up for another."
    }
  }
}
