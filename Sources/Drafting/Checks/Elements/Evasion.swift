extension Detector {
  /// The deciding act has no agent, or hides behind a softer word.
  static let evasion = Detector(
    "evasion", label: "an act without an agent", isFault: true,
    [
      "cue": [
        "come to our attention", "come to light", "missed|miss the mark",
        "roles|positions|jobs|staff ..1 were|have|will ..2 ^eliminate|^cut|redundant",
        "made redundant",
        "mistakes|errors|mistake|error|oversight was|were|have|has ..2 ^make|^occur|happened",
        "errors|mistakes|issues|delays|problems occurred|happened",
        "it was|has ..1 been? decided|determined|felt|agreed|deemed|concluded|considered|found",
        "decision|decisions|choice ..2 was|were|been ..2 ^make|^take|^reach",
        "it has|had ..2 become ..1 necessary|clear|apparent|unavoidable|difficult",
        "organisational|organizational|portfolio|business|strategic ..1 optimisation|optimization|restructure|transformation|realignment|efficiency|efficiencies",
        "headwinds|macroeconomic|synergies",
        "an|a ..1 incident|event|error|situation ..5 has|have ..1 ^occur|^arise|^happen",
        "breakdown|lapse in ..4", "the|a wrong <any> @was ..1 <ed>|sent|given|put",
        "not ..1 go|gone ..1 as|to plan|planned|expected|intended|smoothly|well",
        "communication|process|handling|rollout|timing|announcement ..4 not ..2 ideal|optimal|perfect",
        "commitment|commitments|promise|promises|deadline|deadlines|requirements ..3 not ..1 be|been ..1 <ed>|met|kept",
        "due|result|because|owing|given ..1 to|of|the ..3 challenges|constraints|circumstances|factors",
        "wrong|incorrect|inaccurate|misleading ..1 information|advice|amount|amounts|details|figures|instructions @was ..1 ^give|^send|^provide|^publish|^print",
        "@was|been|be ..1 accidentally|inadvertently|mistakenly|erroneously|unintentionally|wrongly|incorrectly ..1 <ed>|@past !by",
        "an|the unintended|unintentional|erroneous|inadvertent ..2 change|configuration|update|release|deletion|disclosure|action",
        "fell|fall|fallen short|below of? ..3 standard|standards|expectations|expected|mark",
        "an|some|technical issue|difficulties|problem|problems ..2 ^arise|^occur",
        "abundance of caution",
        "rightsizing|right-sizing|downsizing|sunsetting|sunset|sunsetted|restructuring|realignment|headcount|streamlining|rationalisation|rationalization",
        "difficult decision to|was",
        "was|were not ..1 @duty|requested|carried|renewed|booked|ordered|copied|returned|collected|emptied !by",
        "price|prices|fee|fees|rate|rates|plan|subscription|tariff|contract ..4 @was|will|be ..2 ^adjust|^align|^enhance|^update|^revise|^harmonise|^optimise|^simplify|^rebalance",
        "^adjust|^revise|^align to|from|by <money>",
        "transitioned to|away|from",
        "re-phased|rephased|rationalised|rationalized|streamlined|realigned|deprioritised",
        "ongoing|exciting journey", "recent developments|events ..2 may|have|led",
        "some|certain|various|logistical|operational|technical|unforeseen|inevitable|external ..1 factors|circumstances|constraints",
        "@was|been ..1 ^encounter", "@was|been ^experience by",
        "it was ..1 detected|noticed|noted !by",
        "expectations were not met", "things|something went wrong", "fell through the cracks",
        "there ..1 is|was|were|been ..1 a|an|some ..2 breakdown|failure|lapse|lapses|miscommunication|misunderstanding|mix-up|oversight|confusion",
        "for operational|technical|business|various reasons",
        "due|owing to unforeseen|unexpected|circumstances|operational",
        "circumstances beyond|outside @our",
        "~experience ..2 technical|some|issues|difficulties|challenges",
        "lessons @was|will be|have been ..1 learned|learnt",
        "steps|measures @was|are|have|is being|been taken",
        "situation|matter ..3 handled|managed|addressed|dealt ..3 better|differently",
        "not been ..1 followed|carried|met|communicated|handled|observed",
        "was|were|been ..1 not ..2 handled|communicated|managed|followed|met|dealt|honoured|honored",
        "@was ..2 leaked|lost|deleted|sent|shared|exposed|charged|cancelled|damaged|misplaced|omitted|overlooked|missed ..2 in|during|by|from|to|twice|due|without error|accident|mistake|process|transit",
        "@was ^send|^share|^email|^deliver|^disclose|^post|^mail ..2 to an|the|a wrong|incorrect|unintended|other",
        "^experience ..2 technical difficulties|issues|problems",
        "this|it will be ^handle|^address", "~let go of|some",
        "was|were ..1 rejected|declined|refused|withdrawn|denied ..3 due|for|after|following",
        "due|owing|because|thanks to|of a|an|some ..2 error|oversight|glitch|misunderstanding|miscommunication|difficulties|mishap",
        "price|pricing|cost|rate|fee|tariff ..2 adjustment|adjustments|alignment|harmonisation|realignment",
        "price|prices|rate|fee|cost ..6 will change|adjust", "reduction in force",
        "workforce reduction|adjustment|changes",
        "a|an|the error|mistake|delay|oversight ..3 has|have ..1 ^occur|^arise|^happen",
        "a|an ..2 error|mistake|oversight led|resulted|meant|caused",
        "unfortunate|regrettable ..1 incident|event|events|situation|error|mistake|circumstances|occurrence",
        "due|owing|caused|because ..3 administrative|clerical|internal|computer|system|technical error|issue|issues|fault|problem|problems|reasons|glitch",
        "was|were not ..3 standard|standards", "was|were below ..3 standard|standards",
      ],
      // Words for a cut or a rise that make it sound like a kindness, whoever says them.
      "euphemism": [
        "right size|sizing", "right-size|right-sizing",
        "say|saying goodbye to ..5 colleagues|team|people|teammates|members|employees",
        "~evolve|~simplify ..2 our|the ..2 pricing|plans|model|offering|packaging|tiers",
        "to enhance your ..2",
        "to ..1 better|continue serve|serving|reflect|align ..3 you|value|customers|costs|needs",
      ],
      // Softer words for what went wrong.
      "soft": [
        "irregular|unusual|anomalous|unexpected ..1 activity|behaviour|behavior|conditions|circumstances",
        "anomaly|anomalies|irregularity|irregularities|occurrence|challenges",
        "a|an|the ..2 incident|event|anomaly|error|issue ..1 ^occur|^arise",
        "a|an|the ..2 incident|event|anomaly|error|issue|matter ..1 @was|been ..1 ^detect|^encounter|^experience|^observe|^escalate|^address|^identify|^resolve|^close",
        "these|such|those things ..1 ~happen|~occur", "this|that kind ~happen|~occur",
        "some|certain services|records|functions",
        "inadvertently|unintentionally <ed>|@past",
        "precautionary measure|basis|step",
        "operational ..1 issues|reasons|difficulties|challenges|circumstances",
        "challenging|difficult ..3 environment|times|circumstances|market|period|weeks|months",
        "shortcomings|suboptimal|less than ideal|perfect|optimal", "service affecting",
        "corrective|appropriate|necessary measures|action|steps",
        "the|this situation|matter|circumstances", "it @be not ..1 possible|feasible",
      ],
      // What somebody must have done, told as done by nobody.
      "deed": [
        "@undergone ..1 @deed !by", "@undergone <ed> and ..1 @deed !by",
        "@undergone ..1 ^say|^perceive !by",
        "@undergone carried out !by",
        "@undergone taken twice|from|off|out", "stored in plain|clear",
        "matters|things|circumstances of|were|like|that",
      ],
      "passive": [
        "@was|been|be ..1 <ed> !by",
        "@was|been|be ..1 ^take|^make|^begin|^pay|^send|^lose|^give|^put|^find !by",
      ],
      "innocent": [
        "by ..3 @vendor|@brand|attacker|attackers", "nobody|none|no @was", "no ..4 @undergone",
        "@was not", "unauthorised|unauthorized",
        "spam|malicious|malware|fraudulent|abusive|fake|compromised",
      ],
      "own": [
        "@we ..2 <ed>", "@we ..2 @past", "@we will|can|could|did|had ..4",
        "@we are|am|were|was ..3", "@we have ..4",
        "@team|engineers|teams ..2 <ed>", "@team|engineers|teams ..2 @past",
        "@we <any> ..1 the|a|an|your|you|it|them|this|our|to|two|no|at|on",
      ],
      "pleasantry": [
        "@we ..3 ~apologise|~apologize|~regret|~thank|~appreciate|~understand|~hope|~value|~strive|~take|~wish|~like|sorry|pleased|committed|excited|proud|grateful|aware",
        "@we ..1 were|was made aware",
      ],
      "veto": [
        "by @us", "by our|my ...2 team", "@we ...1 @was|am|are ...3", "@we ^decide",
        "@we ...2 ^make ...3 decision",
      ],
    ]
  ) { evidence in
    // An act that the same sentence, or the one before or after, owns is not evaded.
    let owned = Set((evidence.found["responsibility"] ?? []).map(\.sentence))
    let named = (evidence.carriers("cue", unless: "veto") + evidence.carriers("euphemism")).filter {
      carrier in
      !owned.contains(carrier.sentence) && !owned.contains(carrier.sentence - 1)
        && !owned.contains(carrier.sentence + 1)
    }
    // Where nobody of ours does anything in the whole message, softer words and a row of passives hide who did.
    let own = evidence.sentences(with: "own").subtracting(evidence.sentences(with: "pleasantry"))
    let soft = evidence.carriers("soft")
    let passives = evidence.carriers("passive")
    let hidden = Set(passives.map(\.sentence)).union(soft.map(\.sentence))
    guard owned.isEmpty else { return named }
    // An author who does much in a long message may tell some of it without themselves.
    var deeds = evidence.carriers("deed", unless: "innocent")
    if own.count > 2 * Set(deeds.map(\.sentence)).count + 1 { deeds = [] }
    guard !soft.isEmpty, hidden.count >= 2, hidden.count > 2 * own.count else {
      return named + deeds
    }
    return named + deeds + soft + passives
  }
}
