extension CueMachine {
  func pack(into pack: inout PackWriter) {
    vocabulary.table.pack(into: &pack)
    pack.put(vocabulary.count)
    pack.put(cues) {
      $0.put($1.group)
      $0.put($1.anchor)
      $0.put($1.parts.lowerBound)
      $0.put($1.parts.upperBound)
    }
    pack.put(parts) { $1.pack(into: &$0) }
    pack.put(raw: bits)
    pack.put(raw: anchored)
    pack.put(raw: anchors)
    pack.put(flagged) {
      $0.put(Int($1.flag))
      $0.put(Int($1.cue))
    }
    pack.put(negation)
    pack.put(groups)
  }

  init(from pack: inout PackReader) throws(PackReader.Broken) {
    let vocabulary = Vocabulary(table: try FlatTable(from: &pack), count: try pack.int())
    let cues = try pack.list { reader throws(PackReader.Broken) in
      let (group, anchor) = (try reader.int(), try reader.int())
      let (start, end) = (try reader.int(), try reader.int())
      guard start <= anchor, anchor < end else { throw PackReader.Broken() }
      return Cue(parts: start..<end, group: group, anchor: anchor)
    }
    let parts = try pack.list { reader throws(PackReader.Broken) in
      try Cue.Part(from: &reader)
    }
    let bits = try pack.raw(UInt64.self)
    let (anchored, anchors) = (try pack.raw(Int32.self), try pack.raw(Int32.self))
    let flagged = try pack.list { reader throws(PackReader.Broken) in
      (
        flag: UInt16(truncatingIfNeeded: try reader.int()),
        cue: Int32(truncatingIfNeeded: try reader.int())
      )
    }
    let (negation, groups) = (try pack.int(), try pack.int())
    let sets = vocabulary.count > 0 ? bits.count / (vocabulary.count / 64 + 1) : 0
    let isSound =
      Int(vocabulary.table.greatest) < vocabulary.count && (0..<sets).contains(negation)
      && anchored.count == vocabulary.count + 1
      && zip(anchored, anchored.dropFirst()).allSatisfy { 0 <= $0 && $0 <= $1 }
      && Int(anchored.last ?? 0) == anchors.count
      && (anchors + flagged.map(\.cue)).allSatisfy { cues.indices.contains(Int($0)) }
      && parts.allSatisfy { $0.set.map { (0..<sets).contains(Int($0)) } ?? true }
      && cues.allSatisfy {
        (0..<groups).contains($0.group) && $0.parts.lowerBound >= 0
          && $0.parts.upperBound <= parts.count
      }
    guard isSound else { throw PackReader.Broken() }
    self.init(
      vocabulary: vocabulary, cues: cues, parts: parts, bits: bits, anchored: anchored,
      anchors: anchors, flagged: flagged, negation: negation, groups: groups)
  }
}

extension Cue.Part {
  /// The number of the set of words it names.
  fileprivate var set: Int32? {
    switch self {
    case .word(let set), .not(let set): set
    default: nil
    }
  }

  fileprivate func pack(into pack: inout PackWriter) {
    switch self {
    case .word(let set):
      pack.put(0)
      pack.put(Int(set))
    case .gap(let most, let negation):
      pack.put(negation ? 2 : 1)
      pack.put(Int(most))
    case .not(let set):
      pack.put(3)
      pack.put(Int(set))
    case .flag(let flag):
      pack.put(4)
      pack.put(Int(flag))
    case .any: pack.put(5)
    case .start: pack.put(6)
    case .end: pack.put(7)
    case .pause: pack.put(8)
    case .one(let word):
      pack.put(9)
      pack.put(Int(word))
    }
  }

  fileprivate init(from pack: inout PackReader) throws(PackReader.Broken) {
    switch try pack.int() {
    case 0: self = .word(Int32(truncatingIfNeeded: try pack.int()))
    case 1: self = .gap(Int32(truncatingIfNeeded: try pack.int()), negation: false)
    case 2: self = .gap(Int32(truncatingIfNeeded: try pack.int()), negation: true)
    case 3: self = .not(Int32(truncatingIfNeeded: try pack.int()))
    case 4: self = .flag(UInt16(truncatingIfNeeded: try pack.int()))
    case 5: self = .any
    case 6: self = .start
    case 7: self = .end
    case 8: self = .pause
    case 9: self = .one(Int32(truncatingIfNeeded: try pack.int()))
    default: throw PackReader.Broken()
    }
  }
}
