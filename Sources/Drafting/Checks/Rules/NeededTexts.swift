/// The texts that patterns need, all of them found in one pass (Aho & Corasick 1975).
///
/// A space stands for any white space and an apostrophe for a curled one too, as in `IcuPattern`.
struct NeededTexts: Sendable {
  /// Where a text stands.
  struct Hit {
    var start: Int32
    var end: Int32
  }

  /// Who needs a text.
  private struct Owner {
    var pattern: Int32
    var length: Int32
  }

  /// The number of each byte among those that occur in a text; 0 for all others.
  private var letters = [UInt8](repeating: 0, count: 256)
  private var width = 1
  /// By state and letter the state that follows, doubled, and one more where a text ends.
  private var next: [Int32] = []
  /// By state the texts that end there.
  private var owners: [[Owner]] = [[]]

  /// Takes the texts that each pattern needs, in lower case.
  init(_ needs: [[[UInt8]]]) {
    for byte in needs.joined().joined() where letters[Int(byte)] == 0 {
      letters[Int(byte)] = UInt8(width)
      width += 1
    }
    for byte in [9, 10, 11, 12, 13] { letters[byte] = letters[32] }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      letters[Int(byte - 32)] = letters[Int(byte)]
    }
    next = Array(repeating: 0, count: width)
    for (pattern, texts) in needs.enumerated() {
      for text in texts { add(text, Int32(pattern)) }
    }
    close()
  }

  private mutating func add(_ text: [UInt8], _ pattern: Int32) {
    var state = 0
    for byte in text {
      let edge = state * width + Int(letters[Int(byte)])
      if next[edge] == 0 {
        next[edge] = Int32(owners.count)
        owners.append([])
        next.append(contentsOf: repeatElement(0, count: width))
      }
      state = Int(next[edge])
    }
    owners[state].append(Owner(pattern: pattern, length: Int32(text.count)))
  }

  /// Leads every letter that does not go on to where the longest ending of what was read goes on.
  private mutating func close() {
    var falls = Array(repeating: 0, count: owners.count)
    var order = [0]
    var at = 0
    while at < order.count {
      let state = order[at]
      at += 1
      for letter in 1..<max(1, width) {
        let edge = state * width + letter
        let fall = Int(next[falls[state] * width + letter])
        if next[edge] == 0 {
          next[edge] = state == 0 ? 0 : Int32(fall)
        } else {
          let child = Int(next[edge])
          falls[child] = state == 0 ? 0 : fall
          owners[child] += owners[falls[child]]
          order.append(child)
        }
      }
    }
    for edge in next.indices {
      let state = next[edge]
      next[edge] = state * 2 + (owners[Int(state)].isEmpty ? 0 : 1)
    }
  }

  /// Where the texts stand in `bytes`, by pattern; upper and lower case count the same.
  func hits(in bytes: [UInt8], patterns: Int) -> [[Hit]] {
    var hits = [[Hit]](repeating: [], count: patterns)
    guard width > 1 else { return hits }
    next.withUnsafeBufferPointer { next in
      letters.withUnsafeBufferPointer { letters in
        bytes.withUnsafeBufferPointer { bytes in
          var state = 0
          var at = 0
          while at < bytes.count {
            let (byte, length) = bytes[at] < 0xC2 ? (bytes[at], 1) : Self.plain(bytes[at...])
            at += length
            let found = next[state * width + Int(letters[Int(byte)])]
            state = Int(found >> 1)
            guard found & 1 != 0 else { continue }
            for owner in owners[state] {
              hits[Int(owner.pattern)].append(
                Hit(start: Int32(at) - owner.length, end: Int32(at)))
            }
          }
        }
      }
    }
    return hits
  }

  /// What a character above ASCII counts as: a space, an apostrophe or nothing, and how many bytes it has.
  private static func plain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (UInt8, Int) {
    let start = text.startIndex
    guard text.count > 1 else { return (0, 1) }
    if text[start] == 0xC2 {
      return text[start + 1] == 0x85 || text[start + 1] == 0xA0 ? (32, 2) : (0, 1)
    }
    guard text.count > 2, text[start] < 0xE4 else { return (0, 1) }
    switch (text[start], text[start + 1], text[start + 2]) {
    case (0xE2, 0x80, 0x99): return (UInt8(ascii: "'"), 3)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80):
      return (32, 3)
    default: return (0, 1)
    }
  }
}
