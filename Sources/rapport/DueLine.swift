import Foundation
import RapportKit

/// What is overdue and due today, in one line.
struct DueLine {
  /// The line; nil when there is nothing to say.
  let text: String?

  /// Counts what fits `query`.
  init(_ query: RecordQuery, in records: any RecordReader, _ surroundings: Surroundings)
    async throws(Problem)
  {
    let today = surroundings.today
    var query = query
    func count(until day: LocalDate) async throws(Problem) -> Int {
      query.dueBy = Int(Moment(day).instant(in: surroundings.zone).timeIntervalSince1970)
      return try await records.count(query)
    }
    let late = try await count(until: today.adding(days: -1))
    let now = try await count(until: today) - late
    let parts = [late > 0 ? "\(late) overdue" : nil, now > 0 ? "\(now) due today" : nil]
      .compactMap(\.self)
    text = parts.isEmpty ? nil : "\(parts.joined(separator: ", ")): `due` lists them."
  }
}
