/// All cues of all detectors, looked for in one pass.
struct CueMachine: Sendable {
  /// A place where a cue of a group stands.
  struct Hit: Hashable {
    var sentence: Int
    /// The first token and the one after the last.
    var tokens: Range<Int>
  }

  private(set) var vocabulary = Vocabulary()
  private(set) var sets: [WordSet] = []
  /// The words of each set, as long as cues are compiled.
  private var members: [[Int32]] = []
  private var known: [String: Int] = [:]
  private var expanded: [String: [Int32]] = [:]
  private(set) var cues: [Cue] = []
  /// For each word the cues that are anchored at it.
  private(set) var anchored: [[Int32]] = []
  /// The cues anchored at a kind of token: a figure, a time.
  private(set) var flagged: [(flag: UInt16, cue: Int32)] = []
  let negation: Int
  let groups: Int

  /// Compiles `groups` of cues.
  init(_ groups: [[String]]) {
    self.groups = groups.count
    negation = 0
    _ = set("@negation")
    for number in ["is", "not", "have", "are", "will", "had", "am"] {
      _ = vocabulary.number(number)
    }
    for (group, lines) in groups.enumerated() {
      for line in lines { add(line, to: group) }
    }
    index()
    (known, expanded, members) = ([:], [:], [])
  }

  /// What was compiled before.
  init(
    vocabulary: Vocabulary, sets: [WordSet], cues: [Cue], anchored: [[Int32]],
    flagged: [(flag: UInt16, cue: Int32)], negation: Int, groups: Int
  ) {
    self.vocabulary = vocabulary
    self.sets = sets
    self.cues = cues
    self.anchored = anchored
    self.flagged = flagged
    self.negation = negation
    self.groups = groups
  }

  // MARK: Compiling

  private mutating func add(_ line: String, to group: Int) {
    var variants: [[Substring]] = [[]]
    // By bytes, because Swift's characters cost milliseconds here, and a cue is ASCII.
    for word in line.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
      if word.utf8.last == UInt8(ascii: "?"), word.utf8.count > 1 {
        variants = variants.map { $0 + [word.dropLast()] } + variants
      } else {
        let choices = Self.choices(word)
        variants = variants.flatMap { words in choices.map { words + [$0] } }
      }
    }
    for words in variants {
      let parts = words.map { part(String($0)) }
      cues.append(Cue(parts: parts, group: group, anchor: 0))
    }
  }

  /// The kinds of token in `<num>|<clock>|noon`, each by itself, and the words together.
  private static func choices(_ word: Substring) -> [Substring] {
    guard word.utf8.contains(UInt8(ascii: "|")), word.utf8.contains(UInt8(ascii: "<")) else {
      return [word]
    }
    let parts = word.utf8.split(separator: UInt8(ascii: "|")).map(Substring.init)
    let words = parts.filter { $0.utf8.first != UInt8(ascii: "<") }
    return parts.filter { $0.utf8.first == UInt8(ascii: "<") }
      + (words.isEmpty ? [] : [Substring(words.joined(separator: "|"))])
  }

  private mutating func part(_ text: String) -> Cue.Part {
    guard let first = text.utf8.first, "<,.!".utf8.contains(first) else { return .word(set(text)) }
    switch text {
    case "<num>": return .flag(CueToken.Flags.number.rawValue)
    case "<clock>": return .flag(CueToken.Flags.clock.rawValue)
    case "<Cap>": return .flag(CueToken.Flags.capital.rawValue)
    case "<acro>": return .flag(CueToken.Flags.acronym.rawValue)
    case "<ed>": return .flag(CueToken.Flags.past.rawValue)
    case "<ing>": return .flag(CueToken.Flags.ing.rawValue)
    case "<es>": return .flag(CueToken.Flags.present.rawValue)
    case "<money>": return .flag(CueToken.Flags.money.rawValue)
    case "<any>": return .any
    case "<s>": return .start
    case "<e>": return .end
    case ",": return .pause
    default: break
    }
    if text.hasPrefix("...") { return .gap(Int(text.dropFirst(3)) ?? 0, negation: true) }
    if text.hasPrefix("..") { return .gap(Int(text.dropFirst(2)) ?? 0, negation: false) }
    if text.hasPrefix("!") { return .not(set(String(text.dropFirst()))) }
    return .word(set(text))
  }

  private mutating func set(_ text: String) -> Int {
    if let known = known[text] { return known }
    let numbers = numbers(text)
    var set = WordSet()
    for number in numbers { set.insert(number) }
    sets.append(set)
    members.append(numbers)
    known[text] = sets.count - 1
    return sets.count - 1
  }

  /// The numbers of the words of `a|@class|~verb`; each class and each verb is expanded once.
  private mutating func numbers(_ text: String) -> [Int32] {
    var out: [Int32] = []
    for part in text.utf8.split(separator: UInt8(ascii: "|")).map(Substring.init) {
      if let first = part.utf8.first, "@~^".utf8.contains(first) {
        let name = String(part)
        if let known = expanded[name] {
          out += known
        } else {
          let inner = Lexicon.members(of: name)
          let found: [Int32] =
            first == UInt8(ascii: "@")
            ? inner.flatMap { numbers($0) } : inner.map { vocabulary.number($0) }
          expanded[name] = found
          out += found
        }
      } else {
        out.append(vocabulary.number(String(part)))
      }
    }
    return out
  }

  private mutating func index() {
    anchored = Array(repeating: [], count: vocabulary.count)
    let common = self.common()
    let costs = members.map { $0.reduce(1) { $0 + (common.contains($1) ? 400 : 1) } }
    for number in cues.indices {
      var best: (cost: Int, part: Int)?
      for (index, part) in cues[number].parts.enumerated() {
        let cost: Int
        switch part {
        case .word(let set):
          cost = costs[set]
        case .flag: cost = 2000
        default: continue
        }
        if cost < best?.cost ?? .max { best = (cost, index) }
      }
      guard let best else { continue }
      cues[number].anchor = best.part
      switch cues[number].parts[best.part] {
      case .word(let set):
        for word in members[set] where anchored[Int(word)].last != Int32(number) {
          anchored[Int(word)].append(Int32(number))
        }
      case .flag(let flag): flagged.append((flag, Int32(number)))
      default: break
      }
    }
  }

  private func common() -> Set<Int32> {
    Set(Lexicon.common.compactMap { vocabulary.find(Hash.of($0.utf8)) })
  }

  // MARK: Matching

  /// The hits of each group, in the order of the text.
  func hits(in text: CueText) -> [[Hit]] {
    var hits: [[Hit]] = Array(repeating: [], count: groups)
    text.tokens.withUnsafeBufferPointer { tokens in
      for (sentence, range) in text.ranges.enumerated() {
        for at in range {
          let token = tokens[at]
          if token.id > 0 {
            for cue in anchored[Int(token.id)] {
              attempt(Int(cue), at, range, tokens, sentence, &hits)
            }
          }
          if !token.flags.isDisjoint(with: [
            .number, .clock, .acronym, .capital, .past, .ing, .present, .money,
          ]) {
            for (flag, cue) in flagged where token.flags.rawValue & flag != 0 {
              attempt(Int(cue), at, range, tokens, sentence, &hits)
            }
          }
        }
      }
    }
    return hits
  }

  @inline(__always)
  private func attempt(
    _ number: Int, _ at: Int, _ range: Range<Int>, _ tokens: UnsafeBufferPointer<CueToken>,
    _ sentence: Int, _ hits: inout [[Hit]]
  ) {
    let cue = cues[number]
    guard let end = forward(cue.parts, cue.anchor, at, range, tokens),
      let start = backward(cue.parts, cue.anchor - 1, at - 1, range, tokens)
    else { return }
    let hit = Hit(sentence: sentence, tokens: start..<end)
    if hits[cue.group].last != hit { hits[cue.group].append(hit) }
  }

  private func fits(_ part: Cue.Part, _ token: CueToken) -> Bool {
    switch part {
    case .word(let set): sets[set].contains(token.id)
    case .flag(let flag):
      token.flags.rawValue & flag != 0
        && !(flag == CueToken.Flags.capital.rawValue && token.flags.contains(.first))
    case .any: true
    default: false
    }
  }

  /// Matches the parts from `part` on, at `at`; gives the token after the last.
  private func forward(
    _ parts: [Cue.Part], _ part: Int, _ at: Int, _ range: Range<Int>,
    _ tokens: UnsafeBufferPointer<CueToken>
  ) -> Int? {
    guard part < parts.count else { return at }
    switch parts[part] {
    case .start:
      return at == range.lowerBound ? forward(parts, part + 1, at, range, tokens) : nil
    case .end: return at == range.upperBound ? forward(parts, part + 1, at, range, tokens) : nil
    case .pause:
      guard at >= range.upperBound || tokens[at].flags.contains(.breaks) else { return nil }
      return forward(parts, part + 1, at, range, tokens)
    case .not(let set):
      if at < range.upperBound, sets[set].contains(tokens[at].id) { return nil }
      return forward(parts, part + 1, at, range, tokens)
    case .gap(let most, let negation):
      var next = at
      for _ in 0...most {
        if let end = forward(parts, part + 1, next, range, tokens) { return end }
        guard next < range.upperBound else { return nil }
        if !negation, sets[self.negation].contains(tokens[next].id) { return nil }
        next += 1
      }
      return nil
    case .word, .flag, .any:
      guard at < range.upperBound, fits(parts[part], tokens[at]) else { return nil }
      return forward(parts, part + 1, at + 1, range, tokens)
    }
  }

  /// Matches the parts up to `part`, the last of them at `at`; gives the first token.
  private func backward(
    _ parts: [Cue.Part], _ part: Int, _ at: Int, _ range: Range<Int>,
    _ tokens: UnsafeBufferPointer<CueToken>
  ) -> Int? {
    guard part >= 0 else { return at + 1 }
    switch parts[part] {
    case .start:
      return at + 1 == range.lowerBound ? backward(parts, part - 1, at, range, tokens) : nil
    case .end: return nil
    case .pause:
      let next = at + 1
      guard next < range.upperBound, tokens[next].flags.contains(.breaks) else { return nil }
      return backward(parts, part - 1, at, range, tokens)
    case .not(let set):
      // In front of a match it looks at the word before; inside, the words there have been read already.
      if part == 0 {
        return at >= range.lowerBound && sets[set].contains(tokens[at].id) ? nil : at + 1
      }
      if at + 1 < range.upperBound, sets[set].contains(tokens[at + 1].id) { return nil }
      return backward(parts, part - 1, at, range, tokens)
    case .gap(let most, let negation):
      var next = at
      for _ in 0...most {
        if let start = backward(parts, part - 1, next, range, tokens) { return start }
        guard next >= range.lowerBound else { return nil }
        if !negation, sets[self.negation].contains(tokens[next].id) { return nil }
        next -= 1
      }
      return nil
    case .word, .flag, .any:
      guard at >= range.lowerBound, fits(parts[part], tokens[at]) else { return nil }
      return backward(parts, part - 1, at - 1, range, tokens)
    }
  }
}
