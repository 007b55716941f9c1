extension Detector {
  /// The cause put on others, and no own share anywhere in the message.
  static let blameShift = Detector(
    "blame_shift", label: "blame on others", isFault: true,
    [
      "others": [
        "the|our|their ..3 @firm ..2 @thirdact|late",
        "the|our|their ..3 @firm did|has|have|had not",
        "the|our|their ..3 @firm ..2 had|has ..3 @event|cut|fire|flood|strike",
        "due|owing ..1 to ..8 @third", "because ..1 of ..8 @third",
        "due|owing|because|down|result|following ..2 to|of|the|a ..5 @outside",
        "supply chain ..4",
        "@we was|were|are ..1 ^tell|^inform|^advise|^notify ..1 by ..4 @outside", "^let down by",
        "@outside has|have|had not ..2 <any>",
        // Where it came from: "the error stems from", "it originated with".
        "^cause|~stem|~originate|~result|~arise|~come by|from|with|at|in ..4 @third",
        "@event|cause|fault|responsibility ..1 ~lie|rests|rest|sits|sit with|at !us|me|@our",
        "@event|cause|fault|responsibility ..1 is|was with|at|on ..4 @third",
        "@event|vulnerability|cause ..2 is|was in|at|on ..5 third|upstream|@third",
        "@third ..2 ^push|^send|^make|^release|^ship|^deploy|^introduce|^give ..3 bad|wrong|faulty|broken|incorrect|mistake|error",
        "@third ..1 ^return|^hold|^stop|^flag|^mark|^decline ..2 your|our|the|my|us",
        "users|customers|clients|members ..2 ^run|^use|^enter|^choose|^install|^click|^pick ..5 wrong|incorrect|outdated|malicious",
        "@third ..3 @thirdact", "their ..2 @thirdact our|us|the|it|your",
        "@third is|are|was|were ..2 down|offline|unreachable|overloaded|deprecating|discontinuing|retiring|dropping",
        "this|it is|was ..1 a|an @third issue|problem|matter|thing",
        "because ..4 @third ..5 @broke|@slip|not|had|down|outage|issue|problem",
        "@third ..2 @broke|outage|failure|incident|downtime|mistake|bug",
        "bug|outage|failure|fault|error|issue|problem|incident|vulnerability|flaw ..3 in|with|at|by ..5 @third",
        "^let|^leave @us down|without|waiting", "@third was|were ..1 <ing> ..4",
        "because ..2 the ..2 company|firm|maker|manufacturer|owner ..8",
        "services|@third ..3 ~fall short",
        "@third ..3 did not|could not|was late|delivered late",
        "fault of ..3 @third", "by ..2 @our ..2 @vendor",
        "upstream|third-party ..2 @event|@vendor",
        "@third ..1 has|had|have ..2 @event",
        "payment|card|telephone|mobile|phone network|networks|scheme|gateway ..3 ^decline|^reject|^fail|down|slow",
        "@third ..4 ^admit|^acknowledge|^confirm|^accept ..4 culpability|fault|responsibility|error|blame",
        "on|at its|their ..1 side|end",
        "because|since of? !i <Cap> ..1 does|did|do|is|has|was|will|cannot|could|changed|failed",
        "because|due ..1 of|to ..4 regulation|regulations|government|regulator|legislation|authorities|strike|strikes|law|laws|rules|sanctions|tariffs|directive",
        "@third ..3 unable|unavailable|down|slow|late|delayed",
        "<Cap> ^fail|^forget|^neglect|^refuse to",
        "the|our ..2 farm|carrier|centre|center|plant|lab|factory|network|operator ..1 @slip|^fail !over",
        "the|a previous|former|other ..1 @firm|supplier|provider|team|owner|developer|developers|maintainer|maintainers|tenant ..6 wrong|wrongly|badly|incorrectly|without",
        "third party|parties ..4 @event|@failed|caused|responsible",

        "<Cap> ..2 ^tell|^inform|^notify us",
        "@third ..2 ^experience|^suffer|^have|^cause|^change|^stop|^close|^shut",
        "users|customers|clients|members|families|parents who|that ..1 did|do|had|have not ..1 ~read|~update|~follow|~set|~enable|~change|~protect|~reply",
        "users|customers|clients|members|families|parents who|that ..2 ^fail|^reuse|^ignore|^forget",
        "no fault of @our|ours",
        "due|because|owing ..1 to|of ..4 weather|snow|storm|storms|flooding|shortage|shortages|pandemic|covid",
      ],
      // "Not us": nobody else need be named.
      "denied": [
        "beyond|outside|out of? @our control|hands|influence", "nothing to do with @us",
        "nothing|little ..2 @we ..1 can|could ..2 do", "waiting on|for ..2 @third ..4",
        "at the mercy of", "take ..2 up with",
        "not ..2 something|anything @we ..2 control|influence|change",
        "<s> blame|blaming", "@they|you|it ..2 take ..3 up with",
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
        "you ..1 ^enter|^choose|^select|^give|^type|^use|^send ..2 wrong|incorrect|old|invalid",
        "your <any> ..1 cause|causes|caused this|the ..2",
        "against our ..1 advice|recommendation|guidance|instructions",
        "had you <any>|read", "if ..3 @they had ..10 would|could",
        "^use|^choose weak|reused ..2 passwords|password", "^reuse ..2 passwords|password",
        "your ..3 department|provider|bank|settings|setup|configuration|network|firewall|browser|installer ..1 ^change|^block|^delete|^cause|^break|^remove|^prevent",
        "terms|contract|policy ..2 you ..1 ^agree|^accept|^sign",
        "because you ..1 ^enter|^choose|^click|^fail|^forget|^select|^give|^type|^order|did",
      ],
      "staff": [
        "a|the|an|one|new|junior|temporary|former employee|member|colleague|trainee|intern|contractor|driver|operator|starter|temp|agent|contributor|volunteer|moderator|technician ..3 ^make|^enter|^click|^press|^send|^delete|^forget|^miss|^overlook|^ignore|^cut|not|wrongly|mistakenly|accidentally",
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
