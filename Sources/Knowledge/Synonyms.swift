import Formats

/// Words that mean the same here, from the list in `synonyms.md` of each layer.
///
///     - outage: down, downtime, offline
///
/// The words and phrases of an item stand for each other, each counting a little less than what was asked for.
struct Synonyms: Sendable {
  /// The groups each stem begins a word or phrase of: that phrase, and what stands for it.
  private var groups: [String: [(phrase: [String], others: [[String]])]] = [:]

  /// No synonyms.
  init() {}

  /// Reads the lists in `texts`.
  init(_ texts: [String], stemmer: inout Stemmer) {
    for item in texts.flatMap(Self.items) {
      var phrases: [[String]] = []
      for word in item {
        let phrase = stemmer.list(word)
        if !phrase.isEmpty, !phrases.contains(phrase) { phrases.append(phrase) }
      }
      for phrase in phrases {
        groups[phrase[0], default: []].append((phrase, phrases.filter { $0 != phrase }))
      }
    }
  }

  /// What may stand for the words at the beginning of `stems`.
  func phrases(for stems: ArraySlice<String>) -> [[String]] {
    guard let first = stems.first, let groups = groups[first] else { return [] }
    return groups.filter { stems.starts(with: $0.phrase) }.flatMap(\.others)
  }

  /// The groups of a page: `- outage: down, downtime` gives `["outage", "down", "downtime"]`.
  static func items(_ page: String) -> [[String]] {
    Markdown.readBody(page).blocks.flatMap { block -> [[String]] in
      guard case .list(let list) = block.content else { return [] }
      return list.items.map { item in
        item.plainText.split { $0 == ":" || $0 == "," || $0 == "\n" }.map(String.init)
      }
    }
  }
}
