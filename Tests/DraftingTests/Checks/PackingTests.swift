import Drafting
import RapportKit
import Testing

/// The compiled checks as bytes: what is read back finds the same, and what is damaged is refused.
struct PackingTests {
  @Test func `what is read back finds what was written`() throws {
    let packed = try #require(Shipped.checker.packed)
    let again = try #require(Checker(packed: packed))
    #expect(again.kindNames == Shipped.checker.kindNames)
    let text = """
      We apologise for any inconvenience this may have caused. Mistakes were made by our supplier.
      You failed to call. It will definitely be there soon.
      """
    for kind in again.kindNames {
      for channel in Channel.allCases {
        #expect(
          try again.check(text, kind: kind, channel: channel)
            == Shipped.checker.check(text, kind: kind, channel: channel))
      }
    }
  }

  @Test func `every kind of rule survives`() throws {
    var sources = CheckSources()
    sources.addRules(
      [
        ("A", "existence", "tokens: [bad, 'so+n']\nexceptions: [sooon]\naction: {name: remove}"),
        ("B", "substitution", "swap: {utilize: use, '(a+)b': c$1}\naction: {name: replace}"),
        ("C", "occurrence", "scope: sentence\nmax: 1\ntoken: ','"),
        ("D", "repetition", "alpha: true\nignorecase: true"),
        ("E", "consistency", "either: {grey: gray}"),
        ("F", "conditional", "first: '([A-Z]{3})'\nsecond: '\\(([A-Z]{3})\\)'"),
        ("G", "metric", "formula: words / sentences\ncondition: '> 3'\nlimit: 1"),
        ("H", "capitalization", "scope: heading\nmatch: $title\nthreshold: 0.5"),
        ("I", "readability", "metrics: [SMOG]\ngrade: 3"),
      ].map { name, kind, more in
        CheckFile("\(name).yml", "extends: \(kind)\nmessage: '%s'\nlevel: error\n\(more)")
      }, style: "T", isVale: true)
    let checker = Checker(sources)
    #expect(checker.problems == [])
    let again = try #require(checker.packed.flatMap(Checker.init(packed:)))
    let text = """
      # what happened

      The the grey gray, bad, sooon and soon NASA. I utilize aab considerably, notwithstanding.
      """
    let report = try checker.check(text, held: .nothing, channel: .email)
    #expect(try again.check(text, held: .nothing, channel: .email) == report)
    #expect(Set(report.findings.map(\.check)) == Set("ABCDEFGHI".map { "T.\($0)" }))
  }

  @Test func `a file that is cut short or is something else is refused`() throws {
    let packed = try #require(Shipped.checker.packed)
    for length in stride(from: 0, to: packed.count, by: packed.count / 97 + 1) {
      #expect(Checker(packed: Array(packed[..<length])) == nil)
    }
    #expect(Checker(packed: packed + [0]) == nil)
    #expect(Checker(packed: Array(repeating: 255, count: 100)) == nil)
  }
}
