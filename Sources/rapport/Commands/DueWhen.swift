import Conversation
import Foundation
import RapportKit

/// What is due in a stretch of time: `due tomorrow`, `due next week`, `due overdue`.
struct DueWhen {
  private let period: Period
  private let words: String
  private let context: Context

  /// Reads `words` as a stretch of time.
  init(_ words: String, _ context: Context) throws(Problem) {
    guard let period = Period(words, at: context.surroundings.now) else {
      throw Problem(
        .badAnswer, "“\(words)” is no stretch of time.",
        help: "Write `tomorrow`, `this week`, `next month`, a day, `by Friday` or `overdue`.")
    }
    (self.period, self.words, self.context) = (period, words, context)
  }

  /// The lines of `query` in that time, at most `limit`; what is overdue is said where it is not among them.
  func list(_ query: RecordQuery, limit: Int) async throws(Problem) -> Reply {
    var query = query
    let end = Moment(last).instant(in: context.surroundings.zone)
    query.dueBy = Int(end.timeIntervalSince1970)
    query.order = .due
    let all = try await context.records.records(query)
    let open = all.filter(isMeant)
    let late = all.count { isLate($0) && !isMeant($0) }
    var blocks: [Block] = [.note("Nothing is due \(words).")]
    if period == .overdue { blocks = [.note("Nothing is overdue.")] }
    if !open.isEmpty {
      let shown = Array(open.prefix(limit))
      blocks = try await DueList.blocks(shown, of: open.count, in: context)
    }
    if late > 0 { blocks.append(.note("\(late) overdue: `due overdue`.")) }
    return Reply(blocks: blocks)
  }

  private var last: LocalDate {
    switch period {
    case .overdue: context.surroundings.today
    case .days(_, let last): last
    }
  }

  private func isMeant(_ record: Record) -> Bool {
    switch period {
    case .overdue: isLate(record)
    case .days(let first?, _): (record.due?.date ?? last) >= first
    case .days(nil, _): true
    }
  }

  private func isLate(_ record: Record) -> Bool {
    record.due.map { $0 < context.surroundings.now } ?? false
  }
}
