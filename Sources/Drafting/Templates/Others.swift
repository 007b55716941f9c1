/// Who else "they" may be: the people and things an answer names before the word.
enum Others {
  /// Whether the word names people who are not the customer: "developers", "our carrier", "Rob and Priya".
  static func arePeople(_ words: AnswerWords, _ index: Int, customer: String?) -> Bool {
    let key = words.key(index)
    let before = words.key(index - 1)
    if key == "customers" || key == "clients" || isAnotherCustomer(words, index) { return true }
    if roles.contains(key) { return !["his", "her"].contains(before) }
    if key.hasSuffix("s"), roles.union(single).contains(String(key.dropLast())) { return true }
    if !things.contains(key),
      key.count > 5,
      ["ers", "ors", "ists", "ians", "ants", "men", "women"].contains(where: key.hasSuffix)
    {
      return true
    }
    // "Rob and Priya"
    if key == "and", !words.opens(index + 1), isName(words, index - 1), isName(words, index + 1),
      words.gap(before: index) == " "
    {
      return words.word(index - 1) != customer && words.word(index + 1) != customer
    }
    return false
  }

  /// Whether the word names another customer, or whoever got what was not for them: "another customer".
  static func isAnotherCustomer(_ words: AnswerWords, _ index: Int) -> Bool {
    receivers.contains(words.key(index))
      && ["another", "other", "different", "wrong", "someone", "somebody"]
        .contains(words.key(index - 1))
      || words.key(index) == "else"
        && ["someone", "somebody", "anyone"].contains(words.key(index - 1))
  }

  private static let receivers: Set<String> = [
    "customer", "customers", "client", "clients", "company", "companies", "person", "people",
    "recipient", "guest", "patient", "buyer", "firm", "tenant", "address", "family", "parent",
    "account", "shop", "office", "school", "clinic", "practice", "hotel",
  ]

  /// Whether the word names one person: "our driver".
  static func isSomebody(_ words: AnswerWords, _ index: Int) -> Bool {
    single.contains(words.key(index))
  }

  /// Whether the word names several things: "boxes", "prices"; a length of time or an amount does not count.
  static func areThings(_ words: AnswerWords, _ index: Int) -> Bool {
    let key = words.key(index)
    return key.count > 3 && key.hasSuffix("s") && !key.hasSuffix("ss") && !key.hasSuffix("us")
      && !key.hasSuffix("is") && !key.hasSuffix("'s") && !lengths.contains(key)
  }

  private static func isName(_ words: AnswerWords, _ index: Int) -> Bool {
    let word = words.word(index)
    return word.first?.isUppercase == true && word.count > 1
      && word.dropFirst().allSatisfy { $0.isLowercase || $0 == "-" }
      && !words.key(index).contains("'")
      && !["We", "They", "You", "He", "She", "It", "The", "Our", "My"].contains(word)
  }

  /// Firms and groups, in the singular.
  private static let roles: Set<String> = [
    "supplier", "carrier", "vendor", "contractor", "subcontractor", "provider", "partner", "host",
    "bank", "agency", "landlord", "team", "staff", "crew", "department", "manufacturer",
    "wholesaler", "dealer", "people", "police", "printer", "customs", "somebody", "someone",
    "everybody", "everyone", "anybody", "anyone", "nobody", "hotline", "authorities", "council",
    "authority", "insurer", "haulier", "post", "accounting", "committee", "board", "company",
    "firm", "family", "children",
  ]
  /// One person: "they" may be that person; "them" and "their" beside them are somebody else.
  private static let single: Set<String> = [
    "driver", "courier", "developer", "engineer", "technician", "colleague", "intern", "trainee",
    "apprentice", "accountant", "lawyer", "nurse", "doctor", "baker", "cook", "chef", "waiter",
    "waitress", "manager", "boss", "assistant", "receptionist", "cleaner", "plumber", "electrician",
    "painter", "builder", "translator", "editor", "designer", "teacher", "trainer", "guard",
    "mechanic", "fitter", "installer", "employee", "freelancer", "operator", "guy", "worker",
    "temp", "consultant", "expert", "neighbour", "parent", "child", "patient", "guest", "student",
    "resident", "tenant", "passenger", "volunteer", "owner",
  ]
  /// Plurals that sound like people and are not.
  private static let things: Set<String> = [
    "orders", "reorders", "numbers", "offers", "letters", "papers", "servers", "computers",
    "errors", "monitors", "colours", "colors", "floors", "containers", "folders", "corners",
    "drawers", "others", "matters", "papers", "covers", "trailers", "trackers", "reminders",
    "newsletters", "filters", "folders", "sensors", "chargers", "scanners", "routers", "headers",
    "answers", "dinners", "flowers", "meters", "centimetres", "quarters", "figures", "stickers",
    "posters", "banners", "vouchers", "tenders", "transfers", "registers", "chapters", "layers",
    "borders", "doors", "minors", "timers", "powers", "towers", "plants", "restaurants", "invoices",
    "variants", "grants", "parameters", "identifiers", "boilers", "heaters", "controllers",
    "adapters", "adaptors", "connectors", "binders", "spanners", "tankers", "lorries", "mirrors",
    "rumours", "favours", "hours", "specimen", "specimens", "regimen", "orderers",
  ]
  private static let lengths: Set<String> = [
    "days", "hours", "weeks", "months", "minutes", "seconds", "years", "times", "euros", "dollars",
    "pounds", "cents", "francs", "always", "perhaps", "besides", "afterwards", "thanks", "yours",
    "ours", "does", "whereas", "sometimes", "towards", "upwards", "backwards", "nevertheless",
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    "news", "pence", "percents", "metres", "grams", "litres", "kilos", "needs", "wants", "says",
    "tells", "costs", "theirs", "themselves", "ourselves", "yourselves", "unless", "gets", "makes",
  ]
}
