extension Detector {
  /// Why it happened.
  static let explanation = Detector(
    "explanation", label: "the reason",
    [
      "cue": [
        "because !you|of|not ...1 @any", "because", "due to", "owing to", "caused by",
        "root cause|causes",
        "cause|causes|reason|reasons ..5 was|were|is|are|behind|why", "reason for|why|that|:",
        "^result from|in",
        "as a result of", "^trigger by", "^stem from", "^lead to", "^cause ..6", "this is why",
        "that is why",
        "this meant", "this was why", "^arise from", "came from", "traced ..3 to",
        "^originate in|from",
        "thanks to a|an", "the culprit", "which meant", "so that ..6 not", "<s> since ..8 ,",
        "contributing|underlying factor|factors|cause", "the problem was", "it turned out",
        "happened when|because|after",
        "after @we ..6",
        "when @we ..6 ^update|^change|^move|^release|^deploy|^upgrade|^migrate|^switch",
        "explained by", "on account of", "attributed to", "the decision ..6 reflects|follows|comes",
        "costs ..4 risen|increased|gone|rose", "costs us", "in order to keep|continue|focus",
      ],
      "veto": ["if you have|need|want", "because of you", "not because", "because you matter"],
    ])
}
