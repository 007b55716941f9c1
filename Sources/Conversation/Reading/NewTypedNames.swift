import RapportKit

/// Names nobody has on record: with their capitals, and not when they read like a sentence.
extension Reader {
  /// `line` as a name: "mrs lund" is "Mrs Lund", "Dr. Susan Grove" is "Dr Susan Grove".
  ///
  /// - Throws: `.badAnswer` for a sentence, a question, or an answer that says nothing.
  func name(_ line: String, typed text: String, like example: String) throws(Problem) -> String {
    guard !Self.readsLikeSentence(line), !isMeasure(line),
      !(text.contains("?") && line.contains(" "))
    else {
      throw Problem(
        .badAnswer, "“\(text.trimmed)” does not look like a name.",
        help: "Write the name alone, like `\(example)`.")
    }
    var parts = line.split(separator: " ").map(String.init)
    if parts.count > 1, let title = Named.title(parts[0]) { parts[0] = title }
    return parts.enumerated().map { Self.capitalised($0.element, first: $0.offset == 0) }
      .joined(separator: " ")
  }

  /// "500 EUR", "26 Nov" and "12:30" are no names; "Studio 54" and "3M" are.
  private func isMeasure(_ line: String) -> Bool {
    guard line.contains(where: \.isNumber) else { return false }
    return (try? money(line)) != nil || (try? date(line, .either)) != nil
      || (try? time(line)) != nil
  }

  private static func readsLikeSentence(_ line: String) -> Bool {
    if saysUnknown(line) || saysNothing(line) || Chooser.yesno(line) != nil { return true }
    let words = Words(line)
    let letters = words.all.indices.filter { words.all[$0].kind == .letters }
    let count = line.split(separator: " ").count
    let questions: Set<String> = [
      "what", "how", "why", "do", "does", "did", "is", "are", "can", "could", "should", "when",
      "where", "who", "which", "i", "we", "they", "please",
    ]
    let lower = letters.filter { !words.all[$0].isCapitalised }
    if count > 2, words.is(0, in: questions), lower.count * 2 >= letters.count { return true }
    if count > 5, lower.contains(where: { !particles.contains(words.key($0)) }) { return true }
    let telling: Set<String> = [
      "is", "are", "was", "were", "i", "we", "she", "he", "they", "have", "has", "will", "not",
      "don't", "dont", "my", "told", "called",
    ]
    return count > 3 && lower.contains { words.is($0, in: telling) }
  }

  /// A word in lower case with its capital, after a hyphen as well; "van" and the like stay inside a name.
  private static func capitalised(_ word: String, first: Bool) -> String {
    guard !word.contains(where: \.isUppercase), first || !particles.contains(word) else {
      return word
    }
    guard word.first?.isLetter == true else { return word }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      .map { String($0).capitalizedFirst }
    let name = parts.joined(separator: "-")
    guard name.hasPrefix("O'") || name.hasPrefix("O’") else { return name }
    return name.prefix(2) + String(name.dropFirst(2)).capitalizedFirst
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "di", "da", "la", "le", "of", "and", "the", "for",
    "und", "et", "zu", "zum", "y", "in", "&",
  ]
}
