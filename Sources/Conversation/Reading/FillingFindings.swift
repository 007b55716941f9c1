import RapportKit

/// Dates, times, lengths, amounts and numbers: one of several competing ones is never chosen.
extension Filling {
  /// Fills `question` from the sure findings that no promise or option took.
  mutating func fillFinding(_ question: Question) {
    let finder = Finder(
      words: words, now: reader.now, currency: reader.currency,
      direction: Reader.direction(of: question))
    let findings = finder.findings().filter { $0.sure && spoken.isDisjoint(with: $0.pieces) }
    switch question.from {
    case .date: fillDate(question, findings)
    case .time: fillTime(question, findings)
    case .duration: fillLength(question, findings)
    default: fillAmount(question, findings)
    }
  }

  private mutating func fillDate(_ question: Question, _ findings: [Finding]) {
    var dates: [(Moment, Finding)] = []
    for finding in findings {
      guard case .moment(let moment) = finding.content, !usedFindings.contains(finding.pieces)
      else { continue }
      dates.append((moment, finding))
    }
    if question.validate.notPast {
      dates.removeAll {
        $0.0.date < reader.now.date || $0.1.tense == .past && $0.0.date <= reader.now.date
      }
    } else if dates.contains(where: { $0.1.tense != .future }) {
      dates.removeAll { $0.1.tense == .future && $0.0.date > reader.now.date }
    }
    guard let first = dates.first else {
      fillDatedTime(question, findings)
      return
    }
    guard Set(dates.map { $0.0.date }).count == 1 else { return }
    let best = dates.first { $0.0.time != nil } ?? first
    if note(.date(best.0), question, best.1.pieces) {
      for date in dates { use(date.1) }
    }
  }

  /// A time without a day falls on the day already answered.
  private mutating func fillDatedTime(_ question: Question, _ findings: [Finding]) {
    var all = given
    for (id, answer) in found { all[id] = answer }
    guard let day = all.ids.lazy.compactMap({ all.date($0)?.date }).first else { return }
    guard let (time, finding) = nextTime(findings) else { return }
    if note(.date(Moment(day, time)), question, finding.pieces) { cut(finding) }
  }

  private mutating func fillTime(_ question: Question, _ findings: [Finding]) {
    guard let (time, finding) = nextTime(findings) else { return }
    if note(.time(time), question, finding.pieces) { cut(finding) }
  }

  /// The next time that no question has: the start of a span, then its end, then times alone and times of moments.
  private mutating func nextTime(_ findings: [Finding]) -> (LocalTime, Finding)? {
    for finding in findings {
      switch finding.content {
      case .span(let span):
        if usedFindings.insert(finding.pieces).inserted { return (span.start, finding) }
        if usedEnds.insert(finding.pieces).inserted { return (span.end, finding) }
      case .time(let time):
        if usedFindings.insert(finding.pieces).inserted { return (time, finding) }
      case .moment(let moment):
        if let time = moment.time, usedEnds.insert(finding.pieces).inserted {
          return (time, finding)
        }
      default: break
      }
    }
    return nil
  }

  private mutating func fillLength(_ question: Question, _ findings: [Finding]) {
    var lengths: [(LocalDuration, Finding)] = []
    for finding in findings {
      if case .length(let length) = finding.content { lengths.append((length, finding)) }
    }
    if lengths.isEmpty {
      for finding in findings {
        if case .span(let span) = finding.content { lengths.append((span.length, finding)) }
      }
    }
    guard let (length, finding) = lengths.first, Set(lengths.map { $0.0 }).count == 1 else {
      return
    }
    if note(.duration(length), question, finding.pieces) { cut(finding) }
  }

  private mutating func fillAmount(_ question: Question, _ findings: [Finding]) {
    let fitting = findings.filter { finding in
      switch finding.content {
      case .money: question.from == .money
      case .number: question.from == .number
      default: false
      }
    }
    let open = fitting.filter { !usedFindings.contains($0.pieces) }
    guard let finding = open.first, Set(open.map(\.content)).count == 1 else { return }
    let noted =
      switch finding.content {
      case .money(let money): note(.money(money), question, finding.pieces)
      case .number(let number):
        note(
          question.type == .scale ? .scale(Int(within: number) ?? 0) : .number(number), question,
          finding.pieces)
      default: false
      }
    if noted { usedFindings.insert(finding.pieces) }
  }

  private mutating func use(_ finding: Finding) {
    usedFindings.insert(finding.pieces)
    cut(finding)
  }

  private mutating func cut(_ finding: Finding) {
    taken.formUnion(finding.pieces)
    if finding.removable, !cuts.contains(finding.whole) { cuts.append(finding.whole) }
  }
}
