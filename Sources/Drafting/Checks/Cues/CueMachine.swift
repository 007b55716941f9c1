/// All cues of all detectors, looked for in one pass.
struct CueMachine: Sendable {
  /// A place where a cue of a group stands.
  struct Hit: Hashable {
    var sentence: Int
    /// The first token and the one after the last.
    var tokens: Range<Int>
  }

  private(set) var vocabulary = Vocabulary()
  private(set) var cues: [Cue] = []
  /// The parts of all cues, one cue after the other.
  private(set) var parts: [Cue.Part] = []
  /// Sets of words: so many numbers each, a bit for every word.
  private(set) var bits: [UInt64] = []
  /// For each word where the cues that are anchored at it begin in `anchors`, and behind the last word where they end.
  private(set) var anchored: [Int32] = []
  private(set) var anchors: [Int32] = []
  /// The cues anchored at a kind of token: a figure, a time.
  private(set) var flagged: [(flag: UInt16, cue: Int32)] = []
  /// The words of each set, as long as cues are compiled.
  private var members: [[Int32]] = []
  private var known: [String: Int] = [:]
  private var expanded: [String: [Int32]] = [:]
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
    vocabulary: Vocabulary, cues: [Cue], parts: [Cue.Part], bits: [UInt64], anchored: [Int32],
    anchors: [Int32], flagged: [(flag: UInt16, cue: Int32)], negation: Int, groups: Int
  ) {
    self.vocabulary = vocabulary
    self.cues = cues
    self.parts = parts
    self.bits = bits
    self.anchored = anchored
    self.anchors = anchors
    self.flagged = flagged
    self.negation = negation
    self.groups = groups
  }

  /// How many numbers the bits of one set take.
  var width: Int { vocabulary.count / 64 + 1 }

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
      let start = parts.count
      for word in words { parts.append(part(String(word))) }
      cues.append(Cue(parts: start..<parts.count, group: group, anchor: start))
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
    guard let first = text.utf8.first, "<,.!".utf8.contains(first) else { return words(text) }
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
    if text.hasPrefix("...") { return .gap(Int32(text.dropFirst(3)) ?? 0, negation: true) }
    if text.hasPrefix("..") { return .gap(Int32(text.dropFirst(2)) ?? 0, negation: false) }
    if text.hasPrefix("!") { return .not(Int32(set(String(text.dropFirst())))) }
    return words(text)
  }

  /// A word or a set of words: one alone needs no set to be looked up in.
  private mutating func words(_ text: String) -> Cue.Part {
    let numbers = numbers(text)
    return numbers.count == 1 ? .one(numbers[0]) : .word(Int32(set(text)))
  }

  private mutating func set(_ text: String) -> Int {
    if let known = known[text] { return known }
    members.append(numbers(text))
    known[text] = members.count - 1
    return members.count - 1
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
    let common = Set(Lexicon.common.compactMap { vocabulary.find(Hash.of($0.utf8)) })
    let costs = members.map { $0.reduce(1) { $0 + (common.contains($1) ? 400 : 1) } }
    var words: [[Int32]] = Array(repeating: [], count: vocabulary.count)
    for number in cues.indices {
      var best: (cost: Int, part: Int)?
      for index in cues[number].parts {
        let cost: Int
        switch parts[index] {
        case .word(let set): cost = costs[Int(set)]
        case .one(let word): cost = common.contains(word) ? 401 : 2
        case .flag: cost = 2000
        default: continue
        }
        if cost < best?.cost ?? .max { best = (cost, index) }
      }
      guard let best else { continue }
      cues[number].anchor = best.part
      switch parts[best.part] {
      case .word(let set):
        for word in members[Int(set)] where words[Int(word)].last != Int32(number) {
          words[Int(word)].append(Int32(number))
        }
      case .one(let word): words[Int(word)].append(Int32(number))
      case .flag(let flag): flagged.append((flag, Int32(number)))
      default: break
      }
    }
    for cues in words {
      anchored.append(Int32(anchors.count))
      anchors += cues
    }
    anchored.append(Int32(anchors.count))
    bits = Array(repeating: 0, count: members.count * width)
    for (set, numbers) in members.enumerated() {
      for number in numbers { bits[set * width + Int(number) / 64] |= 1 << UInt64(number & 63) }
    }
  }
}
