extension Detector {
  /// A step or a commitment against it happening again.
  static let prevention = Detector(
    "prevention", label: "what changes",
    [
      "cue": [
        "~prevent ..8", "~avoid ..4 again|future|recurrence|similar|repeat|this|such",
        "from now on",
        "going forward", "not ..6 happen again", "never happen again", "not ..4 ~recur|~repeat",
        "happen|happening|happens|occur|occurring|occurs again", "recurrence",
        "so that ..8 not|cannot|no|never",
        "so this|it|that cannot|can|does|will|never|could",
        "reduce ..3 risk|likelihood|chance|chances",
        "less|more likely|unlikely", "in the future ..1 @we", "in future", "in the future",
        "@we ..3 @will|are|need|plan|intend|want|must|have|should ..4 @improve ..6 @safeguard",
        "@will|need|plan|must|should|are|have|now|to ..3 @improve ..5 @safeguard",
        "@improve ..4 @safeguard ..3 to|so|that|for|when|before", "more training",
        "@we|@our ..4 ~train|~retrain ..3 staff|team|everyone|drivers|crew",
        "<s> @improve ..6 @safeguard",
        "action|follow-up|remediation|corrective|preventative|preventive items|item|actions|measures|steps|action",
        "future measures", "lessons ..1 learned|learnt",
        "what|changes @we ..4 ~change|changing|learned|learnt|improve|differently|making",
        "@we ..2 ^learn|learnt", "next time", "to make sure|certain ..6", "to ensure ..6",
        "@will ..2 ensure|make sure|certain",
        "@we now ..3 ~test|~check|~review|~require|~call|~confirm|~have|~double-check|~verify|~weigh|~inspect|~scan|~use|~ask|~keep|~send|~print|~count",
        "now ..3 ~test|~check|~review|~require|~confirm|~verify|~inspect|~sign|~scan",
        "no ..6 goes|leaves|ships|is|will|gets without",
        "every ..6 is|will|gets|must ..2 now? checked|tested|reviewed|confirmed|inspected|be|signed|verified|weighed",
        "second person|pair ..4 ~check|~sign|~read|~review", "@will ..3 longer", "we no longer",
        "stop ..5 again", "better prepared", "working|committed ..3 to improve|improving",
        "@will require",
        "~strengthen|~tighten|~harden ..4", "@we ..2 ^change how|the|our ..4",
        "disallow|disallowing", "rate limiting|limits|limit",
      ],
      "veto": [
        "prevented|prevents|prevent ...1 you|us|them|users|customers|people ...3 from",
        "if ...4 happens again", "in the future ...3 you",
      ],
    ])
}
