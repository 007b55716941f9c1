import Foundation
import RapportKit
import Testing

@testable import Drafting

/// What keeps the checks fast must not change what they find.
struct PatternsTests {
  private static let text = """
    We are sorry if you were late, and sorry, once more, if that hurt. SORRY
    if it did. Sorry if: no. Our apologies for it if anyone minds; we regret it if you do.

    sorry for the extraordinarilylongwordthatgoesonandonandon if you see. We’re sorry – naïvely – if you mind.
    sorry                                   if you were away, if you leave us you will regret it. Sorry if

    You will be sorry. if you leave the contract (which runs until the end of next year) there is a penalty.
    Call your_name 555-1234 or écrivez. A penalty if you leave.
    """

  @Test(arguments: [
    #"(?:sorry|apologi[sz]e|apologies|regret)(?: \w+){0,3} if (?:you|any|this|that|it)\b(?! (?:were|do) )"#,
    #"\bsorry\b[^.!?;\n]{0,70}[,;–—]? (?:if|once)"#,
    #"if you (?:leave|cancel)[^.!?\n]{0,60}(?:penalty|regret)"#,
    #"you (?:will|would|'ll) (?:regret|be sorry)"#,
    #"\w+ly"#, #"(?<!are )sorry\s+\w+"#, #"sorry\s*if"#, #"\bmind\.$"#, #"^sorry"#,
    #"(?<=sorry )if (?=it|that)"#, #"we'?re sorry"#, #"(?i)penalty|apologies for it"#,
    #"sorry.*mind"#, #"leave\b.{2,}?year"#, #"you\w*(?: \w+){1,5} (?:you|it)\b"#, #"[Ss]orry++ if"#,
  ])
  func `around what a pattern needs there is all that it finds anywhere`(pattern: String) {
    let bytes = Array(Self.text.utf8)
    let near = Residue(rule: 0, order: 0, source: "(?im)" + pattern, need: Pattern(pattern).need)
    let all = Residue(rule: 0, order: 0, source: "(?im)" + pattern, need: nil)
    var parts = RegexParts(bytes, [])
    let hits = NeededTexts([near.needs]).hits(in: bytes, patterns: 1)[0]
    let found = parts.matches(of: near, at: hits)
    #expect(!found.isEmpty)
    #expect(found == parts.matches(of: all, at: []))
  }

  @Test(arguments: [
    ("sorry", ["sorry"], 0, 0), ("we (?:are|were) so sorry", [" so sorry"], 7, 0),
    ("(?:your|a) mistake(?: of \\w+)?", ["your mist", "a mistake"], 0, 32),
    ("b+ or", [" or"], 1 << 20, 0), ("\\w+ed", ["ed"], 25, 0), ("late.*", ["late"], 0, 1 << 20),
    ("\\w+", nil, 0, 0), ("never(?! mind)", ["never"], 0, 5), ("it’?s", ["it's", "its"], 0, 1),
    ("(?:soon|later) than", ["soon than", "later tha"], 0, 1),
    ("é+ (?:a|b) c", [" a c", " b c"], 1 << 20, 0),
    ("(?:(?:one|two)\\d|three x)", ["one", "two", "three x"], 0, 1),
  ])
  func `a pattern says what it needs and how far it goes from there`(
    pattern: String, texts: [String]?, before: Int, after: Int
  ) {
    let need = Pattern(pattern).need
    #expect(need?.texts == texts)
    #expect(need?.before ?? 0 == before)
    #expect(need?.after ?? 0 == after)
  }

  @Test func `what patterns need is found wherever it stands`() {
    let needed = NeededTexts(
      [["he", "hers"], ["his", "she"], [], ["e"], ["it's 1", "s "]].map {
        $0.map { Array($0.utf8) }
      })
    let hits = needed.hits(in: Array("uSHErs, his é it’s\u{A0}1 S\t".utf8), patterns: 5)
    #expect(
      hits.map { $0.map { "\($0.start)-\($0.end)" } } == [
        ["2-4", "2-6"], ["1-4", "8-11"], [], ["3-4"], ["10-12", "21-23", "18-24", "25-27"],
      ])
  }

  @Test(arguments: [#"\b[\w’'-]+\b"#, #"\w+"#, #"[\w'-]+"#, #"\b\w+\b"#, #"\b[-]+\b"#])
  func `a set of characters repeated is found as a regular expression finds it`(source: String)
    throws
  {
    let run = try #require(CharacterRun("(?m)" + source))
    let text = "-don't- 'a-b' _x_ --- 12,5 it's a-'b ''c'' - d- -e x--y"
    var found: [Range<Int>] = []
    #expect(run.matches(in: Array(text.utf8)[...]) { found.append($0..<$1) })
    let expression = try NSRegularExpression(pattern: source)
    let expected = expression.matches(
      in: text, range: NSRange(location: 0, length: text.utf16.count))
    #expect(found == expected.map { $0.range.location..<NSMaxRange($0.range) })
    #expect(!run.matches(in: Array("naïve".utf8)[...]) { _, _ in })
  }

  @Test(arguments: [#"[a-z]+"#, #"\w+ly"#, #"\b[\w.-_]+\b"#, #"\S+"#, #"[^x]+"#])
  func `other patterns are no set of characters repeated`(source: String) {
    #expect(CharacterRun("(?im)" + source) == nil)
  }

  @Test(arguments: [
    "(a+)+$", "(a|aa)+$", "(a|a?)*$", "(.*a){11}", "([a-z]+)*=", "(x+x+)+y", "(?:\\w+\\s?)+!",
    "(\\w+) \\1", "(?<w>a+)\\k<w>", "a*a*b", ".*.*x", "\\s+\\s+$", "a{1,}b{1,}", "[^,]*,[^,]*;",
    "a{0,500}a{0,500}b", "(a{2}){30}",
  ])
  func `a pattern that can run away is watched`(source: String) {
    #expect(Runaway.isPossible(in: source))
    #expect(Residue(rule: 0, order: 0, source: source, need: nil).isWatched)
  }

  @Test(arguments: [
    "sorry", "(?:I|we) apologi[sz]e", "\\w+ly", "any (?:minor )?inconvenience", "(?i)asap",
    "colou?r",
    "[^.!?]{0,20}, but", "\\(.*\\)", "[*+]{2}", "\\d{1,3}(?:,\\d)?", "a++", "[)]+", "(?:to be|is)?",
  ])
  func `an ordinary pattern is not watched`(source: String) {
    #expect(!Runaway.isPossible(in: source))
  }
}
