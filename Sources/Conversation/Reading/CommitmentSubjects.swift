import RapportKit

extension CommitmentReader {
  /// Who does it, and where what they do begins.
  struct Subject {
    var who: String?
    var end: Int
    /// Whether the verb behind it has its -s: "dana credits".
    var conjugated = false
    /// Whether "who will what" does not fit, so that the clause is read as it stands.
    var whole = false
    /// Whether it tells of something done already.
    var past = false
    /// Whether "will" or the like was said.
    var promised = false
    /// What a clause without a subject needs before it: "I", "I am".
    var missing: String?
  }

  /// Who does it: what stands before "will", "'ll", "is going to", "to"; else what stands before a verb.
  ///
  /// "he", "she", "they", "it" and "you" own nothing: their clause is kept whole.
  func subject(from start: Int = 0, until end: Int) -> Subject {
    var start = start
    while start < end, words.is(start, "please", "ok", "yes", "so", "then", "and", "but", ",") {
      start += 1
    }
    if words.is(start, "will", "shall", "gonna", "to") {
      return Subject(who: nil, end: start + 1, promised: true)
    }
    if var subject = promised(from: start, until: end) {
      if Self.others.contains(subject.who?.lowercased() ?? "") {
        subject.who = subject.who?.lowercased() == "you" ? "I" : nil
        subject.whole = true
      } else if words.is(subject.end, "have", "not", "never") {
        subject.whole = true
      }
      return subject
    }
    return pronoun(at: start, until: end) ?? named(at: start, until: end)
      ?? nobody(at: start, until: end)
  }

  /// What stands before "will", "'ll", "is going to" and the like.
  private func promised(from start: Int, until end: Int) -> Subject? {
    var index = start
    while index < min(end, start + 8) {
      if words.is(index, "will", "shall"), index > start, isSubject(start..<index) {
        return Subject(who: words.written(start, index), end: index + 1, promised: true)
      }
      if words.key(index).hasSuffix("'ll"), index == start || isSubject(start..<index) {
        return Subject(
          who: String(words.written(start, index + 1).dropLast(3)), end: index + 1, promised: true)
      }
      for phrase in [
        "is going to", "are going to", "am going to", "promises to", "promise to", "promised to",
        "is to", "are to", "going to",
      ]
      where words.has(phrase, at: index) && index > start && isSubject(start..<index) {
        return Subject(
          who: words.written(start, index), end: index + phrase.split(separator: " ").count,
          promised: true)
      }
      for (short, who) in [("i'm", "I"), ("we're", "we")]
      where words.is(index, short) && words.has("going to", at: index + 1) && index == start {
        return Subject(who: who, end: index + 3, promised: true)
      }
      if words.is(index, ",", ".", ";", "because", "by", "until") { break }
      index += 1
    }
    return nil
  }

  /// Whether no statement of its own stands in `pieces`.
  private func isSubject(_ pieces: Range<Int>) -> Bool {
    let start = pieces.lowerBound
    if pieces.count == 1 { return !words.isVerb(start) }
    if words.is(start, "i", "we", "he", "she", "they", "it", "you"),
      !words.is(start + 1, "and", "also", "both", "all", "or", "at", "in")
    {
      return false
    }
    // "Refund them and I will …": an order, not a name.
    if Lexicon.deeds.contains(words.key(start)), words.is(start + 1, in: Self.objects) {
      return false
    }
    return !pieces.dropFirst().contains { words.isVerb($0) || isThirdPerson($0, strict: true) }
  }

  /// "we pay it back", "I have to refund them", "I'd like to call", "I've sent it", "she rings them".
  private func pronoun(at start: Int, until end: Int) -> Subject? {
    let key = words.key(start)
    let short = String(key.prefix { $0 != "'" })
    let bare = ["ive": "i", "im": "i", "weve": "we", "theyve": "they", "theyre": "they"][key]
    let pronoun = bare ?? short
    guard start + 1 < end, Self.ours.contains(pronoun) || Self.others.contains(pronoun) else {
      return nil
    }
    guard Self.ours.contains(pronoun) else {
      let past = key.hasSuffix("'ve") || key.hasSuffix("'d") || isPast(start + 1)
      let who = pronoun == "you" ? "I" : nil
      return Subject(who: who, end: start + 1, whole: true, past: past)
    }
    let who = pronoun == "i" ? "I" : key == "we" ? words.written(start, start + 1) : "we"
    let written = key == "i" ? words.written(start, start + 1) : who
    let modals = [
      "would like to", "like to", "have to", "need to", "want to", "plan to", "intend to",
      "ought to", "got to", "must", "should", "can", "could", "am to", "are to", "to",
    ]
    for modal in modals where words.has(modal, at: start + 1) {
      return Subject(who: written, end: start + 1 + modal.split(separator: " ").count)
    }
    if key.hasSuffix("'d") {
      return words.is(start + 1, "already")
        ? Subject(who: who, end: start + 1, whole: true, past: true)
        : Subject(who: who, end: start + 1)
    }
    if key.hasSuffix("ve") && key != "we" {
      return Subject(who: who, end: start + 1, whole: true, past: true)
    }
    if key.contains("'") || bare != nil { return Subject(who: who, end: start + 1, whole: true) }
    var verb = start + 1
    while words.is(verb, in: Self.adverbs), verb < end { verb += 1 }
    if isPast(verb) { return Subject(who: written, end: start + 1, whole: true, past: true) }
    if words.is(verb, "am", "are", "don't", "dont", "won't", "wont", "can't", "cannot") {
      return Subject(who: written, end: start + 1, whole: true)
    }
    return Subject(who: written, end: start + 1)
  }

  /// "Dana credits the fee", "rob rings her", "our technician comes", "the order has been sent".
  private func named(at start: Int, until end: Int) -> Subject? {
    let name = knownName(at: start)
    if name > start, words.is(name, "to", ":") {
      return Subject(who: words.written(start, name), end: name + 1)
    }
    guard start < end, words.all[start].kind == .letters, !words.key(start).hasSuffix("ing"),
      !Lexicon.conjunctions.contains(words.key(start)), !words.is(start, in: Self.auxiliaries),
      !Lexicon.prepositions.contains(words.key(start))
    else { return nil }
    let led = Lexicon.articles.contains(words.key(start))
    let first = name > start ? name : start + (led ? 2 : 1)
    if words.key(start).hasSuffix("'s"), !led,
      words.key(start + 1).hasSuffix("ing") || words.is(start + 1, "already", "on")
    {
      let who = String(words.written(start, start + 1).dropLast(2))
      return Subject(who: who, end: start + 1, whole: true, past: words.is(start + 1, "already"))
    }
    if words.is(start + 1, "and", "&"), !led, !Lexicon.deeds.contains(words.key(start)),
      Lexicon.deeds.contains(words.key(start + 3))
    {
      return Subject(who: words.written(start, start + 3), end: start + 3)
    }
    // A single word that is a deed itself ("check calls of …") only comes before an auxiliary.
    let ordered = name == start && !led && Lexicon.deeds.contains(words.key(start))
    for index in first..<max(first, min(end, first + (led ? 4 : 1))) {
      var verb = index
      while words.is(verb, in: Self.adverbs), verb < end { verb += 1 }
      guard verb < end, !words.is(verb, ",", ".", ";") else { return nil }
      let who = words.written(start, index)
      if words.is(verb, in: Self.auxiliaries) {
        // "The fee is credited by friday" does not say by whom; "rob is calling them" does.
        let thing =
          words.is(verb, "is", "are", "was", "were", "gets", "get") && name == start
          && !words.key(verb + 1).hasSuffix("ing")
        return Subject(
          who: thing ? nil : who, end: verb, whole: true,
          past: words.is(verb, "has", "have", "was", "were", "had", "did", "hasn't", "wasn't"))
      }
      if ordered { return nil }
      if isPast(verb), !words.is(verb - 1, in: Lexicon.articles) {
        return Subject(who: who, end: verb, whole: true, past: true)
      }
      if isThirdPerson(verb, strict: name == start), verb + 1 < end || led || name > start {
        let plain = verb == index
        let also = (verb + 1..<end).contains {
          words.is($0 - 1, "and", "then", ",") && isThirdPerson($0, strict: true)
        }
        return Subject(who: who, end: verb, conjugated: plain && !also, whole: !plain || also)
      }
      if led, words.key(index - 1).hasSuffix("s"), Lexicon.deeds.contains(words.key(verb)) {
        return Subject(who: who, end: verb)
      }
    }
    return nil
  }

  /// "sent the money back this morning", "calling the bank now": I did it.
  private func nobody(at start: Int, until end: Int) -> Subject {
    var verb = start
    while words.is(verb, in: Self.adverbs), verb < end { verb += 1 }
    let helper = words.is(verb, in: Self.auxiliaries) && !words.is(verb, "was", "had", "have")
    if verb + 1 < end, isPast(verb), !helper, !words.has("have to", at: verb) {
      return Subject(who: "I", end: start, whole: true, past: true, missing: "I")
    }
    let key = words.key(verb)
    if verb + 1 < end, key.hasSuffix("ing"), !Self.noDoing.contains(key) {
      return Subject(who: "I", end: start, whole: true, missing: "I am")
    }
    return Subject(who: nil, end: start)
  }

  private func knownName(at start: Int) -> Int {
    guard start < words.count else { return start }
    if let end = names.someone(in: words, at: start) { return end }
    let key = words.key(start)
    let ordinary = Lexicon.wordNames.contains(key) || Lexicon.deeds.contains(key)
    return Lexicon.firstNames.contains(key) && (words.all[start].isCapitalised || !ordinary)
      ? start + 1 : start
  }

  /// Whether the verb at `index` tells of the past; forms that are the same in the present do not.
  func isPast(_ index: Int) -> Bool {
    let key = words.key(index)
    if Lexicon.sameInPast.contains(key) {
      return words.all.contains { ["yesterday", "ago", "already"].contains($0.key) }
    }
    if ["have", "has", "haven't", "hasn't", "havent", "rang", "lent", "dropped"].contains(key) {
      return true
    }
    return Lexicon.pastForms.contains(key)
      || key.count > 4 && key.hasSuffix("ed") && !Lexicon.deeds.contains(key) && key != "need"
  }

  /// Whether a verb with -s stands at `index`; strictly, one of those that are known.
  func isThirdPerson(_ index: Int, strict: Bool) -> Bool {
    let key = words.key(index)
    guard key.hasSuffix("s"), key.count > 2, !key.hasSuffix("'s"), !key.hasSuffix("ss") else {
      return false
    }
    let known = Lexicon.deeds.contains(Self.baseForm(key))
    guard strict else { return known || !Lexicon.functionWords.contains(key) }
    return known && !words.is(index - 1, in: Lexicon.articles)
  }

  private static let noDoing: Set<String> = [
    "bring", "ring", "king", "spring", "nothing", "something", "anything", "everything", "morning",
    "evening", "during",
  ]
  private static let ours: Set<String> = ["i", "we"]
  static let others: Set<String> = [
    "he", "she", "they", "it", "you", "this", "that", "there", "everything", "everyone", "somebody",
    "someone", "everybody", "nobody",
  ]
  private static let objects: Set<String> = Lexicon.articles.union([
    "them", "her", "him", "you", "it", "us", "me",
  ])
  private static let adverbs: Set<String> = [
    "already", "just", "now", "also", "then", "personally", "always", "still", "today", "first",
    "never",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "does", "did", "can", "must", "should",
    "isn't", "hasn't", "haven't", "wasn't", "weren't", "won't", "can't", "cannot", "gets", "get",
  ]
}

extension Lexicon {
  /// What people promise to do.
  static let deeds: Set<String> = [
    "add", "agree", "answer", "apologise", "apologize", "arrange", "ask", "book", "bring", "build",
    "buy", "call", "cancel", "change", "charge", "check", "clean", "collect", "come", "compensate",
    "confirm", "contact", "correct", "cover", "credit", "deal", "deduct", "deliver", "discuss",
    "do", "drive", "drop", "email", "ensure", "exchange", "explain", "extend", "finish", "fix",
    "follow", "get", "give", "go", "handle", "help", "hire", "inform", "inspect", "install",
    "investigate", "invite", "issue", "keep", "leave", "let", "lend", "look", "make", "mail",
    "manage", "meet", "mend", "message", "migrate", "move", "offer", "open", "order", "organise",
    "organize", "paint", "patch", "pay", "phone", "pick", "post", "prepare", "print", "provide",
    "put", "rebuild", "recover", "redo", "reduce", "refund", "reimburse", "reinstall", "remove",
    "repair", "repeat", "replace", "reply", "report", "reprint", "resend", "reset", "resolve",
    "restart", "restore", "return", "review", "revise", "rewrite", "ring", "roll", "run", "say",
    "schedule", "see", "sell", "send", "set", "settle", "ship", "show", "sort", "speak", "start",
    "stay", "stop", "take", "talk", "tell", "test", "text", "train", "transfer", "turn", "update",
    "upgrade", "visit", "waive", "walk", "watch", "wipe", "wire", "work", "write", "apply", "bake",
    "cook", "cut", "feed", "proceed",
  ]

  /// Verbs whose past looks like their present: in a promise they are read as the present.
  static let sameInPast: Set<String> = ["put", "cut", "let", "shut", "hit", "set", "met", "led"]
}
