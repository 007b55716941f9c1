extension Promise {
  /// Refuses a change that is not allowed, and names what is.
  func check(_ new: State, at moment: Moment, due: Moment?) throws(Problem) {
    let name = record.number.map { "Promise \($0)" } ?? "The promise"
    let number = record.number.map(String.init) ?? "N"
    guard state.next.contains(new) else {
      let ways = state.next.map { "`promise \($0.verb) \(number)`" }
      throw Problem(
        .notAllowed,
        state == new
          ? "\(name) is \(state.rawValue) already."
          : "\(name) is \(state.rawValue) and cannot become \(new.rawValue).",
        help: ways.isEmpty
          ? "`undo` takes the last change back; what is owed now is a new promise."
          : "What can follow: \(ways.joined(separator: ", ")).")
    }
    guard new == .moved, let old = record.due else { return }
    guard !(old < moment) else {
      throw Problem(
        .notAllowed,
        "\(name) was due \(Wording(today: moment.date).day(old.date)) and cannot be moved any more.",
        help:
          "When they were told before that, say when: `promise moved \(number) DATE --told DAY`. Else "
          + "`promise broken \(number)`, and promise it anew.")
    }
    guard due != old else {
      throw Problem(
        .notAllowed, "\(name) is due then already.",
        help: "Name another day: `promise moved \(number) DATE`.")
    }
  }
}

extension Promise.State {
  /// The word behind `promise` that leads here.
  public var verb: String { self == .promised ? "agreed" : rawValue }
}

extension Problem.Code {
  /// A change that its rules do not allow.
  public static let notAllowed: Problem.Code = "not-allowed"
}
