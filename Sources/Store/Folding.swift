import Foundation

extension String {
  /// The text as titles are compared: without case, accents, width and kind of apostrophe or space.
  ///
  ///     "  Société  GÉNÉRALE".folded  // "societe generale"
  ///     "Łódź Straße".folded          // "lodz strasse"
  ///
  /// Marks of other scripts than Latin, Greek and Cyrillic are kept: there they are vowels.
  package var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased().singleSpaced }
    var scalars = String.UnicodeScalarView()
    for scalar in uppercased().lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
    where !(0x0300...0x036F).contains(scalar.value) {
      if let letters = Self.undecomposed[scalar] {
        scalars.append(contentsOf: letters.unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars).singleSpaced
  }

  private var singleSpaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What Unicode does not take apart, though people type the plain letter.
  private static let undecomposed: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe",
    "þ": "th", "ς": "σ", "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "–": "-",
  ]
}
