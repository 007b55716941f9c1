package import RapportKit

extension Reader {
  /// The promises we make in `text`: what I, we or a colleague will do, and what "will be done" by nobody named.
  package func promises(in text: String) -> [FoundPromise] {
    var found: [FoundPromise] = []
    for paragraph in Self.paragraphs(text) {
      let words = Words(paragraph.text)
      for clause in words.clauses where clause.tense == .future {
        let pieces = clause.pieces
        guard pieces.lowerBound < pieces.upperBound else { continue }
        let start = words.range(pieces.lowerBound, pieces.upperBound).lowerBound
        let before = paragraph.text[..<start].count { $0 == "\u{2028}" }
        let written = words.written(pieces.lowerBound, pieces.upperBound)
          .replacing("\u{2028}", with: " ")
        if var promise = promise(in: written) {
          promise.line = paragraph.line + before
          found.append(promise)
        }
      }
    }
    return found
  }

  private func promise(in text: String) -> FoundPromise? {
    let words = Words(text)
    let reader = CommitmentReader(words: words, now: now, names: names)
    let subject = reader.subject(until: words.count)
    // "You will have the report" is given to them; "you will have to wait" is not.
    let theirs =
      words.is(subject.end - 2, "you")
      && (words.is(subject.end, "receive", "get", "hear")
        || words.is(subject.end, "have") && !words.is(subject.end + 1, "to", "been", "had")
          && !words.isVerb(subject.end + 1))
    guard subject.promised, theirs || !words.is(subject.end, in: Self.noDeeds),
      !text.hasSuffix("?"), let value = try? reader.commitment(), !value.what.isEmpty
    else { return nil }
    let what = value.sentence ?? value.what
    if !words.is(0, "you"), let who = subject.who, isOurs(who) {
      return FoundPromise(who: who, what: what, due: value.by, text: text, line: 1)
    }
    // "The labels will be sent", "you will receive the labels": promised, and nobody is to do it.
    let passive =
      words.is(subject.end, "be") && words.key(subject.end + 1).hasSuffix("ed")
      || words.is(subject.end, "be") && Lexicon.pastForms.contains(words.key(subject.end + 1))
    guard passive || theirs else { return nil }
    return FoundPromise(who: nil, what: text, due: value.by, text: text, line: 1)
  }

  /// Whether `who` is us: I, we, a colleague, or a name that is nobody's at a customer.
  private func isOurs(_ who: String) -> Bool {
    let words = Words(who)
    if words.is(0, "i", "we", "our", "my") || names.isColleague(words) { return true }
    guard (1...2).contains(words.count), words.all.allSatisfy(\.isCapitalised),
      names.customers(in: words).isEmpty, names.people(in: words, of: nil).isEmpty
    else { return false }
    let key = words.key(0)
    return Lexicon.firstNames.contains(key)
      || !Lexicon.notNames.contains(key) && !Lexicon.functionWords.contains(key)
        && !key.hasSuffix("ing") && !key.hasSuffix("s")
  }

  /// What is said with "will" and is no deed of ours.
  static let noDeeds: Set<String> = [
    "not", "never", "have", "miss", "lose", "fail", "need", "only", "remain", "know", "understand",
    "see",
  ]

  /// The paragraphs without quoted lines, a line's end within one as U+2028, with the line each begins in.
  private static func paragraphs(_ text: String) -> [(text: String, line: Int)] {
    var paragraphs: [(text: String, line: Int)] = []
    var open = false
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let bare = line.drop { $0.isWhitespace }
      guard !bare.isEmpty, bare.first != ">" else {
        open = false
        continue
      }
      if open, let last = paragraphs.indices.last, !"-*•".contains(bare.first ?? " ") {
        paragraphs[last].text += "\u{2028}" + line
      } else {
        paragraphs.append((String(line), index + 1))
        open = true
      }
    }
    return paragraphs
  }
}
