extension Pattern {
  /// Texts of which one stands in every match, and how far a match goes before and behind it.
  struct Need: Hashable {
    /// In lower case; a space stands for any white space, and an apostrophe for a curled one too.
    var texts: [String]
    var before = 0
    var after = 0

    /// The letters of the shortest text, as far as they count: rarely does so much stand somewhere by chance.
    fileprivate var length: Int { min(enough, texts.map(\.utf8.count).min() ?? 0) }

    /// Whether it is rarer than `other`, or as rare and sooner looked for.
    fileprivate func isBetter(than other: Need?) -> Bool {
      guard let other else { return length > 0 }
      return length == other.length ? texts.count < other.texts.count : length > other.length
    }
  }

  /// How many letters of a text are looked for.
  private static let enough = 9
  /// How many texts a stretch of a pattern may stand for.
  private static let most = 32

  /// What every match needs; nil when nothing is sure.
  var need: Need? {
    switch self {
    case .literal, .optional, .opaque: return nil
    case .sequence(let parts): return Self.need(of: parts)
    case .either(let branches):
      var all = Need(texts: [])
      for branch in branches {
        guard let some = branch.need else { return nil }
        all.texts += some.texts
        all.before = max(all.before, some.before)
        all.after = max(all.after, some.after)
      }
      return all.texts.count <= 256 ? all : nil
    }
  }

  /// The rarest of what the parts of a sequence need: the texts that some of them in a row stand for, or what one of
  /// them needs.
  private static func need(of parts: [Pattern]) -> Need? {
    let total = parts.map(\.reach).reduce(0, +)
    var best: Need?
    var before = 0
    var inWord = false
    for (index, part) in parts.enumerated() {
      // What begins within a word is never rarer than the word.
      if !inWord {
        let texts = texts(of: parts[index...])
        let least = texts.map(\.utf8.count).min() ?? 0
        let here = Need(
          texts: texts, before: min(endless, before), after: min(endless, total - before - least))
        if here.isBetter(than: best) { best = here }
      }
      if case .literal(let letter) = part { inWord = letter.isLetter } else { inWord = false }
      if var need = part.need {
        need.before = min(endless, need.before + before)
        need.after = min(endless, need.after + total - before - part.reach)
        if need.isBetter(than: best) { best = need }
      }
      before += part.reach
    }
    return best
  }

  /// The beginnings of all that the first of `parts` stand for.
  private static func texts(of parts: ArraySlice<Pattern>) -> [String] {
    var all = [""]
    for part in parts {
      guard all.contains(where: { $0.utf8.count < enough }), let next = part.plainTexts else {
        break
      }
      var longer: [String] = []
      for head in all {
        for tail in head.utf8.count < enough ? next : [""] {
          let text = String((head + tail).prefix(enough))
          if !longer.contains(text) { longer.append(text) }
        }
      }
      guard longer.count <= most else { break }
      all = longer
    }
    return all
  }

  /// All texts it matches, in lower case and ASCII; nil when there are too many or others.
  private var plainTexts: [String]? {
    guard let texts = expansions(limit: Self.most) else { return nil }
    var out: [String] = []
    for text in texts {
      let plain =
        text.utf8.allSatisfy { $0 < 128 } ? text : String(text.map { $0 == "’" ? "'" : $0 })
      guard plain.utf8.allSatisfy({ $0 < 128 }) else { return nil }
      out.append(plain.lowercased())
    }
    return out
  }
}
