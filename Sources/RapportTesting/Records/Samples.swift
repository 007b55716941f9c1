import RapportKit

/// Ids, entries and records by small numbers, for the contract.
enum Sample {
  static let acme = id(1)
  static let maria = id(2)
  static let outage = id(3)
  static let promise = id(4)

  static func id(_ n: Int) -> RecordID { conversation(0).record(n) }

  static func conversation(_ n: Int) -> ConversationID {
    ConversationID(bytes: [0, 0, 0, 0, 0, 0, UInt8(n >> 8 & 255), UInt8(n & 255)])
  }

  /// The entry of the change that is the `n`th to be tried, `n` minutes after nine.
  static func entry(_ n: Int, _ command: String = "note") -> ChangeEntry {
    let at = Moment(LocalDate(2026, 11, 24), LocalTime(9)).adding(minutes: n)
    return ChangeEntry(
      at: "\(at?.description ?? ""):00Z", by: "sam", command: command,
      conversation: conversation(n))
  }

  static let records = [
    Record(
      id: acme, kind: .customer, title: "Acme", plugin: "host", body: ["aliases": ["ACME Inc"]]),
    Record(
      id: maria, kind: .person, customer: acme, title: "Maria Ortiz", plugin: "host",
      body: ["role": "Head of logistics", "email": "maria@acme.example"]),
    Record(
      id: outage, kind: .incident, customer: acme, person: maria, title: "Labels did not print",
      plugin: "mistakes", by: "sam",
      body: [
        "until": "2026-11-23T12:10", "told": false, "minutes": 180, "answers": ["b", nil, 1],
      ],
      happened: Moment(iso: "2026-11-23T09:10"), zone: "Europe/Berlin"),
    Record(
      id: promise, kind: .promise, customer: acme, title: "Credit the November printing fee",
      plugin: "expectations", body: ["owner": "Dana"], due: Moment(iso: "2026-11-27"),
      zone: "Europe/Berlin"),
  ]

  static let links = [Change.Link(promise, outage, role: "for")]

  /// The records as a store gives them back: numbered, and written at the time of `entry`.
  static func numbered(_ entry: ChangeEntry) -> [Record] {
    records.enumerated().map { index, record in
      var record = record
      record.number = index + 1
      record.changed = entry.at
      return record
    }
  }
}

extension Record? {
  /// The same record without when it was written.
  var timeless: Record? {
    var copy = self
    copy?.changed = nil
    return copy
  }
}

extension RecordReader {
  /// All that can be read: records without when they were written, and links.
  func snapshot() async throws(Problem) -> Snapshot {
    let records = try await records(RecordQuery())
    var links: Set<Change.Link> = []
    for record in records { links.formUnion(try await self.links(of: record.id)) }
    return Snapshot(records: records.compactMap { Optional($0).timeless }, links: links)
  }
}

/// What a store holds at one time.
struct Snapshot: Equatable, Sendable {
  var records: [Record]
  var links: Set<Change.Link>
}
