import Conversation
import RapportKit
import Testing

struct PeriodTests {
  /// A Tuesday.
  let now = Moment(LocalDate(2026, 11, 24), LocalTime(9, 0))

  @Test(arguments: [
    ("today", 24, 24), ("tomorrow", 25, 25), ("this week", 23, 29), ("the week", 23, 29),
    ("on friday", 27, 27), ("this month", 1, 30), ("27 Nov", 27, 27), ("Next Friday", 4, 4),
    ("next week", 30, 6), ("next month", 1, 31),
  ])
  func `A stretch of days is from its first to its last`(text: String, first: Int, last: Int) throws
  {
    guard case .days(let from?, let to) = try #require(Period(text, at: now)) else {
      Issue.record("no days")
      return
    }
    #expect([from.day, to.day] == [first, last])
  }

  @Test func `By a day is from any day to that one, and overdue is before now`() {
    #expect(Period("by Friday", at: now) == .days(from: nil, to: LocalDate(2026, 11, 27)))
    #expect(Period("overdue", at: now) == .overdue)
  }

  @Test(arguments: [
    "", "Acme", "next", "week two", "tomorrow Acme", "the moon", "on", "31 February",
  ])
  func `Other words are none`(text: String) {
    #expect(Period(text, at: now) == nil)
  }
}
