import RapportKit

/// Dates, times, lengths, amounts and numbers: one of several competing ones is never chosen.
extension Filling {
  /// Fills `question` from the sure sightings that no promise or option took.
  mutating func fillSighting(_ question: Question) {
    let sightings = sightings(Reader.direction(of: question)).filter {
      $0.sure && spoken.isDisjoint(with: $0.pieces) && !isElsewhere($0)
    }
    switch question.from {
    case .date: fillDate(question, sightings)
    case .time: fillTime(question, sightings)
    case .duration: fillLength(question, sightings)
    default: fillAmount(question, sightings)
    }
  }

  /// Whether a sighting stands in a later statement that tells of the repair, or of whether they know.
  private func isElsewhere(_ sighting: Sighting) -> Bool {
    if case .money = sighting.content { return false }
    let clauses = words.clauses
    guard let clause = clauses.first(where: { $0.pieces.contains(sighting.pieces.lowerBound) }),
      let first = clauses.first, clause.pieces != first.pieces
    else { return false }
    return isAside(clause) && !isAside(first)
      || isKnown(clause) && !isKnowing(first)
  }

  /// What stands in the sentence, found once for each direction.
  private mutating func sightings(_ direction: Direction) -> [Sighting] {
    if let known = seen[direction] { return known }
    let finder = Finder(
      words: words, now: reader.now, currency: reader.currency, direction: direction)
    let sightings = finder.sightings()
    seen[direction] = sightings
    return sightings
  }

  private mutating func fillDate(_ question: Question, _ sightings: [Sighting]) {
    var dates: [(Moment, Sighting)] = []
    for sighting in sightings {
      guard case .moment(let moment) = sighting.content, !usedSightings.contains(sighting.pieces)
      else { continue }
      dates.append((moment, sighting))
    }
    if question.validate.notPast {
      refuse(dates, question)
      dates.removeAll {
        $0.0.date < reader.now.date || $0.1.tense == .past && $0.0.date <= reader.now.date
      }
    } else if dates.contains(where: { $0.1.tense != .future }) {
      dates.removeAll { $0.1.tense == .future && $0.0.date > reader.now.date }
    }
    guard let first = dates.first else {
      fillDatedTime(question, sightings)
      return
    }
    guard Set(dates.map { $0.0.date }).count == 1 else { return }
    let best = dates.first { $0.0.time != nil } ?? first
    if note(.date(best.0), question, best.1.pieces) {
      for date in dates { use(date.1) }
    }
  }

  /// Remembers why a deadline that has passed does not fit: "by 3 November".
  private mutating func refuse(_ dates: [(Moment, Sighting)], _ question: Question) {
    guard let (moment, sighting) = dates.first,
      words.is(sighting.whole.lowerBound, "by", "until", "before")
    else { return }
    let validator = Validator(
      question: question, answers: given, wording: reader.wording, now: reader.now)
    do throws(Problem) { try validator.check(.date(moment), text: "") } catch {
      refused[question.id] = error
    }
  }

  /// A time without a day falls on the day already answered.
  private mutating func fillDatedTime(_ question: Question, _ sightings: [Sighting]) {
    var all = given
    for (id, answer) in found { all[id] = answer }
    guard let day = all.ids.lazy.compactMap({ all.date($0)?.date }).first else { return }
    guard let (time, sighting) = nextTime(sightings) else { return }
    if note(.date(Moment(day, time)), question, sighting.pieces) { cut(sighting) }
  }

  private mutating func fillTime(_ question: Question, _ sightings: [Sighting]) {
    guard let (time, sighting) = nextTime(sightings) else { return }
    if note(.time(time), question, sighting.pieces) { cut(sighting) }
  }

  /// The next time that no question has: the start of a span, then its end, then times alone and times of moments.
  private mutating func nextTime(_ sightings: [Sighting]) -> (LocalTime, Sighting)? {
    for sighting in sightings {
      switch sighting.content {
      case .span(let span):
        if usedSightings.insert(sighting.pieces).inserted { return (span.start, sighting) }
        if usedEnds.insert(sighting.pieces).inserted { return (span.end, sighting) }
      case .time(let time):
        if usedSightings.insert(sighting.pieces).inserted { return (time, sighting) }
      case .moment(let moment):
        if let time = moment.time, usedEnds.insert(sighting.pieces).inserted {
          return (time, sighting)
        }
      default: break
      }
    }
    return nil
  }

  private mutating func fillLength(_ question: Question, _ sightings: [Sighting]) {
    var lengths: [(LocalDuration, Sighting)] = []
    for sighting in sightings {
      if case .length(let length) = sighting.content { lengths.append((length, sighting)) }
    }
    if lengths.isEmpty {
      for sighting in sightings {
        if case .span(let span) = sighting.content { lengths.append((span.length, sighting)) }
      }
    }
    guard let (length, sighting) = lengths.first, Set(lengths.map { $0.0 }).count == 1 else {
      return
    }
    if note(.duration(length), question, sighting.pieces) { cut(sighting) }
  }

  private mutating func fillAmount(_ question: Question, _ sightings: [Sighting]) {
    let fitting = sightings.filter { sighting in
      switch sighting.content {
      case .money: question.from == .money
      case .number: question.from == .number
      default: false
      }
    }
    let open = fitting.filter { !usedSightings.contains($0.pieces) }
    guard let sighting = open.first, Set(open.map(\.content)).count == 1 else { return }
    let noted =
      switch sighting.content {
      case .money(let money): note(.money(money), question, sighting.pieces)
      case .number(let number):
        note(
          question.type == .scale ? .scale(Int(within: number) ?? 0) : .number(number), question,
          sighting.pieces)
      default: false
      }
    if noted { usedSightings.insert(sighting.pieces) }
  }

  private mutating func use(_ sighting: Sighting) {
    usedSightings.insert(sighting.pieces)
    cut(sighting)
  }

  private mutating func cut(_ sighting: Sighting) {
    taken.formUnion(sighting.pieces)
    if sighting.removable, !cuts.contains(sighting.whole) { cuts.append(sighting.whole) }
  }
}
