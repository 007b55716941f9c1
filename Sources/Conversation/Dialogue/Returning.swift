import RapportKit

/// Coming back from a command that was run in between.
extension Dialogue {
  /// Goes on at the same question, knowing who was added and what was set meanwhile.
  mutating func goOn(_ directory: Directory, _ settings: Settings) -> [Effect] {
    self.directory = directory
    self.settings = settings
    names = Reader(surroundings: surroundings, directory: directory, settings: settings)
    meet()
    return stay(after: knowThePerson())
  }

  /// Says what had been begun when the conversation was left, and keeps it for the Up key.
  mutating func recall(_ text: String) -> [Effect] {
    guard let question = currentQuestion else { return [] }
    typed[question.id] = line(text, at: question)
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    let shown = first == text && first.count <= 60 ? text : first.prefix(59) + "…"
    return [.say(.note("You had begun “\(shown)”; the Up key brings it back.")), .ask(prompt())]
  }

  /// Whoever was new to this conversation and has come on record meanwhile is no newcomer any more.
  private mutating func meet() {
    for newcomer in newcomers {
      let named =
        newcomer.kind == .customer
        ? directory.customers.first { $0.name.lowercased() == newcomer.title.lowercased() }?.named
        : directory.people.first { $0.name.lowercased() == newcomer.title.lowercased() }?.named
      guard let named else { continue }
      let change = { (old: Named) in old.id == newcomer.id ? named : old }
      answers = answers.naming(change)
      row = row?.naming(change)
      begun = begun.mapValues { $0.naming(change) }
      newcomers.removeAll { $0.id == newcomer.id }
    }
  }
}

extension Dialogue.Row {
  /// The row and those before it with every name as `change` gives it.
  fileprivate func naming(_ change: (Named) -> Named) -> Self {
    var copy = self
    copy.answers = answers.naming(change)
    copy.rows = rows.map { $0.naming(change) }
    return copy
  }
}
