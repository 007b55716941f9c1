import RapportKit

/// American spelling for the text of templates. Answers are never touched.
enum Spellings {
  /// `source` with the words between its tags spelt the American way.
  static func american(_ source: String) -> String {
    var out = ""
    var word = ""
    var depth = 0
    func flush() {
      out += depth > 0 ? word : american(word: word)
      word = ""
    }
    var last: Character = " "
    for character in source {
      if character.isLetter {
        word.append(character)
      } else {
        flush()
        if character == "{", last == "{" { depth += 1 }
        if character == "}", last == "}", depth > 0 { depth -= 1 }
        out.append(character)
      }
      last = character
    }
    flush()
    return out
  }

  private static func american(word: String) -> String {
    guard let american = table[word.lowercased()] else { return word }
    return word.first?.isUppercase == true ? american.capitalizedFirst : american
  }

  private static let table: [String: String] = [
    "apologise": "apologize", "apologised": "apologized", "apologises": "apologizes",
    "apologising": "apologizing", "behaviour": "behavior", "cancelled": "canceled",
    "cancelling": "canceling", "catalogue": "catalog", "centre": "center", "cheque": "check",
    "colour": "color", "defence": "defense", "emphasise": "emphasize", "enquiry": "inquiry",
    "enquiries": "inquiries", "favour": "favor", "favourite": "favorite", "finalise": "finalize",
    "finalised": "finalized", "fulfil": "fulfill", "honour": "honor", "honoured": "honored",
    "labelled": "labeled", "labour": "labor", "licence": "license", "minimise": "minimize",
    "minimised": "minimized", "neighbour": "neighbor", "organisation": "organization",
    "organise": "organize", "organised": "organized", "organising": "organizing",
    "prioritise": "prioritize", "prioritised": "prioritized", "programme": "program",
    "realise": "realize", "realised": "realized", "recognise": "recognize",
    "recognised": "recognized", "summarise": "summarize", "travelling": "traveling",
    "whilst": "while",
  ]
}
