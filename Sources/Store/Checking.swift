package import RapportKit

extension Change {
  /// Refuses what no store keeps: ids that are none, days that do not exist, a zone nobody knows, one record twice.
  ///
  /// What refers to what is judged when it is saved.
  package func check(as entry: ChangeEntry) throws(Problem) {
    try entry.check()
    var seen: Set<RecordID> = []
    for id in put.map(\.id) + remove {
      try id.check()
      guard seen.insert(id).inserted else {
        throw .unkeepable("record \(id) stands twice in one change")
      }
    }
    for record in put { try record.check() }
    for link in links {
      try link.from.check()
      try link.to.check()
      guard link.from != link.to else {
        throw .unkeepable("record \(link.from) is linked with itself")
      }
      guard !link.role.isEmpty, link.role.isStorable else {
        throw .unkeepable("the link from record \(link.from) has no role")
      }
    }
  }
}

extension ChangeEntry {
  /// Refuses an entry without a readable instant or a whole conversation id.
  package func check() throws(Problem) {
    guard let moment = Moment(iso: at.prefix(16)), moment.time != nil,
      moment.description == at.prefix(16), at.isStorable
    else {
      throw .unkeepable("“\(at)” is no instant, such as 2026-11-24T09:00:00Z")
    }
    guard conversation.rawValue.utf8.count == 26, conversation.rawValue.isStorable else {
      throw .unkeepable("“\(conversation)” is no id of a conversation: that has 26 characters")
    }
    guard command.isStorable, by?.isStorable ?? true else {
      throw .unkeepable("the command holds a null character")
    }
  }
}

extension RecordID {
  /// Refuses what is not 26 characters of Crockford's base 32.
  fileprivate func check() throws(Problem) {
    let digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8
    guard rawValue.utf8.count == 26, rawValue.utf8.allSatisfy(digits.contains) else {
      throw .unkeepable("“\(rawValue)” is no id of a record: those come from the conversation")
    }
  }
}

extension Record {
  fileprivate func check() throws(Problem) {
    try customer?.check()
    try person?.check()
    guard !kind.rawValue.isEmpty else { throw .unkeepable("record \(id) has no kind") }
    guard !title.isEmpty || (kind != .customer && kind != .person) else {
      throw .unkeepable("a \(kind.rawValue) has no name")
    }
    guard
      ([kind.rawValue, title, state, plugin] + [by, zone].compactMap(\.self))
        .allSatisfy(\.isStorable)
    else { throw .unkeepable("record \(id) holds a null character") }
    guard happened?.isOnCalendar ?? true, due?.isOnCalendar ?? true else {
      throw .unkeepable("record \(id) has a day that is not on the calendar")
    }
    guard hasKnownZone else { throw .unkeepable("“\(zone ?? "")” is no time zone known here") }
    guard body.isStorable(levels: 100) else {
      throw .unkeepable("the data of record \(id) is too deep, or holds a number without end")
    }
  }
}

extension Moment {
  fileprivate var isOnCalendar: Bool { Moment(iso: description) == self }
}

extension String {
  /// Whether SQLite keeps it whole: a text ends there at a null character.
  fileprivate var isStorable: Bool { !utf8.contains(0) }
}

extension Node {
  /// Whether JSON can say it, within so many levels.
  fileprivate func isStorable(levels: Int) -> Bool {
    switch value {
    case .number(let number): number.isFinite
    case .list(let nodes): levels > 0 && nodes.allSatisfy { $0.isStorable(levels: levels - 1) }
    case .map(let entries):
      levels > 0 && entries.allSatisfy { $0.value.isStorable(levels: levels - 1) }
    case .null, .bool, .text: true
    }
  }
}
