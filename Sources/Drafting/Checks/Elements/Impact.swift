extension Detector {
  /// What readers could not do, or may suffer.
  static let impact = Detector(
    "impact", label: "what it meant for them",
    [
      "cue": [
        "@they ..3 @was ..3 ^affect|^impact|unable|charged|locked|billed|left|shown|denied|exposed|^delay|overcharged|logged",
        "@they ..3 could|can|may|might|will not",
        "@they ..4 ^see|^experience|^encounter|^receive|^get|^hit|^lose|^miss|^wait|^pay|^suffer|^have|experiencing|receiving|seeing ..5 @event|@broken|^fail|no|to|404|responses|duplicate|twice",
        "unable to ..4", "not able to", "could not ..6 @they", "you could not|cannot|can",
        "@they ..2 ^lose|^miss|^wait",
        "affected ..3 @they", "~affect|~impact ..6",
        "^affect|^impact @they|all|every|about|around|roughly|approximately|<num>",
        "<num> ..3 @they|requests|orders|records|customers|teams|accounts|emails|parcels|users|deliveries|of",
        "for <num> @unit",
        "@was ..3 unavailable|inaccessible|down|offline|unreachable|delayed|lost|exposed|deleted|slow",
        "service|site|website|app|api|store|system|line|lines|phones|shop|branch ..3 @was ..3 down|unavailable|offline|slow|closed",
        "~fail ..5 requests|builds|payments|logins|deliveries|orders",
        "requests|builds|payments|logins|deliveries|orders|messages|emails|uploads|downloads|calls|searches ..4 ^fail|failing|delayed|slow|lost|slowed|^time|^drop",
        "cost you", "your ..6 @was ..3 @broken|@failed",
        "your ..4 ^arrive|^come ..3 late|damaged|wrong|after|without|incomplete|broken|cold",
        "left you", "you ..3 had to ..6", "meant ..2 you ..6", "you ..2 ^wait|^miss|^lose|^pay",
        "you ..3 without",
        "data ..3 @was ..3 ^lose|^expose|^leak|^access|^compromise|^steal|deleted|public",
        "~lose ..4 data|orders|money|time|access|work|sales",
        "@will ..3 need to|cost|pay|lose|have",
        "should ..4 migrate|switch|upgrade|rotate|change|generate", "~log ..4 out|off",
        "slowdown|downtime|degraded|degradation ..6",
        "no ..4 @was|were ..3 ^compromise|^affect|^lose|^expose|action", "could ..4 be used to",
        "^allow ..4 attacker|attackers|anyone|others|access",
        "attacker|attackers|anyone ..4 could|would|can", "^expose ..4", "^stop working",
        "you will pay|lose|no", "your price|bill|fee|cost ..4",
        "@they ..4 late|twice|stranded|frustrated|worried|inconvenienced|offline",
        "@they ..3 @was told|sent|given|shown|asked", "harm ..2 @we",
        "^disrupt|disrupting ..5",
        "wrong|incorrect ..2 bill|invoice|amount|order|item|items|address|price|address|size|colour|date",
      ],
      "veto": ["@they ...1 who ...3 like to", "if you ...3 like", "insights|feedback ...2 impact"],
    ]
  ) { evidence in evidence.carriers("cue", unless: "veto") }
}
