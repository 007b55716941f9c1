extension Detector {
  /// The bad news itself, in plain words, in the first two sentences (or forty words) after the greeting.
  static let newsEarly = Detector(
    "news_early", label: "the news itself, early",
    [
      "cue": [
        "do|does|did not <any>",
        "can not ..6", "@we ..1 switch|switching|turn|take|shut|pull|phase off|down|out",
        "~switch|~turn off ..3", "leaves|leave|leaving us|me|our|the ..2", "@will ..1 leave us|me",
        "comes|arrives|starts|ends|opens|ships|closes ..2 on|in|by|from|at <num>|@month|@weekday",
        "your ..2 comes|arrives|starts|ends ..6",
        "from|on|until|after|by <num> @month",
        "is|are|will ..1 not ..4",
        "instead !of",
        "@we close|end|stop|leave|raise|move|cancel",
        "looks after you",
        "not <num> @month",
        "not me|us",
        "@will|@have|to|are|is|must|@be|@we|been ..3 @ending",
        "price|prices|fee|fees|rate|rates|rent|premium|subscription|cost|costs ..6 ~rise|~increase|~change|~go|will|is|are|from",
        "cannot ..6", "not able to", "unable to", "will not ..5", "no longer",
        "@we have decided ..8", "decided not|against|to ..8",
        "@we ..2 not ..2 approve|accept|renew|extend|offer|ship|deliver|meet|make|have|finish|agree",
        "has|have been ..2 @ending",
        "will be ..2 late|delayed|later|unavailable|closed|down|more|higher|moved|ready",
        "is|are|@was ..2 late|delayed|down|unavailable|cancelled|canceled|over|sold|broken|lost",
        "sold out", "out of stock", "late|later than", "@was|went down", "@event", "could not ..6",
        "@we ..2 @slip", "@failed", "moved|moves to|from ..3 @month|@weekday|<num>",
        "not ..2 ready|possible|happen|go|available|arrive|successful", "turn|turned|turning down",
        "bad news", "end of", "last day", "your ..3 from <num> @month", "did not",
        "say no", "the answer is no", "not ..1 selected|chosen", "more per", "instead of",
        "unfortunately ..8",
      ]
    ]
  ) { evidence in
    let prose = evidence.prose.filter { evidence.sentences[$0].words.count > 2 }
    var early: Set<Int> = []
    var words = 0
    for index in prose {
      guard early.count < 2 || words < 40, early.count < 4 else { break }
      early.insert(index)
      words += evidence.sentences[index].words.count
    }
    return evidence.carriers("cue").filter { early.contains($0.sentence) }
  }
}
