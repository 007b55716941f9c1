import RapportKit

/// Takes a promise apart: who, what, by when.
///
///     "dana will credit the fee by friday"  // dana · credit the fee · 27 November
///     "refund them 50 EUR by 1 Dec"         // nobody said: I · refund them 50 EUR · 1 December
///
/// Where "who will what by when" does not fit ("we've fixed it", "I send it today and they get a credit note") the clause is
/// kept as `sentence`. The date may stand anywhere; the last one that is still to come counts.
///
/// A date with "from", "starting" or "as of" says when something begins: it stays in the words, and is no deadline.
struct CommitmentReader {
  let words: Words
  let now: Moment
  let names: KnownNames

  func commitment() throws(Problem) -> Commitment {
    var end = words.count
    while end > 0, words.is(end - 1, ".", "!", ";", ",", ")") { end -= 1 }
    if end > 3, words.has("at the latest", at: end - 3) { end -= 3 }
    if words.is(end - 1, "latest") { end -= 1 }
    if let opening = try opening(until: end) {
      let subject = subject(from: opening.pieces.upperBound, until: end)
      return subject.whole
        ? whole(subject, by: subject.past ? nil : opening.value)
        : commitment(subject, subject.end, end, by: opening.value)
    }
    let subject = subject(until: end)
    let deadline = try deadline(subject, end)
    if subject.whole || !subject.promised && subject.who != nil && hasOwnSubject(subject.end, end) {
      return whole(subject, by: deadline?.value, owner: deadline.flatMap { owner(of: $0, subject) })
    }
    guard let deadline else { return commitment(subject, subject.end, words.endOfText, by: nil) }
    if deadline.pieces.upperBound == end {
      end = deadline.pieces.lowerBound
      while end > subject.end, words.is(end - 1, ",", "-", "–", "(") { end -= 1 }
      return commitment(subject, subject.end, end, by: deadline.value)
    }
    guard deadline.removable else { return whole(subject, by: deadline.value) }
    var parts = commitment(subject, subject.end, deadline.pieces.lowerBound, by: deadline.value)
    let rest = words.written(deadline.pieces.upperBound, words.endOfText)
    parts.what += (words.is(deadline.pieces.upperBound, ",") ? "" : " ") + rest
    return parts
  }

  private func commitment(_ subject: Subject, _ start: Int, _ end: Int, by: Moment?) -> Commitment {
    var what = words.written(start, end)
    if subject.conjugated, let first = what.split(separator: " ").first {
      what = Self.baseForm(String(first)) + what.dropFirst(first.count)
    }
    return Commitment(who: subject.who, what: what, by: by, text: words.text.trimmed)
  }

  /// The clause as it stands: something done already, several people's doings, a date in its middle.
  private func whole(_ subject: Subject, by: Moment?, owner: String? = nil) -> Commitment {
    var sentence = spelled(0)
    if let missing = subject.missing {
      sentence = missing + " " + sentence
    } else if subject.who == nil, !subject.whole {
      sentence = "I will " + spelled(subject.end)
    }
    return Commitment(
      who: owner ?? subject.who, what: sentence, by: by, text: words.text.trimmed,
      sentence: sentence)
  }

  /// The words from piece `start` on, with the apostrophes that were left out: "ive sent it" is "I've sent it".
  private func spelled(_ start: Int) -> String {
    let short = [
      "im": "I'm", "ive": "I've", "weve": "we've", "theyve": "they've", "theyre": "they're",
      "youll": "you'll", "theyll": "they'll", "youre": "you're",
    ]
    var text = words.written(start, words.endOfText)
    for index in (start..<words.endOfText).reversed() {
      guard let full = short[words.key(index)], index > 0 || start == 0 else { continue }
      let before = words.range(start, index)
      let offset = words.text.distance(
        from: words.range(start, index + 1).lowerBound,
        to: index == start ? before.lowerBound : words.all[index].range.lowerBound)
      let from = text.index(text.startIndex, offsetBy: offset)
      text.replaceSubrange(
        from..<text.index(from, offsetBy: words.all[index].text.count), with: full)
    }
    return text
  }

  /// Who owes what a date in a later statement is for: "priya has fixed it and i credit one month by 30 nov".
  private func owner(of deadline: Deadline, _ subject: Subject) -> String? {
    let clause = words.clauses.first { $0.pieces.contains(deadline.pieces.lowerBound) }
    guard let clause, clause.pieces.lowerBound > subject.end else { return nil }
    let other = self.subject(from: clause.pieces.lowerBound, until: clause.pieces.upperBound)
    return other.missing == nil ? other.who : nil
  }

  /// The date that says when it begins.
  func beginning() -> Moment? {
    for index in 0..<words.count
    where words.is(index, "from", "starting", "beginning", "as", "effective") {
      let next =
        words.is(index, "as") && words.is(index + 1, "of") || words.is(index + 1, "from", "on")
        ? index + 2 : index + 1
      let days = DayReader(words: words, now: now, direction: .ahead)
      if let match = try? days.moment(at: next) { return match.value }
    }
    return nil
  }

  struct Deadline {
    var value: Moment
    /// Its words, with those that lead to it.
    var pieces: Range<Int>
    /// Whether the sentence stays whole without it.
    var removable = false
  }

  /// The last date of the sentence that is still to come, wherever it stands, with the words that lead to it.
  private func deadline(_ subject: Subject, _ end: Int) throws(Problem) -> Deadline? {
    let start = subject.end
    var last: Deadline?
    var index = start
    while index < end {
      guard let match = try moment(at: index), match.end <= end else {
        index += 1
        continue
      }
      var lead = index
      while lead > start, words.is(lead - 1, in: Self.leads) { lead -= 1 }
      let deadline = Deadline(
        value: match.value, pieces: lead..<match.end,
        removable: isRemovable(lead, index, match.end, end))
      if !isHeld(lead, index, match.end, end), !isDone(deadline, subject) { last = deadline }
      index = match.end
    }
    return last
  }

  /// Whether a date belongs to another word: a beginning ("from friday"), a name ("the friday report").
  private func isHeld(_ lead: Int, _ start: Int, _ stop: Int, _ end: Int) -> Bool {
    let holder = words.key(lead - 1)
    if Self.beginnings.contains(holder)
      || ["of", "since", "for", "every", "each", "than"].contains(holder)
    {
      return true
    }
    // "Within 30 minutes when printing is down" is a rule, "within two days of the call" counts from elsewhere.
    if words.is(stop, "when", "whenever", "of", "after", "before", "each", "every") { return true }
    return stop < end && words.is(start - 1, in: Lexicon.articles) && words.isNoun(at: stop)
  }

  /// Whether a date says when something was done: it has passed, or is today in a statement about the past.
  private func isDone(_ deadline: Deadline, _ subject: Subject) -> Bool {
    if deadline.value.date < now.date { return true }
    guard deadline.value.date == now.date else { return false }
    let clause = words.clauses.first { $0.pieces.contains(deadline.pieces.lowerBound) }
    guard let clause, clause.pieces.lowerBound > subject.end else { return subject.past }
    return self.subject(from: clause.pieces.lowerBound, until: clause.pieces.upperBound).past
  }

  /// Whether a date in the middle can go to the end: before a break, or before "to", "himself" and the like.
  private func isRemovable(_ lead: Int, _ start: Int, _ stop: Int, _ end: Int) -> Bool {
    guard stop < end else { return true }
    let breaks = words.is(stop, ",", "and", "if", "so", "because", "unless", "provided", "(", "to")
    return breaks && !hasOwnSubject(stop, end)
  }

  /// Whether a statement with a subject of its own follows: "… and they get a credit note".
  private func hasOwnSubject(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains { index in
      guard words.is(index, "and", ",", ";", ".", "so", "but", "–", "-", "—") else { return false }
      var next = index + 1
      while words.is(next, "and", "then", "so", "but", "also") { next += 1 }
      let key = words.key(next).prefix { $0 != "'" }
      if ["i", "we"].contains(key) || Self.others.contains(String(key)) { return true }
      let led = Lexicon.articles.contains(String(key))
      return ((next + 1)..<max(next + 1, min(end, next + (led ? 5 : 2)))).contains {
        words.is($0, "is", "are", "will", "gets", "get", "has", "have")
          || isThirdPerson($0, strict: true) && !Lexicon.deeds.contains(String(key))
      }
    }
  }

  /// The moment at `index`; a time alone behind "by" or "at" is today's.
  private func moment(at index: Int) throws(Problem) -> Match<Moment>? {
    let alone = words.is(index - 1, "by", "before", "until", "till", "at")
    return try DayReader(words: words, now: now, direction: .ahead)
      .moment(at: index, timeAlone: alone)
  }

  private static let leads: Set<String> = [
    "by", "on", "before", "until", "till", "no", "later", "than", "at", "the", "latest", "within",
    "in", "this",
  ]
  /// Words that say when something begins.
  private static let beginnings: Set<String> = ["from", "starting", "beginning", "effective"]

  /// The date that begins the sentence, when more follows it: "by friday dana will …", "tomorrow I will …".
  private func opening(until end: Int) throws(Problem) -> Deadline? {
    var start = 0
    while words.is(start, "by", "on", "before", "no", "later", "than", "until") { start += 1 }
    let days = DayReader(words: words, now: now, direction: .ahead)
    guard let match = try days.moment(at: start), match.end < end, start > 0 || match.sure else {
      return nil
    }
    return Deadline(value: match.value, pieces: 0..<match.end + (words.is(match.end, ",") ? 1 : 0))
  }

  /// The verb without its -s: `credits` → `credit`, `does` → `do`.
  static func baseForm(_ verb: String) -> String {
    switch verb {
    case "does": return "do"
    case "goes": return "go"
    case "has": return "have"
    case "is": return "be"
    default: break
    }
    if verb.hasSuffix("ies") { return verb.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zes"] where verb.hasSuffix(ending) {
      return String(verb.dropLast(2))
    }
    return verb.hasSuffix("s") && !verb.hasSuffix("ss") ? String(verb.dropLast()) : verb
  }
}

extension Reader {
  /// A commitment whose question asks for a date (`notPast`, `after` or `before`) needs one, unless it is done already.
  func commitment(typed text: String, _ question: Question) throws(Problem) -> Commitment {
    let reader = CommitmentReader(words: Words(text), now: now, names: names)
    var commitment = try reader.commitment()
    commitment.from = reader.beginning()
    guard !Self.isVague(commitment.what) else {
      let out = question.unknown == nil ? "`skip`" : "`unknown` or `skip`"
      throw Problem(
        .badAnswer, "“\(text)” does not say what will be done.",
        help:
          "Write who will do what by when, like `dana will credit the fee by friday`, or \(out).")
    }
    if commitment.who == nil, commitment.sentence == nil, Self.isNoDeed(commitment.what) {
      throw Problem(
        .badAnswer, "I cannot tell who does what in “\(text)”.",
        help: "Write it with “will”, like `dana will credit the fee by friday`.")
    }
    let first = reader.words.key(0).prefix { $0 != "'" }
    if first == "he" || first == "she", !reader.subject(until: reader.words.count).past {
      throw Problem(
        .badAnswer, "Who is “\(first)”?",
        help: "Write the name, like `dana will credit the fee by friday`.")
    }
    let rules = question.validate
    if commitment.by == nil, rules.notPast || rules.after != nil || rules.before != nil,
      commitment.from == nil, !reader.recurs, !reader.subject(until: reader.words.count).past
    {
      throw Problem(
        .badAnswer, "By when? “\(text)” has no date.",
        help: "Add one: `\(commitment.text) by friday`.")
    }
    return commitment
  }

  /// Whether nothing in `what` is a deed: "asap", "soon", "no idea".
  private static func isVague(_ what: String) -> Bool {
    if saysUnknown(what) || saysNothing(what) { return true }
    if saysUnknown(String(what.prefix { !",;.".contains($0) })) { return true }
    let words = Words(what).all.filter { $0.kind != .sign }.map(\.key)
    let vague: Set<String> = [
      "asap", "soon", "now", "today", "tomorrow", "later", "immediately", "quickly", "shortly",
      "right", "away", "as", "possible", "very", "yes", "ok", "okay", "sure", "me", "i", "we", "us",
      "will", "maybe", "perhaps", "something", "anything", "sorry", "it", "at", "once", "done",
    ]
    return words.allSatisfy(vague.contains) || words.count == 1 && isLoneNoun(words[0])
  }

  private static func isLoneNoun(_ word: String) -> Bool {
    !Lexicon.deeds.contains(word) && !word.hasSuffix("ise") && !word.hasSuffix("ize")
  }

  /// Whether `what` begins with something that nobody can "will": a thing, an amount.
  private static func isNoDeed(_ what: String) -> Bool {
    let opening = Words(what)
    let bare = opening.all.allSatisfy {
      $0.kind == .letters && !Lexicon.functionWords.contains($0.key)
    }
    // "Gift card" names a thing; "credit labels" and "call them" say what is done.
    if bare, (2...3).contains(opening.count), !Lexicon.deeds.contains(opening.key(0)) {
      return true
    }
    if opening.is(0, "can", "could", "is", "are", "does", "did", "should", "would", "maybe")
      || opening.is(0, "do", "what", "how", "why", "if")
        && opening.is(1, "you", "we", "i", "they", "a", "the", "it", "to", "can", "do")
    {
      return true
    }
    return opening.is(
      0, "our", "my", "the", "their", "a", "an", "new", "full", "free", "money", "another", "half",
      "double", "no", "some", "all", "nothing") || opening.width(0) > 0
  }
}
