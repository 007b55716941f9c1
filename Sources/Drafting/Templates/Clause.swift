import RapportKit

/// What a text answer is by its form.
enum Clause {
  /// Whether it stands as a sentence of its own by the look of it: it begins with a pronoun and a verb.
  ///
  ///     Clause.isWhole("she moves to Scotland")  // true
  ///     Clause.isWhole("higher hosting costs")   // false
  static func isWhole(_ text: String) -> Bool {
    let words = AnswerWords(text)
    let first = words.key(0)
    guard words.count > 2 else { return false }
    if let end = first.firstIndex(of: "'") { return subjects.contains(String(first[..<end])) }
    guard subjects.contains(first) else { return false }
    // "this year's costs", "that price": no subject.
    return !["this", "that"].contains(first) || verbs.contains(words.key(1))
  }

  /// Whether it says a date: a weekday, a month with a day or behind a preposition, "tomorrow", "2026-12-03".
  static func isDated(_ text: String) -> Bool {
    let words = AnswerWords(text)
    return (0..<words.count).contains { index in
      let key = words.key(index)
      if ["today", "tomorrow", "tonight"].contains(key) { return true }
      if ["week", "month", "year", "quarter"].contains(key) {
        return ["next", "this", "coming"].contains(words.key(index - 1))
      }
      if Weekday.allCases.contains(where: { $0.name.lowercased() == key }) { return true }
      if LocalDate(iso: key) != nil { return true }
      guard months.contains(key) else { return false }
      return words.word(index + 1).first?.isNumber == true
        || words.word(index - 1).first?.isNumber == true
        || ["in", "by", "until", "from", "since", "for", "of", "end", "before", "after"]
          .contains(words.key(index - 1))
    }
  }

  private static let subjects: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "there", "this", "that",
  ]
  private static let verbs: Set<String> = [
    "is", "was", "has", "will", "would", "means", "costs", "takes", "makes", "does", "cannot",
    "can", "could", "needs",
  ]
  private static let months: Set<String> = Set(
    Wording.months.flatMap { [$0.lowercased(), String($0.lowercased().prefix(3))] })
}
