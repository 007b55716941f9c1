import RapportKit
import Store

extension RecordQuery {
  /// The records of `all` that fit, in the order that is asked for.
  func choose(from all: [Record]) -> [Record] {
    let fitting = all.filter(fits)
    let ordered =
      switch order {
      case .newest: fitting.sorted { $0.count > $1.count }
      case .number: fitting.sorted { $0.count < $1.count }
      case .latest: fitting.sorted { $0.isLater(than: $1) }
      case .due: fitting.filter { undated || $0.due != nil }.sorted { $0.dueKey < $1.dueKey }
      }
    let few = limit.map { Array(ordered.prefix(max(0, $0))) } ?? ordered
    guard let bodyKey else { return few }
    return few.map { record in
      var lean = record
      lean.body = [:]
      if let value = record.body[bodyKey] { lean.body[bodyKey] = value }
      return lean
    }
  }

  private func fits(_ record: Record) -> Bool {
    (ids.isEmpty || ids.contains(record.id))
      && (number == nil || number == record.number)
      && (kinds.isEmpty || kinds.contains(record.kind))
      && (customer == nil || customer == record.customer)
      && (states.isEmpty || states.contains(record.state))
      && (title == nil || title?.folded == record.title.folded)
      && (person == nil || person == record.person)
      && (owner == nil || owner?.lowercased() == record.body["owner"]?.text?.lowercased())
      && (dueBy.map { limit in record.dueInstant.map { $0 <= limit } ?? false } ?? true)
      && (!undated || record.due == nil)
  }
}

extension Record {
  fileprivate var count: Int { number ?? 0 }
  fileprivate var dueKey: (Int, Int) { (dueInstant ?? 0, count) }

  fileprivate func isLater(than other: Record) -> Bool {
    switch (happened, other.happened) {
    case (let mine?, let theirs?) where mine != theirs: mine > theirs
    case (_?, nil): true
    case (nil, _?): false
    default: count > other.count
    }
  }
}
