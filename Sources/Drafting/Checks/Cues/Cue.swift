/// A pattern over the words of one sentence, as detectors write it:
///
///     "@we ..3 missed|forgot"        we, at most three other words, then missed or forgot
///     "!not sorry"                   sorry, unless "not" stands before it
///     "by <num> @month"              a number before a month
///
/// | part | stands for |
/// | --- | --- |
/// | `a\|b` | one of these words or, with `@`, of a class of the lexicon |
/// | `..3` | at most three words, none of them a negation |
/// | `...3` | at most three words |
/// | `word?` | the word or nothing |
/// | `!a\|b` | none of these words here; takes no word |
/// | `<num> <clock> <Cap> <acro>` | a figure, a time of day, a capital inside a sentence, an acronym |
/// | `<money>` | a sum: "£40", "40 euros" |
/// | `<ed> <ing> <es>` | a word ending in -ed, -ing, -s |
/// | `<any>` | any word |
/// | `<s>` `<e>` | the sentence begins or ends here |
/// | `,` | a comma or another break stands here |
struct Cue: Sendable {
  enum Part: Sendable, Hashable {
    /// A word of a set, by the set's number, and one word alone by its own.
    case word(Int32)
    case one(Int32)
    case gap(Int32, negation: Bool)
    case not(Int32)
    case flag(UInt16)
    case any, start, end, pause
  }

  /// Its parts among those of all cues.
  var parts: Range<Int>
  /// The group it belongs to.
  var group: Int
  /// The part whose words are looked for first.
  var anchor: Int
}
