/// A pattern for file names as Vale's sections write it: `*.md`, `*.{md,txt}`, `docs/**`, `[!a]?.md`.
///
///     Glob("*.{md,txt}").matches("docs/letter.md")  // true: a star passes over folders too
struct Glob: Sendable, Hashable {
  private indirect enum Part: Hashable {
    case letter(Character)
    case any
    case one
    case set([Character], negated: Bool)
    case either([[Part]])
  }

  private let parts: [Part]

  /// Reads a pattern; what is left open stands for itself.
  init(_ pattern: String) {
    var rest = Array(pattern)[...]
    parts = Self.read(&rest, inside: false)
  }

  private static func read(_ rest: inout ArraySlice<Character>, inside: Bool) -> [Part] {
    var parts: [Part] = []
    while let next = rest.first, !(inside && (next == "," || next == "}")) {
      rest.removeFirst()
      switch next {
      case "*":
        if parts.last != .any { parts.append(.any) }
      case "?": parts.append(.one)
      case "[" where rest.dropFirst().contains("]"):
        let negated = rest.first == "!" || rest.first == "^"
        let set = rest.dropFirst(negated ? 1 : 0).prefix { $0 != "]" }
        rest = rest[set.endIndex...].dropFirst()
        parts.append(.set(spread(set), negated: negated))
      case "{" where rest.contains("}"):
        var branches: [[Part]] = []
        repeat {
          branches.append(read(&rest, inside: true))
        } while rest.popFirst() == ","
        parts.append(.either(branches))
      case "\\" where !rest.isEmpty: parts.append(.letter(rest.removeFirst()))
      default: parts.append(.letter(next))
      }
    }
    return parts
  }

  /// `a-c` is a, b, c.
  private static func spread(_ set: ArraySlice<Character>) -> [Character] {
    var letters: [Character] = []
    var rest = set
    while let first = rest.popFirst() {
      if rest.first == "-", let last = rest.dropFirst().first,
        let from = first.asciiValue, let to = last.asciiValue, from <= to
      {
        letters += (from...to).map { Character(UnicodeScalar($0)) }
        rest = rest.dropFirst(2)
      } else {
        letters.append(first)
      }
    }
    return letters
  }

  /// Whether all of `text` fits.
  func matches(_ text: String) -> Bool { Self.matches(parts[...], Array(text)[...]) }

  private static func matches(_ parts: ArraySlice<Part>, _ text: ArraySlice<Character>) -> Bool {
    guard let part = parts.first else { return text.isEmpty }
    let rest = parts.dropFirst()
    switch part {
    case .any:
      return (text.startIndex...text.endIndex).contains { matches(rest, text[$0...]) }
    case .either(let branches): return branches.contains { matches(($0 + Array(rest))[...], text) }
    case .letter(let letter): return text.first == letter && matches(rest, text.dropFirst())
    case .one: return !text.isEmpty && matches(rest, text.dropFirst())
    case .set(let set, let negated):
      guard let first = text.first, set.contains(first) != negated else { return false }
      return matches(rest, text.dropFirst())
    }
  }
}
