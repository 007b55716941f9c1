import RapportKit

/// What kind of statement a clause is: what happened, whether they know, how it was mended, or a sigh.
extension Filling {
  /// Whether it says whether they know: "they know", "nobody told Acme", "Maria complained".
  func isKnowing(_ clause: Clause) -> Bool {
    clause.pieces.contains { words.is($0, in: Self.knowing) }
  }

  /// Whether it says whether they know, and an option took that from it or from another statement.
  func isKnown(_ clause: Clause) -> Bool {
    isKnowing(clause)
      && words.clauses.contains { isKnowing($0) && !spoken.isDisjoint(with: $0.pieces) }
  }

  /// Whether it says how they heard or took it: "the client found out at the party".
  func isReaction(_ clause: Clause) -> Bool {
    let start = clause.pieces.lowerBound
    let theirs =
      words.is(start, "they", "she", "he", "nobody") || words.all[start].isCapitalised
      || words.is(start, "the", "our") && words.is(start + 1, "client", "customer", "clients")
    guard theirs, isKnown(clause), clause.pieces.count <= 9,
      (start...start + 3).contains(where: { words.is($0, in: Self.knowing) })
    else { return false }
    return !clause.pieces.contains {
      words.is(
        $0, "wrong", "because", "but", "price", "could", "couldn't", "not", "that", "me", "us")
        && !spoken.contains($0)
    }
  }

  /// Whether a later statement tells of the repair ("Priya fixed it at 11"), or adds nothing to what happened
  /// ("totally forgot", "what do I say").
  func isAside(_ clause: Clause) -> Bool {
    let pieces = clause.pieces
    let start = pieces.lowerBound
    if words.is(start, "what", "how"), !words.is(start + 1, "we", "i", "they", "was", "were") {
      return words.is(start + 1, "do", "should", "can", "now", "to", "shall", "would")
    }
    let negated = pieces.contains { words.is($0, "not", "never", "nobody", "nothing", "no") }
    if !negated, pieces.contains(where: { isFix($0, in: pieces) }) { return true }
    let content = pieces.filter { words.all[$0].kind != .sign }
    guard content.count <= 4 else { return false }
    return content.allSatisfy { words.is($0, in: Self.sighs) }
  }

  /// "fixed it", "is fixed", "works again"; not "fixed price", nor "fixed the wrong one".
  private func isFix(_ index: Int, in pieces: Range<Int>) -> Bool {
    if words.is(index, "again") {
      return words.is(index - 1, "works", "up", "working", "runs", "running", "fine", "ok", "back")
    }
    guard words.is(index, in: Self.fixes), !pieces.contains(where: { words.is($0, "wrong", "but") })
    else { return false }
    return index + 1 >= pieces.upperBound
      || words.is(index + 1, "it", "them", "that", "this", "the")
      || words.all[index + 1].kind != .letters
      || Lexicon.prepositions.contains(words.key(index + 1))
      || Lexicon.adverbs.contains(words.key(index + 1))
  }

  private static let fixes: Set<String> = [
    "fixed", "restored", "repaired", "resolved", "solved", "mended", "corrected", "recovered",
    "patched",
  ]
  static let knowing: Set<String> = [
    "know", "knows", "knew", "known", "tell", "tells", "told", "heard", "hear", "noticed", "aware",
    "unaware", "found", "complained", "complains", "complaining", "angry", "furious", "upset",
    "annoyed", "informed", "idea", "waiting", "wait", "waits", "asked", "called", "wrote",
    "emailed", "rang", "warned", "notified", "complaint", "mad",
  ]
  private static let sighs: Set<String> = [
    "totally", "completely", "simply", "just", "forgot", "i", "we", "my", "our", "fault", "bad",
    "sorry", "so", "very", "help", "please", "it", "slipped", "mind", "oops", "stupid", "all",
    "really", "me", "embarrassing", "mistake", "clean", "about", "we're", "i'm", "on", "working",
  ]
  /// Words that go with a statement about knowing.
  static let besides: Set<String> = [
    "themselves", "themself", "himself", "herself", "myself", "ourselves", "immediately", "right",
    "directly", "straight", "away", "customer", "customers", "client", "clients", "everybody",
    "course", "fine", "waiting", "answer", "yet", "really", "very", "anything", "once",
  ]
}

extension Reader {
  /// A statement about the past that lacks its subject gets "I": "broke the export" is "I broke the export".
  static func withSubject(_ text: String) -> String {
    let words = Words(text)
    var verb = 0
    while words.is(verb, in: leading), verb < words.count { verb += 1 }
    let key = words.key(verb)
    guard verb + 1 < words.count, words.all[0].kind == .letters, words.all[verb].kind == .letters,
      !words.all[verb].isAcronym
    else { return text }
    let next = words.all[verb + 1]
    let auxiliary = auxiliaries.contains(key)
    let past = Lexicon.pastForms.contains(key) || key.count > 4 && key.hasSuffix("ed")
    let object =
      Lexicon.articles.contains(next.key) || Lexicon.pronouns.contains(next.key)
      || Lexicon.prepositions.contains(next.key) && next.key != "by" || next.kind == .digits
      || next.isCapitalised || Self.objects.contains(next.key)
    guard auxiliary || past && key != "been" && key != "need" && (object || active.contains(key))
    else { return text }
    let subject = key == "were" || key == "weren't" ? "we" : "I"
    return subject + " " + text.prefix(1).lowercased() + text.dropFirst()
  }

  private static let objects: Set<String> = [
    "up", "out", "down", "off", "back", "another", "someone's", "somebody's", "twice", "wrong",
  ]
  private static let leading: Set<String> = [
    "accidentally", "totally", "completely", "just", "never", "again", "already", "mistakenly",
    "simply", "also", "only",
  ]
  private static let auxiliaries: Set<String> = [
    "was", "were", "had", "didn't", "didnt", "haven't", "havent", "wasn't", "weren't", "hadn't",
    "couldn't",
  ]
  private static let active: Set<String> = [
    "forgot", "broke", "gave", "took", "wrote", "missed", "messed", "screwed", "told", "overwrote",
    "mixed", "threw",
  ]
}
