/// Finds the sentences of a text that answer a question best.
struct Quote {
  /// The stems that are looked for, and how much each counts.
  private var wanted: [String: Double] = [:]
  /// A longer quote is not widened.
  private static let comfortable = 160

  /// Prepares to quote what answers `query`.
  init(_ query: Query) {
    for concept in query.concepts {
      for stem in concept.synonyms.joined() { wanted[stem] = max(wanted[stem] ?? 0, 0.5) }
    }
    for concept in query.concepts { wanted[concept.stem] = 1 }
  }

  /// The sentence with most of what is wanted, and a neighbour when it adds something; the first when none has any.
  func quote(_ text: String, stemmer: inout Stemmer) -> String {
    let sentences = Sentences.split(text)
    guard !sentences.isEmpty else { return "" }
    let found = sentences.map { Set(stemmer.list($0.text)).intersection(wanted.keys) }
    let values = found.map(value)
    let best = values.indices.max { values[$0] < values[$1] } ?? 0
    var range = best...best
    var size = sentences[best].text.count
    let neighbours = [best + 1, best - 1].filter {
      sentences.indices.contains($0) && sentences[$0].paragraph == sentences[best].paragraph
        && size + sentences[$0].text.count <= 2 * Self.comfortable
    }
    let gains = neighbours.map { ($0, value(found[$0].subtracting(found[best]))) }
    if size <= Self.comfortable, let gain = gains.max(by: { $0.1 < $1.1 }),
      gain.1 > 0 || size < Self.comfortable / 2
    {
      range = min(best, gain.0)...max(best, gain.0)
      size += sentences[gain.0].text.count
    }
    return shortened(sentences[range].map(\.text).joined(separator: " "), &stemmer)
  }

  /// A sentence too long to quote, around the first word that is wanted.
  private func shortened(_ text: String, _ stemmer: inout Stemmer) -> String {
    guard text.count > 2 * Self.comfortable else { return text }
    let words = text.split(whereSeparator: \.isWhitespace)
    let hit = words.firstIndex { word in
      stemmer.list(String(word)).contains { wanted[$0] != nil }
    }
    let start = max(0, (hit ?? 0) - 8)
    var quote = start > 0 ? "…" : ""
    for word in words[start...] {
      if quote.count + word.count > 2 * Self.comfortable {
        return quote.isEmpty ? word.prefix(2 * Self.comfortable) + "…" : quote + " …"
      }
      quote += quote.isEmpty ? "\(word)" : " \(word)"
    }
    return quote
  }

  private func value(_ stems: Set<String>) -> Double {
    stems.reduce(0) { $0 + (wanted[$1] ?? 0) }
  }
}

/// Cuts plain text into sentences.
enum Sentences {
  /// A sentence, and which line of the text it stands in.
  struct Sentence: Equatable {
    var text: String
    var paragraph: Int
  }

  /// The sentences of each line; a line ends one whatever its last character.
  static func split(_ text: String) -> [Sentence] {
    var sentences: [Sentence] = []
    for (paragraph, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      var start = line.startIndex
      var index = start
      while index < line.endIndex {
        let next = line.index(after: index)
        if ".?!…".contains(line[index]), let end = end(after: next, in: line),
          !endsInAbbreviation(line[start..<index])
        {
          add(line[start..<end], paragraph)
          start = end
          index = end
        } else {
          index = next
        }
      }
      add(line[start...], paragraph)
    }
    return sentences

    func add(_ text: Substring, _ paragraph: Int) {
      let text = String(text).trimmed
      if !text.isEmpty { sentences.append(Sentence(text: text, paragraph: paragraph)) }
    }
  }

  /// Where a sentence ends whose stop stands before `index`, closing quotes included; nil when it goes on.
  private static func end(after index: Substring.Index, in line: Substring) -> Substring.Index? {
    let rest = line[index...].drop { "\"'”’)]".contains($0) }
    guard let space = rest.first else { return rest.startIndex }
    guard space.isWhitespace, let next = rest.first(where: { !$0.isWhitespace }) else { return nil }
    return next.isLowercase ? nil : rest.startIndex
  }

  private static func endsInAbbreviation(_ text: Substring) -> Bool {
    let last = text.split(whereSeparator: \.isWhitespace).last ?? ""
    return ["e.g", "i.e", "Mr", "Ms", "Mrs", "Dr", "St", "No", "vs", "etc", "approx", "al"]
      .contains(String(last.drop { "(\"“".contains($0) }))
  }
}
