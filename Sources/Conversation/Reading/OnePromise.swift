package import RapportKit

extension Reader {
  /// `text`, which is one promise, with who keeps it taken off; nil where it names nobody ("new labels").
  ///
  ///     reader.promise("Dana calls Maria", to: ["Acme"])         // who "Dana", what "call Maria"
  ///     reader.promise("Acme will send the list", to: ["Acme"])  // who "Acme", what "send the list", theirs
  ///     reader.promise("they will get a list", to: ["Acme"])     // what "a list": ours, and nobody named
  ///
  /// - Parameter customers: what the customer and the person there are called, on record or not.
  package func promise(_ text: String, to customers: [String]) -> FoundPromise? {
    let words = Words(text)
    let end = words.endOfText
    let commitment = CommitmentReader(words: words, now: now, names: names)
    let subject = commitment.subject(until: end)
    let pronoun = words.key(0).prefix { $0 != "'" }
    let isPronoun = ["they", "she", "he", "you"].contains(pronoun)
    guard !subject.past, let who = isPronoun ? words.written(0, 1) : subject.who else { return nil }
    var verb = subject.end
    while words.is(verb, "will", "also", "then", "'ll") { verb += 1 }
    let isTheirs = isPronoun || isCustomer(who, customers)
    let what = { (start: Int) in mend(words.written(start, end)) }
    if isTheirs, words.is(verb, "have", "get", "receive", "has", "gets", "receives"), verb + 1 < end
    {
      return FoundPromise(who: nil, what: what(verb + 1), due: nil, text: text, line: 1)
    }
    let base = CommitmentReader.baseForm(words.key(verb))
    let acts =
      subject.promised
      ? !words.is(verb, in: Self.noDeeds.union(["be", "hear", "find", "can"]))
      : Lexicon.deeds.contains(base)
    guard acts, pronoun != "you", verb < end else { return nil }
    guard subject.promised || isPronoun || isDoer(who, before: verb, in: words) else { return nil }
    return FoundPromise(
      who: isPronoun ? nil : doer(who),
      what: ([base] + (verb + 1 < end ? [what(verb + 1)] : [])).joined(separator: " "),
      due: nil, text: text, line: 1, isTheirs: isTheirs)
  }

  /// Whether `who` is the customer or somebody there.
  private func isCustomer(_ who: String, _ customers: [String]) -> Bool {
    let words = Words(who)
    let keys = NameForms.keys(who)
    if names.isColleague(words) { return false }
    return customers.contains { NameForms([$0, Named(name: $0).firstName]).all.contains(keys) }
      || !names.customers(in: words).isEmpty || !names.people(in: words, of: nil).isEmpty
  }

  /// Whether `who` does it in the present tense: a name, not a thing ("weekly calls").
  private func isDoer(_ who: String, before verb: Int, in words: Words) -> Bool {
    if names.someone(in: words, at: 0) != nil || Lexicon.firstNames.contains(words.key(0)) {
      return true
    }
    if ["i", "we"].contains(who.lowercased()) { return true }
    let object = verb + 1
    return words.all[0].isCapitalised && !words.key(0).hasSuffix("ly")
      && (words.is(object, in: Lexicon.articles) || words.is(object, in: Lexicon.pronouns)
        || words.all.indices.contains(object) && words.all[object].isCapitalised)
  }

  /// A name with its capital; "i" is "I".
  private func doer(_ who: String) -> String {
    let name = mend(who)
    return name.first?.isLowercase == true && name.split(separator: " ").count < 3 && name != "we"
      && !name.hasPrefix("our ") && !name.hasPrefix("my ") ? name.capitalizedFirst : name
  }
}
