extension Detector {
  /// Something they can do or have instead, or the next step.
  static let alternative = Detector(
    "alternative", label: "what they can do instead",
    [
      "cue": [
        "you can|may|could <any>",
        "@we can <any>",
        "shall @we",
        "would ..6 suit",
        "another|temporary|spare ..4",
        "until then ..6",
        "ask us|me again",
        "takes|take your voucher|vouchers|place",
        "you find|reach|get ..6",
        "instead !of", "alternative|alternatives|alternatively", "in the meantime|interim",
        "until then ..6",
        "you can ..2 also|still|use|choose|switch|keep|move|get|order|book|have|take|find|continue|return|cancel|call|rent|buy|pick|collect|export|download|migrate|upgrade|stay|pay|ask",
        "@we can ..2 offer|give|arrange|move|book|send|recommend|provide|help|look|deliver|do|reserve|hold|extend|lend|suggest",
        "@we ..2 suggest|recommend|propose|offer", "option|options", "if you prefer|like|want|wish",
        "would you like|prefer", "you may ..2 also|choose|prefer|still",
        "should ..2 migrate|switch|move|use|upgrade", "replaced by|with", "in favour|favor of",
        "either ..6 or", "happy to ..4 find|offer|look|recommend|help|arrange|move|switch",
        "workaround|workarounds", "as a substitute|replacement", "next best",
        "what @we|i can do|offer", "call|write|tell|email ..3 before ..8",
        "smaller|other|another|different plan|plans|date|dates|room|size|colour|supplier|product|slot|time|model|service",
        "migration guide|path|tool", "transition|switch|move|migrate ..2 to ..3",
        "@we will help ..2 you", "let us look", "offer you", "keep your ..6 until",
      ],
      "veto": [
        "@we can confirm|see|say|only|assure|tell|understand|imagine",
        "you can ...1 imagine|see|expect|understand|rest|be", "if you can",
      ],
    ])
}
