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

  /// Whether a piece that is also an ordinary word stands here as a name: capitalised, and not only because a sentence begins.
  func isName(_ range: Range<Int>) -> Bool {
    guard range.count == 1 else { return true }
    let word =
      key(range.lowerBound).hasSuffix("'s")
      ? String(key(range.lowerBound).dropLast(2)) : key(range.lowerBound)
    guard
      Lexicon.wordNames.contains(word) || Lexicon.functionWords.contains(word)
        || Lexicon.notNames.contains(word)
    else { return true }
    return all[range.lowerBound].isCapitalised && !opensSentence(range.lowerBound)
  }
}

extension Directory {
  /// The customers that stand in `words`, in any case; a part of a name only with a capital and when only one has it.
  func customers(in words: Words) -> [NameMatch] {
    var matches: [NameMatch] = []
    var index = 0
    while index < words.count {
      guard let match = customer(in: words, at: index) else {
        index += 1
        continue
      }
      matches.append(match)
      index = match.pieces.upperBound
    }
    return matches
  }

  private func customer(in words: Words, at start: Int) -> NameMatch? {
    guard words.all[start].kind != .sign else { return nil }
    var found: [(Customer, Int, Bool)] = []
    for customer in customers {
      let forms = NameForms([customer.name] + customer.aliases)
      let ends = forms.all.compactMap { words.name($0, at: start) }
      if let best = ends.max(by: { $0.end < $1.end }) {
        found.append((customer, best.end, best.possessive))
      }
    }
    if found.isEmpty, words.all[start].isCapitalised, words.all[start].text.count > 2,
      !Lexicon.notNames.contains(words.key(start)),
      !Lexicon.functionWords.contains(words.key(start))
    {
      for customer in customers {
        let keys = NameForms.keys(customer.name)
        guard keys.count > 1, let end = words.name([keys[0]], at: start) else { continue }
        found.append((customer, end.end, end.possessive))
      }
    }
    guard let longest = found.map({ $0.1 }).max() else { return nil }
    let best = found.filter { $0.1 == longest }
    guard best.count == 1, let only = best.first, words.isName(start..<longest) else { return nil }
    return NameMatch(
      named: only.0.named, customer: only.0.id, pieces: start..<longest, possessive: only.2)
  }

  /// The people that stand in `words`, those of `customer` before others; a first name only when it is one person's.
  func people(in words: Words, of customer: RecordID?) -> [NameMatch] {
    var matches: [NameMatch] = []
    var index = 0
    while index < words.count {
      guard let match = person(in: words, at: index, of: customer) else {
        index += 1
        continue
      }
      matches.append(match)
      index = match.pieces.upperBound
    }
    return matches
  }

  private func person(in words: Words, at start: Int, of customer: RecordID?) -> NameMatch? {
    guard words.all[start].kind == .letters else { return nil }
    let titled =
      words.is(start - 1, "mr", "mrs", "ms", "miss", "dr", "frau", "herr")
      || words.is(start - 1, ".") && words.is(start - 2, "mr", "mrs", "ms", "dr")
    var found: [(Person, Int, Bool)] = []
    for person in people {
      let keys = NameForms.keys(person.name)
      var forms = [keys]
      if let first = keys.first, keys.count > 1 { forms.append([first]) }
      if titled, let last = keys.last { forms.append([last]) }
      let ends = forms.compactMap { words.name($0, at: start) }
      if let best = ends.max(by: { $0.end < $1.end }) {
        found.append((person, best.end, best.possessive))
      }
    }
    guard let longest = found.map({ $0.1 }).max() else { return nil }
    var best = found.filter { $0.1 == longest }
    if best.count > 1, let customer { best = best.filter { $0.0.customer == customer } }
    guard best.count == 1, let only = best.first, words.isName(start..<longest) else { return nil }
    let colleague = colleagues.contains { NameForms.keys($0).first == words.key(start) }
    guard !colleague || longest - start > 1 || customer != nil && only.0.customer == customer
    else { return nil }
    return NameMatch(
      named: only.0.named, customer: only.0.customer, pieces: start..<longest, possessive: only.2)
  }
}
