/// The parts of a text that `TokenIgnores` and `BlockIgnores` of a `.vale.ini` keep from the rules.
struct IgnoredParts {
  private(set) var ranges: [Range<Int>] = []

  /// Finds them in `reading`.
  init(_ patterns: [Residue], in reading: Reading) {
    guard !patterns.isEmpty else { return }
    let text = RegexText(reading.bytes[...])
    ranges = patterns.flatMap { $0.matches(in: text) }.map { $0.start..<$0.end }
  }

  /// Whether a part reaches into `range`.
  func reach(into range: Range<Int>) -> Bool {
    ranges.contains { $0.overlaps(range) }
  }
}
