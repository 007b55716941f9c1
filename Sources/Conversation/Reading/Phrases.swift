/// A text as word stems, for matching phrases whatever their endings, case and apostrophes.
///
///     Stems("Nobody's told them").keys  // ["nobody", "told", "them"]
///
/// "didn't" reads as "did not"; "the customer", "them" and "they" are one; so is a name when it is given as one.
struct Stems {
  var keys: [String] = []
  /// The piece of the text behind each key.
  var pieces: [Int] = []

  /// The stems of `text`.
  init(_ text: String) { self.init(Words(text)) }

  /// The stems of `words`, where the pieces in `names` stand for the customer.
  init(_ words: Words, names: Range<Int>? = nil) {
    var index = 0
    while index < words.count {
      defer { index += 1 }
      if let names, names.contains(index) {
        if index == names.lowerBound { append(Self.customer, index) }
        continue
      }
      let word = words.all[index]
      guard word.kind != .sign else {
        if [".", ";", "?", "!"].contains(word.key) { append(word.key, index) }
        continue
      }
      if words.is(index, "the", "our", "my", "this"),
        words.is(index + 1, "customer", "customers", "client", "clients")
      {
        continue
      }
      if words.is(index, "customer", "customers", "client", "clients", "them", "they") {
        append(Self.customer, index)
        continue
      }
      for part in Lexicon.contractions[word.key] ?? [word.key] { append(Self.stem(part), index) }
    }
  }

  private mutating func append(_ key: String, _ piece: Int) {
    keys.append(key)
    pieces.append(piece)
  }

  private static let customer = "⟨customer⟩"

  /// A light stem: possessive, plural, -ed and -ing taken off, a doubled letter undone.
  static func stem(_ word: String) -> String {
    var word = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
    if let base = irregular[word] { return base }
    guard word.count > 3 else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.hasSuffix("ied") { return word.dropLast(3) + "y" }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") { word.removeLast() }
    for ending in ["ing", "ed"] where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      word.removeLast(ending.count)
      let tail = word.suffix(2)
      if tail.first == tail.last, let last = tail.last, !"lsze".contains(last) { word.removeLast() }
    }
    if word.hasSuffix("e"), word.count > 3 { word.removeLast() }
    return word
  }

  private static let irregular = [
    "told": "tell", "knew": "know", "known": "know", "sent": "send", "heard": "hear",
    "gave": "give",
    "said": "say", "found": "find", "lost": "lose", "broke": "break", "broken": "break",
    "forgot": "forget", "forgotten": "forget", "noticed": "notice", "has": "have", "had": "have",
    "was": "be", "were": "be", "is": "be", "are": "be", "been": "been", "am": "be", "did": "do",
    "does": "do", "done": "do", "noone": "nobody",
    "nothing": "nothing", "missing": "missing",
  ]
}

/// Phrases that mean one thing, matched on stems; the longest counts.
struct Phrases {
  private let phrases: [[String]]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { Stems($0).keys }.filter { !$0.isEmpty }.sorted {
      $0.count > $1.count
    }
  }

  /// Where the longest phrase stands in `stems`, as positions there. A negation before it that is not its own turns it round
  /// and is no match.
  func match(in stems: Stems) -> Range<Int>? {
    for phrase in phrases {
      for start in stems.keys.indices {
        guard let end = end(of: phrase, in: stems.keys, from: start) else { continue }
        let before = stems.keys[max(0, start - 3)..<start]
        let reach =
          before.lastIndex { [".", ";", "?", "!", "and", "but"].contains($0) }.map { $0 + 1 }
          ?? before.startIndex
        let turned = before[reach...].contains(where: Self.negations.contains)
        if turned, !phrase.contains(where: Self.negations.contains) { continue }
        if end < stems.keys.count, ["nothing", "not", "no", "neither"].contains(stems.keys[end]) {
          continue
        }
        return start..<end
      }
    }
    return nil
  }

  /// Where `phrase` ends when it stands at `start`; small adverbs inside it are passed over ("have not yet been told").
  private func end(of phrase: [String], in keys: [String], from start: Int) -> Int? {
    var index = start
    for (position, key) in phrase.enumerated() {
      while position > 0, index < keys.count, keys[index] != key, Self.passed.contains(keys[index])
      {
        index += 1
      }
      guard index < keys.count, keys[index] == key else { return nil }
      index += 1
    }
    return index
  }

  private static let passed: Set<String> = [
    "been", "yet", "even", "just", "really", "ever", "actually", "still", "already", "also",
    "all",
  ]
  private static let negations: Set<String> = [
    "not", "never", "nobody", "no", "without", "neither",
  ]
}
