import RapportKit

/// The directory's names, found by their first word, so that a long directory costs a sentence nothing.
///
/// Names are taken apart only when their first word stands in a text.
struct KnownNames: Sendable {
  /// One way a name is written.
  struct Form: Sendable {
    /// The customer's, person's or colleague's position in the directory.
    var entry: Int
    var keys: [String]
    /// As on record.
    var name: String
    /// A part of the name only: the first word of a customer's, the first or last of a person's.
    var partial = false
  }

  /// A name as the tables hold it.
  private struct Name: Sendable {
    var entry: Int
    var name: String
    /// Whether its first word alone may stand for it.
    var short: Bool
  }

  let directory: Directory
  private var customers: [String: [Name]] = [:]
  private var people: [String: [Name]] = [:]
  private var lastNames: [String: [Name]] = [:]
  private var colleagues: [String: [Name]] = [:]

  init(_ directory: Directory) {
    self.directory = directory
    for (entry, customer) in directory.customers.enumerated() {
      customers[Self.first(customer.name), default: []]
        .append(Name(entry: entry, name: customer.name, short: true))
      for alias in customer.aliases {
        customers[Self.first(alias), default: []]
          .append(Name(entry: entry, name: alias, short: false))
      }
    }
    for (entry, person) in directory.people.enumerated() {
      let name = Name(entry: entry, name: person.name, short: true)
      people[Self.first(person.name), default: []].append(name)
      let last = person.name.utf8.lastIndex(of: 32).map { person.name[$0...].dropFirst() }
      lastNames[Self.first(last ?? person.name[...]), default: []].append(name)
    }
    for (entry, name) in directory.colleagues.enumerated() {
      colleagues[Self.first(name), default: []].append(Name(entry: entry, name: name, short: true))
    }
  }

  /// The first word of `name` as a key; plain letters are read without cutting the whole name.
  private static func first(_ name: some StringProtocol) -> String {
    let bytes = name.utf8
    let end = bytes.firstIndex { !(97...122).contains($0 | 32) } ?? bytes.endIndex
    let ends = end == bytes.endIndex || bytes[end] == 32 || (48...57).contains(bytes[end])
    guard ends, end > bytes.startIndex else {
      return Words(String(name)).all.first?.key ?? ""
    }
    return name[..<end].lowercased()
  }

  /// The customers one of whose names begins with `key`.
  func customers(beginning key: String) -> [Directory.Customer] {
    Set((customers[key] ?? []).map(\.entry)).sorted().map { directory.customers[$0] }
  }

  /// The forms of `table` that stand at `start`, with where they end.
  private func forms(
    _ table: [String: [Name]], in words: Words, at start: Int, last: Bool = false
  ) -> [(form: Form, end: Int, possessive: Bool)] {
    let key = words.key(start)
    let keys = key.hasSuffix("'s") ? [key, String(key.dropLast(2))] : [key]
    return keys.flatMap { table[$0] ?? [] }.flatMap { name -> [Form] in
      let forms = NameForms([name.name])
      guard let own = forms.full.first else { return [] }
      var all = forms.all.map { Form(entry: name.entry, keys: $0, name: name.name) }
      if own.count > 1, last {
        all = [Form(entry: name.entry, keys: own.suffix(1), name: name.name, partial: true)]
      } else if own.count > 1, name.short {
        all.append(Form(entry: name.entry, keys: [own[0]], name: name.name, partial: true))
      }
      return all
    }.compactMap { form in
      words.name(form.keys, at: start).map { (form, $0.end, $0.possessive) }
    }
  }

  /// The customers that stand in `words`, in any case; a part of a name only with a capital and when only one has it.
  func customers(in words: Words) -> [NameMatch] {
    scan(words) { customer(in: words, at: $0) }
  }

  /// The people that stand in `words`, those of `customer` before others; a first name only when it is one person's.
  func people(in words: Words, of customer: RecordID?) -> [NameMatch] {
    scan(words) { person(in: words, at: $0, of: customer) }
  }

  private func scan(_ words: Words, _ match: (Int) -> NameMatch?) -> [NameMatch] {
    var matches: [NameMatch] = []
    var index = 0
    while index < words.count {
      guard words.all[index].kind != .sign, let found = match(index) else {
        index += 1
        continue
      }
      matches.append(found)
      index = found.pieces.upperBound
    }
    return matches
  }

  private func customer(in words: Words, at start: Int) -> NameMatch? {
    let all = forms(customers, in: words, at: start)
    var found = all.filter { !$0.form.partial }
    if found.isEmpty, words.all[start].isCapitalised, words.all[start].text.count > 2 {
      let small =
        Lexicon.notNames.contains(words.key(start))
        || Lexicon.functionWords.contains(words.key(start))
      if !small { found = all }
    }
    guard let longest = found.map(\.end).max() else { return nil }
    let best = found.filter { $0.end == longest }
    guard let only = best.first, Set(best.map(\.form.entry)).count == 1,
      words.isName(start..<longest)
    else { return nil }
    let customer = directory.customers[only.form.entry]
    return NameMatch(
      named: customer.named, customer: customer.id, pieces: start..<longest,
      possessive: only.possessive)
  }

  private func person(in words: Words, at start: Int, of customer: RecordID?) -> NameMatch? {
    let titled =
      words.is(start - 1, in: Self.titles)
      || words.is(start - 1, ".") && words.is(start - 2, in: Self.titles)
    let found =
      forms(people, in: words, at: start)
      + (titled ? forms(lastNames, in: words, at: start, last: true) : [])
    guard let longest = found.map(\.end).max() else { return nil }
    var best = found.filter { $0.end == longest }
    if let customer, Set(best.map(\.form.entry)).count > 1 {
      best = best.filter { directory.people[$0.form.entry].customer == customer }
    }
    guard let only = best.first, Set(best.map(\.form.entry)).count == 1,
      words.isName(start..<longest),
      titled || !only.form.partial || only.possessive || !isSurname(in: words, at: longest)
    else { return nil }
    let person = directory.people[only.form.entry]
    let theirs = customer != nil && person.customer == customer
    guard theirs || longest - start > 1 || forms(colleagues, in: words, at: start).isEmpty else {
      return nil
    }
    return NameMatch(
      named: person.named, customer: person.customer, pieces: start..<longest,
      possessive: only.possessive)
  }

  /// Whether another name goes on at `index` of the line: "Tom Fell" is not Tom Jones.
  private func isSurname(in words: Words, at index: Int) -> Bool {
    guard words.all.indices.contains(index), words.all[index].isCapitalised,
      words.all[index].text.count > 1, !words.all[index].isAcronym,
      !words.text[words.all[index - 1].range.upperBound..<words.all[index].range.lowerBound]
        .contains(where: \.isNewline)
    else { return false }
    let key = words.key(index)
    return !key.contains("'") && !Lexicon.notNames.contains(key)
      && !Lexicon.functionWords.contains(key) && forms(customers, in: words, at: index).isEmpty
  }

  /// How many of `list`, words of a line, a customer's name at its beginning takes: one, more for a longer name on record, and
  /// for a new one with a company's ending.
  func wordsOfCustomer(in list: [String]) -> Int {
    let words = Words(list.joined(separator: " "))
    var count = 1
    if let match = customers(in: words).first, match.pieces.lowerBound == 0 {
      let length = words.written(0, match.pieces.upperBound).count
      while count < list.count, list.prefix(count).joined(separator: " ").count < length {
        count += 1
      }
    }
    let ends = { (word: String) in
      Lexicon.companyEndings.contains(word.lowercased().filter { $0 != "." })
        && word.first?.isUppercase == true
    }
    if count < list.count, ends(list[count]), !ends(list[count - 1]) { count += 1 }
    return count
  }

  /// The end of a colleague's or person's name at `start`, no possessive; nil when there is none.
  func someone(in words: Words, at start: Int) -> Int? {
    (forms(colleagues, in: words, at: start) + forms(people, in: words, at: start))
      .filter { !$0.possessive }.map(\.end).max()
  }

  /// Whether a colleague's name, or first name, is all of `words`.
  func isColleague(_ words: Words) -> Bool {
    forms(colleagues, in: words, at: 0).contains { $0.end == words.count && !$0.possessive }
  }

  /// Whether a colleague's name begins at `start`.
  func hasColleague(in words: Words, at start: Int) -> Bool {
    !forms(colleagues, in: words, at: start).isEmpty
  }

  /// Whether `key` begins a known name, or is a person's last.
  func isKnown(_ key: String) -> Bool {
    customers[key] != nil || people[key] != nil || colleagues[key] != nil || lastNames[key] != nil
  }

  /// Who everybody known at `start` is to a stranger; a first name alone is most likely a colleague's.
  func roles(in words: Words, at start: Int) -> [(end: Int, possessive: Bool, role: String)] {
    let customers = forms(customers, in: words, at: start)
      .filter { !$0.form.partial || words.all[start].isCapitalised }
    let known = [
      ("a customer", customers + forms(people, in: words, at: start)),
      ("a colleague", forms(colleagues, in: words, at: start)),
    ].flatMap { role, found in
      found.filter { words.isName(start..<$0.end) }
        .map { (end: $0.end, possessive: $0.possessive, role: role) }
    }
    let key = words.key(start)
    let possessive = key.hasSuffix("'s")
    guard known.isEmpty, words.all[start].isCapitalised, words.isName(start..<start + 1),
      Lexicon.firstNames.contains(possessive ? String(key.dropLast(2)) : key)
    else { return known }
    return [(end: start + 1, possessive: possessive, role: "a colleague")]
  }

  /// Every form at `start`, longest first; a customer's only whole.
  func mendable(in words: Words, at start: Int) -> [(form: Form, end: Int)] {
    let whole = forms(customers, in: words, at: start).filter { !$0.form.partial }
    let all =
      whole + forms(people, in: words, at: start) + forms(colleagues, in: words, at: start)
    return all.map { ($0.form, $0.end) }.sorted { $0.1 > $1.1 }
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "frau", "herr", "madame", "monsieur", "sir",
  ]
}
