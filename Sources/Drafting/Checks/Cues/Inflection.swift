/// The forms of English verbs, for the lexicon.
enum Inflection {
  /// Base, third person, past, participle and -ing: "send sends sent sending".
  static func all(_ verb: String) -> [String] {
    if verb.hasPrefix("re-") { return all(String(verb.dropFirst(3))).map { "re-" + $0 } }
    return [verb, third(verb), ing(verb)] + past(verb)
  }

  /// Past and participle: "broke broken".
  static func past(_ verb: String) -> [String] {
    if verb.hasPrefix("re-") { return past(String(verb.dropFirst(3))).map { "re-" + $0 } }
    if let forms = irregular[verb] { return forms }
    if verb.hasSuffix("e") { return [verb + "d"] }
    if endsInConsonantY(verb) { return [verb.dropLast() + "ied"] }
    if doubling.contains(verb) {
      let doubled = verb + String(verb.suffix(1)) + "ed"
      return verb.hasSuffix("l") ? [doubled, verb + "ed"] : [doubled]
    }
    return [verb + "ed"]
  }

  private static func third(_ verb: String) -> String {
    if endsInConsonantY(verb) { return verb.dropLast() + "ies" }
    return ["s", "x", "sh", "ch", "z", "go", "do"].contains(where: verb.hasSuffix)
      ? verb + "es" : verb + "s"
  }

  private static func ing(_ verb: String) -> String {
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
    if doubling.contains(verb) { return verb + String(verb.suffix(1)) + "ing" }
    return verb + "ing"
  }

  private static func endsInConsonantY(_ verb: String) -> Bool {
    verb.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains(where: verb.hasSuffix)
  }

  private static let doubling: Set<String> = [
    "cancel", "commit", "control", "drop", "get", "let", "log", "mislabel", "misspell", "occur",
    "omit", "overrun", "permit", "plan", "put", "refer", "run", "set", "ship", "shut", "skip",
    "slip", "stop", "submit", "swap", "travel", "label", "trip", "forget", "begin", "cut", "hit",
    "reship", "wrap", "scrap", "admit", "unplug", "plug", "unban", "ban", "flag", "tag", "debug",
    "trap", "snap", "rip", "spot",
    "reset",
  ]

  /// The pasts that do not end in -ed.
  static let irregularPasts = irregular.values.flatMap(\.self)

  private static let irregular: [String: [String]] = [
    "become": ["became"], "begin": ["began", "begun"], "bring": ["brought"],
    "break": ["broke", "broken"], "build": ["built"], "buy": ["bought"], "catch": ["caught"],
    "choose": ["chose", "chosen"], "come": ["came"], "cost": ["cost"], "cut": ["cut"],
    "do": ["did", "done"], "draw": ["drew", "drawn"], "fall": ["fell", "fallen"],
    "feel": ["felt"], "find": ["found"], "forget": ["forgot", "forgotten"],
    "get": ["got", "gotten"], "give": ["gave", "given"], "go": ["went", "gone"],
    "grow": ["grew", "grown"], "hide": ["hid", "hidden"], "hit": ["hit"], "hold": ["held"],
    "keep": ["kept"], "know": ["knew", "known"], "lead": ["led"], "leave": ["left"],
    "let": ["let"], "lose": ["lost"], "make": ["made"], "mean": ["meant"], "meet": ["met"],
    "mislead": ["misled"], "misread": ["misread"], "misunderstand": ["misunderstood"],
    "overrun": ["overran"], "overcome": ["overcame"], "pay": ["paid"], "put": ["put"],
    "read": ["read"], "rebuild": ["rebuilt"], "redo": ["redid", "redone"],
    "repay": ["repaid"], "rerun": ["reran"], "resend": ["resent"], "reset": ["reset"],
    "rewrite": ["rewrote", "rewritten"], "run": ["ran"], "say": ["said"],
    "see": ["saw", "seen"], "sell": ["sold"], "send": ["sent"], "set": ["set"],
    "shut": ["shut"], "speak": ["spoke", "spoken"], "spend": ["spent"],
    "take": ["took", "taken"], "teach": ["taught"], "tell": ["told"],
    "think": ["thought"], "throw": ["threw", "thrown"], "overlook": ["overlooked"],
    "understand": ["understood"],
    "undo": ["undid", "undone"], "withdraw": ["withdrew", "withdrawn"],
    "write": ["wrote", "written"], "sit": ["sat"], "stand": ["stood"], "burst": ["burst"],
    "type": ["typed"],
    "have": ["had"], "fly": ["flew", "flown"], "drive": ["drove", "driven"], "wear": ["wore"],
    "steal": ["stole", "stolen"], "fight": ["fought"], "hurt": ["hurt"], "sleep": ["slept"],
  ]
}
