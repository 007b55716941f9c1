package import RapportKit

/// Whether a change may be taken back, judged by the later ones that touched the same records.
///
/// A later change that was itself taken back does not stand in the way, nor does the change that took it back; so a
/// row of changes can be undone from the last to the first, and an undo can be undone.
package enum Standing: Sendable, Equatable {
  /// Nothing stands in the way.
  case free
  /// It has been taken back by another.
  case takenBack(by: ChangeEntry, change: Int)
  /// A later change, the latest of them, touched the same records.
  case blocked(by: ChangeEntry, change: Int)

  /// Judges `change` by `later`: all later changes that touched one of its records or undo it, in any order.
  package init(of change: Int, later: [ChangeEntry]) {
    var takenBack: Set<Int> = []
    var blocker: ChangeEntry?
    for entry in later.sorted(by: { ($0.id ?? 0) > ($1.id ?? 0) }) {
      guard let id = entry.id, !takenBack.contains(id) else { continue }
      if let undone = entry.undoes {
        takenBack.insert(undone)
        if undone == change {
          self = .takenBack(by: entry, change: change)
          return
        }
        if undone > change { continue }
      }
      blocker = blocker ?? entry
    }
    self = blocker.map { .blocked(by: $0, change: change) } ?? .free
  }

  /// The later change that stands in the way.
  package var blocker: ChangeEntry? {
    if case .blocked(let entry, _) = self { entry } else { nil }
  }

  /// The refusal; nil when nothing stands in the way.
  package var problem: Problem? {
    switch self {
    case .free: nil
    case .takenBack(let entry, let change): .alreadyUndone(change, by: entry)
    case .blocked(let entry, let change): .undoBlocked(change, by: entry)
    }
  }
}
