/// Tells by its shape whether a pattern may take time out of all proportion to the text.
///
///     Runaway.isPossible(in: "(a+)+$")  // true
///     Runaway.isPossible(in: "\\w+ly")   // false
///
/// Asking ICU to report while it looks costs more than most patterns do, so only these are watched by the clock: a
/// repeated group can be parted in ever more ways when something in it is repeated too, or when two of its branches fit
/// the same text; a reference back, and two long repetitions in one pattern, try a text in all lengths. Rather one too
/// many than one too few.
enum Runaway {
  /// From how many times on a repetition is a long one.
  private static let long = 50

  /// Whether `source` has such a shape.
  static func isPossible(in source: String) -> Bool {
    let bytes = Array(source.utf8)
    var repetitions = 0
    var inSet = false
    var before: UInt8 = 0  // what the next mark would repeat
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard index < bytes.count else { return false }
        if !inSet, (49...57).contains(bytes[index]) || bytes[index] == UInt8(ascii: "k") {
          return true
        }
        index += 1
        before = 0
        continue
      case UInt8(ascii: "["): inSet = true
      case UInt8(ascii: "]"): inSet = false
      case UInt8(ascii: "*") where !inSet, UInt8(ascii: "+") where !inSet,
        UInt8(ascii: "{") where !inSet:
        if before == UInt8(ascii: ")") { return true }
        // A mark behind a mark only says how the repetition gives back.
        if !"*+?}".utf8.contains(before), isLong(bytes[(index - 1)...]) { repetitions += 1 }
      default: break
      }
      before = byte
    }
    return repetitions > 1
  }

  /// Whether `*`, `+`, `{2,}` or `{0,60}` at the beginning of `mark` repeats something often.
  private static func isLong(_ mark: ArraySlice<UInt8>) -> Bool {
    guard mark.first == UInt8(ascii: "{") else { return true }
    let counts = mark.dropFirst().prefix { $0 != UInt8(ascii: "}") }
    let last = counts.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).last
    return (last.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? .max) >= long
  }
}
