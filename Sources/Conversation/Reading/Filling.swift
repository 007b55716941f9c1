import RapportKit

/// One sentence being filled: what was found, and which pieces it took.
struct Filling {
  let reader: Reader
  let words: Words
  let given: Answers
  /// The answers found, by question.
  var found: [String: Answer] = [:]
  /// Why a deadline that has passed does not fit a question about a day ahead.
  var refused: [String: Problem] = [:]
  /// Pieces that filled something.
  var taken: Set<Int> = []
  /// Pieces that an option or a commitment took: whole statements of them may go.
  var spoken: Set<Int> = []
  /// Phrases that may leave the sentence.
  var cuts: [Range<Int>] = []
  /// The customer's pieces.
  var names: Range<Int>?
  private var customer: RecordID?
  /// Sightings that filled something, and spans and moments whose second time did.
  var usedSightings: Set<Range<Int>> = []
  var usedEnds: Set<Range<Int>> = []
  /// What was found in the sentence, by direction.
  var seen: [Direction: [Sighting]] = [:]

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
    default: fillSighting(question)
    }
  }

  /// Notes `value` for `question` when its bounds allow it.
  mutating func note(_ value: Value, _ question: Question, _ pieces: Range<Int>) -> Bool {
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
}
