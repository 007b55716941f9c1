extension Detector {
  /// The event, stated plainly near the start: in the first sentences, or the first fifth of a long text.
  static let whatHappened = Detector(
    "what_happened", label: "what happened",
    [
      "cue": [
        "start|starts|begin|begins|last|lasts on|for|at|in",
        "down|out|off|cold|late|wrong|broken|closed again|today|tonight|until|this",
        "~come ..2 @broken", "costs|cost <money>", "~be off|gone|void",
        "@we ..1 did something ..4", "have|has ..1 been ..1 <ed>",
        "~adopt|~prohibit|~forbid|~ban|~freeze|~drop|~expire|~rename|~replace|~migrate ..4",
        "going to ..2 expire|end|change|break|stop",
        "was|were seen|felt|read|taken as",
        "~part ways",
        "roles|positions|jobs|posts ..4 ^eliminate|^cut",
        "decision|decided ..4 to",
        "@was not <ed>",
        "out of service|order|stock",
        "effective|starting <num>|@month",
        "plan|plans|terms|hours|price|service ..2 ~change|~move",
        "~take ..1 longer",
        "~move from",
        "@we ^give|^tell|^send|^charge|^book|^bill|^ship|^deliver|^publish|^release|^print|^quote|^deploy|^change|^move|^put ..8",
        "~fail", "~arrive|~come ..3 late|later",
        "fail|fails|failing ..3",
        "^run|^go out|wrong|missing|without",
        "are|is closing|ending|shutting|stopping|moving|leaving|raising|changing",
        "~raise ..4",
        "not there",
        "was not ..6", "can not ..4",
        "@we ..1 ^mix|^send ..6",
        "@event", "@failed", "@be ..3 @broken", "@have|@be ..2 @failed",
        "@was ..3 not ..4 ^deliver|^send|able|available",
        "@we ..2 @slip", "could not ..3", "@was unable", "not able to", "@was down|up",
        "went down|wrong|offline|missing|live",
        "did not ..4 arrive|work|go|come|load|receive|get|turn|send|tell|deliver|call|happen",
        "@ending", "~have to ..4",
        "@will ..3 @ending", "is|are|being ..2 @ending",
        "~rise|~increase|~change ..3 price|prices|rate|fees|fee",
        "price|prices|fee|fees|rate ..4 ~rise|~increase|~change|~go|~cost",
        "^discover|^learn|^find|^identify|^notify|^detect ..10",
        "^announce|^decide|^publish ..8", "^receive ..6", "~cost|~charge you ..4 more|twice",
        "instead of", "wrong|incorrect ..3",
        "cannot ..4 @will|deliver|offer|meet|ship|do|accept|renew|extend|make",
        "will not ..4 be|ready|deliver|make|arrive|renew|offer|have|ship",
        "^respond ..3 after|later|late|too", "^wait ..6", "no longer", "^resign", "later than",
        "a day|week|hour|month late",
      ],
      "past": ["<ed>", "@past", "was|were|did|had", "there is|are no"],
      "when": [
        "@weekday", "<num>", "yesterday|today|tonight",
        "this|last|next morning|week|month|night|evening|afternoon|year|spring|summer|autumn|winter",
        "for|after|of two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some",
      ],
      "veto": [
        "<s> subject", "if you ...6 @event", "if ...3 any @event",
        "incident|event|issue|situation ^occur",
        "authorities ...4 notified",
        "feedback|complaint|comments|comment|message|request|enquiry ..3 has|have|been|is|was",
        "may have ^see|^notice|^hear|heard|seen|noticed",
        "@we ..2 ^read|read|heard|received your|the comments|feedback",
      ],
    ]
  ) { evidence in
    let prose = evidence.prose.filter {
      !evidence.sentences[$0].words.isEmpty && evidence.sentences[$0].words.count > 3
    }
    let early = Set(prose.prefix(max(5, prose.count / 6)))
    let named = evidence.carriers("cue", unless: "veto").filter { early.contains($0.sentence) }
    // Or something that was, with a time or a number beside it, in the first three sentences.
    let when = evidence.sentences(with: "when")
    let told = evidence.carriers("past", unless: "veto").filter {
      when.contains($0.sentence) && prose.prefix(3).contains($0.sentence)
    }
    return evidence.certain(named + told)
  }
}
