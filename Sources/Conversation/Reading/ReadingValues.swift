import RapportKit

/// The typed answers that are one value: the whole line must be read, or a `Problem` says how to write it.
extension Reader {
  func yesno(_ text: String, _ question: Question) throws(Problem) -> Bool {
    if let value = Chooser.leadingYesno(text) { return value }
    if !question.options.isEmpty, let option = try? Chooser(question: question).option(text),
      let value = Chooser.yesno(option.id)
    {
      return value
    }
    throw Problem(.badAnswer, "“\(text)” is neither yes nor no.", help: "Write `yes` or `no`.")
  }

  static func number(_ text: String) throws(Problem) -> Double {
    let words = Words(text)
    let negative = words.is(0, "-", "−", "minus")
    let start = (negative ? 1 : 0) + (words.is(0, "about", "roughly", "around", "~") ? 1 : 0)
    if words.is(start, "half"), words.isOver(start + 1) { return 0.5 }
    guard let match = words.quantity(at: start) else {
      throw Problem(
        .badAnswer, "“\(text)” is not a number.", help: "Write it like `12`, `1.5` or `5k`.")
    }
    // A unit may follow: "12 %", "40 boxes".
    let percent = words.is(match.end, "%")
    let unit =
      words.all.indices.contains(match.end) && words.all[match.end].kind == .letters
      && words.all[match.end...].allSatisfy { $0.kind != .digits }
    guard words.isOver(match.end) || percent && words.isOver(match.end + 1) || unit else {
      throw Problem(
        .badAnswer, "I can read only the first part of “\(text)” as a number.",
        help: "Write one number, like `12`, `1.5` or `5k`.")
    }
    return negative ? -match.value : match.value
  }

  /// An amount; what it is for may follow ("85 EUR an hour"). Without a currency it has that of an earlier amount,
  /// else the team's.
  func money(_ text: String, _ answers: Answers = Answers()) throws(Problem) -> Money {
    let words = Words(text)
    let currency = Self.currency(in: answers) ?? self.currency
    let amounts = AmountReader(words: words, currency: currency)
    let start = words.is(0, "about", "up", "roughly") ? words.is(1, "to") ? 2 : 1 : 0
    if let match = amounts.amount(at: start), isAmountOver(words, match.end) { return match.value }
    if let match = amounts.bare(at: start), isAmountOver(words, match.end) { return match.value }
    if words.all.contains(where: { $0.key == "%" || $0.key == "percent" }) {
      throw Problem(
        .badAnswer, "“\(text)” is a share, not an amount.",
        help: "Write the amount, like `500 \(currency ?? "EUR")`.")
    }
    if currency == nil, let match = words.quantity(at: start), isAmountOver(words, match.end) {
      throw Problem(
        .badAnswer, "“\(text)” has no currency.",
        help:
          "Add it, like `\(words.written(start, match.end)) EUR`, or set the team's with `set team.currency EUR`."
      )
    }
    throw Problem(
      .badAnswer, "I cannot read “\(text)” as an amount.",
      help: "Write it like `500 EUR` or `1,250.50 EUR`.")
  }

  /// Whether nothing, or only what the amount is for, follows: "an hour", "per user and month", "/month".
  private func isAmountOver(_ words: Words, _ end: Int) -> Bool {
    if words.isOver(end) { return true }
    guard words.is(end, "a", "an", "per", "/", "each", "every", "net", "gross", "plus", "monthly"),
      !words.is(end + 1, "share")
    else { return false }
    return words.all[end...].allSatisfy { $0.kind != .digits && $0.key != "%" }
  }

  /// The currency of the last amount that was answered.
  private static func currency(in answers: Answers) -> String? {
    answers.ids.reversed().lazy.compactMap { id -> String? in
      guard case .money(let money)? = answers[id]?.value else { return nil }
      return money.currency
    }.first
  }

  func date(_ text: String, _ direction: Direction) throws(Problem) -> Moment {
    let words = Words(text)
    var start = 0
    while words.is(
      start, "by", "on", "before", "until", "till", "since", "at", "from", "about", "around", "no",
      "later", "than", "latest", "the"),
      !(words.is(start, "the")
        && (words.width(start + 1) > 0 || words.is(start + 1, "day", "end"))), start < words.count
    {
      if words.is(start, "at") { break }
      start += 1
    }
    let days = DayReader(words: words, now: now, direction: direction)
    if let match = try days.moment(at: start, timeAlone: true), words.isOver(match.end) {
      return match.value
    }
    if let month = month(words, direction) { return month }
    if words.is(start, "next", "this", "last"),
      words.is(start + 1, "week", "month", "year", "quarter")
    {
      throw Problem(
        .badAnswer, "“\(text)” is more than one day.",
        help: words.is(start, "last")
          ? "Write the day, like `last tuesday` or `18 Nov`."
          : "Write the day, like `friday`, `26 Nov` or `end of the \(words.key(start + 1))`.")
    }
    throw Problem(
      .badAnswer, "I cannot read “\(text)” as a date.",
      help: "Write it like `friday`, `26 Nov`, `yesterday 14:00` or `2026-11-26`.")
  }

  /// A month alone is its first day: the coming one, looking back the last one; this month's own when either fits.
  private func month(_ words: Words, _ direction: Direction) -> Moment? {
    var start = 0
    while words.is(
      start, "in", "from", "since", "by", "until", "the", "start", "beginning", "of", "as",
      "starting", "on", "1st")
    { start += 1 }
    guard let month = words.month(at: start) else { return nil }
    let year = words.width(month.end) == 4 ? words.digits(month.end) : nil
    guard words.isOver(month.end + (year == nil ? 0 : 1)) else { return nil }
    if let year { return LocalDate(checking: year, month.value, 1).map { Moment($0) } }
    let today = now.date
    let dates = (-1...1).map { LocalDate(today.year + $0, month.value, 1) }
    let date =
      switch direction {
      case .past: dates.filter { $0 <= today }.max()
      case .ahead: dates.filter { $0 >= today }.min()
      case .either:
        month.value == today.month ? dates[1] : dates.filter { $0 >= today }.min()
      }
    return date.map { Moment($0) }
  }

  func time(_ text: String) throws(Problem) -> LocalTime {
    let words = Words(text)
    let start = words.is(0, "at", "from", "by", "until", "about", "around", "@") ? 1 : 0
    if let match = words.time(at: start, bare: true), words.isOver(match.end) { return match.value }
    throw Problem(
      .badAnswer, "I cannot read “\(text)” as a time of day.",
      help: "Write it like `9:10`, `3pm` or `noon`.")
  }

  func duration(_ text: String) throws(Problem) -> LocalDuration {
    let words = Words(text)
    var start = 0
    while words.is(start, "for", "about", "around", "roughly", "nearly", "almost", "over", "within")
    { start += 1 }
    if let match = words.length(at: start), words.isOver(match.end) { return match.value }
    if let match = words.span(at: start, bare: true), words.isOver(match.end) {
      return match.value.length
    }
    throw Problem(
      .badAnswer, "I cannot read “\(text)” as a length of time.",
      help: "Write it like `three hours`, `90 minutes`, `2 h 10` or `9:10-12:10`.")
  }
}
