extension Detector {
  /// The deciding act has no agent, or hides behind a softer word.
  static let evasion = Detector(
    "evasion", label: "an act without an agent", isFault: true,
    [
      "cue": [
        "come to our attention",
        "@have been ^cancel|^terminate|^suspend|^revoke",
        "roles|positions|jobs ..1 were|have|will ..2 ^eliminate|^cut",
        "mistakes|errors|mistake|error|oversight was|were|have|has ..2 ^make|^occur|happened",
        "errors|mistakes|issues|delays|problems occurred|happened",
        "it was|has ..1 decided|been|determined",
        "it was|has been decided|determined|felt|agreed|deemed",
        "decision|decisions|choice was|were|been ..2 ^make|^take|^reach", "~opt to ..6",
        "an|some|technical issue|difficulties|problem|problems ..2 ^arise|^occur",
        "abundance of caution",
        "rightsizing|right-sizing|downsizing|sunsetting|sunset|sunsetted|restructuring|realignment|headcount|streamlining|rationalisation|rationalization",
        "difficult decision to|was",
        "expectations were not met", "things|something went wrong", "fell through the cracks",
        "was rejected|approved ..2 unanimously|non-unanimously",
        "there was|were a|an|some ..2 breakdown|failure|lapse|lapses|miscommunication|misunderstanding|mix-up|oversight|confusion",
        "for operational|technical|business|various reasons",
        "due|owing to unforeseen|unexpected|circumstances|operational",
        "circumstances beyond|outside @our",
        "~experience ..2 technical|some|issues|difficulties|challenges",
        "lessons @was|will be|have been ..1 learned|learnt",
        "steps|measures @was|are|have|is being|been taken",
        "situation|matter ..3 handled|managed|addressed|dealt ..3 better|differently",
        "was|were not ..2 handled|communicated|managed|followed|met",
        "@was ..2 leaked|lost|deleted|sent|shared|exposed|charged|cancelled|damaged|misplaced|omitted|overlooked|missed ..2 in|during|by|from|to|twice|due|without error|accident|mistake|process|transit",
        "@was ..1 accidentally|inadvertently|mistakenly|erroneously ^send|^delete|^share|^remove|^charge|^publish|^expose|^disclose|^bill|^cancel|^include|^disable|^merge|^release|^deploy",
        "@was ^send|^share|^email|^deliver|^disclose|^post|^mail ..2 to an|the|a wrong|incorrect|unintended|other",
        "^experience ..2 technical difficulties|issues|problems",
        "some things|people|customers may have", "this will be ^handle|^address|^fix",
        "must be fixed", "taken|moved ..3 different direction", "~let go of|some",
      ],
      "veto": [
        "by @us", "by our|my ...2 team", "@we ...1 @was|am|are ...3", "@we ^decide",
        "@we made ...2 difficult decision",
      ],
    ]
  ) { evidence in
    // An act that the same sentence, or the one before or after, owns is not evaded.
    let owned = Set((evidence.found["responsibility"] ?? []).map(\.sentence))
    return evidence.carriers("cue", unless: "veto").filter { carrier in
      !owned.contains(carrier.sentence) && !owned.contains(carrier.sentence - 1)
        && !owned.contains(carrier.sentence + 1)
    }
  }
}
