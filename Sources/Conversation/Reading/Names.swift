import RapportKit

/// The ways one name is written, as word keys: "oak & co", "oak".
struct NameForms {
  /// The name and its aliases.
  var full: [[String]]
  /// The name without what a company's name may end in.
  var short: [[String]]

  init(_ names: [String]) {
    full = names.map(Self.keys).filter { !$0.isEmpty }
    short = full.compactMap { keys in
      var rest = keys
      while rest.count > 1, let last = rest.last,
        Lexicon.companyEndings.contains(last) || last == "&" || last == ","
      {
        rest.removeLast()
      }
      return rest.count < keys.count ? rest : nil
    }
  }

  var all: [[String]] { full + short }

  static func keys(_ name: String) -> [String] {
    var keys = Words(name).all.map(\.key)
    while keys.last == "." { keys.removeLast() }
    return keys
  }
}

/// One name found in a text.
struct NameMatch {
  var named: Named
  /// The customer's record: its own, or the one a person belongs to.
  var customer: RecordID?
  var pieces: Range<Int>
  /// Whether `'s` or a bare apostrophe follows.
  var possessive: Bool
}

extension Words {
  /// The end of `keys` at `start`, and whether a possessive ends it; nil when they do not stand there.
  func name(_ keys: [String], at start: Int) -> (end: Int, possessive: Bool)? {
    guard !keys.isEmpty, start + keys.count <= count else { return nil }
    for offset in 0..<keys.count - 1 where key(start + offset) != keys[offset] { return nil }
    let last = start + keys.count - 1
    if key(last) == keys[keys.count - 1] {
      let bare = key(last + 1) == "'" || key(last + 1) == "’"
      if bare, glued(last + 1), keys[keys.count - 1].hasSuffix("s") { return (last + 2, true) }
      return (last + 1, false)
    }
    return key(last) == keys[keys.count - 1] + "'s" ? (last + 1, true) : nil
  }

  /// Whether piece `index` opens a sentence.
  func opensSentence(_ index: Int) -> Bool {
    index == 0 || self.is(index - 1, ".", "!", "?", ":", "\"", "“", "•")
  }

  /// Whether a piece that is also an ordinary word stands here as a name: with a capital that no sentence's beginning gives
  /// it, before a verb at that beginning ("Kite was charged"), or in a customer's place ("told kite").
  func isName(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard range.count == 1 else { return true }
    let possessive = key(start).hasSuffix("'s")
    let word = possessive ? String(key(start).dropLast(2)) : key(start)
    let small = Lexicon.functionWords.contains(word) || Lexicon.notNames.contains(word)
    guard small || Lexicon.wordNames.contains(word) else { return true }
    if all[start].isCapitalised, !opensSentence(start) { return true }
    guard !small, !Lexicon.describing.contains(word) else { return false }
    if opensSentence(start) {
      return possessive || isVerb(start + 1) || self.is(start + 1, "and", "or", "never", "still")
    }
    return self.is(start - 1, in: Lexicon.dealingVerbs)
      || self.is(start - 1, "to", "for", "with", "at", "from", "and", "customer", "client")
  }
}
