package import RapportKit

extension Reader {
  /// Fills what a free sentence answers: each unanswered question whose `from` is set, in order.
  ///
  ///     reader.fill("we were down three hours yesterday and nobody told Acme", questions: …, answers: Answers())
  ///     // happened 23 Nov, length three hours, told no, customer Acme, what "we were down"
  ///
  /// Only sure findings that their question's bounds allow are filled (origin `.text`, `raw` the words).
  package func fill(_ sentence: String, questions: [Question], answers: Answers) -> Filled {
    var filling = Filling(reader: self, text: sentence, answers: answers)
    let open = questions.filter { $0.from != nil && answers[$0.id] == nil }
    // Who and promises first: the words they take are no date, and no text.
    for source in [Question.Source.customer, .person, .commitment] {
      for question in open where question.from == source { filling.fill(question) }
    }
    for question in open where ![.customer, .person, .commitment, .text].contains(question.from) {
      filling.fill(question)
    }
    let rest = filling.rest()
    for question in open where question.from == .text && !rest.isEmpty {
      if let value = try? read(rest, as: question, answers: answers) {
        filling.found[question.id] = .given(value, origin: .text, raw: sentence.trimmed)
      }
    }
    return filling.filled(rest, order: open.map(\.id))
  }

  /// Reads the questions in `question.reads` out of an answer's text, and takes their words out of it.
  ///
  ///     "print labels in the warehouse, 9:10 to 12:10"  // rest "print labels in the warehouse", began 9:10, ended 12:10
  ///
  /// `rest` is the text that `question` keeps; `answers` holds only what was read out of it.
  package func split(
    _ text: String, of question: Question, questions: [Question], answers: Answers
  ) -> Filled {
    var filling = Filling(reader: self, text: text, answers: answers)
    let ids = question.reads.filter { answers[$0] == nil }
    for id in ids {
      guard var target = questions.first(where: { $0.id == id }) else { continue }
      target.from = target.from ?? target.type.source
      if target.from != .text { filling.fill(target) }
    }
    return filling.filled(filling.rest(dropping: false), order: ids)
  }
}

extension QuestionType {
  /// The part of a sentence that answers this type by itself.
  var source: Question.Source? {
    switch self {
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .money: .money
    case .number, .scale: .number
    case .choice, .choices, .yesno: .option
    case .customer: .customer
    case .person: .person
    case .commitment: .commitment
    case .text, .longtext, .list: nil
    }
  }
}

/// One sentence being filled: what was found, and which pieces it took.
struct Filling {
  let reader: Reader
  let words: Words
  let given: Answers
  /// The answers found, by question.
  var found: [String: Answer] = [:]
  /// Pieces that filled something.
  var taken: Set<Int> = []
  /// Pieces that an option or a commitment took: whole statements of them may go.
  var spoken: Set<Int> = []
  /// Phrases that may leave the sentence.
  var cuts: [Range<Int>] = []
  /// The customer's pieces.
  var names: Range<Int>?
  private var customer: RecordID?
  private var usedFindings: Set<Range<Int>> = []
  private var usedEnds: Set<Range<Int>> = []

  init(reader: Reader, text: String, answers: Answers) {
    self.reader = reader
    words = Words(text)
    given = answers
    customer = reader.customer(in: answers)
  }

  /// Fills `question` when something sure is there for it.
  mutating func fill(_ question: Question) {
    switch question.from {
    case .customer: fillCustomer(question)
    case .person: fillPerson(question)
    case .commitment: fillCommitment(question)
    case .option: fillOptions(question)
    case .text, nil: break
    default: fillFinding(question)
    }
  }

  /// Notes `value` for `question` when its bounds allow it.
  private mutating func note(_ value: Value, _ question: Question, _ pieces: Range<Int>) -> Bool {
    let raw = words.written(pieces.lowerBound, pieces.upperBound)
    var value = value
    if question.type == .text || question.type == .longtext { value = .text(raw) }
    var all = given
    for (id, answer) in found { all[id] = answer }
    let validator = Validator(
      question: question, answers: all, wording: reader.wording, now: reader.now)
    guard (try? validator.check(value, text: raw)) != nil else { return false }
    found[question.id] = .given(value, origin: .text, raw: raw)
    taken.formUnion(pieces)
    return true
  }

  // MARK: Names

  private mutating func fillCustomer(_ question: Question) {
    let known = reader.names.customers(in: words)
    if let first = known.first {
      guard Set(known.map(\.named)).count == 1 else { return }
      for match in known { taken.formUnion(match.pieces) }
      take(first, question)
    } else if let person = onlyPerson(),
      let home = reader.directory.customers.first(where: { $0.id == person.customer })
    {
      if note(.customer(home.named), question, person.pieces) { customer = home.id }
    } else if let new = NewNames(words: words, names: reader.names).name() {
      take(new, question)
    }
  }

  private mutating func take(_ match: NameMatch, _ question: Question) {
    guard note(.customer(match.named), question, match.pieces) else { return }
    customer = match.customer
    names = match.pieces
  }

  private func onlyPerson() -> NameMatch? {
    let people = reader.names.people(in: words, of: customer)
    guard let first = people.first, Set(people.map(\.named)).count == 1 else { return nil }
    return first
  }

  private mutating func fillPerson(_ question: Question) {
    if let person = onlyPerson() {
      if customer == nil || person.customer == customer {
        _ = note(.person(person.named), question, person.pieces)
      }
      return
    }
    // "told Peter at Acme": somebody new at the customer.
    guard let names, words.is(names.lowerBound - 1, "at", "from", "of") else { return }
    var start = names.lowerBound - 1
    while start > 0, words.all[start - 1].isCapitalised, start > names.lowerBound - 3 { start -= 1 }
    let keys = (start..<names.lowerBound - 1).map { words.key($0) }
    guard !keys.isEmpty,
      !words.opensSentence(start) || keys.count > 1 || Lexicon.firstNames.contains(keys[0]),
      keys.allSatisfy({ !Lexicon.notNames.contains($0) && !Lexicon.functionWords.contains($0) }),
      !reader.names.hasColleague(in: words, at: start)
    else { return }
    let pieces = start..<names.lowerBound - 1
    _ = note(.person(Named(name: words.written(start, pieces.upperBound))), question, pieces)
  }

  // MARK: Promises and options

  private mutating func fillCommitment(_ question: Question) {
    for clause in words.clauses
    where clause.tense == .future && spoken.isDisjoint(with: clause.pieces) {
      let text = words.written(clause.pieces.lowerBound, clause.pieces.upperBound)
      let piece = Words(text)
      let promise = CommitmentReader(words: piece, now: reader.now, names: reader.names)
      let subject = promise.subject(until: piece.count)
      guard let who = subject.who, isOurs(who), let value = try? promise.commitment(),
        !value.what.isEmpty,
        !piece.is(
          subject.end, "not", "never", "be", "miss", "lose", "fail", "cancel", "raise", "increase",
          "stop", "need", "only")
      else { continue }
      let before = taken
      if note(.commitment(value), question, clause.pieces) {
        spoken.formUnion(clause.pieces)
        return
      }
      taken = before
    }
  }

  /// Whether `who` is us: I, we, a colleague, or a name that is no customer's.
  private func isOurs(_ who: String) -> Bool {
    let keys = NameForms.keys(who)
    if keys == ["i"] || keys == ["we"] || keys.first == "our" || keys.first == "my" { return true }
    return reader.names.isColleague(Words(who))
  }

  private mutating func fillOptions(_ question: Question) {
    let stems = Stems(words, names: names)
    var matches: [(id: String, range: Range<Int>)] = []
    for option in question.options {
      if let range = Phrases(option.says).match(in: stems) { matches.append((option.id, range)) }
    }
    guard let longest = matches.map(\.range.count).max() else { return }
    if question.type == .choices {
      for match in matches { mark(match.range, stems) }
      let ids = question.options.map(\.id).filter { id in matches.contains { $0.id == id } }
      guard let first = matches.first else { return }
      _ = note(.choices(ids), question, pieces(first.range, stems))
      return
    }
    let best = matches.filter { $0.range.count == longest }
    guard best.count == 1, let match = best.first else { return }
    let value: Value? =
      switch question.type {
      case .yesno: Chooser.yesno(match.id).map { .yesno($0) }
      case .scale:
        (Int(match.id) ?? question.options.firstIndex { $0.id == match.id }.map { $0 + 1 }).map {
          .scale($0)
        }
      default: .choice(match.id)
      }
    guard let value, note(value, question, pieces(match.range, stems)) else { return }
    mark(match.range, stems)
  }

  private mutating func mark(_ range: Range<Int>, _ stems: Stems) {
    let pieces = pieces(range, stems)
    taken.formUnion(pieces)
    spoken.formUnion(pieces)
  }

  private func pieces(_ range: Range<Int>, _ stems: Stems) -> Range<Int> {
    stems.pieces[range.lowerBound]..<stems.pieces[range.upperBound - 1] + 1
  }

  // MARK: Dates, times, lengths, amounts, numbers

  private mutating func fillFinding(_ question: Question) {
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
          question.type == .scale ? .scale(Int(number)) : .number(number), question, finding.pieces)
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
