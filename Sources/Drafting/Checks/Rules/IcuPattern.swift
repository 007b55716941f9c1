/// A pattern in the syntax of .NET and Go, as Vale's rules have it, in ICU's.
///
/// A single space stands for any white space and an apostrophe for both, so that a wrapped line or a curled mark does
/// not hide a phrase.
struct IcuPattern {
  /// The pattern.
  private(set) var text = ""
  /// The pattern with a bound on every repetition inside a lookbehind, as ICU wants it.
  private(set) var bounded = ""

  init(_ source: String) {
    let letters = Array(source)
    var inSet = false
    var opened = 0  // where the set's first letter may stand
    var escaped = false
    var depth = 0
    var braces: [Bool] = []  // whether each open one is a count or names a class
    var behind: [Int] = []  // the depths at which a lookbehind opened
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      var out = String(letter)
      var limited: String?
      if escaped {
        // As it is.
      } else if inSet {
        if letter == "^", index == opened { opened += 1 }
        // The first letter of a set may be the bracket that else ends it.
        if letter == "]", index != opened { inSet = false }
        // ICU reads these as a set within a set, and as an intersection.
        if letter == "[", next != ":" { out = "\\[" }
        if letter == "&", next == "&" { out = "\\&" }
      } else {
        switch letter {
        case "[":
          inSet = true
          opened = index + 1
        case " " where !Self.repeats(next): out = "\\s"
        case "'": out = "['’]"
        case "(":
          depth += 1
          let head = String(letters[index...].prefix(4))
          if head.hasPrefix("(?<=") || head.hasPrefix("(?<!") { behind.append(depth) }
        case ")":
          if behind.last == depth { behind.removeLast() }
          depth -= 1
        case "P" where index >= 2 && letters[index - 1] == "?" && letters[index - 2] == "(":
          if next == "<" { out = "" }
        case "{":
          // ICU takes every brace for a number of repetitions, .NET only one that is.
          let named =
            index >= 2 && letters[index - 2] == "\\" && "pPxNk".contains(letters[index - 1])
          let counts = Self.counts(letters[(index + 1)...])
          braces.append(named || counts)
          if !named, !counts { out = "\\{" }
        case "}":
          if braces.popLast() != true { out = "\\}" }
        case "*" where !behind.isEmpty: limited = "{0,40}"
        case "+" where !behind.isEmpty: limited = "{1,40}"
        default: break
        }
      }
      text += out
      bounded += limited ?? out
      escaped = letter == "\\" && !escaped
    }
  }

  /// Whether `3}`, `3,}` or `3,5}` stands here.
  private static func counts(_ rest: ArraySlice<Character>) -> Bool {
    guard let end = rest.firstIndex(of: "}"), let first = rest.first, first.isASCII, first.isNumber
    else { return false }
    return rest[..<end].allSatisfy { $0 == "," || ($0.isASCII && $0.isNumber) }
  }

  private static func repeats(_ next: Character?) -> Bool {
    next.map { "{*+?".contains($0) } ?? false
  }
}
