/// One statement of a sentence: the pieces it has, and the connector before it.
struct Clause {
  /// Its pieces, without the connector.
  var pieces: Range<Int>
  /// Where the connector (", and") begins; the clause's own start when there is none.
  var connector: Int
  var tense: Tense

  enum Tense { case past, future, none }
}

extension Words {
  /// The statements of the text: cut at full stops and semicolons, and at "and", "but", "so" or a comma when a verb follows.
  var clauses: [Clause] {
    var clauses: [Clause] = []
    var start = 0
    var connector = 0
    var index = 0
    while index < count {
      let end = index
      var next = index
      if closes(index) {
        next += 1
      } else if self.is(index, ",") {
        next += 1
      }
      if self.is(next, "and", "but", "so", "then") || self.is(next, "&") && next > index {
        next += 1
      }
      if self.is(next, "also", "then"), next > index { next += 1 }
      let breaks = next > index && (closes(index) || width(next) == 0 && hasVerb(from: next))
      if breaks, end > start || closes(index) {
        if end > start { clauses.append(clause(start..<end, connector)) }
        connector = end
        start = next
        index = max(next, index + 1)
      } else {
        index += 1
      }
    }
    if start < count { clauses.append(clause(start..<count, connector)) }
    return clauses
  }

  private func clause(_ pieces: Range<Int>, _ connector: Int) -> Clause {
    Clause(pieces: pieces, connector: connector, tense: tense(pieces))
  }

  /// Whether piece `index` ends a sentence; a point between figures or after a short form does not.
  private func closes(_ index: Int) -> Bool {
    if self.is(index, ";", "!", "?", "—", "–", "…") { return true }
    if self.is(index, "-"), !glued(index), index + 1 < count, !glued(index + 1) {
      return width(index - 1) == 0 && width(index + 1) == 0
    }
    guard self.is(index, "."), index > 0 else { return false }
    if index + 1 < count, glued(index + 1), all[index + 1].kind != .sign { return false }
    if all[index - 1].kind == .digits, index + 1 < count, glued(index) {
      return all[index + 1].isCapitalised
    }
    return !Lexicon.companyEndings.contains(key(index - 1)) || index + 1 == count
      || all[index + 1].isCapitalised
  }

  /// Whether a verb stands between `start` and the next break.
  private func hasVerb(from start: Int) -> Bool {
    var index = start
    if self.is(start, "my", "our"), self.is(start + 1, "fault", "bad", "mistake") { return true }
    // "…, they know": a pronoun with its verb, whatever the verb.
    if self.is(start, "they", "we", "i", "he", "she", "nobody"), start + 1 < count,
      all[start + 1].kind == .letters, !Lexicon.prepositions.contains(key(start + 1)),
      !Lexicon.conjunctions.contains(key(start + 1))
    {
      return true
    }
    while index < count, !self.is(index, ",", ".", ";", "!", "?", "and", "but", "because") {
      if isVerb(index) || self.is(index, "know", "knows", "knew", "wait", "waits") { return true }
      index += 1
    }
    return false
  }

  /// Whether piece `index` is an auxiliary or a verb in the past.
  func isVerb(_ index: Int) -> Bool {
    let word = key(index)
    if Lexicon.auxiliaries.contains(word) && word != "not" && word != "may" { return true }
    if Lexicon.pastForms.contains(word) || Lexicon.contractions[word] != nil { return true }
    return word.count > 4 && word.hasSuffix("ed") && !Lexicon.articles.contains(key(index - 1))
      && word != "need"
  }

  private func tense(_ pieces: Range<Int>) -> Clause.Tense {
    var past = false
    for index in pieces {
      let word = key(index)
      if Lexicon.future.contains(word) || word.hasSuffix("'ll") || has("going to", at: index) {
        return .future
      }
      if Lexicon.pastForms.contains(word) { past = true }
      if word.count > 4, word.hasSuffix("ed"), word != "need", word != "speed" { past = true }
    }
    return past ? .past : .none
  }
}
