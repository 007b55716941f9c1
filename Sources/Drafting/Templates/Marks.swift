import Formats

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

  /// `text` without marks, its lines as they were.
  static func removed(from text: String) -> String {
    String(
      text.compactMap { character in
        character == newline ? "\n" : (prose...end).contains(character) ? nil : character
      })
  }
}

extension TemplateValue {
  /// The value without marks, for pages, which nothing mends.
  var bare: TemplateValue {
    var bare = TemplateValue(content, children: children.mapValues(\.bare))
    switch content {
    case .text(let text): bare.content = .text(Mark.removed(from: text))
    case .list(let rows): bare.content = .list(rows.map(\.bare))
    case .absent, .flag: break
    }
    return bare
  }
}
