import Foundation
import RapportKit

extension CalendarEvent {
  /// What is due as an event of its own: the same record is the same event, whatever its date becomes. Nil without a date.
  init?(due record: Record, customer: String?) {
    guard let due = record.due else { return nil }
    let zone = record.zone.flatMap { TimeZone(identifier: $0) } ?? .gmt
    let owner = record.body["owner"]?.text ?? "me"
    let number = record.number.map(String.init) ?? ""
    var title = record.title
    if let customer { title = "\(customer): \(title)" }
    if owner != "me" { title += " (\(owner.capitalizedFirst))" }
    self.init(
      id: record.id.rawValue, title,
      notes:
        "\(record.kind.rawValue.capitalizedFirst) \(number). When it is done: rapport done \(number)",
      start: due, zone: zone,
      changed: record.changed.flatMap { try? Date($0, strategy: .iso8601) }
        ?? Date(timeIntervalSince1970: 0),
      version: record.body["moves"]?.int ?? 0,
      // At nine on the day before, or a day before its time.
      reminder: LocalDuration(minutes: due.time == nil ? 900 : 1440))
  }
}
