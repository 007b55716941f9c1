import RapportKit
import Testing

struct WordingTests {
  private static let british = Wording(spelling: .british, today: LocalDate(2026, 11, 24))
  private static let american = Wording(spelling: .american, today: LocalDate(2026, 11, 24))

  @Test(arguments: [
    ("2026-11-27", "Friday 27 November", "Friday, November 27"),
    ("2026-11-27T14:00", "Friday 27 November at 14:00", "Friday, November 27 at 2:00 pm"),
    ("2027-01-04", "Monday 4 January", "Monday, January 4"),
    ("2027-03-01", "Monday 1 March 2027", "Monday, March 1, 2027"),
    ("2026-01-02", "Friday 2 January", "Friday, January 2"),
    ("2025-11-24", "Monday 24 November 2025", "Monday, November 24, 2025"),
  ])
  func `a date names its day, and the year when it is another and far`(
    text: String, british: String, american: String
  ) throws {
    let moment = try #require(Moment(iso: text))
    #expect(Self.british.date(moment) == british)
    #expect(Self.american.date(moment) == american)
  }

  @Test(arguments: [
    ("2026-11-27", "Fri 27 Nov", "Fri Nov 27"),
    ("2026-11-27T09:05", "Fri 27 Nov 9:05", "Fri Nov 27 9:05 am"),
    ("2027-01-04", "Mon 4 Jan 2027", "Mon Jan 4 2027"),
  ])
  func `a short date fits a table`(text: String, british: String, american: String) throws {
    let moment = try #require(Moment(iso: text))
    #expect(Self.british.short(moment) == british)
    #expect(Self.american.short(moment) == american)
  }

  @Test(arguments: [
    ("2026-11-24T17:00", "by 17:00 today", "by 5:00 pm today"),
    (
      "2026-11-25T17:00", "by 17:00 on Wednesday 25 November",
      "by 5:00 pm on Wednesday, November 25"
    ),
    ("2026-11-27", "by Friday 27 November", "by Friday, November 27"),
    ("2026-11-24", "by Tuesday 24 November", "by Tuesday, November 24"),
  ])
  func `a deadline says by when`(text: String, british: String, american: String) throws {
    let moment = try #require(Moment(iso: text))
    #expect(Self.british.deadline(moment) == british)
    #expect(Self.american.deadline(moment) == american)
  }

  @Test(arguments: [
    (0, "0:00", "12:00 am"), (5, "0:05", "12:05 am"), (550, "9:10", "9:10 am"),
    (720, "12:00", "12:00 pm"), (785, "13:05", "1:05 pm"), (1439, "23:59", "11:59 pm"),
  ])
  func `a time of day`(minutes: Int, british: String, american: String) throws {
    let time = try #require(LocalTime(minutes / 60, minutes % 60))
    #expect(Self.british.time(time) == british)
    #expect(Self.american.time(time) == american)
  }

  @Test(arguments: [
    (1, "one minute"), (45, "45 minutes"), (60, "one hour"), (180, "three hours"),
    (80, "1 hour 20 minutes"), (121, "2 hours 1 minute"), (1440, "one day"), (2880, "two days"),
    (10080, "seven days"), (20160, "two weeks"), (1500, "25 hours"), (14400, "ten days"),
  ])
  func `a length in words`(minutes: Int, words: String) {
    #expect(Self.british.duration(LocalDuration(minutes: minutes)) == words)
  }

  @Test(arguments: [
    (44000, "EUR", "440 EUR"), (125_050, "GBP", "1,250.50 GBP"), (5, "USD", "0.05 USD"),
    (1_234_567, "JPY", "1,234,567 JPY"), (1005, "KWD", "1.005 KWD"), (-1050, "EUR", "-10.50 EUR"),
    (0, "EUR", "0 EUR"), (-5, "EUR", "-0.05 EUR"), (100_000_000, "EUR", "1,000,000 EUR"),
  ])
  func `an amount shows its fraction only when there is one`(
    minor: Int, currency: String, words: String
  ) {
    #expect(Self.british.money(Money(minor: minor, currency: currency)) == words)
  }

  @Test(
    arguments: [
      ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a and b", "a and b"),
      (["a", "b", "c"], "a, b and c", "a, b, and c"),
    ] as [([String], String, String)])
  func `a list, with the comma where it belongs`(items: [String], british: String, american: String)
  {
    #expect(Self.british.list(items) == british)
    #expect(Self.american.list(items) == american)
    #expect(Self.british.list(["now", "later"], "or") == "now or later")
  }

  @Test(arguments: [
    (0, "no days"), (1, "one day"), (12, "twelve days"), (13, "13 days"), (1200, "1,200 days"),
  ])
  func `counts are words up to twelve`(number: Int, words: String) {
    #expect(Self.british.count(number, "day") == words)
  }
}
