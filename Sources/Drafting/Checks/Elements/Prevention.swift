extension Detector {
  /// A step or a commitment against it happening again.
  static let prevention = Detector(
    "prevention", label: "what changes",
    [
      "cue": [
        "nothing can|may|will ..6 twice|again|without|until",
        "have|has taken ..2 steps|measures to",
        "will|would|to|should|can|now|which|that|help prevent|prevents|avoid|avoids ..4 this|that|it|such|similar|future|these|another|exploitation|further|any|recurrence|disks|issues|problems|rather",

        "@improve ..3 to prevent|stop|protect|mitigate",
        "~avoid ..4 again|future|recurrence|similar|repeat|this|such",
        "from now on",
        "going forward",
        "not ..6 happen again",
        "never happen again",
        "not ..4 ~recur|~repeat",
        "happen|happening|happens|occur|occurring|occurs again",
        "recurrence",
        "so that ..8 not|cannot|no|never",
        "so this|it|that cannot|can|does|will|never|could",
        "reduce ..3 risk|likelihood|chance|chances",
        "action|follow-up|remediation|corrective|preventative|preventive items|item|actions|measures|steps|action",
        "future measures",
        "next time",
        "to make sure|certain ..6 again|happen|happens|recur|before|checked|tested|reviewed|every|each|all|two|no|right",
        "to ensure ..6 again|happen|happens|recur|before|checked|tested|reviewed|every|each|all|no|future|we|our",
        "~prevent ..10 future|again|happening|recurring|recurrence|similar|inadvertent",
        "looking for ways to ..6",
        "@will ..2 ensure|make sure|certain",
        "@we now ..3 ~test|~check|~review|~require|~call|~confirm|~have|~double-check|~verify|~weigh|~inspect|~scan|~use|~ask|~keep|~send|~print|~count",
        "to prevent|avoid|stop|mitigate|reduce ..8 again|future|kind|in|similar|recurrence",
        "no ..6 goes|leaves|ships|is|will|gets without",
        "stop ..5 again",
      ],
      "likely": [
        "will be <ed> ..8 ahead|before|first|beforehand",
        "will be <ed> ..3 in advance",
        "when|whenever somebody|someone|anyone|a|an|one ..10 @we|it|two|our",
        "@we ..1 check|look|test|read ..4 every|each day|week|morning|month|evening",
        "@we now <any> ..8",
        "!is|are|has|we|right|by|until|just|have now <es>",
        "@we ..3 <any> every|each ..8 before",
        "checks|reads|confirms|compares|counts|signs|inspects|tests ..8 before|every|each|with|against",
        "since this|last|monday|tuesday|wednesday|thursday|friday ..3 @we|@our|every|each|no|nobody|there|two|a",
        "from today|tomorrow|here|then on|onwards|forward",
        "from today|tomorrow|monday|now , ..4 only|every|each|all|no|nobody|two",
        "never ..3 until|without|unless|before", "no longer ..3 until|unless|before",
        "@we will ..1 not ..4 more|until|unless|without|again|in",
        "only ..5 when|after|if|once ..3 has|have|is|are|confirmed|approved|signed|tested",
        "at all times ,|now",
        "these days",
        "now ..2 come|comes|go|goes|leave|leaves|pass|passes ..4",
        "it|that|this ..1 no longer",
        "!we|i can no longer",
        "@we ..2 no longer !run|offer|sell|support|provide|maintain|operate|bill|charge|ship|be|continue|cover|have|do|make|deliver|afford|keep|serve",
        "@we @improve ..6 @safeguard",
        "@safeguard|system|systems ..3 @will|being|been ..2 put|introduced|added|installed ..1 in|today|now|to|so|,|<e>",
        "@we ..1 have ..2 ^discharge|^end|^terminate|^leave|^switch|^drop|^replace|^change ..4 @vendor|contract|company|firm",
        "in the future ..2 @we|@our", "from which @we expect",
        "before @we ..2 <any> a|any|each|every|it|them|anything",
        "@we ..1 confirm|compare|check|count|read|test|ask|call|weigh|look ..8 before",
        "two people|adults|colleagues|persons|signatures|readers|pairs",
        "a second person|colleague|reader|mechanic|check|look|signature|pair",
        "now ..1 go|goes|see|sees|use|uses|only|require|requires|run|runs|get|gets|include|includes|need|needs|keep|keeps|works|work|ask|asks",
        "is|are now ..2 only|checked|tested|cut|separate|separated|locked|limited|required|read|done|signed|confirmed|kept|automatic|automatically",
        "nobody|none|no ..6 can|may|will|is ..8 until|without|unless|before",
        "since yesterday|then ..8",
        "@we ..2 ^implement|^introduce|^enable ..4 @safeguard|new|additional|stricter|tighter|extra|automatic",
        "@we are|will|have ..2 ~buy|~hire|~invest|~fit|~install ..3 new|more|extra|additional|second|spare",
        "^deploy ..4 change|fix ..3 to",
        "^merge ..4 change|fix",
        "the only way",
        "@we have ..3 ^change|^replace|^throw|^separate|^double|^tighten ..5 @safeguard|how|way|so|rule|rules|order",
        "@we have ..3 ^add|^hire|^move|^stop ..6 @safeguard|so|to|who|person|people|for every|each",
        "stress|load|smoke testing|test|tests",
        "set|setup|setting up? ..2 alert|alerts|monitoring",
        "before committing|releasing|shipping|deploying",
        "will ..5 avoid ..5",
        "less|more likely|unlikely",
        "in the future ..1 @we",
        "in future",
        "@we will|are|must|shall ..12 in the future",
        "in the future , @we",
        "better ..3 in the future|next",
        "@we ..3 @will|are|need|plan|intend|want|must|have|should ..4 @improve ..6 @safeguard",
        "@will|need|plan|must|should|are|have|now|to ..3 @improve ..5 @safeguard",
        "@improve ..4 @safeguard ..3 to|so|that|for|when|before",
        "more training",
        "@we|@our ..4 ~train|~retrain ..3 staff|team|everyone|drivers|crew",
        "<s> @improve ..6 @safeguard",
        "lessons ..1 learned|learnt",
        "what|changes @we ..4 ~change|changing|learned|learnt|improve|differently|making",
        "@we ..1 ^learn|learnt !that|of|on|from ..6",
        "now ..3 ~test|~check|~review|~require|~confirm|~verify|~inspect|~sign|~scan",
        "every ..6 is|will|gets|must ..2 now? checked|tested|reviewed|confirmed|inspected|be|signed|verified|weighed",
        "second person|pair ..4 ~check|~sign|~read|~review",
        "@will ..3 longer",
        "better prepared",
        "working|committed ..3 to improve|improving",
        "~strengthen|~tighten|~harden ..4",
        "@we ..2 ^change how|our ..4",
        "disallow|disallowing",
        "rate limiting|limits|limit",
        "@our|the ..1 @team is|are|has|have ..2 ~train|~retrain|~brief",
        "two|second ..2 check|checks|pair|person", "@we ..1 will ..2 double|re check|checking",
        "moving|going forward",
        "@will|to catch|detect|spot|notice|flag ..4 earlier|sooner|before|faster",
      ],
      "veto": [
        "now know|knows|believe|have|paid|fixed|works|back ...2 <e>",
        "prevented|prevents|prevent ...1 you|us|them|users|customers|people ...3 from",
        "if ...4 happens again", "keep|keeping you updated|informed|posted",
        "in the future ...3 you",
      ],
      // That something went wrong, and not only changes.
      "wrong": [
        "outage|outages|incident|incidents|breach|breaches|attack|attacks|attacker|failure|failures|bug|bugs|error|errors|vulnerability|vulnerabilities|downtime|disruption|crash|leak|leaked|exposed|compromised|mistake|mistakes|lost|wrong|exploit|exploited|fault|broke|broken|failed|phishing|malware|abuse|spam|issue|issues|problem|problems|inaccessible|unavailable|dropped|missed|late|delay|delays"
      ],
    ]
  ) { evidence in
    // An improvement is a step against it happening again where something has happened.
    let wrong =
      evidence.has("regret") || evidence.has("responsibility")
      || (evidence.hits["wrong"] ?? []).count >= 2
    // "Never again" by itself is a promise and no step.
    let promises = evidence.found["overpromise"] ?? []
    let named = evidence.carriers("cue", unless: "veto").filter { carrier in
      !promises.contains { $0.start <= carrier.start && carrier.end <= $0.end }
    }
    return named
      + (wrong ? evidence.carriers("likely", unless: "veto") : [])
  }
}
