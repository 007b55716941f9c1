import RapportKit
import Store

extension InMemoryRecordStore {
  /// All that an in-memory store holds.
  struct State: Sendable {
    /// One record before and after a change.
    struct Row: Sendable {
      var id: RecordID
      var before: StoredRecord?
      var after: StoredRecord?
    }

    /// A change with what it did.
    struct Done: Sendable {
      var entry: ChangeEntry
      var rows: [Row]
    }

    var stored: [RecordID: StoredRecord] = [:]
    var done: [Done] = []
    /// The number of every record there ever was.
    private var numbers: [RecordID: Int] = [:]

    /// The links, by the numbers of both ends.
    var links: [Change.Link] {
      stored.values.flatMap { from in
        from.links.map { Change.Link(from.record.id, $0.to, role: $0.role) }
      }.sorted { a, b in
        (numbers[a.from] ?? 0, numbers[a.to] ?? 0, a.role)
          < (numbers[b.from] ?? 0, numbers[b.to] ?? 0, b.role)
      }
    }

    mutating func put(_ new: StoredRecord, at instant: String) {
      var new = new
      let id = new.record.id
      if new.record != stored[id]?.record {
        numbers[id] = numbers[id] ?? numbers.count + 1
        new.record.number = numbers[id]
        new.record.changed = instant
      }
      stored[id] = new
    }

    func change(_ number: Int) throws(Problem) -> Done {
      guard done.indices.contains(number - 1) else {
        throw .noChange(number, latest: done.last?.entry.id)
      }
      return done[number - 1]
    }

    mutating func save(_ change: Change, as entry: ChangeEntry) throws(Problem) -> Saved {
      if let saved = records(savedIn: entry.conversation) { return .already(saved) }
      let old = stored
      for record in change.put {
        let new = StoredRecord(record, links: old[record.id]?.links ?? [])
        if !new.says(sameAs: old[record.id]) { put(new, at: entry.at) }
      }
      for id in change.remove { stored[id] = nil }
      for id in change.remove {
        for (from, held) in stored {
          stored[from]?.links = held.links.filter { $0.to != id }
        }
      }
      for link in change.links {
        guard stored[link.from] != nil else { throw .missing([link.from]) }
        stored[link.from]?.links.insert(.init(to: link.to, role: link.role))
      }
      try checkReferences(since: old, removing: change.remove)

      let touched = Set(old.keys).union(stored.keys).filter { old[$0] != stored[$0] }
      let order = change.put.map(\.id) + change.remove + touched.sorted { "\($0)" < "\($1)" }
      remember(order.filter(touched.contains), since: old, as: entry, undoing: nil)
      return .saved(change.put.compactMap { stored[$0.id]?.record })
    }

    mutating func undo(_ number: Int, as entry: ChangeEntry) throws(Problem) -> Saved {
      if let saved = records(savedIn: entry.conversation) { return .already(saved) }
      let rows = try change(number).rows
      guard !rows.isEmpty else { throw .nothingToUndo(number) }
      let ids = rows.map(\.id)
      if let problem = standing(of: number, touching: ids).problem { throw problem }

      let old = stored
      for row in rows {
        if let before = row.before { put(before, at: entry.at) } else { stored[row.id] = nil }
      }
      try checkReferences(undoing: number, of: ids)
      remember(ids, since: old, as: entry, undoing: number)
      return .saved(ids.compactMap { stored[$0]?.record })
    }

    private mutating func remember(
      _ ids: [RecordID], since old: [RecordID: StoredRecord], as entry: ChangeEntry,
      undoing undone: Int?
    ) {
      var entry = entry
      entry.id = done.count + 1
      entry.undoes = undone
      var seen: Set<RecordID> = []
      let rows = ids.filter { seen.insert($0).inserted }
        .map { Row(id: $0, before: old[$0], after: stored[$0]) }
      done.append(Done(entry: entry, rows: rows))
    }

    private func records(savedIn conversation: ConversationID) -> [Record]? {
      done.first { $0.entry.conversation == conversation }?
        .rows.compactMap { stored[$0.id]?.record }
    }

    /// The records that refer to `id`, by number.
    private func referrers(to id: RecordID) -> [Record] {
      stored.values.filter { $0.references.contains(id) }.map(\.record)
        .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    }

    private func missing(from holders: [StoredRecord]) -> [RecordID] {
      let wanted = holders.reduce(into: Set<RecordID>()) { $0.formUnion($1.references) }
      return wanted.filter { stored[$0] == nil }.sorted { $0.rawValue < $1.rawValue }
    }

    private func checkReferences(
      since old: [RecordID: StoredRecord], removing removed: [RecordID]
    ) throws(Problem) {
      let touched = stored.values.filter { $0 != old[$0.record.id] }
      let missing = missing(from: touched)
      if !missing.isEmpty { throw .missing(missing) }
      for id in removed {
        let others = referrers(to: id).compactMap(\.number)
        if !others.isEmpty { throw .stillNeeded(old[id]?.record.number, by: others) }
      }
    }

    private func checkReferences(undoing number: Int, of ids: [RecordID]) throws(Problem) {
      for gone in missing(from: Array(stored.values)) {
        if ids.contains(gone) {
          for referrer in referrers(to: gone) {
            if let blocker = standing(of: number, touching: [referrer.id]).blocker {
              throw .undoBlocked(number, byReferenceIn: blocker)
            }
          }
        } else if let blocker = standing(of: number, touching: [gone]).blocker {
          throw .undoBlocked(number, byRemovalIn: blocker)
        }
      }
    }

    private func standing(of number: Int, touching ids: [RecordID]) -> Standing {
      let later = done.dropFirst(number).filter { later in
        later.entry.undoes == number || later.rows.contains { ids.contains($0.id) }
      }
      return Standing(of: number, later: later.map(\.entry))
    }
  }
}
