import RapportKit

extension NewNames {
  /// A name in small letters in a customer's place: sure enough to be offered, not to be taken.
  ///
  /// It receives something ("sent birchwood the wrong invoice", "told birchwood about it"), or something of theirs or
  /// for them passes between us ("lost birchwood's order", "sent the wrong invoice to birchwood").
  func offer() -> NameMatch? {
    let found = words.all.indices.filter { isOffered($0) }
    guard let start = found.first, Set(found.map { words.key($0) }).count == 1 else { return nil }
    var end = start + 1
    while isCompanyEnding(end) { end += 1 }
    var name = words.written(start, end)
    let possessive = words.key(start).hasSuffix("'s")
    if possessive { name = String(name.dropLast(2)) }
    let capital = name.split(separator: " ").map { String($0).capitalizedFirst }.joined(
      separator: " ")
    return NameMatch(
      named: Named(name: capital), customer: nil, pieces: start..<end, possessive: possessive)
  }

  private func isOffered(_ index: Int) -> Bool {
    guard index > 0, words.all[index].kind == .letters, !words.all[index].isCapitalised else {
      return false
    }
    var key = words.key(index)
    let possessive = key.hasSuffix("'s")
    if possessive { key = String(key.dropLast(2)) }
    guard key.count > 3, !key.contains("'"), !Lexicon.functionWords.contains(key),
      !Lexicon.notNames.contains(key), !Lexicon.dealingNouns.contains(key),
      !Lexicon.dealingVerbs.contains(key), !Lexicon.mishaps.contains(key),
      !Lexicon.deeds.contains(key),
      !Lexicon.firstNames.contains(key), !Lexicon.places.contains(key), !names.isKnown(key),
      !words.isVerb(index), !Self.ordinary.contains(key),
      !["s", "ing", "ly", "ion", "ment", "ness", "ity", "er", "or", "ed"].contains(
        where: key.hasSuffix)
    else { return false }
    let next = isCompanyEnding(index + 1) ? index + 2 : index + 1
    let deals = words.is(index - 1, in: Lexicon.dealingVerbs)
    if possessive {
      return words.is(next, in: Lexicon.dealingNouns) && (deals || words.isVerb(index - 1))
    }
    let ends =
      words.isOver(next) || words.is(next, in: Lexicon.adverbs)
      || words.is(next, in: Lexicon.conjunctions)
      || words.is(next, ",", "on", "twice", "by", "last")
    if deals {
      return words.is(next, in: Lexicon.articles)
        || words.is(index - 1, in: Self.toSomebody)
          && (ends || words.is(next, "about", "that", "twice", "by", "of", "too"))
    }
    guard words.is(index - 1, "to", "for"), ends else { return false }
    let before = (0..<index - 1)
    return before.contains { words.is($0, in: Lexicon.dealingNouns) }
      && before.contains { words.is($0, in: Lexicon.dealingVerbs) || words.isVerb($0) }
  }

  /// Verbs whose object is whoever hears it or pays.
  private static let toSomebody: Set<String> = [
    "tell", "told", "inform", "informed", "notify", "notified", "invoice", "invoiced", "bill",
    "billed", "overcharged", "undercharged", "overbilled", "email", "emailed", "phoned", "warn",
    "warned", "onboarded", "misquoted", "disappointed", "charged", "upset", "ghosted",
  ]
  /// Words in such a place that are nobody's name.
  private static let ordinary: Set<String> = [
    "people", "home", "print", "court", "staff", "everyone", "work", "rent", "cash",
    "back",
    "help", "half", "free", "part", "word", "news", "mine", "yours", "theirs", "stock",
    "production",
    "course", "sale", "hire", "lunch", "nothing", "management", "most", "full", "extra", "double",
    "anyone", "else", "head", "other", "another", "same", "wrong", "good", "new", "such", "well",
  ]
}
