extension Detector {
  /// Why it happened.
  static let explanation = Detector(
    "explanation", label: "the reason",
    [
      "cue": [
        "@we ..1 <ed> ..12 and the|it|this|our|that",
        "@we ..1 @past ..12 and the|it|this|our|that",
        "reach|reaches|reached ..3 end",
        "years|months old",
        "has|have to be <ed>",
        "without enough|any",
        "had not been",
        "by ..3 alone",
        "to save ..6",
        "@we ^change|^switch|^move to",
        "a|an|the|our|one ..2 bug|error|fault|failure|flaw|misconfiguration|leak|fire|flood|storm|strike|virus|attack|theft ..2 in|with|at|of|on|meant|sent|made|led|left|stopped|let|took",
        "by a|an|the ..2 error|bug|fault|failure|mistake|flaw|storm|strike|fire",
        "as the|our|we ..3 <es>",
        "company|companies|host|@vendor ..3 failed|closing|closes|closed|stopped|ended|late|bankrupt",
        "did not turn up|arrive|come|start|work ..1 because|so|and",
        "@we looked for",
        "assumed|thought|believed that ..4",
        "needs|need a|an|more|another ..6",
        "cost|costs|price|prices|demand|rent ..8 ^double|^triple|^rise|^increase|^climb|^grow|^fall|^drop",
        "only <num>",
        "only one|two|three|four|five|six|few ..4",
        "@we need ..6 to",
        "rent|rents|costs|wages|prices|rates|fuel|energy ..2 doubles|rises|rose|doubled|tripled|has|have|went|goes|climbed|is|are",
        "@we cannot ..4 earn|pay|keep|cover|afford|sustain",
        "too few|little|many|much|small|old|expensive|late",
        "not enough",
        "no ..2 pays|enough|time|staff",
        "@we move to",
        "worn|worked from",
        "^plan ..3 from",
        "<s> the reason ,",
        "reason ..2 is|was|lies",
        "citing",
        "the purpose of",
        "therefore",
        "which|this|that means|meant",
        "which|that ..1 is|was|were|did|does|could|can|has|had not|never",
        "limitations|limitation|shortage|constraints",
        "went wrong",
        "as part of",
        "for|given this|that|these reason|reasons",
        "why",
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
      "veto": [
        "see why|how", "understand why|how", "if you have|need|want", "because of you",
        "not because", "because you matter",
      ],
    ]
  ) { evidence in
    let carriers = evidence.carriers("cue", unless: "veto")
    // An author who says in some words what they did has told how it came about.
    return carriers.isEmpty
      ? (evidence.found["responsibility"] ?? []).filter {
        evidence.sentences[$0.sentence].words.count >= 8
      } : carriers
  }
}
