/// One piece of a text: a run of letters (an apostrophe inside belongs to it), a run of digits, or one other sign.
struct Word: Sendable {
  enum Kind: Sendable { case letters, digits, sign }

  let kind: Kind
  /// As written.
  let text: Substring
  /// In lower case, with straight apostrophes.
  let key: String
  /// Whether nothing stands between it and the piece before.
  let glued: Bool

  var range: Range<String.Index> { text.startIndex..<text.endIndex }

  /// Whether it begins with a capital letter.
  var isCapitalised: Bool { kind == .letters && text.first?.isUppercase == true }

  /// Whether all of it is capitals, two letters or more.
  var isAcronym: Bool { kind == .letters && text.count > 1 && text.allSatisfy(\.isUppercase) }
}

/// A text in pieces. Every reader works on these, so that "9:10", "3pm" and "Acme's" are cut once, the same for all.
///
///     Words("at 3pm").all.map(\.key)  // ["at", "3", "pm"], the last one glued
struct Words: Sendable {
  let text: String
  let all: [Word]

  init(_ text: String) {
    self.text = text
    var words: [Word] = []
    var index = text.startIndex
    var end = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      guard !character.isWhitespace else {
        index = text.index(after: index)
        continue
      }
      let (kind, next) = Self.run(of: text, from: index)
      let piece = text[index..<next]
      let key = piece.lowercased().replacing("’", with: "'")
      words.append(
        Word(kind: kind, text: piece, key: key, glued: index == end && !words.isEmpty))
      index = next
      end = next
    }
    all = words
  }

  private static func run(
    of text: String, from start: String.Index
  ) -> (Word.Kind, String.Index) {
    var index = text.index(after: start)
    if text[start].isWholeNumber, text[start].isASCII {
      while index < text.endIndex, text[index].isASCII, text[index].isWholeNumber {
        index = text.index(after: index)
      }
      return (.digits, index)
    }
    guard text[start].isLetter else { return (.sign, index) }
    while index < text.endIndex {
      if text[index].isLetter {
        index = text.index(after: index)
      } else if text[index] == "'" || text[index] == "’" {
        let after = text.index(after: index)
        guard after < text.endIndex, text[after].isLetter else { break }
        index = after
      } else {
        break
      }
    }
    return (.letters, index)
  }

  var count: Int { all.count }

  /// The key of piece `index`; empty outside the text.
  func key(_ index: Int) -> String { all.indices.contains(index) ? all[index].key : "" }

  /// Whether piece `index` is one of `keys`.
  func `is`(_ index: Int, _ keys: String...) -> Bool { keys.contains(key(index)) }

  /// Whether piece `index` is in `keys`.
  func `is`(_ index: Int, in keys: Set<String>) -> Bool { keys.contains(key(index)) }

  /// Whether piece `index` touches the one before.
  func glued(_ index: Int) -> Bool { all.indices.contains(index) && all[index].glued }

  /// The whole number that piece `index` is.
  func digits(_ index: Int) -> Int? {
    guard all.indices.contains(index), all[index].kind == .digits else { return nil }
    return Int(all[index].text)
  }

  /// How many digits piece `index` has; 0 when it is none.
  func width(_ index: Int) -> Int {
    all.indices.contains(index) && all[index].kind == .digits ? all[index].text.count : 0
  }

  /// Whether the keys from `index` on are those of `phrase`.
  func has(_ phrase: String, at index: Int) -> Bool {
    // Most phrases fail on their first letters.
    guard all.indices.contains(index), phrase.hasPrefix(all[index].key) else { return false }
    return phrase.split(separator: " ").enumerated().allSatisfy {
      key(index + $0.offset) == $0.element
    }
  }

  /// The text from piece `start` up to piece `end`.
  func range(_ start: Int, _ end: Int) -> Range<String.Index> {
    guard start < end, all.indices.contains(start), end <= count else {
      let index = all.indices.contains(start) ? all[start].range.lowerBound : text.endIndex
      return index..<index
    }
    return all[start].range.lowerBound..<all[end - 1].range.upperBound
  }

  /// What is written from piece `start` up to piece `end`.
  func written(_ start: Int, _ end: Int) -> String { String(text[range(start, end)]) }

  /// The piece behind the last that is no final stop.
  var endOfText: Int {
    var end = count
    while end > 0, self.is(end - 1, ".", "!", ";", ",") { end -= 1 }
    return end
  }

  /// Whether `index` is behind the last piece, or at a final stop.
  func isOver(_ index: Int) -> Bool {
    all[min(max(index, 0), count)...].allSatisfy { [".", ",", "!", ";"].contains($0.key) }
  }
}

/// What a reader found from a piece on: the value, the first piece behind it, and whether it can mean nothing else.
struct Match<Value> {
  var value: Value
  var end: Int
  /// Free sentences are filled from sure matches alone; at its own question an unsure one counts too.
  var sure = true
}
