import RapportKit

/// The small words of English that reading leans on.
enum Lexicon {
  /// Words that name nothing: articles, pronouns, prepositions, conjunctions, auxiliaries.
  static let functionWords: Set<String> = articles.union(pronouns).union(prepositions).union(
    conjunctions
  )
  .union(auxiliaries).union(adverbs)

  static let articles: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "our", "my", "your", "their", "his", "her",
    "its", "each", "every", "some", "any", "no", "all", "both",
  ]
  static let pronouns: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "them", "who", "which", "what",
    "nobody", "somebody", "someone", "everyone", "everybody", "anyone", "anybody", "nothing",
    "something", "everything", "one", "there",
  ]
  static let prepositions: Set<String> = [
    "to", "for", "with", "at", "from", "by", "on", "in", "of", "about", "until", "till", "since",
    "before", "after", "during", "within", "without", "into", "onto", "over", "under", "between",
    "through", "around", "against", "near", "as", "per", "via", "due", "than",
  ]
  static let conjunctions: Set<String> = [
    "and", "but", "or", "so", "because", "when", "while", "if", "although", "though", "that",
    "where", "whether", "then", "yet", "nor", "whereas", "unless",
  ]
  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do", "does",
    "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "not",
    "cannot",
  ]
  static let adverbs: Set<String> = [
    "also", "still", "already", "only", "even", "just", "never", "always", "now", "again", "too",
    "later", "ago", "yesterday", "today", "tomorrow", "here", "very", "quite", "about", "almost",
    "nearly", "roughly", "more", "less", "late", "straight", "long", "soon", "please", "how", "why",
  ]

  /// Small words that names are joined with: "Bank of Scotland", "Finch and Daughter".
  static let inNames: Set<String> = ["of", "the", "and", "for"]

  /// Marks of a statement about what lies ahead.
  static let future: Set<String> = ["will", "shall", "gonna", "won't", "promise", "must"]

  /// Verb forms of the past that do not end in -ed.
  static let pastForms: Set<String> = [
    "was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't", "been", "sent", "told",
    "gave", "forgot", "lost", "broke", "made", "left", "went", "came", "took", "got", "kept",
    "said",
    "paid", "sold", "wrote", "knew", "found", "brought", "bought", "built", "fell", "felt", "met",
    "put", "ran", "saw", "spoke", "spent", "stood", "threw", "woke", "won", "cut", "hit", "let",
    "shut", "began", "chose", "drove", "grew", "held", "led", "meant", "overcame", "overwrote",
    "misread", "mistook", "slept", "stole", "swore", "taught", "thought", "understood", "withdrew",
    "froze", "hung", "dealt", "shipped", "couldn't", "wouldn't", "done", "overran", "shipped",
  ]

  /// Short forms whose tokens are not ordinary verbs: `didn't` reads as `did not`.
  static let contractions: [String: [String]] = [
    "didn't": ["did", "not"], "don't": ["do", "not"], "doesn't": ["does", "not"],
    "haven't": ["have", "not"], "hasn't": ["has", "not"], "hadn't": ["had", "not"],
    "wasn't": ["was", "not"], "weren't": ["were", "not"], "isn't": ["is", "not"],
    "aren't": ["are", "not"], "won't": ["will", "not"], "wouldn't": ["would", "not"],
    "can't": ["can", "not"], "cannot": ["can", "not"], "couldn't": ["could", "not"],
    "shouldn't": ["should", "not"], "mustn't": ["must", "not"], "didnt": ["did", "not"],
    "dont": ["do", "not"], "doesnt": ["does", "not"], "havent": ["have", "not"],
    "hasnt": ["has", "not"], "wasnt": ["was", "not"], "werent": ["were", "not"],
    "isnt": ["is", "not"], "cant": ["can", "not"], "couldnt": ["could", "not"],
    "wont": ["will", "not"],
    "i'm": ["i", "am"], "we're": ["we", "are"], "they're": ["they", "are"],
    "you're": ["you", "are"],
    "it's": ["it", "is"], "i've": ["i", "have"], "we've": ["we", "have"],
    "they've": ["they", "have"],
    "i'll": ["i", "will"], "we'll": ["we", "will"], "they'll": ["they", "will"],
    "i'd": ["i", "would"], "we'd": ["we", "would"],
  ]

  /// Capitalised words that are no customer: days and months, holidays, common tools and acronyms, languages.
  static let notNames: Set<String> = [
    "i", "i'm", "i've", "i'll", "i'd", "api", "pdf", "dns", "sla", "utc", "gmt", "cet", "eur",
    "usd",
    "gbp", "chf", "vat", "crm", "erp", "url", "csv", "sql", "ssl", "tls", "vpn", "faq", "ceo",
    "cto",
    "cfo", "coo", "cio", "vp", "hr", "qa", "ui", "ux", "id", "it", "ok", "pr", "pm", "am", "eod",
    "eta",
    "asap", "fyi", "roi", "kpi", "okr", "nda", "po", "rma", "b2b", "b2c", "saas", "iso", "gdpr",
    "aws",
    "gcp", "sap", "ie", "ftp", "ssh", "http", "https", "html", "css", "php", "pc", "usb", "sms",
    "mms",
    "christmas", "easter", "thanksgiving", "halloween", "ramadan", "english", "german", "french",
    "spanish", "italian", "excel", "word", "outlook", "teams", "slack", "zoom", "gmail", "google",
    "whatsapp", "jira", "github", "gitlab", "windows", "linux", "mac", "android", "iphone",
    "twitter",
    "facebook", "instagram", "linkedin", "reddit", "wordpress", "photoshop", "azure", "internet",
    "us", "uk", "eu", "usa", "europe", "germany", "france", "london", "berlin", "paris", "new",
    "york",
    "q1", "q2", "q3", "q4", "q", "mr", "mrs", "ms", "dr", "sir", "madam", "black", "cyber", "god",
    "support", "sales", "finance", "marketing", "engineering", "legal", "customer", "client",
    "customers", "clients", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec",
  ]

  /// What a company's name may end in.
  static let companyEndings: Set<String> = [
    "ltd", "limited", "inc", "llc", "llp", "plc", "gmbh", "ag", "kg", "bv", "nv", "sa", "srl",
    "spa",
    "oy", "ab", "as", "aps", "co", "corp", "corporation", "company", "group", "holding", "holdings",
    "se", "ug", "ohg", "mbh", "pty", "sarl", "sas",
  ]

  /// First names that say "a person" when nothing else does.
  static let firstNames: Set<String> = [
    "maria", "anna", "peter", "john", "jane", "mary", "david", "michael", "sarah", "laura", "tom",
    "thomas", "james", "robert", "linda", "susan", "karen", "lisa", "mark", "paul", "andrew",
    "emma",
    "olivia", "sophie", "julia", "daniel", "kevin", "brian", "chris", "christine", "anne", "eva",
    "martin", "stefan", "stephen", "steve", "mike", "matt", "nick", "alex", "sam", "dana", "ben",
    "jack", "lucy", "kate", "katie", "emily", "jessica", "jennifer", "amy", "rachel", "hannah",
    "helen", "george", "henry", "oliver", "harry", "joe", "joseph", "jim", "bill", "bob", "dan",
    "dave", "tim", "ian", "simon", "adam", "luke", "max", "leon", "felix", "jonas", "lena", "nina",
    "carlos", "jose", "luis", "ana", "elena", "ivan", "olga", "omar", "ahmed", "ali", "fatima",
    "priya", "raj", "wei", "li", "yuki", "ken", "greg", "jeff", "scott", "eric", "patrick", "sean",
    "claire", "alice", "charlotte", "grace", "ruth", "rose", "frank", "hans", "klaus", "ursula",
    "monika", "sabine", "petra", "jürgen", "wolfgang", "pierre", "marie", "jean", "marc", "luca",
    "marco", "giulia", "francesca", "lars", "erik", "ingrid", "anders", "joanna", "piotr",
  ]

  /// Names that are also ordinary words; in lower case they are read as those.
  static let wordNames: Set<String> = [
    "will", "mark", "bill", "grace", "may", "june", "rose", "art", "pat", "rob", "sue", "hope",
    "faith", "joy", "dawn", "drew", "frank", "jack", "guy", "max", "miles", "chase", "grant",
    "iris",
    "olive", "penny", "ruby", "summer", "autumn", "april", "august", "kite", "oak", "target",
    "apple",
    "shell", "orange", "amazon", "box", "square", "stripe", "slack", "zoom", "notion", "bolt",
    "gap",
    "next", "sage", "canvas", "spark", "bridge", "summit", "horizon", "vision", "focus", "gold",
    "silver", "star", "north", "south", "east", "west", "light", "open", "first", "best", "home",
    "house", "table", "garden", "river", "stone", "rock", "birch", "fox", "wolf", "eagle", "arrow",
    "key", "link", "net", "point", "wave", "block", "visa", "ally", "delta", "dove", "tide", "ring",
    "match", "indeed", "hinge", "boss", "buzz", "dash", "ease", "edge", "flow", "global", "green",
    "blue", "red", "black", "white", "brown", "young", "long", "short", "king", "cook", "baker",
    "carter", "mason", "page", "price", "rich", "ray", "skip", "gene", "jay", "don", "ed", "al",
    "lee",
    "we", "us", "on", "it", "one", "we're",
  ]

  /// Those of them that describe or stand alone ("next week", "sent home"): never a name in lower case.
  static let describing: Set<String> = [
    "next", "first", "best", "open", "light", "home", "we", "us", "on", "it", "one", "will", "may",
    "long", "short", "young", "rich", "price", "page", "point", "black", "white", "brown", "green",
    "blue", "red", "global", "free", "key", "north", "south", "east", "west", "house", "skip",
    "match", "target", "focus", "summer", "autumn", "hope", "bill", "mark",
  ]

  /// Every form a weekday is written in.
  static let weekdays: [String: Weekday] = {
    var names: [String: Weekday] = [:]
    for day in Weekday.allCases {
      names[day.name.lowercased()] = day
      names[String(day.name.lowercased().prefix(3))] = day
    }
    names["tues"] = .tuesday
    names["weds"] = .wednesday
    names["thur"] = .thursday
    names["thurs"] = .thursday
    return names
  }()

  /// Every form a month is written in, with its number.
  static let months: [String: Int] = {
    var names: [String: Int] = ["sept": 9]
    for (index, month) in Wording.months.enumerated() {
      names[month.lowercased()] = index + 1
      names[String(month.lowercased().prefix(3))] = index + 1
    }
    return names
  }()
}

extension Words {
  /// The weekday at `index`, and what stands behind it; a stop after a short form ("Fri.") belongs to it.
  func weekday(at index: Int) -> Match<Weekday>? {
    Lexicon.weekdays[key(index)].map { Match(value: $0, end: index + 1) }
  }

  /// The month at `index`; a stop after a short form ("Nov. 26") belongs to it.
  func month(at index: Int) -> Match<Int>? {
    guard let month = Lexicon.months[key(index)] else { return nil }
    let short =
      key(index).count <= 4 && key(index + 1) == "." && glued(index + 1)
      && width(index + 2) > 0
    return Match(value: month, end: index + (short ? 2 : 1))
  }
}
