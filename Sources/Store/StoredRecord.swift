package import RapportKit

/// A record with the links that start at it: what a change can touch, and what it remembers of before and after.
package struct StoredRecord: Sendable, Equatable {
  /// The record.
  package var record: RapportKit.Record
  /// Where its links point, in no particular order.
  package var links: Set<Target>

  /// One end of a link, with its role.
  package struct Target: Sendable, Hashable {
    /// The record it points at.
    package var to: RecordID
    /// What that record is to the first.
    package var role: String

    /// Points at `to`.
    package init(to: RecordID, role: String) {
      self.to = to
      self.role = role
    }
  }

  /// A record with its links.
  package init(_ record: RapportKit.Record, links: Set<Target> = []) {
    self.record = record
    self.links = links
  }

  /// Whether `other` says the same; number and time of writing are the store's own and do not count.
  package func says(sameAs other: StoredRecord?) -> Bool {
    guard var copy = other else { return false }
    copy.record.number = record.number
    copy.record.changed = record.changed
    return copy == self
  }

  /// The records it refers to.
  package var references: Set<RecordID> {
    var ids = Set(links.map(\.to))
    if let customer = record.customer { ids.insert(customer) }
    if let person = record.person { ids.insert(person) }
    return ids
  }
}

/// One record before and after a change.
struct Effect: Sendable {
  var id: RecordID
  var before: StoredRecord?
  var after: StoredRecord?
}

extension StoredRecord {
  /// The whole as one JSON object, without the id.
  var json: String {
    let sorted = links.sorted {
      ($0.to.rawValue, $0.role) < ($1.to.rawValue, $1.role)
    }
    return Node.compact([
      "number": .number(record.number), "kind": .text(record.kind.rawValue),
      "customer": .text(record.customer?.rawValue), "person": .text(record.person?.rawValue),
      "title": .text(record.title), "state": .text(record.state), "plugin": .text(record.plugin),
      "by": .text(record.by), "changed": .text(record.changed),
      "happened": .text(record.happened?.description), "due": .text(record.due?.description),
      "zone": .text(record.zone), "body": record.body,
      "links": .list(sorted.map { ["to": .text($0.to.rawValue), "role": .text($0.role)] }),
    ]).json
  }

  /// Reads what `json` wrote.
  init(_ id: RecordID, json: String) throws {
    let node = try JSONText.read(json)
    func text(_ key: String) -> String? { node[key]?.text }
    record = Record(
      id: id, kind: .init(rawValue: text("kind") ?? ""),
      customer: text("customer").map { RecordID(rawValue: $0) },
      person: text("person").map { RecordID(rawValue: $0) },
      title: text("title") ?? "", state: text("state") ?? "", plugin: text("plugin") ?? "",
      by: text("by"), body: node["body"] ?? nil,
      happened: text("happened").flatMap { Moment(iso: $0) },
      due: text("due").flatMap { Moment(iso: $0) }, zone: text("zone"))
    record.number = node["number"]?.int
    record.changed = text("changed")
    links = Set(
      (node["links"]?.list ?? []).map {
        Target(to: RecordID(rawValue: $0["to"]?.text ?? ""), role: $0["role"]?.text ?? "")
      })
  }
}
