import RapportKit

/// The words of an answer and what stands between them, so that one can be changed and the rest stays.
struct AnswerWords {
  /// Words and what is between them, in turn; joined they are the text.
  private(set) var pieces: [String] = []
  /// Which of the pieces are words.
  private(set) var places: [Int] = []

  init(_ text: String) {
    var piece = ""
    var isWord = false
    func flush(_ pieces: inout [String], _ places: inout [Int]) {
      guard !piece.isEmpty else { return }
      if isWord { places.append(pieces.count) }
      pieces.append(piece)
    }
    for character in text {
      let letter = character.isLetter || character.isNumber || "'’-".contains(character)
      if letter != isWord {
        flush(&pieces, &places)
        piece = ""
        isWord = letter
      }
      piece.append(character)
    }
    flush(&pieces, &places)
  }

  /// How many words there are.
  var count: Int { places.count }

  /// The text.
  var text: String { pieces.joined() }

  /// The word as written; empty outside the text.
  func word(_ index: Int) -> String { places.indices.contains(index) ? pieces[places[index]] : "" }

  /// The word in lower case, with a straight apostrophe.
  func key(_ index: Int) -> String { word(index).lowercased().replacing("’", with: "'") }

  /// What stands right before the word: " ", ", ", ". ".
  func gap(before index: Int) -> String {
    guard index >= 0, index <= places.count else { return "" }
    let at = index < places.count ? places[index] - 1 : pieces.count - 1
    guard pieces.indices.contains(at), !places.contains(at) else { return "" }
    return pieces[at]
  }

  /// Whether a sentence begins with the word.
  func opens(_ index: Int) -> Bool {
    index == 0 || gap(before: index).contains { ".!?\n".contains($0) }
  }

  /// Whether the word stands in quotation marks.
  func isQuoted(_ index: Int) -> Bool {
    guard places.indices.contains(index) else { return false }
    let before = pieces[..<places[index]].joined()
    let plain = before.count { $0 == "\"" }
    return plain % 2 == 1 || before.count { $0 == "“" } > before.count { $0 == "”" }
  }

  /// Puts `new` in the word's place, with a capital where the old word had one.
  mutating func replace(_ index: Int, with new: String) {
    let capital = word(index).first?.isUppercase == true
    pieces[places[index]] = capital ? new.capitalizedFirst : new
  }
}
