/// Finds what stands twice in a row.
struct Repetition {
  /// A repetition: all of it, and the word or match that is said again.
  struct Found {
    var range: Range<Int>
    var word: Range<Int>
  }

  private let rule: RuleDefinition
  private let reading: Reading

  init(_ rule: RuleDefinition, _ reading: Reading) {
    self.rule = rule
    self.reading = reading
  }

  /// Words that repeat the one before, with nothing but a space between.
  func words() -> [Found] {
    let words = reading.words
    let space = Hash.of([32])
    var found: [Found] = []
    var run = 0
    for second in words.indices.dropFirst() {
      let (before, word) = (words[second - 1], words[second])
      guard word.hash == before.hash, word.gap == space,
        same(Int(before.start)..<Int(before.end), Int(word.start)..<Int(word.end))
      else {
        run = 0
        continue
      }
      run += 1
      guard run > rule.max ?? 0 else { continue }
      run = 0
      found.append(
        Found(
          range: Int(before.start)..<Int(word.end), word: Int(word.start)..<Int(word.end)))
    }
    return found
  }

  /// Matches that repeat the one before, on one line.
  func matches(_ matches: [RuleMatch]) -> [Found] {
    var found: [Found] = []
    var run = 0
    for (before, match) in zip(matches, matches.dropFirst()) {
      let between = reading.masked[before.end..<max(before.end, match.start)]
      guard same(before.start..<before.end, match.start..<match.end), !between.contains(10) else {
        run = 0
        continue
      }
      run += 1
      guard run > rule.max ?? 0 else { continue }
      run = 0
      found.append(Found(range: before.start..<match.end, word: match.start..<match.end))
    }
    return found
  }

  private func same(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let a = reading.text(one.lowerBound, one.upperBound)
    let b = reading.text(other.lowerBound, other.upperBound)
    if rule.alpha, !b.contains(where: \.isLetter) { return false }
    return rule.ignoreCase ? a.lowercased() == b.lowercased() : a == b
  }
}
