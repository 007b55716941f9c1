import RapportKit

/// Something that stands in a sentence and may fill an answer.
struct Sighting {
  enum Content: Hashable {
    case moment(Moment)
    case span(Span)
    case time(LocalTime)
    case length(LocalDuration)
    case money(Money)
    case number(Double)
  }

  var content: Content
  /// Its own pieces.
  var pieces: Range<Int>
  /// With the preposition that goes with it: "on Monday", "for three hours".
  var whole: Range<Int>
  /// Whether the words can mean nothing else.
  var sure: Bool
  /// Whether the sentence stays whole without it.
  var removable: Bool
  /// The tense of the statement it stands in.
  var tense: Clause.Tense
}

/// Finds dates, times, lengths, amounts and numbers in a sentence, the longest at each place.
///
/// What is sure: a date or time that needs no guess; a weekday whose direction the tense gives; a length that is no rate,
/// notice or part of a range; an amount with its currency; a number that is the only one.
struct Finder {
  let words: Words
  let now: Moment
  let currency: String?
  /// Which way tense-less dates lie.
  let direction: Direction
  let clauses: [Clause]

  init(words: Words, now: Moment, currency: String?, direction: Direction) {
    self.words = words
    self.now = now
    self.currency = currency
    self.direction = direction
    clauses = words.clauses
  }

  func sightings() -> [Sighting] {
    var sightings: [Sighting] = []
    var index = 0
    while index < words.count {
      guard startsCleanly(index), let (content, end, sure) = match(at: index), endsCleanly(end)
      else {
        index += 1
        continue
      }
      var whole = lead(index, content)..<end
      if words.is(whole.lowerBound - 1, "("), words.is(end, ")") {
        whole = whole.lowerBound - 1..<end + 1
      }
      sightings.append(
        Sighting(
          content: content, pieces: index..<end, whole: whole, sure: sure, removable: false,
          tense: clause(of: index)?.tense ?? .none))
      index = end
    }
    return marked(sightings)
  }

  private func match(at index: Int) -> (Sighting.Content, Int, Bool)? {
    if let match = moment(at: index) { return match }
    if let span = words.span(at: index) { return (.span(span.value), span.end, span.sure) }
    if let money = AmountReader(words: words, currency: currency).amount(at: index) {
      return (.money(money.value), money.end, true)
    }
    if let length = words.length(at: index) {
      return (.length(length.value), length.end, isLength(index, length))
    }
    let bare = words.is(index - 1, "at", "until", "till")
    if let time = words.time(at: index, bare: bare) {
      let counted = bare && words.isNoun(at: time.end) && words.time(at: index) == nil
      return (.time(time.value), time.end, time.sure && !counted)
    }
    if let number = words.quantity(at: index), !words.is(index, "no", "one", "zero") {
      let other = words.is(
        number.end, "%", "percent", "month", "months", "year", "years", "times", "am", "pm", "st",
        "nd", "rd", "th", "of", "more", "x")
      return (
        .number(number.value), number.end, !other && minutes(inUnit: words.key(number.end)) == nil
      )
    }
    return nil
  }

  private func moment(at index: Int) -> (Sighting.Content, Int, Bool)? {
    let clause = clause(of: index)
    let deadline = words.is(index - 1, "by", "until", "till", "before", "than")
    let way: Direction
    switch clause?.tense ?? .none {
    case .past: way = .past
    case .future: way = .ahead
    case .none: way = deadline ? .ahead : direction
    }
    let days = DayReader(words: words, now: now, direction: way)
    guard let match = try? days.moment(at: index) else { return nil }
    let weekday = words.weekday(at: index)
    let alone =
      weekday.map {
        $0.end >= match.end || !words.all[$0.end..<match.end].contains { $0.kind == .digits }
      } ?? false
    var sure = match.sure
    if alone, way == .either { sure = false }
    // "The report for Monday", "moved it to Friday", "Black Friday".
    if words.is(index - 1, "for", "to"), clause?.tense == .past { sure = false }
    if words.is(index - 1, "black", "good", "cyber", "easter") { sure = false }
    // "The first time in 5 years".
    if words.is(index, "in", "within"), clause?.tense == .past { sure = false }
    // "We promised it by Friday": which Friday, and whether it has to do with what happened, is open.
    if deadline, clause?.tense == .past { sure = false }
    // "the Monday release", "every Monday".
    if words.is(index - 1, in: Lexicon.articles), weekday != nil,
      words.isNoun(at: match.end) || words.is(index - 1, "every", "each")
    {
      sure = false
    }
    return (.moment(match.value), match.end, sure)
  }

  /// Whether a length is one: no rate, notice, range or age.
  private func isLength(_ start: Int, _ match: Match<LocalDuration>) -> Bool {
    let end = match.end
    if words.is(
      start - 1, "every", "per", "each", "last", "past", "next", "within", "in", "after", "before",
      "or", "to", "-", "–", "and", "a", "the", "our", "any")
    {
      let attributive = words.is(start - 1, "a", "the", "our") && words.is(start + 1, "-")
      guard attributive || words.is(start - 1, "and") else { return false }
    }
    if words.is(
      end, "a", "per", "or", "ago", "notice", "old", "trial", "terms", "window", "contract",
      "earlier", "before", "after", "warranty", "from", "'", "ahead", "apart", "each", "sla",
      "deadline", "guarantee", "/", "-", "%")
    {
      return false
    }
    // "Two days of orders" measures orders; "three hours of downtime" is a length.
    if words.is(end, "of"),
      !words.is(end + 1, "downtime", "outage", "delay", "silence", "waiting", "interruption")
    {
      return false
    }
    guard !match.sure else { return true }
    return words.is(
      start - 1, "for", "took", "takes", "lasted", "down", "about", "nearly", "almost", "over",
      "offline", "out", "least", "only", "another", "than")
      || words.is(end, "late", "long", "delay", "overdue")
  }

  private func startsCleanly(_ index: Int) -> Bool {
    guard words.all[index].kind == .digits, words.glued(index), index > 0 else { return true }
    return words.is(index - 1, "(", "\"", "“", "'", "‘", "€", "$", "£", "-", "~", "[")
      && !(words.is(index - 1, "-") && words.glued(index - 1))
  }

  private func endsCleanly(_ end: Int) -> Bool {
    guard words.glued(end) else { return true }
    if words.all[end].kind != .sign { return false }
    return !(words.is(end, "-", "/", "_", "@") && words.glued(end + 1))
  }

  func clause(of index: Int) -> Clause? { clauses.first { $0.pieces.contains(index) } }

  /// The start of the phrase with the preposition that goes with its content.
  private func lead(_ start: Int, _ content: Sighting.Content) -> Int {
    let own: Set<String>
    switch content {
    case .moment:
      own = [
        "on", "at", "by", "before", "until", "till", "since", "around", "about", "from", "starting",
      ]
    case .span: own = ["at", "around", "starting", "between"]
    case .time:
      own = [
        "at", "starting", "beginning", "by", "around", "about", "until", "till", "since", "before",
        "from", "@",
      ]
    case .length:
      own = [
        "for", "about", "around", "roughly", "nearly", "almost", "over", "some", "approximately",
        "ca",
      ]
    case .money, .number: own = []
    }
    var lead = start
    while lead > 0, words.is(lead - 1, in: own) { lead -= 1 }
    return lead
  }

  /// Marks what may be taken out: a phrase of time at the end or the start of its statement, or beside another such one,
  /// where no article, verb that needs it, or other preposition holds it.
  private func marked(_ sightings: [Sighting]) -> [Sighting] {
    var sightings = sightings
    for _ in 0..<2 {
      for index in sightings.indices where sightings[index].sure {
        sightings[index].removable = isRemovable(sightings[index], among: sightings)
      }
    }
    return sightings
  }

  private func isRemovable(_ sighting: Sighting, among all: [Sighting]) -> Bool {
    switch sighting.content {
    case .money, .number: return false
    default: break
    }
    guard let clause = clause(of: sighting.pieces.lowerBound) else { return false }
    var before = sighting.whole.lowerBound
    while let other = all.first(where: { $0.removable && $0.whole.upperBound == before }) {
      before = other.whole.lowerBound
    }
    var after = sighting.whole.upperBound
    while let other = all.first(where: { $0.removable && $0.whole.lowerBound == after }) {
      after = other.whole.upperBound
    }
    if words.is(after, ","), after < clause.pieces.upperBound,
      let other = all.first(where: { $0.removable && $0.whole.lowerBound == after + 1 })
    {
      after = other.whole.upperBound
    }
    if words.is(sighting.whole.lowerBound, "(") { return true }
    let atStart = before <= clause.pieces.lowerBound
    let atEnd =
      after >= clause.pieces.upperBound
      || words.is(
        after, ",", ".", ";", ")", "because", "when", "while", "and", "but", "so", "due", "since",
        "although", "as", "which")
    guard atStart || atEnd else { return false }
    if atStart { return true }
    // A phrase with its own preposition leaves a verb's particle alone: "log in from 9 to 12".
    let led =
      sighting.whole.lowerBound < sighting.pieces.lowerBound
      || words.is(sighting.pieces.lowerBound, "from", "between", "in", "within")
    let holder = words.key(before - 1)
    if Lexicon.articles.contains(holder) { return false }
    if led { return !Self.holders.contains(holder) || Lexicon.prepositions.contains(holder) }
    return !Self.holders.contains(holder)
      && (!Lexicon.prepositions.contains(holder) || holder == "over")
  }

  /// Words that lean on the time behind them: "lasted three hours", "the deadline of Friday", "is due on Friday".
  private static let holders: Set<String> = [
    "is", "are", "was", "were", "be", "been", "lasted", "lasts", "last", "took", "takes", "take",
    "taken", "spent", "spend", "lost", "lose", "wasted", "cost", "costs", "needed", "need", "needs",
    "missed", "miss", "moved", "changed", "postponed", "promised", "promise", "due", "scheduled",
    "planned", "deadline", "set", "expected", "than", "of", "to", "for", "with", "after", "within",
    "during", "in", "under", "valid", "starts", "started", "began", "ends", "ended", "expires",
    "expired", "said", "another", "only", "least", "most", "every", "per", "between", "booked",
    "date",
    "meant", "saved", "waited", "and", "or", "not",
  ]
}
