extension Detector {
  /// The cause put on others, and no own share anywhere in the message.
  static let blameShift = Detector(
    "blame_shift", label: "blame on others", isFault: true,
    [
      "others": [
        "the ..3 company|firm|manufacturer|maker|host|agency|landlord|builder ..2 ^fail|^lose|^break|^forget|^miss|late",
        "the ..3 company|firm|manufacturer|maker|host|agency|landlord|builder did|has|have|had not",
        "due|owing ..1 to ..8 @vendor|@brand", "because ..1 of ..8 @vendor|@brand",
        "^cause by ..8 @vendor|@brand",
        "because ..4 @vendor|@brand ..5 @failed|@slip|not|had|down|outage|issue|problem",
        "@vendor|@brand ..4 @failed|@slip|outage|bug|issue|problem|failure|error|incident|fault|downtime|mistake",
        "bug|outage|failure|fault|error|issue|problem|incident|vulnerability|flaw ..4 in|with|at|by|on ..3 @vendor|@brand",
        "@vendor|@brand ..3 did not|could not|was late|delivered late",
        "fault of ..3 @vendor|@brand", "by ..2 @our ..2 @vendor",
        "upstream|third-party ..2 @event|@vendor",
        "third party|parties ..4 @event|@failed|caused|responsible",
      ],
      "you": [
        "you ..1 ^fail to", "you should have",
        "you did not ..2 ~update|~read|~follow|~check|~tell|~provide|~confirm|~pay|~reply|~respond|~send|~sign|~call|~request|~select|~enter|~choose",
        "you ..1 ^forget|^neglect|^misread|^misunderstand|^overlook|^ignore", "you must have ..3",
        "your ..2 mistake|failure|misunderstanding|negligence", "misunderstanding on your",
        "error|mistake|fault on your|the customer",
        "user error",
        "because you ..1 ^enter|^choose|^click|^fail|^forget|^select|^give|^type|^order|did",
      ],
      "staff": [
        "an|one|new|junior|temporary|former employee|member|colleague|trainee|intern|contractor|driver|operator|starter|temp|agent ..6 @slip|^make|^enter|^click|^press|^send|^delete|not|wrongly|mistakenly|accidentally",
        "human error", "rogue employee|engineer", "it was ..3 intern|trainee",
      ],
      "veto": [
        "@our @brand",
        "@we ...4 responsible", "@we should have", "@our ...2 fault|responsibility|mistake",
        "not ...4 fault",
      ],
    ]
  ) { evidence in
    let direct = evidence.carriers("you", unless: "veto")
    let others =
      evidence.carriers("others", unless: "veto") + evidence.carriers("staff", unless: "veto")
    guard !others.isEmpty, !evidence.has("responsibility") else { return direct }
    return (direct + others).sorted { $0.start < $1.start }
  }
}
