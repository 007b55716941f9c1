import RapportKit

/// Customers and people who are not on record yet.
extension Dialogue {
  /// The reader that also knows whom this conversation has named first, for putting answers into messages.
  var speaker: Reader {
    guard !newcomers.isEmpty else { return reader }
    var directory = directory
    for record in newcomers {
      if record.kind == .customer {
        directory.customers.append(.init(id: record.id, name: record.title))
      } else {
        directory.people.append(.init(id: record.id, name: record.title, customer: record.customer))
      }
    }
    return Reader(surroundings: surroundings, directory: directory, settings: settings)
  }

  /// Gives a customer or person who is not on record an id of this conversation.
  mutating func adopt(_ value: Value) -> Value {
    switch value {
    case .customer(let named) where named.id == nil:
      .customer(Named(id: newcomer(.customer, named.name), name: named.name))
    case .person(let named) where named.id == nil:
      .person(Named(id: newcomer(.person, named.name), name: named.name))
    default: value
    }
  }

  /// The id of this conversation itself; where it is held again, its other records have the first one's.
  private var ownID: ConversationID { setup.id ?? id }

  private mutating func newcomer(_ kind: Record.Kind, _ name: String) -> RecordID {
    if let known = newcomers.first(where: { $0.kind == kind && $0.title == name }) {
      return known.id
    }
    let record = Record(
      id: ownID.record(Position.newcomers + newcomers.count), kind: kind, title: name,
      state: "active")
    newcomers.append(record)
    return record.id
  }

  /// "Acme is new to me; added, `undo` takes it back.", and whom on record it may mean instead.
  func note(newcomer record: Record) -> Effect {
    let known = record.kind == .customer ? reader.directory.customers.map(\.name) : []
    let near = record.title.nearest(in: known).map { " Did you mean \($0)?" } ?? ""
    return .say(.note("\(record.title) is new to me; added, `undo` takes it back.\(near)"))
  }

  /// Drops newcomers whom a change has left unnamed, ties people to their customer, and in batch, where the
  /// conversation's id is known only now, gives them their ids.
  mutating func welcome() {
    let named = answers.named
    var kept: [Record] = []
    var ids: [RecordID: RecordID] = [:]
    let home = answers.named("customer")
    for var record in newcomers where named.contains(record.id) {
      // Two who name the same newcomer at the same moment name one record.
      let of = record.kind == .person ? home?.name ?? "" : ""
      let new = ConversationID(of: "\(record.kind.rawValue) \(record.title) \(of)".lowercased())
        .record(Position.newcomers)
      ids[record.id] = new
      record.id = new
      kept.append(record)
    }
    answers = answers.naming { Named(id: $0.id.map { ids[$0] ?? $0 }, name: $0.name) }
    for index in kept.indices where kept[index].kind == .person {
      kept[index].customer = answers.named("customer")?.id
    }
    newcomers = kept
  }
}

extension Answers {
  /// Everybody on record whom an answer names, in rows too.
  fileprivate var named: Set<RecordID> {
    var ids: Set<RecordID> = []
    _ = naming { named in
      if let id = named.id { ids.insert(id) }
      return named
    }
    return ids
  }

  /// The answers with every name as `change` gives it, in rows too.
  func naming(_ change: (Named) -> Named) -> Answers {
    var copy = self
    for id in ids {
      switch self[id]?.value {
      case .customer(let named)?: copy[id]?.state = .given(.customer(change(named)))
      case .person(let named)?: copy[id]?.state = .given(.person(change(named)))
      case .list(let rows)?: copy[id]?.state = .given(.list(rows.map { $0.naming(change) }))
      default: break
      }
    }
    return copy
  }
}

/// Where the host's own records stand in a conversation; plugins have 0 to 899.
enum Position {
  static let drafts = 900
  static let steps = 930
  static let news = 950
  static let newcomers = 980
}
