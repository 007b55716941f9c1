/// A regular expression, as far as it must be understood to run it fast.
///
/// What has only a few matches ("(?:I|we) apologi[sz]e") is spelt out and goes into the trie; of the rest we learn
/// which texts must occur for it to match at all.
indirect enum Pattern: Hashable {
  case literal(Character)
  case sequence([Pattern])
  case either([Pattern])
  case optional(Pattern)
  /// Anything else: a class, a quantifier, an assertion. Matches who knows what.
  case opaque

  /// Reads `text`; what cannot be read is opaque.
  init(_ text: String) {
    var parser = PatternParser(text)
    self = parser.parse() ?? .opaque
  }

  /// All texts it matches, in the order a regular expression tries them; nil when there are more than `limit`.
  func expansions(limit: Int = 256) -> [String]? {
    switch self {
    case .literal(let character): return [String(character)]
    case .opaque: return nil
    case .optional(let inner): return inner.expansions(limit: limit).map { $0 + [""] }
    case .either(let branches):
      var all: [String] = []
      for branch in branches {
        guard let some = branch.expansions(limit: limit) else { return nil }
        all += some
      }
      return all.count <= limit ? all : nil
    case .sequence(let parts):
      var all = [""]
      for part in parts {
        guard let next = part.expansions(limit: limit), all.count * next.count <= limit else {
          return nil
        }
        all = all.flatMap { head in next.map { head + $0 } }
      }
      return all
    }
  }

  /// Texts of which at least one stands in every match, in lower case; nil when nothing is sure.
  var required: [String]? {
    switch self {
    case .literal(let character):
      return character.isLetter || character.isNumber ? [character.lowercased()] : nil
    case .opaque, .optional: return nil
    case .either(let branches):
      var all: [String] = []
      for branch in branches {
        guard let some = branch.required else { return nil }
        all += some
      }
      return all.count <= 24 ? all : nil
    case .sequence(let parts):
      var best: [String]?
      var run = ""
      func consider(_ texts: [String]) {
        let length = texts.map(\.count).min() ?? 0
        if length > (best?.map(\.count).min() ?? 0) { best = texts }
      }
      for part in parts {
        // A space may be a line's end and an apostrophe a curled one, so neither is part of what must occur.
        if case .literal(let character) = part, character.isLetter || character.isNumber {
          run += character.lowercased()
          continue
        }
        if !run.isEmpty { consider([run]) }
        run = ""
        if let texts = part.required { consider(texts) }
      }
      if !run.isEmpty { consider([run]) }
      return best
    }
  }
}

/// Reads the part of ICU's syntax that `Pattern` knows.
private struct PatternParser {
  private let text: [Character]
  private var at = 0

  init(_ text: String) { self.text = Array(text) }

  mutating func parse() -> Pattern? {
    let pattern = either()
    return at == text.count ? pattern : nil
  }

  private mutating func either() -> Pattern? {
    var branches: [Pattern] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence() -> Pattern? {
    var parts: [Pattern] = []
    while at < text.count, text[at] != "|", text[at] != ")" {
      guard let atom = atom() else { return nil }
      parts.append(quantified(atom))
    }
    return .sequence(parts)
  }

  private mutating func quantified(_ atom: Pattern) -> Pattern {
    guard at < text.count else { return atom }
    switch text[at] {
    case "?":
      at += 1
      if take("?") || take("+") { return .sequence([.optional(.opaque)]) }
      return .optional(atom)
    case "*":
      at += 1
      _ = take("?") || take("+")
      return .opaque
    case "+":
      at += 1
      _ = take("?") || take("+")
      return .sequence([atom, .opaque])
    case "{":
      let close = text[at...].firstIndex(of: "}") ?? text.count - 1
      let least = Int(String(text[(at + 1)..<close].prefix { $0.isNumber })) ?? 0
      at = close + 1
      _ = take("?") || take("+")
      return least > 0 ? .sequence([atom, .opaque]) : .opaque
    default: return atom
    }
  }

  private mutating func atom() -> Pattern? {
    let character = text[at]
    at += 1
    switch character {
    case "(": return group()
    case "[": return set()
    case ".", "^", "$", "*", "+": return .opaque
    case "\\":
      guard at < text.count else { return nil }
      let escaped = text[at]
      at += 1
      if escaped == "s" { return .literal(" ") }
      return escaped.isLetter || escaped.isNumber ? .opaque : .literal(escaped)
    default: return .literal(character)
    }
  }

  private mutating func group() -> Pattern? {
    var looks = false
    if take("?") {
      if take(":") {
      } else {
        // An assertion, flags or a name: its inside says nothing about what must occur.
        looks = true
      }
    }
    guard let inner = looks ? skip() : either() else { return nil }
    return take(")") ? inner : nil
  }

  /// Skips to the end of a group.
  private mutating func skip() -> Pattern? {
    var depth = 0
    while at < text.count {
      if text[at] == "\\" { at += 1 } else if text[at] == "(" { depth += 1 }
      if at < text.count, text[at] == ")", text[at - 1] != "\\" || depth < 0 {
        if depth == 0 { return .opaque }
        depth -= 1
      }
      at += 1
    }
    return nil
  }

  private mutating func set() -> Pattern? {
    var members: [Character] = []
    var plain = !take("^")
    while at < text.count, text[at] != "]" || members.isEmpty && !plain {
      if text[at] == "\\" || text[at] == "[" || text[at] == "&" { plain = false }
      if text[at] == "-", let last = members.last, last != " ", at + 1 < text.count,
        text[at + 1] != "]"
      {
        plain = false
      }
      if text[at] == "\\" { at += 1 }
      guard at < text.count else { return nil }
      members.append(text[at])
      at += 1
    }
    guard take("]") else { return nil }
    return plain && members.count <= 6 ? .either(members.map { .literal($0) }) : .opaque
  }

  private mutating func take(_ character: Character) -> Bool {
    guard at < text.count, text[at] == character else { return false }
    at += 1
    return true
  }
}
