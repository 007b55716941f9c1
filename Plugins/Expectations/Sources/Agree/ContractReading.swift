import RapportKit

/// Reads a contract, an offer or a mail: which of its sentences belong to which part of the sheet.
///
/// It reads by what a sentence says in plain sight: an amount of money, an answer time, hours, who must do what. What
/// it cannot place stays out and is counted; what it places is shown, for a person to correct. In a mail of theirs "we"
/// is the customer: `TheirMail` reads it.
struct ContractReading {
  /// What was read.
  private(set) var sheet = Sheet()
  /// How many sentences there were.
  private(set) var count = 0
  /// The sentences that were not placed.
  private(set) var unplaced: [String] = []

  /// Reads `text`, which comes from them when it speaks to somebody of `us`.
  init(_ text: String, us: String? = nil) {
    let isTheirs = TheirMail.isTheirs(text, us: us)
    var heading: SheetPart?
    for sentence in Self.sentences(text) {
      if Self.isHeading(sentence) {
        heading = SheetPart(heading: sentence)
        continue
      }
      guard sentence.split(whereSeparator: \.isWhitespace).count > 2 else { continue }
      count += 1
      if isTheirs, let rows = TheirMail.said(in: sentence) {
        sheet.rows += rows
        continue
      }
      guard
        let part = isTheirs
          ? TheirMail.part(of: sentence) : heading ?? Self.part(of: sentence)
      else {
        unplaced.append(sentence)
        continue
      }
      let line = isTheirs ? TheirMail.turned(sentence) : Self.addressed(sentence)
      if part == .expects {
        var row = Expected(what: line.withoutStop.capitalizedFirst)
        row.source = isTheirs ? TheirMail.shown(in: sentence) : .contract
        row.hoped = Level.measured(in: sentence)?.text
        sheet.rows.append(row)
      } else {
        sheet.lines[part, default: []].append(line.withoutStop.capitalizedFirst)
      }
    }
  }

  /// "The Customer shall test each part" as the sheet says it: "You will test each part".
  private static func addressed(_ sentence: String) -> String {
    var words = sentence.split(separator: " ").map(String.init)
    if words.first?.lowercased() == "the" { words.removeFirst() }
    guard words.count > 2, ["shall", "will", "must"].contains(words[1]) else { return sentence }
    switch words[0].lowercased() {
    case "supplier", "provider", "contractor", "vendor", "seller": words[0] = "We"
    case "customer", "client", "buyer": words[0] = "You"
    default: return sentence
    }
    if words[1] == "shall" { words[1] = "will" }
    return words.joined(separator: " ")
  }

  /// Whether a line of one or two words stands over others: "Acceptance.", "Customer duties".
  private static func isHeading(_ sentence: String) -> Bool {
    let words = sentence.split(whereSeparator: \.isWhitespace)
    return words.count <= 2 && !sentence.contains { ",!?".contains($0) || $0.isNumber }
  }

  /// The part that a sentence belongs to; nil when nothing in it tells.
  static func part(of sentence: String) -> SheetPart? {
    let text =
      " "
      + sentence.lowercased().map {
        $0.isLetter || $0.isNumber || "%.:’'".contains($0) ? String($0) : " "
      }
      .joined() + " "
    let says = { (cues: [String]) in cues.contains { text.contains(" \($0)") } }
    // What is not done comes first: “support at weekends is not included in the price”.
    if says([
      "not included", "not include", "excluded", "excludes", "exclud", "is not part of",
      "are not part of", "out of scope", "does not cover", "do not cover", "will not ",
      "shall not ",
    ]) {
      return .exclusions
    }
    if says([
      "change request", "changes to the scope", "change order", "amend", "scope change",
      "changes require", "any change",
    ]) {
      return .changes
    }
    if says([
      "accepted when", "acceptance", "sign off", "signs off", "deemed accepted", "approve",
      "accept ",
    ]) {
      return .acceptance
    }
    let isTime = Level(in: sentence)?.unit == .time
    if isTime, says(["respon", "reply", "replies", "answer", "react"]) { return .response }
    if Hours.areNamed(in: sentence)
      || says(["hotline", "help desk", "helpdesk", "reach us", "contact us", "support hours"])
    {
      return .channels
    }
    if Self.hasMoney(sentence) || says(["price", "fee ", "fees ", "invoice", "payable", "payment"])
    {
      return .price
    }
    if Level(in: sentence)?.unit == .percent { return .expects }
    if says([
      "customer will", "customer shall", "customer must", "customer provides", "client will",
      "client shall", "client must", "client provides", "you will", "you shall", "you must",
      "you provide", "you send", "buyer shall", "buyer will", "please send", "we need from you",
    ]) {
      return .they_do
    }
    let isDated = Self.hasDate(sentence)
    if isDated,
      says([
        "start", "begin", "live", "complet", "deliver", "finish", "ready", "due", "milestone",
        "until", "term ", "from ",
      ])
    {
      return .schedule
    }
    if says([
      "deliver", "deliverable", "scope", "we provide", "we supply", "supplier provides", "includes",
      "consists of", "you get", "you receive",
    ]) {
      return .deliverables
    }
    if says([
      "we will", "we shall", "we must", "supplier shall", "supplier will", "provider shall",
      "provider will", "contractor shall", "contractor will", "vendor shall", "vendor will",
    ]) {
      return .we_do
    }
    return isDated ? .schedule : nil
  }

  /// Sentences and list items, without numbering and headings.
  static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var paragraph = ""
    func flush() {
      var rest = paragraph[...]
      while let end = stop(in: rest) {
        sentences.append(String(rest[..<end]).trimmed)
        rest = rest[end...]
      }
      sentences.append(String(rest).trimmed)
      paragraph = ""
    }
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(raw).trimmed
      let item = Self.unnumbered(line)
      if item.isEmpty || item != line { flush() }
      if TheirMail.isFrame(item) {
        flush()
        continue
      }
      paragraph += (paragraph.isEmpty ? "" : " ") + item
      if item.hasSuffix(":") { flush() }
    }
    flush()
    return sentences.filter { $0.contains(where: \.isLetter) }
  }

  /// Behind the first full stop that ends a sentence: a space and a capital follow, and no figure stands before it.
  private static func stop(in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while let mark = text[index...].firstIndex(where: { ".!?".contains($0) }) {
      let after = text.index(after: mark)
      guard after < text.endIndex else { return nil }
      let next = text[after...].first { !$0.isWhitespace }
      let word = text[..<mark].suffix(while: { !$0.isWhitespace })
      if text[after].isWhitespace, next?.isUppercase == true, word.count > 2 { return after }
      index = after
    }
    return nil
  }

  private static func unnumbered(_ line: String) -> String {
    for mark in ["- ", "* ", "• ", "> "] where line.hasPrefix(mark) {
      return unnumbered(String(line.dropFirst(2)).trimmed)
    }
    let number = line.prefix { $0.isNumber || $0 == "." }
    guard number.contains("."), line.dropFirst(number.count).first == " " else { return line }
    return String(line.dropFirst(number.count)).trimmed
  }

  private static func hasMoney(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || ",;()".contains($0) }.map(String.init)
    if text.contains(where: { "€$£".contains($0) }) { return text.contains { $0.isNumber } }
    return words.indices.contains { index in
      [
        "EUR", "USD", "GBP", "CHF", "SEK", "DKK", "NOK", "PLN", "euro", "euros", "dollars",
        "pounds",
      ]
      .contains(words[index])
        && ((index > 0 && words[index - 1].last?.isNumber == true)
          || (index + 1 < words.count && words[index + 1].first?.isNumber == true))
    }
  }

  private static func hasDate(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(
      String.init)
    return words.contains { LocalDate(iso: $0) != nil }
      || Wording.months.contains { month in
        words.indices.contains { index in
          guard words[index] == month.lowercased() || words[index] == month.lowercased().prefix(3)
          else { return false }
          let near = [index - 1, index + 1].filter(words.indices.contains)
          return near.contains { words[$0].first?.isNumber == true }
        }
      }
  }
}

extension SheetPart {
  /// The part that a heading gives to all below it, where their sentences alone do not tell.
  fileprivate init?(heading: String) {
    let text = heading.lowercased()
    if text.hasPrefix("acceptance") {
      self = .acceptance
    } else if text.hasPrefix("exclusion") || text.hasPrefix("not included") {
      self = .exclusions
    } else if text.hasPrefix("change") {
      self = .changes
    } else {
      return nil
    }
  }
}

extension Substring {
  fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}

extension String {
  /// Without the full stop at its end.
  var withoutStop: String { hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self }
}
