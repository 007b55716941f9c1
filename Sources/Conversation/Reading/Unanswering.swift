import RapportKit

/// What cannot be the answer of a question that is asked as a sentence's beginning and wants a deed or a cause: a time
/// alone, a bare reason, a correction of another answer.
///
///     It happened because I …  > 9:10 to 12:10       // says only when
///     To put it right, …       > because of me       // says why, not what will be done
///     To put it right, …       > no, it was Friday   // corrects another answer
///
/// Whatever could be meant is let through.
struct Unanswering {
  let reader: Reader
  let question: Question

  /// Throws why `text` is no answer.
  func check(_ text: String) throws(Problem) {
    guard wantsDeed || wantsCause else { return }
    let words = Words(text)
    let content = words.all.filter { $0.kind != .sign }
    if let correction = Correction(text), isOnlyTime(correction.text) {
      throw problem("“\(text)” corrects another answer, and does not go on from this one.")
    }
    if isOnlyTime(text) {
      throw problem(
        question.type == .commitment
          ? "“\(text)” does not say what will be done." : "“\(text)” only says when.")
    }
    if wantsVerb, words.is(0, "your", "the", "a", "an", "our", "my", "their", "they", "we", "i"),
      words.count > 1
    {
      throw problem("“\(text)” does not go on from “\(question.ask)”.")
    }
    let gives = words.is(0, "because", "cause", "due")
    if gives, content.count == 1 || wantsDeed && !words.is(1, "diligence", "date") {
      throw problem(
        wantsDeed
          ? "“\(text)” says why, and not what is done." : "“\(text)” does not say why.")
    }
  }

  /// Whether the whole of `text` is a time, a day, a length, or from when to when.
  func isOnlyTime(_ text: String) -> Bool {
    var line = text.trimmed
    while let last = line.last, ".,!;".contains(last) { line.removeLast() }
    let lower = line.lowercased()
    for lead in ["from ", "between ", "for ", "since ", "at "] where lower.hasPrefix(lead) {
      line = String(line.dropFirst(lead.count))
    }
    // A number alone may count anything.
    guard !line.isEmpty, !line.allSatisfy({ $0.isNumber || $0.isWhitespace }) else { return false }
    if (try? reader.date(line, .either)) != nil || (try? reader.time(line)) != nil
      || (try? reader.duration(line)) != nil
    {
      return true
    }
    for link in [" to ", " until ", " till ", " and ", " - ", "–", "-"] {
      let parts = line.split(separator: link).map { String($0).trimmed }
      if parts.count == 2, parts.allSatisfy({ isTime($0) }) { return true }
    }
    return false
  }

  private func isTime(_ text: String) -> Bool {
    (try? reader.time(text)) != nil || (try? reader.date(text, .either)) != nil
  }

  private func problem(_ message: String) -> Problem {
    let example =
      question.type == .commitment
      ? "Say what, by whom and by when, like `dana will credit the fee by friday`"
      : wantsVerb
        ? "Begin with what they do, like `call me before friday`"
        : "Go on from “\(question.ask)” in your own words"
    let out = question.unknown == nil ? "`skip`" : "`unknown` or `skip`"
    return Problem(.badAnswer, message, help: "\(example), or \(out).")
  }

  /// "It happened because …", "The reason: …"
  private var wantsCause: Bool {
    question.asks("because") || question.asks("reason")
  }

  /// "To put it right, …", "From now on …", "They could not …", "We will …"
  private var wantsDeed: Bool {
    if question.type == .commitment { return true }
    guard isBeginning, !wantsCause else { return false }
    let words = Words(question.ask).all.filter { $0.kind == .letters }.map(\.key)
    return words.suffix(2) == ["now", "on"]
      || ["will", "not", "can", "to"].contains(words.last ?? "")
  }

  /// "You can …", "We ask them to …": a thing cannot follow.
  private var wantsVerb: Bool {
    isBeginning
      && ["can", "to"].contains(Words(question.ask).all.last { $0.kind == .letters }?.key ?? "")
  }

  private var isBeginning: Bool {
    [.text, .longtext].contains(question.type) && question.ask.trimmed.hasSuffix("…")
  }
}

extension Question {
  /// Whether it is asked as a beginning with `word` in it.
  fileprivate func asks(_ word: String) -> Bool {
    [.text, .longtext].contains(type) && ask.trimmed.hasSuffix("…")
      && Words(ask).all.contains { $0.key == word }
  }
}
