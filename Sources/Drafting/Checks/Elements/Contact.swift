extension Detector {
  /// A way to ask.
  static let contact = Detector(
    "contact", label: "how to reach us",
    [
      "cue": [
        "let your|the|our ..3 know",
        "~ask|~contact|~tell|speak|talk|~write|~call ..1 to? your|the ..3 manager|team|office|desk|adviser|advisor|representative|reception",
        "forward|send us|me", "ping|dm me|us",
        "discord|slack|forum|zulip|irc ..5 ask|talk|discuss|questions|chat",
        "comment below", "inbox|door|doors|dms is|are ..1 open", "ask ..2 anything",
        "leave|drop ..1 a comment",
        "answer|reply to? this|my message|email|mail|letter|note", "just answer",
        "@we will ..1 ring|call|phone you on|at|by|before|tomorrow|today",
        "please ..3 @ask ..3 us|me|at|on|here|our|the", "to|you|and|or ..1 @ask ..1 us|me",
        "contact us|me|our|your|the|either|support", "reach ..3 me|us", "reach out",
        "@ask me|us !to", "respond to this|our|the|my message|email|mail|letter|note",
        "chat to|with us|me|our",
        "email|call|phone|write|reply|ring|message|text|mail to? us|me|at|back", "reply to this",
        "email|call|phone|write|reply|ring|message|text|reach ..3 on <num>",
        "talk|speak|turn|ring|call|write|shout to? mrs|mr|ms|dr|her|him|us|me",
        "speak|talk|turn to <Cap>", "ring|call <Cap> at|on|in|,|<e>",
        "~ask|~tell|~write me|us anything|about|what",
        "tell me|us if|what|which|how|when|where|why",
        "is|are ..4 the right place", "report ..6 to us|me|at|our|the|security|support",
        "raise|open|submit|create ..2 ticket|case|issue", "file a|an ..1 ticket|issue|bug|report",
        "replying to this|our|my",
        "just reply", "hit reply",
        "let us|me know", "!not|never|you|who|that tell us|me", "ring|phone me|us",
        "questions go|to", "get in touch",
        "questions ..6 @ask|<num>|here|email|call|contact|at|please|team|to|me|us",
        "if ..4 questions|concerns|questions",
        "if you ..5 problems|trouble|issues|questions|stuck|unsure",
        "stuck|questions|unsure|doubts ,", "should you have any|questions",
        "any questions|concerns", "speak to|with me|us|our|someone",
        "my ..2 number|line|phone|mobile|email|inbox is|on|at|<num>|,",
        "you can reach|call|write|email|contact|find",
        "happy to talk|answer|help|explain|call|discuss", "is available for|to help",
        "feedback form",
        "my direct", "support team|desk|line ..4 at|on|is|will|can",
        "available ..4 questions|help|call", "call me|us|my|our",
        "at help|support|info|security|contact|hello",
        "office hours", "open ..2 issue|ticket ..3",
        "our ..2 line|phones|desk|doors is|are ..2 open", "i am on|at <num>", "drop us|me",
      ],
      "veto": [
        "~call me ...2 ^say", "reach out to <Cap> !support|team|customer|help|service",
        "@we ...1 ^contact|^email|^call us|me",
      ],
    ]
  ) { evidence in
    let carriers = evidence.carriers("cue", unless: "veto")
    if !carriers.isEmpty { return carriers }
    // An address for mail or a telephone number is a way to ask, whatever stands around it.
    for (index, sentence) in evidence.sentences.enumerated() {
      let bytes = evidence.reading.masked[sentence.start..<sentence.end]
      if let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > sentence.start,
        at + 1 < sentence.end,
        bytes[at - 1] > 47, bytes[at + 1] > 47, bytes[at...].contains(UInt8(ascii: "."))
      {
        return [Carrier(sentence: index, start: sentence.start, end: sentence.end)]
      }
      var digits = 0
      // A number that begins with + or 0, or stands in groups of three; a date does not.
      var phone = false
      var groups = 0
      for byte in bytes {
        if (48...57).contains(byte) {
          if digits == 0, byte == 48 { phone = true }
          digits += 1
        } else if byte == UInt8(ascii: "+") {
          (digits, phone) = (0, true)
        } else if byte == 32, digits > 0, digits == groups * 3 + 3 {
          groups += 1
        } else if byte != 32, byte != UInt8(ascii: "-") {
          (digits, phone, groups) = (0, false, 0)
        }
        if digits >= 9, phone || groups == 2 {
          return [Carrier(sentence: index, start: sentence.start, end: sentence.end)]
        }
      }
    }
    return []
  }
}
