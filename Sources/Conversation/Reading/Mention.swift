import RapportKit

/// One mention of the customer, or of the person there, in a sentence meant for them.
struct Mention {
  let words: Words
  let pieces: Range<Int>
  let possessive: Bool
  /// Whether it names the person, so that "of", "on" and "and" beside it leave no doubt.
  var isPerson = false
  /// Whether it is "she", "him" or the like.
  var isPronoun = false

  /// What to write instead; nil when in doubt.
  func edits() -> [(Range<String.Index>, String)]? {
    let start = pieces.lowerBound
    let next = pieces.upperBound
    let range = words.range(start, next)
    guard
      !words.is(start - 1, in: Lexicon.articles.subtracting(["that", "all", "both", "no", "any"])),
      !words.is(start - 1, in: isPerson ? Self.roles : Self.doubtful),
      isPronoun || !isOtherName(start - 1),
      isPerson || !(words.is(next, "and", "or", "&") && isOtherName(next + 1)),
      isPerson || !(words.is(start - 1, "and", "or", "&") && isOtherName(start - 2))
    else { return nil }
    let capital = start > 0 && words.is(start - 1, ".", "!", "?")
    if isPronoun, let you = Self.pronouns[words.key(start)] {
      if words.key(start) == "her", isOwned(next) { return [(range, capital ? "Your" : "your")] }
      guard ["she", "he"].contains(words.key(start)) else {
        return [(range, capital ? you.capitalizedFirst : you)]
      }
    }
    if possessive {
      guard !words.is(next, "been", "not", "still", "now", "already", "got"), next < words.count,
        words.all[next].kind == .letters, !words.key(next).hasSuffix("ing"),
        !Lexicon.prepositions.contains(words.key(next))
      else { return nil }
      return [(range, capital ? "Your" : "your")]
    }
    guard !isOtherName(next),
      !words.is(next, "itself", "-", "/", "@", "'", ".")
        || words.is(next, ".") && !words.glued(next + 1)
    else { return nil }
    guard !words.is(next, "and", "or") || !words.is(next + 1, "its", "their", "the", "our") else {
      return nil
    }
    // "Told Maria she would get it" is "told you that you would get it".
    let joined = isPronoun && words.is(start, "she", "he") && !isBoundary(start - 1)
    let you = [(range, capital ? "You" : joined ? "that you" : "you")]
    if let aux = Self.agreeing[words.key(start - 1)],
      isBoundary(start - 2)
        || words.is(start - 2, "nor", "never", "only", "why", "when", "how", "what")
    {
      return you + [(words.range(start - 1, start), keepCase(aux, start - 1))]
    }
    guard joined || isBoundary(start - 1) || words.is(start - 1, in: Self.saying) else {
      // The object of a verb or preposition: what follows agrees with something else.
      let led = words.is(
        start - 1, "to", "for", "with", "about", "from", "by", "without", "than", "between")
      if Self.agreeing[words.key(next)] != nil, !led { return nil }
      guard isPronoun || !isNoun(next) || led && agreed(next) != nil else { return nil }
      // "Call back Maria" is "call you back".
      if words.is(start - 1, "back", "up", "down", "off", "out"), isDeed(start - 2) {
        return [(words.range(start - 1, next), "you \(words.written(start - 1, start))")]
      }
      return you
    }
    // An apposition ("Acme, our oldest customer, was") parts the name from its verb.
    if words.is(next, ","), !words.is(next + 1, in: Lexicon.conjunctions) { return nil }
    var verb = next
    while words.is(verb, in: Self.adverbs) { verb += 1 }
    if let form = agreed(verb) { return you + [(words.range(verb, verb + 1), form)] }
    return isPlainVerb(verb) ? you : nil
  }

  /// The verb at `index` in the form that goes with "you"; nil when it needs no change or is not known.
  private func agreed(_ index: Int) -> String? {
    let key = words.key(index)
    if let form = Self.agreeing[key] { return form }
    let base = CommitmentReader.baseForm(key)
    let isKnown = Self.verbs.contains(key) || base != key && Lexicon.deeds.contains(base)
    return isKnown ? base : nil
  }

  /// Whether somebody does something at `index`: "call", "called", "calling", "calls".
  private func isDeed(_ index: Int) -> Bool {
    let key = words.key(index)
    return words.isVerb(index) || Self.pasts.contains(key) || key.hasSuffix("ing")
      || Lexicon.deeds.contains(CommitmentReader.baseForm(key))
  }

  /// Whether what stands at `index` is hers, behind "her".
  private func isOwned(_ index: Int) -> Bool {
    words.isNoun(at: index) && !Self.objects.contains(words.key(index))
      && !words.is(index, "back", "up", "down", "off", "out", "that")
  }

  /// Whether the verb at `index` is the same for "you": a past form, a modal, or the end.
  private func isPlainVerb(_ index: Int) -> Bool {
    words.isOver(index) || words.isVerb(index) || Self.pasts.contains(words.key(index))
      || words.is(index, "will", "would", "can", "could", ",", "and")
      || words.is(index, in: Lexicon.conjunctions)
  }

  private func isBoundary(_ index: Int) -> Bool {
    index < 0 || words.is(index, ",", ".", ";", ":", "!", "?", "–", "—", "(")
      || words.is(index, in: Lexicon.conjunctions)
      || words.is(index, "since", "before", "after", "until", "as", "what", "how", "why")
  }

  private func isOtherName(_ index: Int) -> Bool {
    guard words.all.indices.contains(index), words.all[index].isCapitalised,
      !words.opensSentence(index)
    else { return false }
    let key = words.key(index)
    return !key.hasPrefix("i'") && key != "i" && Lexicon.weekdays[key] == nil
      && Lexicon.months[key] == nil
  }

  /// Whether a noun stands right behind the name ("sent Acme invoices", "the Acme project").
  private func isNoun(_ index: Int) -> Bool {
    words.isNoun(at: index) && !words.isVerb(index) && !words.key(index).hasSuffix("ly")
      && !Self.objects.contains(words.key(index))
      && !words.is(index - pieces.count - 1, in: Lexicon.dealingVerbs)
      && !words.is(index - pieces.count - 1, in: Self.causing)
  }

  private func keepCase(_ word: String, _ index: Int) -> String {
    words.all[index].isCapitalised ? word.capitalizedFirst : word
  }

  private static let doubtful: Set<String> = [
    "at", "of", "in", "inside", "within", "near", "across", "into", "on", "called", "named", "like",
    "as",
    "via", "per", "through", "under", "over", "around", "against", "mr", "ms", "mrs", "dr",
  ]
  /// What "you" cannot stand behind.
  private static let roles: Set<String> = [
    "named", "besides", "except", "like", "mr", "ms", "mrs", "dr", "client", "customer", "contact",
    "owner", "boss", "manager",
    "director", "colleague", "friend", "guest",
  ]
  static let pronouns = [
    "she": "you", "he": "you", "her": "you", "him": "you", "his": "your", "hers": "yours",
    "herself": "yourself", "himself": "yourself", "she's": "you are", "he's": "you are",
    "she'd": "you'd", "he'd": "you'd", "she'll": "you'll", "he'll": "you'll",
  ]
  /// Forms of the past that the lists of verbs leave out.
  private static let pasts: Set<String> = [
    "rang", "heard", "read", "lent", "set", "showed", "sat", "drank", "ate", "wore",
    "became", "caught", "fought", "flew", "rode", "sang", "sank", "sought", "sprang", "struck",
    "tore",
  ]
  private static let agreeing = [
    "was": "were", "is": "are", "has": "have", "does": "do", "wasn't": "weren't", "isn't": "aren't",
    "hasn't": "haven't", "doesn't": "don't", "wasn’t": "weren’t", "isn’t": "aren’t",
  ]
  private static let adverbs: Set<String> = [
    "still", "also", "never", "now", "already", "only", "always", "often", "just", "currently",
    "then", "even", "probably", "really", "actually", "therefore", "first",
  ]
  private static let saying: Set<String> = [
    "thought", "knew", "assumed", "believed", "hoped", "said", "think", "know", "assume", "believe",
    "hope", "noticed", "realised", "realized", "learned", "heard", "saw", "mean", "means", "meant",
  ]
  private static let verbs: Set<String> = [
    "wants", "needs", "gets", "pays", "waits", "expects", "uses", "knows", "thinks", "says", "sees",
    "loses", "runs", "works", "hears", "comes", "goes", "relies", "depends", "asks", "complains",
    "owes",
    "receives", "orders", "sells", "buys", "makes", "takes", "keeps", "wonders", "feels", "likes",
    "hates",
    "trusts", "misses", "finds", "gives", "sends", "opens", "closes", "starts", "stops", "ships",
    "prints",
  ]
  private static let causing: Set<String> = [
    "make", "made", "let", "keep", "kept", "leave", "left", "help", "helped", "cost", "have", "had",
    "get", "got", "see", "hear",
  ]
  private static let objects: Set<String> = [
    "twice", "again", "late", "wrong", "yesterday", "today", "tomorrow", "too", "instead", "first",
    "last",
    "next", "everything", "nothing", "once", "enough", "directly", "half", "double",
    "back", "up", "down", "off", "out", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "several",
  ]
}
