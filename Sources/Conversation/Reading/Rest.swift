import RapportKit

/// What a sentence still says when others have taken their words.
extension Filling {
  /// The sentence without its openers ("Help,"), the statements that options and promises took whole, and the phrases of time
  /// that may go, where at least `least` words of their statement stay; its final stop is dropped.
  /// At least one statement stays.
  mutating func rest(dropping: Bool = true, least: Int = 2) -> String {
    var gone: Set<Int> = []
    var clauses = words.clauses
    if dropping {
      for opener in openers() { gone.insert(opener) }
      for clause in clauses.reversed()
      where clauses.count > 1
        && (isTaken(clause)
          || clause.pieces != clauses[0].pieces && isAside(clause) && !isAside(clauses[0]))
      {
        gone.formUnion(clause.connector..<clause.pieces.upperBound)
        clauses.removeAll { $0.pieces == clause.pieces }
      }
      if let first = clauses.first, first.pieces.lowerBound > first.connector {
        gone.formUnion(first.connector..<first.pieces.lowerBound)
      }
    }
    for clause in clauses {
      // A length is read behind the whole text: it may leave the last statement alone.
      let last = !dropping || clause.pieces == clauses.last?.pieces
      let phrases = cuts.filter { $0.overlaps(clause.pieces) && (last || !isLength($0)) }
      guard !phrases.isEmpty else { continue }
      let left = clause.pieces.filter { index in
        words.all[index].kind != .sign && !gone.contains(index)
          && !phrases.contains { $0.contains(index) }
      }
      if left.isEmpty, least == 0 || clauses.count > 1 && hasWords(clauses, besides: clause, gone) {
        gone.formUnion(clause.connector..<clause.pieces.upperBound)
      } else if left.count >= least,
        left.contains(where: { !Lexicon.articles.contains(words.key($0)) })
      {
        for phrase in phrases { gone.formUnion(phrase) }
      }
    }
    taken.formUnion(gone)
    return tidied(gone)
  }

  /// What was filled, in the order of `order`.
  func filled(_ rest: String, order: [String]) -> Filled {
    var answers = Answers()
    for id in order { if let answer = found[id] { answers[id] = answer } }
    var used: [Range<String.Index>] = []
    var index = 0
    while index < words.count {
      guard taken.contains(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while taken.contains(end) { end += 1 }
      used.append(words.range(index, end))
      index = end
    }
    return Filled(answers: answers, used: used, rest: rest, refused: refused)
  }

  /// Whether an option or a promise took a statement, and names and phrases all else in it but small words.
  private func isTaken(_ clause: Clause) -> Bool {
    guard isKnown(clause) || clause.pieces.allSatisfy(spoken.contains) else { return false }
    if clause.pieces.lowerBound > 0, isReaction(clause) { return true }
    let times = seen.values.joined().flatMap(\.whole)
    return clause.pieces.allSatisfy { index in
      taken.contains(index) || words.all[index].kind == .sign || times.contains(index)
        || words.all[index].isCapitalised || words.is(index, in: Self.besides)
        || words.is(index, in: Self.knowing)
        || Lexicon.functionWords.contains(words.key(index))
          && !words.is(index, "late", "long", "because")
        || Lexicon.contractions[words.key(index)] != nil
    }
  }

  private func isLength(_ phrase: Range<Int>) -> Bool {
    seen.values.joined().contains { sighting in
      guard sighting.whole == phrase else { return false }
      switch sighting.content {
      case .length, .span: return true
      default: return false
      }
    }
  }

  private func hasWords(_ clauses: [Clause], besides one: Clause, _ gone: Set<Int>) -> Bool {
    clauses.contains { clause in
      clause.pieces != one.pieces
        && clause.pieces.contains { words.all[$0].kind != .sign && !gone.contains($0) }
    }
  }

  /// "Help,", "Oops", "Hi," at the very start.
  private func openers() -> Range<Int> {
    var index = 0
    while index < words.count,
      words.is(
        index, "help", "oops", "hi", "hello", "hey", "ugh", "argh", "damn", "shit", "crap",
        "whoops", "ok", "okay", "well", "oh", "sorry", "so", "um", "uh")
    {
      var next = index + 1
      if words.is(index, "oh"), words.is(next, "no", "dear", "god") { next += 1 }
      let signs = next
      while words.is(next, ",", "!", ".", ":", "…", "-", "–") { next += 1 }
      // A word that opens a statement ("well done", "sorry state") is followed by its own words at once.
      guard
        next > signs
          || words.is(index, "oops", "ugh", "argh", "damn", "whoops", "oh", "so", "ok", "okay")
      else { break }
      index = next
    }
    return 0..<(index < words.count ? index : 0)
  }

  /// The pieces that are left, spaced as they were; commas at either end and doubled ones go with what they parted.
  private mutating func tidied(_ gone: Set<Int>) -> String {
    guard words.count > 0 else { return words.text.trimmed }
    var kept: [Int] = words.all.indices.filter { !gone.contains($0) }
    while let last = kept.last, words.is(last, ",", ".", ";", "-", "–", "—", ":", "!") {
      kept.removeLast()
    }
    // The mark of a question that went ("Should I tell them?").
    while let last = kept.last, words.is(last, "?", "!", ".", ","), gone.contains(last - 1) {
      kept.removeLast()
    }
    while let last = kept.last, words.is(last, ",", ".", ";", "-", "–", "—", ":", "!") {
      kept.removeLast()
    }
    while let first = kept.first, words.is(first, ",", ".", ";", "-", "–", "—", ":", "!") {
      kept.removeFirst()
    }
    while let last = kept.last, words.is(last, "and", "but", ",") {
      taken.insert(last)
      kept.removeLast()
    }
    var text = ""
    var previous: Int?
    for index in kept {
      if let previous {
        if !gone.isEmpty, words.is(index, "!", "?"), words.is(previous, "!", "?") { continue }
        if previous == index - 1 {
          text +=
            words.text[words.all[previous].range.upperBound..<words.all[index].range.lowerBound]
        } else if words.is(index, ",", ".", ";", "!", "?") {
          if words.is(previous, ",", ".", ";", "!", "?") { continue }
        } else {
          text += " "
        }
      }
      text += words.all[index].text
      previous = index
    }
    return text.trimmed
  }
}
