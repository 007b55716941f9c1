/// Words and phrases that mean the same, numbered by group: a sentence finds an example that says it in other words.
///
///     let concepts = Concepts([["customer", "client"], ["apologise", "sorry"]])
///     concepts.numbers(["our", "clients"])  // [[], [the number of the first group]]
///
/// Endings do not count (``Stems``), and a word may stand in several groups.
struct Concepts: Sendable {
  /// The groups by the stem that a phrase of theirs begins with: the rest of the phrase, and the group's number.
  private var groups: [String: [(rest: [String], number: UInt64)]] = [:]

  /// Numbers `groups`, each the words and phrases that stand for each other.
  init(_ groups: [[String]] = []) {
    for (index, group) in groups.enumerated() {
      for phrase in group {
        let stems = Grams.words(of: phrase).map(Stems.stem)
        guard let first = stems.first else { continue }
        let number = (~UInt64(index)).mixed
        self.groups[first, default: []].append((Array(stems.dropFirst()), number))
      }
    }
  }

  /// For each stem of a text, the groups that a phrase beginning there belongs to.
  func numbers(_ stems: [String]) -> [[UInt64]] {
    stems.indices.map { place in
      (groups[stems[place]] ?? []).filter { stems[(place + 1)...].starts(with: $0.rest) }
        .map(\.number)
    }
  }
}
