extension CueMachine {
  /// The hits of each group, in the order of the text.
  func hits(in text: CueText) -> [[Hit]] {
    var hits: [[Hit]] = Array(repeating: [], count: groups)
    let kinds = CueToken.Flags(rawValue: flagged.reduce(0) { $0 | $1.flag })
    text.tokens.withUnsafeBufferPointer { tokens in
      parts.withUnsafeBufferPointer { parts in
        bits.withUnsafeBufferPointer { bits in
          cues.withUnsafeBufferPointer { cues in
            var walk = CueWalk(
              parts: parts, bits: bits, width: width, negation: negation, tokens: tokens)
            func attempt(_ number: Int32, _ at: Int, _ sentence: Int) {
              let cue = cues[Int(number)]
              guard let range = walk.match(cue, at) else { return }
              let hit = Hit(sentence: sentence, tokens: range)
              if hits[cue.group].last != hit { hits[cue.group].append(hit) }
            }
            for (sentence, range) in text.ranges.enumerated() {
              walk.range = range
              for at in range {
                let token = tokens[at]
                if token.id > 0 {
                  let first = Int(anchored[Int(token.id)])
                  for index in first..<Int(anchored[Int(token.id) + 1]) {
                    attempt(anchors[index], at, sentence)
                  }
                }
                guard !token.flags.isDisjoint(with: kinds) else { continue }
                for (flag, cue) in flagged where token.flags.rawValue & flag != 0 {
                  attempt(cue, at, sentence)
                }
              }
            }
          }
        }
      }
    }
    return hits
  }
}

/// Walks from the anchor of a cue to both its ends, in one sentence.
private struct CueWalk {
  let parts: UnsafeBufferPointer<Cue.Part>
  let bits: UnsafeBufferPointer<UInt64>
  /// How many numbers the bits of one set take.
  let width: Int
  /// The set of words that negate.
  let negation: Int
  let tokens: UnsafeBufferPointer<CueToken>
  /// The tokens of the sentence.
  var range = 0..<0

  /// The tokens of `cue` with its anchor at `at`.
  @inline(__always)
  func match(_ cue: Cue, _ at: Int) -> Range<Int>? {
    guard let end = forward(cue.parts, cue.anchor, at),
      let start = backward(cue.parts, cue.anchor - 1, at - 1)
    else { return nil }
    return start..<end
  }

  @inline(__always)
  private func holds(_ set: Int, _ at: Int) -> Bool {
    let number = Int(tokens[at].id)
    return number > 0 && bits[set * width + number / 64] & (1 << UInt64(number & 63)) != 0
  }

  @inline(__always)
  private func fits(_ part: Cue.Part, _ at: Int) -> Bool {
    switch part {
    case .word(let set): return holds(Int(set), at)
    case .one(let word): return tokens[at].id == word
    case .flag(let flag):
      let flags = tokens[at].flags
      return flags.rawValue & flag != 0
        && !(flag == CueToken.Flags.capital.rawValue && flags.contains(.first))
    case .any: return true
    default: return false
    }
  }

  /// Matches the parts from `part` on, at `at`; gives the token after the last.
  private func forward(_ all: Range<Int>, _ part: Int, _ at: Int) -> Int? {
    guard part < all.upperBound else { return at }
    switch parts[part] {
    case .start: return at == range.lowerBound ? forward(all, part + 1, at) : nil
    case .end: return at == range.upperBound ? forward(all, part + 1, at) : nil
    case .pause:
      guard at >= range.upperBound || tokens[at].flags.contains(.breaks) else { return nil }
      return forward(all, part + 1, at)
    case .not(let set):
      if at < range.upperBound, holds(Int(set), at) { return nil }
      return forward(all, part + 1, at)
    case .gap(let most, let negation):
      var next = at
      for _ in 0...most {
        if let end = forward(all, part + 1, next) { return end }
        guard next < range.upperBound else { return nil }
        if !negation, holds(self.negation, next) { return nil }
        next += 1
      }
      return nil
    case .word, .one, .flag, .any:
      guard at < range.upperBound, fits(parts[part], at) else { return nil }
      return forward(all, part + 1, at + 1)
    }
  }

  /// Matches the parts up to `part`, the last of them at `at`; gives the first token.
  private func backward(_ all: Range<Int>, _ part: Int, _ at: Int) -> Int? {
    guard part >= all.lowerBound else { return at + 1 }
    switch parts[part] {
    case .start: return at + 1 == range.lowerBound ? backward(all, part - 1, at) : nil
    case .end: return nil
    case .pause:
      let next = at + 1
      guard next < range.upperBound, tokens[next].flags.contains(.breaks) else { return nil }
      return backward(all, part - 1, at)
    case .not(let set):
      // In front of a match it looks at the word before; inside, the words there have been read already.
      if part == all.lowerBound {
        return at >= range.lowerBound && holds(Int(set), at) ? nil : at + 1
      }
      if at + 1 < range.upperBound, holds(Int(set), at + 1) { return nil }
      return backward(all, part - 1, at)
    case .gap(let most, let negation):
      var next = at
      for _ in 0...most {
        if let start = backward(all, part - 1, next) { return start }
        guard next >= range.lowerBound else { return nil }
        if !negation, holds(self.negation, next) { return nil }
        next -= 1
      }
      return nil
    case .word, .one, .flag, .any:
      guard at >= range.lowerBound, fits(parts[part], at) else { return nil }
      return backward(all, part - 1, at - 1)
    }
  }
}
