import Foundation

/// Holds a heading against a capitalization rule.
enum Capitals {
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "if", "in", "nor", "of", "on", "or", "per",
    "so", "the", "to", "up", "via", "vs", "yet",
  ]

  static func fit(_ text: String, _ match: String, exceptions: [String]) -> Bool {
    let words = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" }).map(
      String.init)
    switch match {
    case "$lower": return text == text.lowercased()
    case "$upper": return text == text.uppercased()
    case "$sentence":
      return words.enumerated().allSatisfy { index, word in
        exceptions.contains(word) || (index == 0 ? isCapital(word) : !isTitle(word))
      }
    case "$title":
      return words.enumerated().allSatisfy { index, word in
        let inner = index > 0 && index < words.count - 1
        return exceptions.contains(word) || isCapital(word) || inner && small.contains(word)
      }
    default:
      return text.range(of: match, options: .regularExpression) != nil
    }
  }

  private static func isCapital(_ word: String) -> Bool {
    word.first.map { $0.isUppercase || $0.isNumber } ?? true
  }

  /// "Title", not "URL", "iPhone" or "I".
  private static func isTitle(_ word: String) -> Bool {
    word.count > 1 && word.first?.isUppercase == true
      && word.dropFirst().allSatisfy { $0.isLowercase || $0 == "'" }
  }
}
