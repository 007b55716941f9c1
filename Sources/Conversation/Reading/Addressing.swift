package import RapportKit

extension Reader {
  /// In a sentence meant for `person` at `customer`, their own names become "you" or "your", and a verb behind agrees.
  ///
  ///     reader.addressed("sent Acme the wrong invoice", to: acme)  // "sent you the wrong invoice"
  ///     reader.addressed("Acme's invoice was wrong", to: acme)     // "your invoice was wrong"
  ///     reader.addressed("forgot to call back Maria", to: acme, maria)  // "forgot to call you back"
  ///
  /// Left alone, the whole of it, when any mention is in doubt: behind an article or "at", beside another name,
  /// before a verb whose form is not known. "them" and "their" are never touched; "she" and "he" only behind the
  /// person's name, or where they open the sentence, with nobody else named before them.
  package func addressed(_ text: String, to customer: Named?, _ person: Named? = nil) -> String {
    let words = Words(text)
    let addressed = Addressed(words: words, names: names, customer: customer, person: person)
    var edits: [(Range<String.Index>, String)] = []
    var index = 0
    var met = false
    while index < words.count {
      let mention =
        addressed.name(at: index) ?? (met || index == 0 ? addressed.pronoun(at: index) : nil)
      guard let mention else {
        // Behind anybody else's name "she" may be that one.
        if addressed.isSomebodyElse(index) { met = false }
        index += 1
        continue
      }
      if let change = mention.edits() {
        edits += change
      } else if !mention.isPronoun {
        return text
      }
      met = met || mention.isPerson
      index = mention.pieces.upperBound
    }
    var out = text
    for (range, replacement) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      out.replaceSubrange(range, with: replacement)
    }
    return out
  }

  /// The same text for everybody to read: whoever is known in it is "a customer" or "a colleague".
  ///
  ///     reader.unnamed("we sent Kite's invoice to Acme")  // "we sent a customer's invoice to a customer"
  ///
  /// - Parameter others: the names of customers and their people who are not on record.
  package func unnamed(_ text: String, _ others: [String] = []) -> String {
    let words = Words(text)
    let own = others.flatMap { NameForms([$0, Named(name: $0).firstName]).all }
    var out = ""
    var copied = text.startIndex
    var index = 0
    while index < words.count {
      let customer = own.compactMap { words.name($0, at: index) }.filter {
        words.isName(index..<$0.end)
      }
      .map { (end: $0.end, possessive: $0.possessive, role: "a customer") }
      guard
        let match = (customer + names.roles(in: words, at: index)).max(by: { $0.end < $1.end })
      else {
        index += 1
        continue
      }
      let range = words.range(index, match.end)
      let role = match.role + (match.possessive ? "'s" : "")
      out +=
        text[copied..<range.lowerBound]
        + (words.opensSentence(index) && index > 0 ? role.capitalizedFirst : role)
      copied = range.upperBound
      index = match.end
    }
    return out + text[copied...]
  }
}

/// Who a sentence is meant for, by all that they are called in it.
private struct Addressed {
  let words: Words
  let names: KnownNames
  private let customers: [[String]]
  private let people: [[String]]

  init(words: Words, names: KnownNames, customer: Named?, person: Named?) {
    self.words = words
    self.names = names
    let known = customer.flatMap { named in
      names.directory.customers.first { $0.id == named.id || $0.name == named.name }
    }
    customers =
      NameForms([customer?.name, known?.name].compactMap(\.self) + (known?.aliases ?? [])).all
    people = person.map(Self.forms) ?? []
  }

  /// "Maria Ortiz", "Maria", "Ms Ortiz".
  private static func forms(of person: Named) -> [[String]] {
    let parts = person.name.split(separator: " ").map(String.init)
    var forms = [person.name, person.greetingName]
    if parts.count > 1, let last = parts.last {
      for title in ["Mr", "Mrs", "Ms", "Miss", "Dr"] {
        forms += ["\(title) \(last)", "\(title). \(last)"]
      }
    }
    return NameForms(forms).full
  }

  /// Their name at `index`; a first name that a colleague has too is nobody's.
  func name(at index: Int) -> Mention? {
    if !names.hasColleague(in: words, at: index), !isOrdinary(index),
      var end = longest(people, at: index)
    {
      // "Maria at Acme"
      if !end.possessive, words.is(end.end, "at", "from"),
        let home = longest(customers, at: end.end + 1)
      {
        end = home
      }
      return Mention(
        words: words, pieces: index..<end.end, possessive: end.possessive, isPerson: true)
    }
    return longest(customers, at: index).map {
      Mention(words: words, pieces: index..<$0.end, possessive: $0.possessive)
    }
  }

  /// Whether the word at `index` is a month, or written as the ordinary word that it is too: "in May", "with joy".
  private func isOrdinary(_ index: Int) -> Bool {
    let key = words.key(index)
    if Lexicon.months[key] != nil {
      let isMet =
        words.is(index - 1, in: Lexicon.dealingVerbs)
        || words.is(index - 1, "to", "with", "from", "and", "call", "called")
      return !isMet || words.width(index + 1) > 0 || words.width(index - 1) > 0
    }
    return Lexicon.wordNames.contains(key) && !words.all[index].isCapitalised
  }

  private func longest(_ forms: [[String]], at index: Int) -> (end: Int, possessive: Bool)? {
    let all = forms.compactMap { words.name($0, at: index) }
    return all.max { $0.end < $1.end }.flatMap { end in
      words.isName(index..<end.end) || index == 0 ? end : nil
    }
  }

  /// "she", "his": who was named last.
  func pronoun(at index: Int) -> Mention? {
    guard !people.isEmpty, Mention.pronouns[words.key(index)] != nil else { return nil }
    return Mention(
      words: words, pieces: index..<index + 1, possessive: false, isPerson: true, isPronoun: true)
  }

  /// Whether somebody else's name stands at `index`.
  func isSomebodyElse(_ index: Int) -> Bool {
    names.hasColleague(in: words, at: index)
      || words.all[index].isCapitalised && !words.opensSentence(index)
        && Lexicon.weekdays[words.key(index)] == nil && Lexicon.months[words.key(index)] == nil
        && !Lexicon.notNames.contains(words.key(index)) && !words.all[index].isAcronym
  }
}
