import GRDB
package import RapportKit

// What the stores refuse, in words; both of them use these, so that they say the same.
extension Problem {
  /// A change that no store can keep; `why` is a clause.
  package static func unkeepable(_ why: String) -> Problem {
    Problem(
      .store, "Nothing was saved: \(why).",
      help: "This is a mistake in the plugin; tell its author what you did and what it says here.")
  }

  /// A change that refers to records nobody knows.
  package static func missing(_ ids: [RecordID]) -> Problem {
    let list = ids.map(\.rawValue).joined(separator: ", ")
    return Problem(
      .store,
      ids.count == 1
        ? "Nothing was saved: the change refers to record \(list), which is not there."
        : "Nothing was saved: the change refers to records \(list), which are not there.",
      help: "It may have been taken back in another window; look it up and try again.")
  }

  /// A record that cannot go because others belong to it.
  package static func stillNeeded(_ number: Int?, by others: [Int]) -> Problem {
    let list = others.prefix(5).map { "#\($0)" }.joined(separator: ", ")
    let more = others.count > 5 ? " and \(others.count - 5) more" : ""
    return Problem(
      .store,
      "Nothing was saved: #\(number ?? 0) cannot be removed, because \(list)\(more) "
        + (others.count == 1 ? "belongs to it." : "belong to it."),
      help: others.count == 1
        ? "Remove that one first, or both together."
        : "Remove those first, or all together.")
  }

  /// A change number nobody gave out.
  package static func noChange(_ change: Int, latest: Int?) -> Problem {
    Problem(
      .notFound, "There is no change \(change).",
      help: latest.map { "The latest is change \($0)." } ?? "Nothing has been saved yet.")
  }

  /// A change that touched no record.
  package static func nothingToUndo(_ change: Int) -> Problem {
    Problem(
      .notFound, "Change \(change) changed no records, so there is nothing to take back.",
      help: "Choose another change.")
  }

  /// An undo of what is undone.
  package static func alreadyUndone(_ change: Int, by entry: ChangeEntry) -> Problem {
    Problem(
      .conflict, "Change \(change) is already taken back by change \(entry.id ?? 0).",
      help: "To have it again, take back change \(entry.id ?? 0).")
  }

  /// An undo that would lose later work on the same records.
  package static func undoBlocked(_ change: Int, by entry: ChangeEntry) -> Problem {
    blocked(change, entry, "later touched the same records")
  }

  /// An undo that would remove what a later record refers to.
  package static func undoBlocked(_ change: Int, byReferenceIn entry: ChangeEntry) -> Problem {
    blocked(change, entry, "refers to what it added")
  }

  /// An undo that would bring back a record whose customer, person or link is gone.
  package static func undoBlocked(_ change: Int, byRemovalIn entry: ChangeEntry) -> Problem {
    blocked(change, entry, "removed what it refers to")
  }

  private static func blocked(_ change: Int, _ entry: ChangeEntry, _ why: String) -> Problem {
    Problem(
      .conflict,
      "Change \(change) cannot be taken back, because change \(entry.id ?? 0) "
        + "(`\(entry.command)`) \(why).",
      help: "Take back change \(entry.id ?? 0) first.")
  }
}

// What goes wrong with the file.
extension Problem {
  static func notRecords(_ file: String) -> Problem {
    Problem(
      .store, "This file is not Rapport’s, so it was left as it is.",
      help: "Move it elsewhere, or set RAPPORT_HOME to another folder.", at: Place(file: file))
  }

  static func newerRecords(_ file: String) -> Problem {
    Problem(
      .store, "These records were written by a newer Rapport; they were left as they are.",
      help: "Update Rapport and try again.", at: Place(file: file))
  }

  static func damaged(_ file: String) -> Problem {
    Problem(
      .store, "The records are damaged; the file was left as it is.",
      help: "Keep a copy of it, move it away, and put a backup in its place.",
      at: Place(file: file))
  }

  static func unwritable(_ file: String) -> Problem {
    Problem(
      .store, "The records may not be written here.",
      help: "Check who may write in that folder, or set RAPPORT_HOME to a folder of your own.",
      at: Place(file: file))
  }

  static func diskFull(_ file: String) -> Problem {
    Problem(
      .store, "The disk is full, so nothing was saved.",
      help: "Make some room there and try again.", at: Place(file: file))
  }

  /// What a failure below comes to; of SQLite's own words only the number is kept, for they may quote a record.
  init(store error: any Error, file: String) {
    switch error {
    case let problem as Problem: self = problem
    case is CancellationError:
      self.init(.interrupted, "Stopped; nothing was saved.", help: "Run it again to save it.")
    case is JSONText.Damage: self = .damaged(file)
    case let error as DatabaseError: self.init(error, file: file)
    default:
      self.init(
        .store, "The records could not be opened.", help: "Try again.", at: Place(file: file))
    }
  }

  private init(_ error: DatabaseError, file: String) {
    switch error.extendedResultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: self = .damaged(file)
    // The second: no room for the index of the write-ahead log.
    case .SQLITE_FULL, .SQLITE_IOERR_SHMSIZE: self = .diskFull(file)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unwritable(file)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .store, "Another Rapport has been writing to the records for a while; nothing was saved.",
        help: "Try again in a moment.", at: Place(file: file))
    case .SQLITE_INTERRUPT, .SQLITE_ABORT:
      self.init(.interrupted, "Stopped; nothing was saved.", help: "Run it again to save it.")
    default:
      self.init(
        .store,
        "The records could not be read or written (SQLite \(error.extendedResultCode.rawValue)).",
        help: "Try again; if it stays, put a backup in the file’s place and tell us the number.",
        at: Place(file: file))
    }
  }
}
