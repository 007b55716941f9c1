import Foundation

/// Holds a heading or a sentence against a capitalization rule, as Vale does: most of its words must fit.
struct Capitals {
  private let rule: RuleDefinition

  init(_ rule: RuleDefinition) { self.rule = rule }

  /// Words that a title leaves small, the short ones of the Associated Press and the longer ones of Chicago.
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or",
    "per", "so", "the", "to", "v", "via", "vs", "yet",
  ]
  private static let prepositions: Set<String> = [
    "about", "above", "after", "among", "before", "between", "down", "from", "into", "like", "near",
    "off", "onto", "over", "than", "through", "under", "until", "up", "upon", "with", "without",
  ]

  /// Whether `text` fits; `excepts` says which words are free.
  func fit(_ text: String, _ excepts: (String) -> Bool) -> Bool {
    switch rule.match {
    case "$lower": text == text.lowercased() || excepts(text)
    case "$upper": text == text.uppercased() || excepts(text)
    case "$sentence": isSentence(words(text), excepts)
    default: isTitle(words(text), excepts)
    }
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map {
      String($0.drop { !$0.isLetter && !$0.isNumber })
    }.filter { !$0.isEmpty }
  }

  private func isSentence(_ words: [String], _ excepts: (String) -> Bool) -> Bool {
    guard !words.isEmpty else { return true }
    var fitting = 0
    for (index, word) in words.enumerated() {
      // "Top-level" is held to its first part.
      let part = word.split(separator: "-").first.map(String.init) ?? word
      let isAfter = index > 0 && rule.indicators.contains { words[index - 1].hasSuffix($0) }
      if part == part.uppercased() || isAfter || excepts(word) {
        fitting += 1
      } else if index == 0 {
        guard part.first?.isUppercase == true, part.dropFirst() == part.dropFirst().lowercased()
        else { return false }
        fitting += 1
      } else if part == part.lowercased() {
        fitting += 1
      }
    }
    return Double(fitting) / Double(words.count) > rule.threshold
  }

  private func isTitle(_ words: [String], _ excepts: (String) -> Bool) -> Bool {
    guard !words.isEmpty else { return true }
    let chicago = rule.titles.lowercased() == "chicago"
    let fitting = words.enumerated().count { index, word in
      if word == word.uppercased() || excepts(word) { return true }
      let bare = word.lowercased().filter { $0.isLetter }
      let inner = index > 0 && index < words.count - 1 && !words[index - 1].hasSuffix(":")
      let isSmall = Self.small.contains(bare) || chicago && Self.prepositions.contains(bare)
      return inner && isSmall ? word == word.lowercased() : word.first?.isUppercase == true
    }
    return Double(fitting) / Double(words.count) > rule.threshold
  }
}
