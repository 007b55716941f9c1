/// All detectors with their cues compiled.
struct DetectorSet: Sendable {
  /// The detectors of elements and faults, those first that others look back at.
  static let elements: [Detector] = [
    .regret, .responsibility, .explanation, .repair, .prevention, .forgiveness, .whatHappened,
    .impact, .action, .nextUpdate, .contact, .alternative, .newsEarly, .conditional, .evasion,
    .blameShift, .overpromise, .jargon, .unknownYet, .reasonTold, .thanks, .question,
  ]

  /// These and what tells kinds of messages apart, for one pass over a text.
  static let all = elements + KindSigns.all

  /// The faults that others look back at; they are found before everything else.
  private static let leading: Set<String> = ["conditional", "overpromise"]

  /// The one set; made at the first check that needs it.
  static let shared = DetectorSet(all)

  let detectors: [Detector]
  let machine: CueMachine

  init(_ detectors: [Detector]) {
    self.detectors = detectors
    machine = CueMachine(detectors.flatMap { $0.groups.map(\.cues) })
  }

  /// All detectors, with their cues compiled before.
  init(_ machine: CueMachine) {
    detectors = Self.all
    self.machine = machine
  }

  /// What every detector finds, by element.
  func find(_ reading: Reading, _ sentences: [SentenceSpan]) -> [String: [Carrier]] {
    let text = CueText(reading, sentences, machine.vocabulary)
    let hits = machine.hits(in: text)
    var found: [String: [Carrier]] = [:]
    var group = 0
    let read = detectors.map { detector in
      var own: [String: [CueMachine.Hit]] = [:]
      for (name, _) in detector.groups {
        own[name] = hits[group]
        group += 1
      }
      return (detector: detector, hits: own, leads: Self.leading.contains(detector.name))
    }
    for (detector, own, _) in read.filter(\.leads) + read.filter({ !$0.leads }) {
      let evidence = Evidence(
        reading: reading, sentences: sentences, text: text, hits: own, found: found)
      found[detector.name] = detector.find(evidence).sorted { $0.start < $1.start }
    }
    return found
  }
}
