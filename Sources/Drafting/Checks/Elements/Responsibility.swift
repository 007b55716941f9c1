extension Detector {
  /// The author says in the active voice that they did it or failed to, or calls it their own fault.
  static let responsibility = Detector(
    "responsibility", label: "what we did",
    [
      "cue": [
        "my|our job to",
        "by ..3 alone",
        "nothing|nobody ..2 ^alert|^warn|^catch|^tell|^stop|^flag",
        "without enough",
        "careless|arrogant|thoughtless|sloppy ..3 @us",
        "bug|mistake|fault|flaw|gap|weakness ..1 in|with our|my own?",
        "@we ..1 <ed> ..6 without",
        "not mine|ours to",
        "@we ..1 <ed> ..5 wrong|badly",
        "@we ..1 @past ..5 wrong|badly", "@we ..1 @past ..2 twice",
        "@we ..1 did not <any>", "my bad|fault|mistake|oversight|blunder",
        "@we ^goof|^force-push|^screw|^mess|^blow|^miscount|^misjudge|^bungle",
        "wrong|stupid|careless|thoughtless|hurtful|lazy|unkind of @us",
        "@we did something ..2 wrong|stupid|hurtful|careless|dumb",
        "act of laziness|carelessness|haste", "out of laziness|carelessness",
        "@we ..1 ^use|^pick|^choose|^take|^enter|^type ..1 the|a wrong|old|incorrect",
        "@we ..2 <ed> ..10 and|but did not", "@we ..2 @past ..10 and|but did not",
        "@we ^forget|^fail",
        "that|it|this|which was|is ..1 wrong",
        "that ..1 decision|choice was mine|ours",
        "@our ..2 failure|blunder|slip",
        "@we|@our ..1 ^have one|two ..3 too few|many",
        "@we ..1 <ed> ..8 too few|little|late|soon|early|much|many",
        "@we ..1 @past ..8 too few|little|late|soon|early|much|many",
        "without checking|looking|testing|asking|reading|telling|knowing|comparing|warning",
        "@we ^use|^send|^take|^write|^put ..8 instead|rather",
        "@we ^use ..6 and not",
        "dropped the ball",
        "@we ..2 ^mix",
        "my|our doing",
        "@we and did not",
        "should have had",
        "should have ..3 , and|but did",
        "solely|fully|entirely|alone responsible",
        "@we own ..3 outcome|mistake|failure|problem|result",
        "@we did|had|have|do|was|were ..1 not ..2 @duty ..3",
        "@we ^tell ..6 wrong|that ..8 had|was not|it had not",
        "@we have? ..2 @slip", "@we have? ..2 ^make ..3 mistake|mistakes|error|errors|misjudgement",
        "@we ..2 ^get ..3 wrong", "@we ..1 were|was wrong", "@we ..1 should ..1 have",
        "@we should not have", "@we ought ...2 have",
        "@we could have ..2 done|told|been|acted|handled|better",
        "@we ^let ..3 down", "~let you down", "@we fell|fall short", "@we have fallen short",
        "@we did not ..2 @duty", "@we had not ..2 @duty", "@we never ..1 @duty|tested|checked|told",
        "@we have not ..1 been|kept|done|lived|met|given|communicated|listened|told",
        "@we ..3 ~take|~accept|~own|~bear ..2 responsibility",
        "~take|~accept full|sole|complete responsibility",
        "@we ..2 @be ..2 responsible for", "@we ..1 @be ..1 to blame", "@we take the blame",
        "@our ..2 @mistake", "@mistake ..1 was|is|were ours|mine", "was|is|were ..1 ours|mine",
        "@our own? fault|doing", "is|was|entirely|squarely on us|me !to", "that ..1 on us|me",
        "we own this|that|it",
        "@we ..2 @wrongly ..4", "@we ^cause ..5",
        "harm|pain|trouble|damage|inconvenience|problem|problems|disruption @we ^cause|have",
        "@we ..1 ^introduce|^create ..4 bug|error|problem|fault|regression|issue",
        "@we ..1 ^release|^deploy|^push|^ship|^send|^deliver|^charge|^bill|^give|^quote|^book|^print ..5 wrong|faulty|broken|untested|incorrect|twice|damaged|without|late",
        "@we ..1 lack|lacked",
        "@we were|was too|not slow|late|ready|prepared|careful|clear|able|transparent|honest|quick|fast|aware",
        "@our ..3 @ourthing ..3 @lacking", "@our ..3 @ourthing ..1 did|had|was|were not",
        "@we ..2 ^rely ..4 rather|instead|only|too", "@we ..1 underestimated|overlooked",
        "no alert|alerts|alarm|test|tests|check ..3 @was ..2 configured|place|set|run",
        "nobody|none ..4 ^notice|^check|^tell|^catch", "@our ..2 @team ..2 @slip",
        "@our ..2 @team ..1 did not", "@our @team ..2 @wrongly",
        "never ^clear|^clean|^check|^test|^update|^renew",
        "we failed you", "@we ^leave ..4 without|out|waiting", "@we ^keep you waiting",
        "@we ..1 ^promise ..8 but|and did", "@we ^cancel|^delay ..4 without", "@we were|was late",
        "@we ..2 poorly|badly", "@we ..2 ^handle ..3 badly|poorly",
        "@our ..2 @ourthing ..3 ^cause|^delete|^break|^expose",
        "@we ^misjudge", "@we are|am ashamed of",
        "@we ..1 ^lose your", "@we forgot", "@we missed", "no|not excuse|acceptable ..2 @our",
        "@we ^declare ..6 after", "@we ^be not ..2 enough",
        "@we|@our ..2 ^choose|^decide ..3 wrong|poorly",
        "@we ^mix ..3 up",
        "@our ..2 packer|packers|packing|typist|technician|installer|accountant ..3 @slip|wrong",
      ],
      "veto": [
        "if @we ...4 @slip", "@we ..1 have not missed|lost|broken",
        "@we ...2 not ...2 miss|lose|fail",
        "if @we should", "should @we have any", "any|your|feedback ...3 mistakes identified",
        "never lost|missed|failed", "~strive ...8 fall short",
        "should have ...3 received|arrived|seen|got",
        "@we did not ~lose|~find|~receive|~charge|~expose|~store|~share|~want|~mean|~intend|~access|~change|~collect|~raise",
      ],
      // What an author did, without a word that says it was wrong.
      "act": ["<s> ..6 @we ..1 <ed>", "<s> ..6 @we ..1 @past"],
      "remedial": [
        "@we ..2 ^refund|^restore|^fix|^call|^inform|^correct|^report|^tell|^ask|^repair|^replace|^resolve|^notify|^credit|^receive|^learn|^discover|^find|^apologise|^apologize|^notice|^investigate|^revert|^roll|^contact|^start|^hear|^get|^see|^know|^want|^decide|^speak|^meet|^talk|^experience|^suffer|^have|^work|^think|^hope|^believe|^appreciate|^understand|^move|^switch|^add|^deploy|^release|^take|^write|^post|^publish",
        "@have <ed>", "@we ..1 ^regret",
      ],
      "sorry": ["!not|no sorry", "~apologise|~apologize", "apologies|apology"],
    ]
  ) { evidence in
    let named = evidence.carriers("cue", unless: "veto")
    // In a plain apology the act stands right beside the word: "I deleted the wrong file. I am sorry."
    let remedial = evidence.sentences(with: "remedial")
    let sorry = evidence.sentences(with: "sorry")
    let acts = evidence.carriers("act").filter { act in
      !remedial.contains(act.sentence)
        && (act.sentence...(act.sentence + 5)).contains(where: sorry.contains)
    }
    return named + acts
  }
}
