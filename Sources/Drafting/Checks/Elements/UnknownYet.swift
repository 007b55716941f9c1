extension Detector {
  /// That something is not known yet, said openly: it stands where a reason would.
  static let unknownYet = Detector(
    "unknown_yet", label: "that it is not known yet",
    [
      "cue": [
        "@we ..1 do not ..2 know ..2 the|why|what|how|yet|whether",
        "@we do not ..2 know|understand ..6 yet",
        "cause|reason|causes ..3 not ..2 known|clear|found|certain",
        "not ..1 known|clear yet", "@we are ..1 still ..2 looking|investigating|searching|finding",
        "still ..2 unclear|unknown", "@we have not ..2 found|identified ..3 cause|reason",
      ],
      "veto": ["if @we", "@we did not know"],
    ])

  /// A reason told as a sentence of its own, close behind the news: "She moves to Scotland with her family."
  static let reasonTold = Detector(
    "reason_told", label: "the reason",
    [
      "cue": ["<s> she|he|they|it|we|i|there|this|that <any> <any>"],
      "veto": [
        "@we will|shall|am|would", "<s> it takes effect", "<s> this stays", "<s> this means",
        "you can|may", "sorry", "@we ..1 ^write|call|ring|write",
        "@we are|am ..1 here|happy|glad|sorry",
        "thank|thanks", "tell me|us",
      ],
    ]
  ) { evidence in
    guard let news = evidence.found["news_early"]?.first?.sentence else { return [] }
    return evidence.carriers("cue", unless: "veto").filter {
      (news + 1...news + 4).contains($0.sentence)
    }
  }
}
