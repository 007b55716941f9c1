/// Words that mean the same here, from the list in `synonyms.md` of each layer.
///
///     - outage: down, downtime, offline
///
/// Each word of a line stands for the others, but a little less than itself.
struct Synonyms: Sendable {
  /// The phrases that may stand for a stem, each as its stems in a row.
  private(set) var phrases: [String: [[String]]] = [:]

  /// Reads the items of every list in `texts`.
  init(_ texts: [String], stemmer: inout Stemmer) {
    for item in texts.flatMap(SynonymList.items) {
      let group = item.map { stemmer.list($0) }.filter { !$0.isEmpty }
      for words in group where words.count == 1 {
        phrases[words[0], default: []] += group.filter { $0 != words }
      }
    }
  }
}
