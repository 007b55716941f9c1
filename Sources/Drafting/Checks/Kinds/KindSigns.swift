/// What tells kinds of messages apart that hold the same elements: that it still lasts, that it works again, that it
/// asks how they are, that it is a sheet or a review.
enum KindSigns {
  private static let inProgress = Detector(
    "in_progress", label: "that it still lasts",
    [
      "cue": [
        "<s> investigating|identified|monitoring|ongoing|update", "status ,",
        "@we are ..2 investigating|looking|monitoring",
        "@team is|are ..2 investigating|looking",
        "currently|still ..3 down|unavailable|unable|investigating|affected|degraded|slow|delayed",
        "next update ..3 at|by|in|on|within|<clock>", "fix is ..2 being|prepared|tested|rolling",
      ]
    ])

  private static let restored = Detector(
    "restored", label: "that it works again",
    [
      "cue": [
        "<s> resolved|fixed|restored", "@was ..2 ^resolve|^restore", "back up|online|to normal",
        "works|working|running|operational|available|normal again", "again since",
        "fully operational|restored|recovered|resolved",
        "incident|outage|disruption is ..1 closed|over|resolved",
      ],
      "veto": ["will|until|once|when|not|expect|to ...3 be", "being ^resolve|^restore"],
    ])

  private static let asksAfter = Detector(
    "asks_after", label: "the question whether it is right",
    [
      "cue": [
        "is|are|does|do|did|has|have|how ..8 right|better|work|works|working|fine|fixed|solved|again|now|well|arrived|left|since",
        "anything ..4 missing|left|wrong|still",
      ]
    ])

  private static let agreement = Detector(
    "agreement", label: "that it is agreed",
    [
      "cue": [
        "what we agree", "written down together", "page ..3 written down", "page with what we",
        "what you get ..8 what we do",
      ]
    ])

  private static let lookBack = Detector(
    "look_back", label: "that it looks back",
    [
      "cue": [
        "for|from our ..1 review", "our|the next review", "quarterly|annual review",
        "next review ,",
      ]
    ])

  /// What counts under headings alone: in a mail it may stand for something else.
  private static let terms = Detector(
    "terms", label: "terms",
    [
      "cue": [
        "@we agree|agreed", "scope|agreement|signed|signature|decides|included|excluded",
        "reply|response times|time", "office|support|working hours",
      ]
    ])

  static let all = [inProgress, restored, asksAfter, agreement, lookBack, terms]
}
