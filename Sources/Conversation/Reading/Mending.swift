import RapportKit

extension Reader {
  /// Mends a text for its place in a message: known names, weekdays, months and “I” get their capitals; nothing else
  /// changes.
  ///
  ///     reader.mend("dana will credit the november fee")  // "Dana will credit the November fee"
  ///
  /// Words that are also ordinary ones ("may", "march", "will", "oak") change only where a number, a preposition or the
  /// rest of the name shows what they are.
  package func mend(_ text: String) -> String {
    let words = Words(text)
    var out = ""
    var index = 0
    var copied = text.startIndex
    while index < words.count {
      guard let (replacement, end) = mended(words, at: index) else {
        index += 1
        continue
      }
      let range = words.range(index, end)
      out += text[copied..<range.lowerBound] + replacement
      copied = range.upperBound
      index = end
    }
    return out + text[copied...]
  }

  private func mended(_ words: Words, at index: Int) -> (String, Int)? {
    let word = words.all[index]
    guard word.kind == .letters, word.text.first?.isLowercase == true, !isInAddress(words, index)
    else { return nil }
    if let name = name(words, at: index) { return name }
    var key = word.key
    // The person who writes: "because i released", "i'll call".
    if ["i", "i'm", "i'll", "i've", "i'd"].contains(key) {
      return (String(word.text).capitalizedFirst, index + 1)
    }
    let possessive = key.hasSuffix("'s")
    if possessive { key = String(key.dropLast(2)) }
    guard isDay(words, index, key) || isMonth(words, index, key) else { return nil }
    return (String(word.text).capitalizedFirst, index + 1)
  }

  private func isDay(_ words: Words, _ index: Int, _ key: String) -> Bool {
    let full = Weekday.allCases.contains {
      $0.name.lowercased() == key || $0.name.lowercased() + "s" == key
    }
    guard !full else { return true }
    guard Lexicon.weekdays[key] != nil else { return false }
    return words.width(index + 1) > 0 && words.month(at: index + 2) != nil
      || words.is(index - 1, "by", "until", "till", "next", "last")
        && !["sat", "sun", "wed"].contains(key)
  }

  private func isMonth(_ words: Words, _ index: Int, _ key: String) -> Bool {
    guard Lexicon.months[key] != nil else { return false }
    let full = Wording.months.contains { $0.lowercased() == key }
    if full, key != "may", key != "march" { return true }
    let number =
      words.width(index - 1) > 0 || words.width(index + 1) > 0 && !words.is(index + 2, "%")
      || words.is(index - 1, "st", "nd", "rd", "th") && words.glued(index - 1)
      || words.is(index - 1, "of")
        && (words.is(index - 2, "st", "nd", "rd", "th", "end") || words.width(index - 2) > 0)
    guard full else { return number }
    return number
      || words.is(
        index - 1, "in", "by", "since", "until", "next", "last", "during", "early", "late",
        "before", "after")
        && !words.is(index + 1, "have", "be", "not", "also")
  }

  /// A known name at `index`, as it is on record.
  private func name(_ words: Words, at index: Int) -> (String, Int)? {
    for (form, end) in names.mendable(in: words, at: index) where isSafe(words, index, form.keys) {
      return (written(form.name, form.keys, words, index, end), end)
    }
    return nil
  }

  /// The capitals of `name` on the words as typed; what follows the name's own words ("'s") stays.
  private func written(_ name: String, _ form: [String], _ words: Words, _ start: Int, _ end: Int)
    -> String
  {
    let own = Words(name)
    let prefix = own.written(0, min(form.count, own.count))
    let typed = words.written(start, end)
    return typed.count >= prefix.count ? prefix + typed.dropFirst(prefix.count) : typed
  }

  /// A name of one ordinary word is left alone, and so is one behind an article.
  private func isSafe(_ words: Words, _ index: Int, _ form: [String]) -> Bool {
    guard form.count == 1, let word = form.first else { return true }
    return !Lexicon.wordNames.contains(word) && !Lexicon.functionWords.contains(word)
      && word.count > 1
  }

  /// Whether a piece belongs to an address or a file name ("dana@acme.com", "acme.pdf").
  private func isInAddress(_ words: Words, _ index: Int) -> Bool {
    if words.glued(index), words.is(index - 1, "@", ".", "/", "_", "#", "-", ":") { return true }
    return words.glued(index + 1)
      && (words.is(index + 1, "@", "_", "/") || words.is(index + 1, ".") && words.glued(index + 2))
  }
}
