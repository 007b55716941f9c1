import RapportKit

/// Finds a customer nobody has named yet: a capitalised name in a customer's place.
///
/// Sure is: a name with a company's ending (Ltd, GmbH); a name behind a verb of dealing ("told Northwind"); a possessive behind
/// a verb ("deleted Northwind's backup"); a name behind to, for, with, at or from when a word of dealing stands before it
/// ("the order for Northwind"); a name behind at where something went wrong ("down at Northwind"). Never: a sentence's first word, days and months, acronyms, places and tools in common use,
/// first names, known people, and nothing in a headline where every word has a capital.
struct NewNames {
  let words: Words
  let names: KnownNames

  /// The one new name; nil when there is none, or more than one of equal standing.
  func name() -> NameMatch? {
    var ranked: [Int: [NameMatch]] = [:]
    var index = 0
    while index < words.count {
      guard let match = candidate(at: index) else {
        index += 1
        continue
      }
      if let rank = rank(match) { ranked[rank, default: []].append(match) }
      index = match.pieces.upperBound
    }
    guard let best = ranked.keys.min(), let matches = ranked[best], let first = matches.first else {
      return nil
    }
    let same = matches.allSatisfy { $0.named.name.lowercased() == first.named.name.lowercased() }
    return same ? first : nil
  }

  /// The capitalised words at `start` as one name.
  func candidate(at start: Int) -> NameMatch? {
    guard isNamePart(start) else { return nil }
    var end = start + 1
    var possessive = words.key(start).hasSuffix("'s")
    while !possessive, end < words.count {
      let ending = Lexicon.companyEndings.contains(words.key(end))
      if isNamePart(end) || ending && words.all[end].isCapitalised {
        possessive = words.key(end).hasSuffix("'s")
        end += 1
      } else if words.is(end, "&", "of", "de", "van", "von", "der", "+"),
        isNamePart(end + 1) || words.is(end, "&") && isCompanyEnding(end + 1)
      {
        if words.is(end, "of") { break }
        end += 2
      } else if words.is(end, "."), words.glued(end), isCompanyEnding(end - 1),
        end + 1 < words.count,
        !words.all[end + 1].isCapitalised
      {
        end += 1
      } else {
        break
      }
    }
    var text = words.written(start, end)
    if possessive { text = String(text.dropLast(2)) }
    return NameMatch(
      named: Named(name: text), customer: nil, pieces: start..<end, possessive: possessive)
  }

  private func isNamePart(_ index: Int) -> Bool {
    guard words.all.indices.contains(index), words.all[index].isCapitalised else { return false }
    var key = words.key(index)
    if key.hasSuffix("'s") { key = String(key.dropLast(2)) }
    if key.contains("'"), Lexicon.contractions[key] != nil { return false }
    // "Told Siemens AG …": the capital of a verb that opens the sentence.
    if words.opensSentence(index), Lexicon.dealingVerbs.contains(key) || words.isVerb(index) {
      return false
    }
    return key.count > 1 && !Lexicon.notNames.contains(key) && !Lexicon.functionWords.contains(key)
      && !Lexicon.places.contains(key)
  }

  func isCompanyEnding(_ index: Int) -> Bool {
    Lexicon.companyEndings.contains(words.key(index))
  }

  /// 0 for a company's ending, 1 for a verb's object, 2 for a possessive, 3 for a preposition; nil when not sure.
  private func rank(_ match: NameMatch) -> Int? {
    let start = match.pieces.lowerBound
    let last = match.pieces.upperBound - 1
    guard !isHeadline(match.pieces), !isKnown(match) else { return nil }
    // A number or a code: "INV-2026", "ISO9001".
    let behind = match.pieces.upperBound
    if words.glued(behind), words.is(behind, "-", "_", "/", "#", "@") || words.width(behind) > 0 {
      return nil
    }
    let plainEnd = words.is(last, ".") ? last - 1 : last
    if match.pieces.count > 1, isCompanyEnding(plainEnd) { return 0 }
    guard !words.opensSentence(start) else { return nil }
    if match.pieces.count == 1, Lexicon.firstNames.contains(match.named.name.lowercased()) {
      return nil
    }
    if let first = match.named.name.split(separator: " ").first?.lowercased(),
      match.pieces.count == 2,
      Lexicon.firstNames.contains(first)
    {
      return nil
    }
    var before = start - 1
    if words.is(before, "customer", "client") { return 1 }
    if words.is(before, "the", "our"), match.possessive { before -= 1 }
    if words.is(before, in: Lexicon.dealingVerbs) { return 1 }
    if match.possessive,
      words.isVerb(before) || words.is(before, "to") || words.is(behind, in: Lexicon.dealingNouns)
    {
      return 2
    }
    guard words.is(before, "to", "for", "with", "at", "from"), !words.all[start].isAcronym else {
      return nil
    }
    let floor = max(0, before - 8)
    let dealt = (floor..<max(floor, before)).contains {
      words.is($0, in: Lexicon.dealingVerbs) || words.is($0, in: Lexicon.dealingNouns)
    }
    if dealt { return 3 }
    // "We were down at Northwind": what went wrong went wrong at a customer's.
    let wrong = words.all.indices.contains { words.is($0, in: Lexicon.mishaps) }
    return words.is(before, "at") && !words.is(start, "christmas", "easter") && wrong ? 4 : nil
  }

  private func isKnown(_ match: NameMatch) -> Bool {
    NameForms.keys(match.named.name).first.map(names.isKnown) ?? true
  }

  private func isHeadline(_ name: Range<Int>) -> Bool {
    let others = words.all.indices.dropFirst().filter { index in
      !name.contains(index) && words.all[index].kind == .letters && words.all[index].text.count > 3
    }
    let capitals = others.filter { words.all[$0].isCapitalised }.count
    return capitals >= 2 && capitals * 2 > others.count
  }
}

extension Lexicon {
  /// What one does to or for a customer.
  static let dealingVerbs: Set<String> = [
    "tell", "told", "telling", "tells", "send", "sent", "sending", "give", "gave", "given",
    "giving",
    "owe", "owed", "owes", "invoice", "invoiced", "invoicing", "bill", "billed", "billing",
    "charge",
    "charged", "charging", "overcharged", "undercharged", "overbilled", "email", "emailed",
    "emailing",
    "mailed", "phoned", "promise", "promised", "promising", "inform", "informed", "notify",
    "notified",
    "refund", "refunded", "refunding", "credit", "credited", "ship", "shipped", "shipping",
    "deliver",
    "delivered", "delivering", "pay", "paid", "quote", "quoted", "upset", "disappointed", "ignored",
    "ghosted", "showed", "served", "onboarded", "contact", "contacted", "contacting", "warn",
    "warned",
    "ask", "asked", "thank", "thanked", "sold", "sell", "offered", "offer", "reassured", "failed",
    "misquoted", "overlooked", "answer", "answered", "serve", "annoyed", "angered", "visited",
    "met",
    "meet", "briefed", "cc'd", "messaged", "texted",
  ]
  /// What passes between a customer and us.
  static let dealingNouns: Set<String> = [
    "invoice", "invoices", "order", "orders", "delivery", "deliveries", "shipment", "quote",
    "offer",
    "contract", "account", "project", "call", "meeting", "review", "renewal", "deal", "complaint",
    "complaints", "email", "mail", "mails", "message", "feedback", "ticket", "tickets", "report",
    "reports", "deadline", "launch", "campaign", "website", "proposal", "agreement", "refund",
    "price",
    "prices", "contact", "team", "people", "folks", "client", "customer", "goods", "payment",
    "payments",
    "migration", "rollout", "workshop", "kickoff", "demo", "samples", "labels", "parts",
    "credentials",
    "someone", "somebody", "everyone", "nobody", "data", "work", "working", "bid", "estimate",
    "booking",
  ]
  /// What goes wrong.
  static let mishaps: Set<String> = [
    "down", "outage", "late", "wrong", "broke", "broken", "failed", "lost", "missing", "missed",
    "stopped", "crashed", "delayed", "damaged", "forgot", "mistake", "error", "offline", "deleted",
    "spilled", "leaked", "cancelled", "waited", "waiting",
  ]
  /// Places that stand where a customer could.
  static let places: Set<String> = [
    "berlin", "hamburg", "munich", "münchen", "cologne", "köln", "frankfurt", "vienna", "wien",
    "zurich",
    "zürich", "geneva", "amsterdam", "rotterdam", "brussels", "madrid", "barcelona", "lisbon",
    "rome",
    "milan", "copenhagen", "stockholm", "oslo", "helsinki", "warsaw", "prague", "budapest",
    "dublin",
    "manchester", "birmingham", "leeds", "edinburgh", "glasgow", "boston", "chicago", "denver",
    "dallas",
    "houston", "austin", "seattle", "atlanta", "miami", "toronto", "sydney", "melbourne", "tokyo",
    "singapore", "dubai", "delhi", "mumbai", "shanghai", "beijing", "austria", "switzerland",
    "spain",
    "italy", "poland", "ireland", "scotland", "england", "wales", "texas", "california", "canada",
    "australia", "india", "china", "japan", "america", "asia", "africa", "heathrow", "hong", "kong",
    "san",
    "francisco", "los", "angeles", "washington", "america's", "stuttgart", "düsseldorf", "leipzig",
  ]
}
