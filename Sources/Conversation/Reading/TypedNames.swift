import RapportKit

/// Customers and people at their own questions: known by any unique part of the name, else new, as typed.
extension Reader {
  func customer(typed text: String) throws(Problem) -> Named {
    let line = Self.bare(text)
    if let known = try known(customer: line) { return known }
    if let owner = Self.withoutPossessive(line), let known = try known(customer: owner) {
      return known
    }
    if let place = Self.place(in: line), let known = try known(customer: place.rest) {
      return known
    }
    return Named(name: try name(line, typed: text, like: "Acme"))
  }

  private func known(customer line: String) throws(Problem) -> Named? {
    let keys = NameForms.keys(line)
    let alike = names.customers(beginning: keys.first ?? "")
    let steps: [(among: [Directory.Customer], fits: (NameForms) -> Bool)] = [
      (alike, { $0.full.contains(keys) }), (alike, { $0.short.contains(keys) }),
      (directory.customers, { $0.full.contains { Self.contains($0, keys) } }),
    ]
    for step in steps {
      let found = step.among.filter { step.fits(NameForms([$0.name] + $0.aliases)) }
      if found.count == 1 { return found[0].named }
      if found.count > 1 { throw Self.several(line, found.map(\.name)) }
    }
    return nil
  }

  func person(typed text: String, of customer: RecordID?) throws(Problem) -> Named {
    var line = Self.bare(text)
    var customer = customer
    if let place = Self.place(in: line), let known = try known(customer: place.rest) {
      line = place.name
      customer = known.id
    }
    if let known = try known(person: line, of: customer) { return known }
    if let owner = Self.withoutPossessive(line), let known = try known(person: owner, of: customer)
    {
      return known
    }
    return Named(name: try name(line, typed: text, like: "Maria Ortiz"))
  }

  private func known(person line: String, of customer: RecordID?) throws(Problem) -> Named? {
    var keys = NameForms.keys(line)
    if keys.count > 1, Named.title(keys[0]) != nil {
      keys.removeFirst()
      if keys.first == "." { keys.removeFirst() }
    }
    let theirs = directory.people.filter { customer != nil && $0.customer == customer }
    for people in [theirs, directory.people] {
      let same = people.filter { NameForms.keys($0.name) == keys }
      let found =
        same.isEmpty ? people.filter { Self.contains(NameForms.keys($0.name), keys) } : same
      if found.count == 1 { return found[0].named }
      if found.count > 1 {
        let names = found.map { person in
          let home = directory.customers.first { $0.id == person.customer }?.name
          return home.map { "\(person.name) at \($0)" } ?? person.name
        }
        throw Self.several(line, names)
      }
      // A first name that is nobody's at the known customer is a new person there, not somebody elsewhere.
      if customer != nil { return nil }
    }
    return nil
  }

  private static func several(_ text: String, _ names: [String]) -> Problem {
    Problem(
      .badAnswer, "“\(text)” can be \(Chooser.list(names)).", help: "Write the whole name.")
  }

  /// Whether `keys` stand in `name` as whole words.
  private static func contains(_ name: [String], _ keys: [String]) -> Bool {
    guard !keys.isEmpty, keys.count <= name.count else { return false }
    return (0...(name.count - keys.count)).contains { Array(name[$0..<$0 + keys.count]) == keys }
  }

  private static func place(in text: String) -> (name: String, rest: String)? {
    for link in [" at ", " from ", " of ", ", "] {
      let parts = text.split(separator: link, maxSplits: 1)
      if parts.count == 2 { return (String(parts[0]).trimmed, String(parts[1]).trimmed) }
    }
    return nil
  }

  static func withoutPossessive(_ text: String) -> String? {
    for ending in ["'s", "’s", "'", "’"] where text.hasSuffix(ending) {
      return String(text.dropLast(ending.count))
    }
    return nil
  }

  private static func bare(_ text: String) -> String {
    var line = text.trimmed
    while let last = line.last, ",;!?".contains(last) { line.removeLast() }
    let words = line.split(separator: " ")
    if line.hasSuffix("."), let last = words.last?.dropLast().lowercased(),
      !Lexicon.companyEndings.contains(last)
    {
      line.removeLast()
    }
    return line
  }
}
