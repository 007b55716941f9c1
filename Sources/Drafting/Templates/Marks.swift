/// The invisible marks around a value in a filled template, from Unicode's private use area: they tell the mending
/// where an answer begins and ends, and are gone afterwards.
enum Mark {
  /// Before a text that a person wrote: it may begin or end a sentence.
  static let prose: Character = "\u{E000}"
  /// Before a phrase of ours: "three hours". It may begin a sentence.
  static let phrase: Character = "\u{E001}"
  /// Before a name, a number or an open mark, which stay as they are.
  static let exact: Character = "\u{E002}"
  /// After a value.
  static let end: Character = "\u{E003}"
  /// A line's end inside a value.
  static let newline: Character = "\u{E004}"

  /// `text` between marks; what a person types cannot forge them.
  static func around(_ text: String, _ start: Character) -> String {
    var out = String(start)
    for character in text {
      if character.isNewline {
        out.append(newline)
      } else if !("\u{E000}"..."\u{E004}").contains(character) {
        out.append(character)
      }
    }
    out.append(end)
    return out
  }
}
