public import FoundationEssentials

/// A promise record, read and moved on by the one set of rules that every plugin shares.
///
///     let promise = try Promise(record)?.becoming(.kept, at: context.surroundings.now)
///     promise?.record.state  // "kept"
///
/// What was said to whom stays in `history`: nothing is overwritten. The states are those of Sull & Spinosa's
/// promise cycle (2007) in people's words.
public struct Promise: Sendable, Hashable {
  /// Where a promise stands.
  public enum State: String, Sendable, Hashable, CaseIterable, Codable {
    /// They asked for it; nobody has said yes.
    case asked
    /// We offered it; they have not said yes.
    case offered
    /// It is promised.
    case promised
    /// It is promised for another day, and they were told before the first one had come.
    case moved
    /// It is done, say we.
    case kept
    /// It is done, say they.
    case confirmed
    /// It was not kept.
    case broken
    /// Both sides let it go.
    case dropped

    /// What may follow.
    public var next: [State] {
      switch self {
      case .asked: [.offered, .promised, .dropped]
      case .offered: [.promised, .dropped]
      case .promised, .moved: [.kept, .moved, .broken, .dropped]
      case .kept: [.confirmed, .broken]
      case .confirmed, .broken, .dropped: []
      }
    }

    /// Whether something is still to be done.
    public var isOpen: Bool { [.asked, .offered, .promised, .moved].contains(self) }
  }

  /// The record, as it is saved.
  public private(set) var record: Record
  /// Where it stands.
  public private(set) var state: State

  /// Reads a record; nil when it is no promise.
  public init?(_ record: Record) {
    guard record.kind == .promise else { return nil }
    self.record = record
    state = State(rawValue: record.state) ?? .promised
  }

  /// A new promise.
  ///
  /// - Parameters:
  ///   - owner: who keeps it: `me` or a name.
  ///   - isTheirs: whether the customer keeps it, and not we.
  ///   - done: what they will see when it is done.
  ///   - means: yes, no, or what is missing.
  public init(
    id: RecordID, _ title: String, customer: RecordID?, person: RecordID? = nil, owner: String,
    isTheirs: Bool = false, state: State = .promised, made: LocalDate, due: Moment?,
    done: String? = nil,
    means: String? = nil, plugin: String, zone: TimeZone
  ) {
    self.state = state
    record = Record(
      id: id, kind: .promise, customer: customer, person: person, title: title,
      state: state.rawValue, plugin: plugin,
      body: .compact([
        "owner": .text(owner), "made": .text(made.description),
        "first_due": .text(due?.description), "done": .text(done), "means": .text(means),
        "theirs": isTheirs ? true : nil,
      ]),
      due: due, zone: zone.identifier)
  }

  /// Who keeps it: `me` or a name.
  public var owner: String { record.body["owner"]?.text ?? "me" }

  /// Whether the customer keeps it: it is waited for, and counts in none of our figures.
  public var isTheirs: Bool { record.body["theirs"]?.bool ?? false }

  /// The day it was made; nil when nobody noted that.
  public var made: LocalDate? {
    record.body["made"]?.text.flatMap { LocalDate(iso: $0.prefix(10)) }
  }

  /// By when it was promised first.
  public var firstDue: Moment? {
    record.body["first_due"]?.text.flatMap { Moment(iso: $0) } ?? (moves == 0 ? record.due : nil)
  }

  /// When it was done.
  public var kept: Moment? { record.body["kept"]?.text.flatMap { Moment(iso: $0) } }

  /// How often it was moved.
  public var moves: Int { record.body["moves"]?.int ?? 0 }

  /// Whether they got more than was promised.
  public var exceeded: Bool { record.body["exceeded"]?.bool ?? false }

  /// How many days it took from the promise to the deed; nil while that is not known.
  public var days: Int? {
    guard let made, let kept else { return nil }
    return kept.date.number - made.number
  }

  /// How many days late it was done, 0 when it was on time; nil when it is not done or had no date.
  public var daysLate: Int? {
    guard let kept, let due = record.due else { return nil }
    let isLate = kept.time == nil ? kept.date > due.date : kept > due
    return isLate ? Swift.max(1, kept.date.number - due.date.number) : 0
  }

  /// "Kept: new labels.", or how late it was.
  public var keptWords: String {
    let late = daysLate ?? 0
    let days = late == 1 ? "1 day" : "\(late) days"
    return late > 0 ? "Kept, \(days) late: \(record.title)." : "Kept: \(record.title)."
  }

  /// Whether its time has passed at `now` and it is not done.
  public func isOverdue(at now: Moment) -> Bool {
    guard [.promised, .moved].contains(state), let due = record.due else { return false }
    return due < now
  }

  /// Whether it is kept and they have said nothing for `unanswered` days.
  public func isUnconfirmed(on today: LocalDate, after unanswered: Int) -> Bool {
    guard state == .kept, let kept else { return state == .kept }
    return today.number - kept.date.number >= unanswered
  }

  /// The promise in `state` from `moment` on; a problem when that is not allowed.
  ///
  /// - Parameters:
  ///   - due: the new day, when it is moved or agreed.
  ///   - zone: the zone of that day.
  ///   - exceeded: whether they got more than was promised.
  ///   - note: what else is to be remembered.
  public func becoming(
    _ state: State, at moment: Moment, due: Moment? = nil, zone: TimeZone? = nil,
    exceeded: Bool = false, note: String? = nil
  ) throws(Problem) -> Promise {
    try check(state, at: moment, due: due)
    var promise = self
    promise.state = state
    promise.record.state = state.rawValue
    var body = record.body
    var entry: [(String, Node?)] = [
      ("at", .text(moment.description)), ("state", .text(state.rawValue)),
      ("due", .text(due?.description)), ("note", .text(note)),
    ]
    if state == .moved { entry.append(("from", .text(record.due?.description))) }
    body["history"] = .list(
      (body["history"]?.list ?? []) + [
        Node(.map(entry.compactMap { key, value in value.map { Node.Entry(key, $0) } }))
      ])
    if let due {
      body["first_due"] = .text((firstDue ?? due).description)
      promise.record.due = due
      if let zone { promise.record.zone = zone.identifier }
    }
    switch state {
    case .moved: body["moves"] = .number(moves + 1)
    case .kept:
      body["kept"] = .text(moment.description)
      if exceeded { body["exceeded"] = true }
    case .promised: if made == nil { body["made"] = .text(moment.date.description) }
    default: break
    }
    promise.record.body = body
    return promise
  }
}
