/// Finds one element of a message, or one fault.
///
/// A detector lists cues in groups; by default a sentence with a hit of `cue` and none of `veto` carries the element.
struct Detector: Sendable {
  /// The element: `regret`.
  let name: String
  /// What it is called in a sentence: "the apology".
  let label: String
  /// Whether it is something that should not be there.
  let isFault: Bool
  /// The cues by group.
  let groups: [(name: String, cues: [String])]
  /// Finds the carriers in what was read.
  let find: @Sendable (Evidence) -> [Carrier]

  init(
    _ name: String, label: String, isFault: Bool = false, _ groups: KeyValuePairs<String, [String]>,
    find: @escaping @Sendable (Evidence) -> [Carrier] = { $0.carriers("cue", unless: "veto") }
  ) {
    self.name = name
    self.label = label
    self.isFault = isFault
    self.groups = groups.map { ($0.key, $0.value) }
    self.find = find
  }
}

/// A sentence that carries an element, and the words in it that show it.
struct Carrier: Hashable {
  /// The sentence's number.
  var sentence: Int
  /// Where the words begin, in bytes.
  var start: Int
  /// Where they end.
  var end: Int
}

/// What a detector may look at.
struct Evidence {
  let reading: Reading
  let sentences: [SentenceSpan]
  let text: CueText
  /// The hits of this detector's groups.
  let hits: [String: [CueMachine.Hit]]
  /// What the detectors before this one found.
  let found: [String: [Carrier]]

  /// The sentences with a hit of `group` and none of `veto`.
  func carriers(_ group: String, unless veto: String? = nil) -> [Carrier] {
    let vetoed = Set(veto.flatMap { hits[$0] }?.map(\.sentence) ?? [])
    return (hits[group] ?? []).filter { !vetoed.contains($0.sentence) }.map(carrier)
  }

  /// These carriers without those inside a conditional apology: "sorry if we let you down" owns nothing.
  func certain(_ carriers: [Carrier]) -> [Carrier] {
    let doubts = found["conditional"] ?? []
    guard !doubts.isEmpty else { return carriers }
    return carriers.filter { carrier in
      !doubts.contains { doubt in
        guard doubt.sentence == carrier.sentence else { return false }
        // "If we let you down, we are sorry" stands around it, "sorry if" before it.
        let isAround = reading.text(doubt.start, doubt.start + 2).lowercased() == "if"
        return isAround
          ? doubt.start < carrier.end && carrier.start < doubt.end : doubt.end < carrier.end
      }
    }
  }

  /// The numbers of the sentences with a hit of `group`.
  func sentences(with group: String) -> Set<Int> { Set((hits[group] ?? []).map(\.sentence)) }

  /// The words of a hit.
  func carrier(_ hit: CueMachine.Hit) -> Carrier {
    guard let first = text.tokens[hit.tokens].first, let last = text.tokens[hit.tokens].last else {
      let sentence = sentences[hit.sentence]
      return Carrier(sentence: hit.sentence, start: sentence.start, end: sentence.end)
    }
    return Carrier(sentence: hit.sentence, start: Int(first.start), end: Int(last.end))
  }

  /// Whether an element was found before.
  func has(_ element: String) -> Bool { found[element]?.isEmpty == false }

  /// The sentences that are prose: no headings, no rows of tables.
  var prose: [Int] {
    sentences.indices.filter { sentences[$0].kind != .heading && sentences[$0].kind != .row }
  }
}
