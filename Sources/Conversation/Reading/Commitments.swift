import RapportKit

/// Takes a promise apart: who, what, by when.
///
///     "dana will credit the fee by friday"  // dana · credit the fee · 27 November
///     "refund them 50 EUR by 1 Dec"         // nobody said: I · refund them 50 EUR · 1 December
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
      return commitment(subject, subject.end, end, by: opening.value)
    }
    let subject = subject(until: end)
    guard let deadline = try deadline(subject.end, end) else {
      guard let middle = try middle(subject.end, end) else {
        return commitment(subject, subject.end, words.endOfText, by: nil)
      }
      var parts = commitment(subject, subject.end, middle.pieces.lowerBound, by: middle.value)
      let rest = words.written(middle.pieces.upperBound, words.endOfText)
      parts.what += (words.is(middle.pieces.upperBound, ",") ? "" : " ") + rest
      return parts
    }
    end = deadline.pieces.lowerBound
    while end > subject.end, words.is(end - 1, ",", "-", "–", "(") { end -= 1 }
    return commitment(subject, subject.end, end, by: deadline.value)
  }

  private func commitment(_ subject: Subject, _ start: Int, _ end: Int, by: Moment?) -> Commitment {
    var what = words.written(start, end)
    if subject.conjugated, let first = what.split(separator: " ").first {
      what = Self.baseForm(String(first)) + what.dropFirst(first.count)
    }
    return Commitment(who: subject.who, what: what, by: by, text: words.text.trimmed)
  }

  /// Whether a date says when it begins.
  func begins() -> Bool {
    (0..<words.count).contains { index in
      guard words.is(index, "from", "starting", "beginning", "as", "effective") else {
        return false
      }
      let next =
        words.is(index, "as") && words.is(index + 1, "of") || words.is(index + 1, "from", "on")
        ? index + 2 : index + 1
      let days = DayReader(words: words, now: now, direction: .ahead)
      return (try? days.moment(at: next)) != nil
    }
  }

  struct Subject {
    var who: String?
    var end: Int
    var conjugated = false
  }

  /// Who does it: what stands before "will", "'ll", "is going to", "to"; or a known name before a verb in -s.
  func subject(from start: Int = 0, until end: Int) -> Subject {
    let first = words.key(start)
    if ["i'll", "we'll", "they'll", "he'll", "she'll"].contains(first) {
      return Subject(
        who: String(words.all[start].text.prefix { $0 != "'" && $0 != "’" }), end: start + 1)
    }
    var index = start
    while index < min(end, start + 8) {
      if words.is(index, "will", "shall"), index > start {
        return Subject(who: words.written(start, index), end: index + 1)
      }
      if words.key(index).hasSuffix("'ll") {
        return Subject(who: String(words.written(start, index + 1).dropLast(3)), end: index + 1)
      }
      for phrase in [
        "is going to", "are going to", "am going to", "promises to", "promise to", "promised to",
        "is to", "are to", "going to",
      ]
      where words.has(phrase, at: index) && index > start {
        return Subject(
          who: words.written(start, index), end: index + phrase.split(separator: " ").count)
      }
      for (short, who) in [("i'm", "I"), ("we're", "we")]
      where words.is(index, short) && words.has("going to", at: index + 1) {
        return Subject(who: who, end: index + 3)
      }
      if words.is(index, "and", ",", ".", ";", "because", "by", "until") && !words.is(index, "and")
      {
        break
      }
      index += 1
    }
    if let subject = pronoun(at: start, until: end) { return subject }
    let name = knownName(at: start)
    if name > start {
      if words.is(name, "to", ":") {
        return Subject(who: words.written(start, name), end: name + 1)
      }
      if words.key(name).hasSuffix("s"), name + 1 < end, !words.key(name).hasSuffix("'s") {
        return Subject(who: words.written(start, name), end: name, conjugated: true)
      }
    }
    return Subject(who: nil, end: start)
  }

  /// "we pay it back", "I have to refund them", "I'd like to call".
  private func pronoun(at start: Int, until end: Int) -> Subject? {
    let who: String
    switch words.key(start) {
    case "i", "we", "they": who = words.written(start, start + 1)
    case "i'd", "i'm", "i've": who = "I"
    case "we'd", "we're", "we've": who = "we"
    default: return nil
    }
    let modals = [
      "would like to", "like to", "have to", "need to", "want to", "plan to", "intend to",
      "ought to", "got to", "must", "should", "can", "could", "am to", "are to", "to",
    ]
    guard start + 1 < end else { return nil }
    for modal in modals where words.has(modal, at: start + 1) {
      return Subject(who: who, end: start + 1 + modal.split(separator: " ").count)
    }
    return words.key(start).contains("'") ? nil : Subject(who: who, end: start + 1)
  }

  private func knownName(at start: Int) -> Int {
    guard start < words.count else { return start }
    if let end = names.someone(in: words, at: start) { return end }
    return words.all[start].isCapitalised && Lexicon.firstNames.contains(words.key(start))
      ? start + 1 : start
  }

  struct Deadline {
    var value: Moment
    var pieces: Range<Int>
  }

  /// The date that ends the sentence, or begins it before a comma, with the words that lead to it.
  private func deadline(_ start: Int, _ end: Int) throws(Problem) -> Deadline? {
    for index in start..<max(start, end) {
      guard let match = try moment(at: index), match.end == end else { continue }
      var lead = index
      while lead > start, words.is(lead - 1, in: Self.leads) { lead -= 1 }
      let holder = words.key(lead - 1)
      if Self.beginnings.contains(holder)
        || ["of", "since", "for", "every", "each", "than"].contains(holder)
      {
        return nil
      }
      return Deadline(value: match.value, pieces: lead..<end)
    }
    return nil
  }

  /// A date in the middle, with "by" or "on" before it and a break behind it: "by friday, and …", "on friday if …".
  private func middle(_ start: Int, _ end: Int) throws(Problem) -> Deadline? {
    for index in start..<max(start, end) {
      guard words.is(index - 1, "by", "before", "until", "on"), let match = try moment(at: index),
        words.is(match.end, ",", "and", "if", "so", "because", "unless", "provided", "(")
      else { continue }
      return Deadline(value: match.value, pieces: index - 1..<match.end)
    }
    return nil
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
  /// A commitment whose question asks for a date (`notPast`, `after` or `before`) needs one.
  func commitment(typed text: String, _ question: Question) throws(Problem) -> Commitment {
    let reader = CommitmentReader(words: Words(text), now: now, names: names)
    let commitment = try reader.commitment()
    guard !commitment.what.isEmpty else {
      throw Problem(
        .badAnswer, "“\(text)” does not say what will be done.",
        help: "Write who will do what by when, like `dana will credit the fee by friday`.")
    }
    let opening = Words(commitment.what)
    if commitment.who == nil, opening.is(0, "our", "my", "the", "their", "a", "an") {
      throw Problem(
        .badAnswer, "I cannot tell who does what in “\(text)”.",
        help: "Write it with “will”, like `dana will credit the fee by friday`.")
    }
    let rules = question.validate
    if commitment.by == nil, rules.notPast || rules.after != nil || rules.before != nil,
      !reader.begins()
    {
      throw Problem(
        .badAnswer, "By when? “\(text)” has no date.",
        help: "Add one: `\(commitment.text) by friday`.")
    }
    return commitment
  }
}
