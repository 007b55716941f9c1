/// Reads a mapping key by key, strictly: what is missing, misspelt or of the wrong shape is a `Problem` with its place.
///
///     var fields = try Fields(node, of: "a question")
///     let id = try fields.required("id").string("the id")
///     let hint = try fields.optional("hint")?.string("the hint")
///     try fields.done()  // any other key is a problem
///
/// Keys beginning `x-` are nobody's and pass.
public struct Fields {
  private let what: String
  private let place: Place?
  private let entries: [Node.Entry]
  private var asked: [String] = []

  /// Opens `node`, described as `what` ("a question") in messages.
  public init(_ node: Node, of what: String) throws(Problem) {
    guard let entries = node.entries else {
      throw Problem(
        .badFile, "Expected \(what) here, with keys and values.",
        help: "Write it as `key: value` lines.", at: node.place)
    }
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.key).inserted {
      throw Problem(
        .badFile, "“\(entry.key)” stands twice in \(what).", help: "Keep one of them.",
        at: entry.place)
    }
    self.what = what
    self.place = node.place
    self.entries = entries
  }

  /// The value of `key`; a null counts as absent.
  public mutating func optional(_ key: String) -> Node? {
    asked.append(key)
    return entries.first { $0.key == key && !$0.value.isNull }?.value
  }

  /// The value of `key`, which must be there.
  public mutating func required(_ key: String) throws(Problem) -> Node {
    guard let node = optional(key) else {
      throw Problem(
        .badFile, "\(what.capitalizedFirst) needs “\(key)”.", help: "Add `\(key): …`.", at: place)
    }
    return node
  }

  /// Ends the reading: a key that nothing asked for is a problem, with the nearest known one.
  public func done() throws(Problem) {
    for entry in entries where !asked.contains(entry.key) && !entry.key.hasPrefix("x-") {
      let near = entry.key.nearest(in: asked)
      throw Problem(
        .badFile, "\(what.capitalizedFirst) has no key “\(entry.key)”.",
        help: near.map { "Did you mean “\($0)”?" }
          ?? "It may have: \(asked.joined(separator: ", ")).",
        at: entry.place)
    }
  }
}

extension Node {
  /// The text of a scalar, or a problem that names `what` was expected.
  public func string(_ what: String) throws(Problem) -> String {
    guard let text else { throw mismatch("a text", what, "Write one text there.") }
    return text
  }

  /// The whole number of a scalar, or a problem.
  public func integer(_ what: String) throws(Problem) -> Int {
    guard let int else { throw mismatch("a whole number", what, "Write digits alone.") }
    return int
  }

  /// The boolean of a scalar, or a problem.
  public func flag(_ what: String) throws(Problem) -> Bool {
    guard let bool else { throw mismatch("`true` or `false`", what, "Write one of the two.") }
    return bool
  }

  /// The elements of a list, or a problem.
  public func elements(_ what: String) throws(Problem) -> [Node] {
    guard let list else {
      throw mismatch("a list", what, "Write it as `[…, …]`, or as lines beginning with `- `.")
    }
    return list
  }

  /// The texts of a list, or of a single scalar.
  public func strings(_ what: String) throws(Problem) -> [String] {
    guard let list else { return [try string(what)] }
    var strings: [String] = []
    for node in list { strings.append(try node.string(what)) }
    return strings
  }

  private func mismatch(_ expected: String, _ what: String, _ help: String) -> Problem {
    Problem(
      .badFile, "\(what.capitalizedFirst) should be \(expected).", help: help, at: place)
  }
}

extension String {
  /// The same text with its first letter in upper case.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The same text with a small first letter, unless its first word is "I" or has another capital: "VAT is due" stays.
  public var lowercasedFirst: String {
    let word = prefix { $0.isLetter }
    return word == "I" || word.dropFirst().contains { $0.isUppercase }
      ? self : prefix(1).lowercased() + dropFirst()
  }

  /// The same text as one word of a command line: `Acme`, `"Oak & Co"`.
  public var asWord: String {
    if !isEmpty, allSatisfy({ $0.isLetter || $0.isNumber || "-._/".contains($0) }) { return self }
    return contains("\"") ? "'\(self)'" : "\"\(self)\""
  }

  /// The word of `words` that a person most likely meant: within a third of the letters, one at least, the first of
  /// equals; a single letter means nothing else.
  ///
  ///     "sumary".nearest(in: ["name", "summary"])  // "summary"
  public func nearest(in words: some Sequence<String>) -> String? {
    let limit = count < 2 ? 0 : Swift.max(1, count / 3)
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = editDistance(to: word)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// How many letters must be added, dropped, changed or swapped (optimal string alignment).
  func editDistance(to other: String) -> Int {
    let a = Array(self.lowercased())
    let b = Array(other.lowercased())
    guard !a.isEmpty, !b.isEmpty else { return Swift.max(a.count, b.count) }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var least = Swift.min(
          previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = Swift.min(least, before[j - 2] + 1)
        }
        row.append(least)
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }
}
