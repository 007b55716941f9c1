import Formats

/// The page of synonyms: a Markdown list, one group an item.
enum SynonymList {
  /// The groups: `- outage: down, downtime` gives `["outage", "down", "downtime"]`.
  static func items(_ text: String) -> [[String]] {
    Markdown.readBody(text).blocks.flatMap { block -> [[String]] in
      guard case .list(let list) = block.content else { return [] }
      return list.items.map { item in
        item.plainText.split { $0 == ":" || $0 == "," || $0 == "\n" }
          .map { String($0).trimmed }.filter { !$0.isEmpty }
      }
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
