extension Reader {
  /// Whether the whole of `text` says that something is not known; apostrophes may be missing.
  ///
  ///     Reader.saysUnknown("we dont know yet")  // true
  package static func saysUnknown(_ text: String) -> Bool {
    var words = plainWords(text)
    while let first = words.first,
      ["i", "we", "sorry", "well", "honestly", "is", "it's", "its", "im"]
        .contains(first)
    { words.removeFirst() }
    while let last = words.last,
      ["yet", "sorry", "really", "now", "right", "at", "present"].contains(last)
    { words.removeLast() }
    let key = words.map {
      [
        "dont": "do not", "don't": "do not", "havent": "have not", "haven't": "have not",
        "i'm": "am", "we're": "are", "were": "are",
      ][$0] ?? $0
    }.joined(separator: " ")
    return unknowns.contains(key)
  }

  /// Whether the whole of `text` says that there is nothing to say at a question for text: "nothing really", "n/a", "-".
  package static func saysNothing(_ text: String) -> Bool {
    let line = text.trimmed
    if !line.isEmpty, line.allSatisfy({ "-–—".contains($0) }) { return true }
    return nothings.contains(plainWords(text).joined(separator: " "))
  }

  private static func plainWords(_ text: String) -> [String] {
    Words(text).all.filter { $0.kind != .sign || $0.key == "?" }.map(\.key)
  }

  private static let unknowns: Set<String> = [
    "do not know", "no idea", "not sure", "am not sure", "are not sure", "idk", "dunno",
    "not clear",
    "unclear", "unknown", "not known", "unsure", "still looking into", "still looking into it",
    "am still looking into it", "are still looking into it", "looking into it",
    "am looking into it",
    "are looking into it", "still checking", "are still checking", "am still checking",
    "still investigating", "are still investigating", "have no idea", "have no clue", "no clue",
    "cannot say", "can't say", "cant say", "hard to say", "do not know why", "do not know exactly",
    "not exactly sure", "who knows", "nobody knows", "no one knows", "have not found out",
    "do not remember", "to be confirmed", "tbc", "tbd", "tba", "to be decided", "not certain",
    "not decided",
    "?", "? ?", "? ? ?", "do not know still", "still do not know", "still unclear",
    "still not clear", "still not sure",
  ]

  private static let nothings: Set<String> = [
    "nothing", "nothing really", "not really anything", "nothing else", "nothing at all",
    "nothing more", "nothing special", "nothing to add", "nothing much", "none", "none really",
    "n a", "na", "no", "nope", "nah", "nil", "no thanks", "nothing comes to mind", "not applicable",
    "not really",
  ]
}
