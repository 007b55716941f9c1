import RapportKit

/// One thing the customer expects: where it comes from, what they hope for, and what they would still accept.
struct Expected: Equatable {
  /// Where an expectation comes from: the stops of the customer's road, and what others say.
  enum Source: String, CaseIterable {
    case advert, pitch, demo, contract, past, hearsay

    /// How it is written on the sheet.
    var label: String {
      switch self {
      case .advert: "advert"
      case .pitch: "sales talk"
      case .demo: "demo"
      case .contract: "contract"
      case .past: "past"
      case .hearsay: "hearsay"
      }
    }

    /// How it is said in a sentence.
    var phrase: String {
      switch self {
      case .past: "from before"
      case .hearsay: "from what others say"
      default: "from the \(label)"
      }
    }

    /// The source that the words of `text` name.
    init?(in text: String) {
      let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
      let found = Self.allCases.first { source in
        !words.isDisjoint(with: source.names)
      }
      guard let found else { return nil }
      self = found
    }

    private var names: Set<String> {
      switch self {
      case .advert: ["advert", "ad", "ads", "advertising", "website", "brochure", "page", "flyer"]
      case .pitch: ["pitch", "talk", "sales", "seller", "offer", "proposal", "quote"]
      case .demo: ["demo", "trial", "test", "pilot"]
      case .contract: ["contract", "agreement", "sla", "mail", "email", "order"]
      case .past: ["past", "before", "previous", "last", "usual", "history"]
      case .hearsay:
        ["hearsay", "heard", "others", "friend", "recommendation", "review", "reviews"]
      }
    }
  }

  /// What they expect: "first reply".
  var what: String
  /// What the row is about, where it comes from a part of the sheet.
  var aspect: String?
  /// Where it comes from.
  var source: Source?
  /// What they hope for.
  var hoped: String?
  /// The lowest they would still accept.
  var acceptable: String?
  /// How it is counted: "on weekdays, from the ticket log".
  var measure: String?

  /// The level hoped for, from its own words or from the title's: "95 % of deliveries on time".
  var hopedLevel: Level? {
    hoped.map { Level(in: $0) } ?? (aspect == "deliverable" ? nil : Level(in: what))
  }

  /// The lowest acceptable level.
  var acceptableLevel: Level? { acceptable.flatMap { Level(in: $0) } }

  /// Whether a smaller figure is the better one: as the two levels say, else a time is, and what has an upper bound.
  var lessIsBetter: Bool {
    guard let hoped = hopedLevel else { return false }
    if let floor = acceptableLevel, floor.amount != hoped.amount {
      return hoped.amount < floor.amount
    }
    let words = Set(
      [what, self.hoped ?? "", acceptable ?? ""].joined(separator: " ").lowercased()
        .split { !$0.isLetter }.map(String.init))
    return hoped.unit == .time || !words.isDisjoint(with: ["within", "most", "under", "max"])
  }

  /// Whether it is the row called `name`, whatever the case.
  func isNamed(_ name: String) -> Bool { what.lowercased() == name.lowercased() }

  /// Whether it is about keeping promises, which the ledger knows.
  var isAboutPromises: Bool {
    what.lowercased().contains("promise") && hopedLevel?.unit == .percent
  }

  /// What the row still lacks.
  var missing: [String] {
    [
      hopedLevel == nil && hoped == nil && aspect != "deliverable" ? "what they hope for" : nil,
      acceptable == nil && aspect != "deliverable" ? "what they would still accept" : nil,
      source == nil && aspect == nil ? "where it comes from" : nil,
    ].compactMap(\.self)
  }

  /// The title with its level, as a line of a scorecard has it: "first reply: 2 h", "95 % of deliveries on time".
  var line: String { hoped.map { "\(what): \($0)" } ?? what }

  /// What is wrong with it, if anything: levels that cannot be compared, or stand the wrong way round.
  var fault: (message: String, help: String)? {
    guard let hoped = hopedLevel, let floor = acceptableLevel else { return nil }
    guard hoped.compares(with: floor) else {
      return (
        "“\(hoped.text)” and “\(floor.text)” do not count the same.",
        "Write both levels in one unit."
      )
    }
    let isTime = hoped.unit == .time
    if isTime, floor.amount < hoped.amount {
      return (
        "“\(floor.text)” is less than the “\(hoped.text)” they hope for.",
        "Still acceptable is the longer time: swap the two if they stand the wrong way round."
      )
    }
    if hoped.unit == .percent, floor.amount > hoped.amount,
      !what.lowercased().contains("error"), !what.lowercased().contains("return")
    {
      return (
        "“\(floor.text)” is more than the “\(hoped.text)” they hope for.",
        "Still acceptable is the lower level: swap the two if they stand the wrong way round."
      )
    }
    return nil
  }
}

extension Expected {
  /// Reads one line: "first reply: hoped 2 h, still 4 h, from the demo".
  ///
  /// The order is free; a bare level is first what they hope for and then what they would still accept.
  init(line: String) {
    var what: String
    var parts: [Substring]
    if let colon = line.firstIndex(of: ":"), line[..<colon].contains(where: \.isLetter) {
      what = String(line[..<colon])
      parts = line[line.index(after: colon)...].split(whereSeparator: { ",;".contains($0) })
    } else {
      parts = line.split(whereSeparator: { ",;".contains($0) })
      what = parts.isEmpty ? line : String(parts.removeFirst())
    }
    self.init(what: what.trimmed.capitalizedFirst)
    for part in parts {
      let text = String(part).trimmed
      let words = text.lowercased().split { !$0.isLetter }.map(String.init)
      if hoped == nil,
        let level = text.behind([
          "hoped for", "hoped", "they hope for", "ideally", "best", "target",
        ])
      {
        hoped = level.behind(["within"]) ?? level
      } else if acceptable == nil,
        let level = text.behind([
          "still acceptable", "still", "acceptable", "at worst", "at the latest", "floor",
        ])
      {
        acceptable = level
      } else if acceptable == nil, text.behind(["at most", "at least", "no more than"]) != nil {
        acceptable = text
      } else if source == nil, Level(in: text) == nil, words.count <= 5,
        let found = Source(in: text)
      {
        source = found
      } else if hoped == nil, Level(in: text) != nil {
        hoped = text
      } else if acceptable == nil, Level(in: text) != nil {
        acceptable = text
      } else {
        // Nothing that was typed is lost: what is neither level nor source says how it is counted.
        measure = [measure, text].compactMap(\.self).joined(separator: ", ")
      }
    }
  }
}

extension String {
  /// Without spaces around it.
  var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part = part.dropFirst() }
    while part.last?.isWhitespace == true { part = part.dropLast() }
    return String(part)
  }

  /// What stands behind the first of `openings` that begins it; nil when none does.
  fileprivate func behind(_ openings: [String]) -> String? {
    let lower = lowercased()
    guard let opening = openings.first(where: { lower.hasPrefix($0 + " ") }) else { return nil }
    return String(dropFirst(opening.count)).trimmed
  }
}
