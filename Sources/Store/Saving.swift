import GRDB
import RapportKit

extension Database {
  /// Saves `change`, which has passed its checks, within the transaction of the caller.
  func save(_ change: Change, as entry: ChangeEntry) throws -> Saved {
    if let saved = try records(savedIn: entry.conversation) { return .already(saved) }
    let effects = try effects(of: change)
    try write(effects, as: entry, undoing: nil)
    try checkReferences(in: effects)
    return .saved(try currentRecords(change.put.map(\.id)))
  }

  /// What `change` would do: records put, records removed, then by id those that only gain or lose links. What
  /// changes nothing is left out.
  private func effects(of change: Change) throws -> [Effect] {
    var order: [RecordID] = []
    var touched: Set<RecordID> = []
    var before: [RecordID: StoredRecord] = [:]
    var after: [RecordID: StoredRecord] = [:]
    func touch(_ id: RecordID) throws {
      guard touched.insert(id).inserted else { return }
      order.append(id)
      before[id] = try storedRecord(id)
      after[id] = before[id]
    }

    for record in change.put {
      try touch(record.id)
      let new = StoredRecord(record, links: before[record.id]?.links ?? [])
      if !new.says(sameAs: before[record.id]) { after[record.id] = new }
    }
    for id in change.remove {
      try touch(id)
      after[id] = nil
    }
    for id in change.remove {
      for source in try sources(ofLinksTo: id) {
        try touch(source)
        guard let links = after[source]?.links else { continue }
        after[source]?.links = links.filter { $0.to != id }
      }
    }
    for link in change.links {
      try touch(link.from)
      guard after[link.from] != nil else { throw Problem.missing([link.from]) }
      after[link.from]?.links.insert(.init(to: link.to, role: link.role))
    }

    let named = change.put.count + change.remove.count
    order[named...].sort { $0.rawValue < $1.rawValue }
    return order.compactMap { id in
      let effect = Effect(id: id, before: before[id], after: after[id])
      let changes =
        effect.before.map { !$0.says(sameAs: effect.after) } ?? (effect.after != nil)
      return changes ? effect : nil
    }
  }

  /// Applies `effects` and remembers them as one change.
  func write(_ effects: [Effect], as entry: ChangeEntry, undoing undone: Int?) throws {
    try cachedStatement(
      sql: #"INSERT INTO change (at, "by", command, conversation, undoes) VALUES (?, ?, ?, ?, ?)"#
    ).execute(
      arguments: [entry.at, entry.by, entry.command, entry.conversation.rawValue, undone])
    let change = lastInsertedRowID
    let row = try cachedStatement(
      sql: "INSERT INTO change_row (change, record, before, after) VALUES (?, ?, ?, ?)")
    for effect in effects {
      let after = try write(effect, at: entry.at)
      try row.execute(
        arguments: [change, effect.id.rawValue, effect.before?.json, after?.json])
    }
  }

  /// Applies one effect and gives the record as it now stands.
  private func write(_ effect: Effect, at instant: String) throws -> StoredRecord? {
    guard var after = effect.after else {
      try cachedStatement(sql: "DELETE FROM link WHERE a = ?")
        .execute(arguments: [effect.id.rawValue])
      try cachedStatement(sql: "DELETE FROM record WHERE id = ?")
        .execute(arguments: [effect.id.rawValue])
      return nil
    }
    if effect.before?.record != after.record {
      after.record.changed = instant
      after.record.number = try put(after.record, replacing: effect.before?.record)
    }
    let before = effect.before?.links ?? []
    for link in before.subtracting(after.links) {
      try cachedStatement(sql: "DELETE FROM link WHERE a = ? AND b = ? AND role = ?")
        .execute(arguments: [effect.id.rawValue, link.to.rawValue, link.role])
    }
    for link in after.links.subtracting(before) {
      try cachedStatement(sql: "INSERT INTO link (a, b, role) VALUES (?, ?, ?)")
        .execute(arguments: [effect.id.rawValue, link.to.rawValue, link.role])
    }
    return after
  }

  /// Writes `record` and gives its number: the one it has, had before it was removed, or the next.
  private func put(_ record: Record, replacing old: Record?) throws -> Int {
    let columns = """
      id, kind, customer, person, title, folded_title, state, plugin, "by", changed, body, happened, due, zone,
      due_utc
      """
    if let number = old?.number {
      try cachedStatement(
        sql: "UPDATE record SET (\(columns)) = (\(placeholders(15))) WHERE number = ?"
      ).execute(arguments: record.arguments + [number])
      return number
    }
    try cachedStatement(
      sql: "INSERT INTO record (\(columns), number) VALUES (\(placeholders(15)), ?)"
    ).execute(arguments: record.arguments + [try formerNumber(of: record.id)])
    return Int(lastInsertedRowID)
  }

  private func formerNumber(of id: RecordID) throws -> Int? {
    try Int.fetchOne(
      cachedStatement(
        sql: """
          SELECT json_extract(before, '$.number') FROM change_row
          WHERE record = ? AND before IS NOT NULL ORDER BY change DESC LIMIT 1
          """), arguments: [id.rawValue])
  }

  private func placeholders(_ count: Int) -> String {
    repeatElement("?", count: count).joined(separator: ", ")
  }
}
