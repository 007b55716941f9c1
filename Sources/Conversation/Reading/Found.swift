package import RapportKit

/// A value, and where it stands in the given text.
package struct Found<T> {
  /// The value.
  package let value: T
  /// Its words.
  package let range: Range<String.Index>
  /// Whether the words can mean nothing else; nothing is filled from others.
  package let sure: Bool

  /// A value at `range`.
  package init(_ value: T, at range: Range<String.Index>, sure: Bool = true) {
    self.value = value
    self.range = range
    self.sure = sure
  }
}

extension Found: Sendable where T: Sendable {}
extension Found: Equatable where T: Equatable {}

/// What a sentence, or an answer's text, filled.
package struct Filled: Sendable, Equatable {
  /// The answers read out of it, and no others; their `raw` is the words.
  package var answers: Answers
  /// The words that filled something, in order, without overlaps.
  package var used: [Range<String.Index>]
  /// What remains to be said: the text without the words that could be taken out of it. Every word is in `used` or here;
  /// a name stays in both.
  package var rest: String
  /// Why a date that stands there does not fit its question, by the question.
  package var refused: [String: Problem]
  /// What may be meant, by the question: to be offered there, never taken.
  package var offers: [String: String] = [:]

  /// Gathers what was filled.
  package init(
    answers: Answers = Answers(), used: [Range<String.Index>] = [], rest: String,
    refused: [String: Problem] = [:]
  ) {
    self.refused = refused
    self.answers = answers
    self.used = used
    self.rest = rest
  }
}
