/// A regular expression, as far as it must be understood to run it fast.
///
/// What has only a few matches ("(?:I|we) apologi[sz]e") is spelt out and goes into the trie; of the rest we learn
/// which texts must occur for it to match at all.
indirect enum Pattern: Hashable {
  case literal(Character)
  case sequence([Pattern])
  case either([Pattern])
  case optional(Pattern)
  /// Anything else: a class, a quantifier, an assertion. Matches who knows what, of at most `reach` characters.
  case opaque(reach: Int)

  /// The reach of what has no bound: more than any part of a text that is looked at.
  static let endless = 1 << 20
  /// How many letters of one word, or white space in a row, a repetition is taken to reach: longer ones are seen to.
  static let longestRun = 24

  /// Reads `text`; what cannot be read is opaque.
  init(_ text: String) {
    var parser = PatternParser(text)
    self = parser.parse() ?? .opaque(reach: Self.endless)
  }

  /// The most characters a match has, and an assertion in it looks at.
  var reach: Int {
    switch self {
    // Other letters may be one for two in another case.
    case .literal(let character):
      character.isASCII || !character.isLetter ? 1 : Self.endless
    case .opaque(let reach): reach
    case .optional(let inner): inner.reach
    case .either(let branches): branches.map(\.reach).max() ?? 0
    case .sequence(let parts): min(Self.endless, parts.map(\.reach).reduce(0, +))
    }
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
      let start = at
      guard let atom = atom() else { return nil }
      parts.append(quantified(atom, from: start))
    }
    return .sequence(parts)
  }

  private mutating func quantified(_ atom: Pattern, from start: Int) -> Pattern {
    guard at < text.count else { return atom }
    let counts: (least: Int, most: Int?)
    let isRun = Self.runs.contains(String(text[start..<at]))
    switch text[at] {
    case "?": counts = (0, 1)
    case "*": counts = (0, nil)
    case "+": counts = (1, nil)
    case "{":
      let close = text[at...].firstIndex(of: "}") ?? text.count - 1
      let numbers = text[(at + 1)..<close].split(separator: ",", omittingEmptySubsequences: false)
      let least = numbers.first.flatMap { Int(String($0)) }
      counts = (least ?? 0, numbers.count > 1 ? Int(String(numbers[1])) : least)
      at = close
    default: return atom
    }
    at += 1
    if counts == (0, 1), at == text.count || text[at] != "?" && text[at] != "+" {
      return .optional(atom)
    }
    var reach =
      counts.most.map { min($0, Pattern.endless) * atom.reach }
      ?? (isRun ? Pattern.longestRun : Pattern.endless)
    // What never gives back a letter must see all of them.
    if take("+") { reach = Pattern.endless } else { _ = take("?") }
    let rest = Pattern.opaque(reach: min(reach, Pattern.endless))
    return counts.least > 0 ? .sequence([atom, rest]) : rest
  }

  /// What stays within one word, or one stretch of white space, however often it is repeated.
  private static let runs: Set<String> = ["\\w", "\\d", "\\s", " ", "[\\w]", "[a-z]", "[A-Za-z]"]

  private mutating func atom() -> Pattern? {
    let character = text[at]
    at += 1
    switch character {
    case "(": return group()
    case "[": return set()
    case ".": return .opaque(reach: 1)
    case "^", "$": return .opaque(reach: 0)
    case "*", "+": return .opaque(reach: Pattern.endless)
    case "\\":
      guard at < text.count else { return nil }
      let escaped = text[at]
      at += 1
      switch escaped {
      case "s": return .literal(" ")
      case "w", "d", "W", "D", "S", "n", "r", "t": return .opaque(reach: 1)
      case "b", "B": return .opaque(reach: 0)
      default:
        return escaped.isLetter || escaped.isNumber
          ? .opaque(reach: Pattern.endless) : .literal(escaped)
      }
    default: return .literal(character)
    }
  }

  private mutating func group() -> Pattern? {
    guard take("?"), !take(":") else { return closed(either()) }
    // Flags, an assertion or a name: nothing in it must occur, but an assertion says how far it looks.
    let start = at
    while at < text.count, text[at].isLetter || text[at] == "-" { at += 1 }
    if take(")") { return .opaque(reach: 0) }
    at = start
    if at < text.count, text[at] == "<" { at += 1 }
    if take("=") || take("!"), let inner = closed(either()) { return .opaque(reach: inner.reach) }
    at = start
    return closed(skip())
  }

  private mutating func closed(_ inner: Pattern?) -> Pattern? { take(")") ? inner : nil }

  /// Skips to the end of a group.
  private mutating func skip() -> Pattern? {
    var depth = 0
    while at < text.count {
      if text[at] == "\\" { at += 1 } else if text[at] == "(" { depth += 1 }
      if at < text.count, text[at] == ")", text[at - 1] != "\\" || depth < 0 {
        if depth == 0 { return .opaque(reach: Pattern.endless) }
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
    return plain && members.count <= 6
      ? .either(members.map { .literal($0) }) : .opaque(reach: 1)
  }

  private mutating func take(_ character: Character) -> Bool {
    guard at < text.count, text[at] == character else { return false }
    at += 1
    return true
  }
}
