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
        "because ..4 @vendor|@brand ..5 @broke|@slip|not|had|down|outage|issue|problem",
        "@vendor|@brand ..2 @broke|@slip|outage|failure|incident|downtime|mistake|bug",
        "bug|outage|failure|fault|error|issue|problem|incident|vulnerability|flaw ..3 in|with|at|by ..2 @vendor|@brand",
        "^let|^leave @us down|without|waiting", "@brand|@vendor was|were ..1 <ing> ..4",
        "because ..2 the ..2 company|firm|maker|manufacturer|owner ..8",
        "services|@vendor|@brand ..3 ~fall short",
        "@vendor|@brand ..3 did not|could not|was late|delivered late",
        "fault of ..3 @vendor|@brand", "by ..2 @our ..2 @vendor",
        "upstream|third-party ..2 @event|@vendor",
        "@vendor|@brand ..1 has|had|have ..2 @event",
        "@vendor|@brand ..4 ^admit|^acknowledge|^confirm|^accept ..4 culpability|fault|responsibility|error|blame",
        "on|at its|their ..1 side|end",
        "because|since of? !i <Cap> ..1 does|did|do|is|has|was|will|cannot|could|changed|failed",
        "because|due ..1 of|to ..4 regulation|regulations|government|regulator|legislation|authorities|strike|strikes",
        "@vendor|@brand ..3 unable|unavailable|down|slow|late|delayed",
        "<Cap> ^fail|^forget|^neglect|^refuse to",
        "the ..2 farm|carrier|centre|center|plant|lab|factory|network|operator ..1 @slip|^fail !over",
        "third party|parties ..4 @event|@failed|caused|responsible",

        "<Cap> ..2 ^tell|^inform|^notify us",
        "@vendor|@brand ..2 ^experience|^suffer|^have|^cause|^change|^stop|^close|^shut",
        "users|customers|clients|members|families|parents who|that ..2 not|^fail|^reuse|^ignore|^forget",
        "no fault of @our|ours",
        "due|because|owing ..1 to|of ..4 weather|snow|storm|storms|flooding|shortage|shortages|pandemic|covid",
      ],
      // "Not us": nobody else need be named.
      "denied": [
        "beyond|outside|out of? @our control", "nothing to do with @us",
        "not ..2 @our ..1 fault|mistake|doing|error",
        "it is ..3 !our|my job|responsibility|duty to",
        "no influence|control|say on|over|in", "@we @be ..1 not responsible|liable|at",
        "cannot ..3 held responsible|liable",
        "@our ..3 performed|worked|works|operated ..2 as designed|intended|expected",
        "their ..2 doing|fault|mistake|error|machine|problem", "entirely|all|completely theirs",
        "they ..1 ^let @us down", "^let @us down",
        "they ..3 @slip|^cut|^order|^send|^deliver|^program|^blame ..3 wrong|new|late|it|their",
        "it is the ..1 @vendor", "@vendor machine|network|system|side|fault|doing",
        "^tell them|him|her ..3 times|often|already|again",
      ],
      "you": [
        "you ..1 ^fail to", "you should have !got|received|had|been|heard|seen|gotten|a",
        "obliged|required|expected to ..4 before|each|prior", "not ..4 by you",
        "than ..1 stated|given|declared|said ..2 your|you",
        "^cause by ..3 your", "vandalism|misuse ..2 by",
        "stated|declared|entered in|by your|you",
        "you did not ..2 ~update|~read|~follow|~check|~tell|~provide|~confirm|~pay|~reply|~respond|~send|~sign|~call|~request|~select|~enter|~choose",
        "you ..1 ^forget|^neglect|^misread|^misunderstand|^overlook|^ignore", "you must have ..3",
        "your ..2 mistake|failure|misunderstanding|negligence", "misunderstanding on your",
        "error|mistake|fault on your|the customer",
        "user error",
        "because you ..1 ^enter|^choose|^click|^fail|^forget|^select|^give|^type|^order|did",
      ],
      "staff": [
        "an|one|new|junior|temporary|former employee|member|colleague|trainee|intern|contractor|driver|operator|starter|temp|agent ..3 ^make|^enter|^click|^press|^send|^delete|^forget|^miss|^overlook|not|wrongly|mistakenly|accidentally",
        "human error", "rogue employee|engineer", "it was ..3 intern|trainee",
      ],
      "veto": [
        "@our @brand",
        "@we ...4 responsible", "@we should have", "@our ...2 fault|responsibility|mistake",
        "not ...4 fault",

      ],
    ]
  ) { evidence in
    let direct =
      evidence.carriers("you", unless: "veto")
      + (evidence.has("responsibility") ? [] : evidence.carriers("denied"))
    let others =
      evidence.carriers("others", unless: "veto") + evidence.carriers("staff", unless: "veto")
    guard !others.isEmpty, !evidence.has("responsibility") else { return direct }
    return (direct + others).sorted { $0.start < $1.start }
  }
}
