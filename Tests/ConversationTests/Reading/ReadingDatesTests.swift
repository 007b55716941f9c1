import Conversation
import RapportKit
import Testing

@Suite struct `Reading dates` {
  /// Typed on Tuesday 24 November 2026 at 09:00.
  @Test(arguments: [
    ("today", "2026-11-24"), ("Tomorrow", "2026-11-25"), ("yesterday", "2026-11-23"),
    ("yesterday 14:00", "2026-11-23T14:00"), ("yesterday at 2pm", "2026-11-23T14:00"),
    ("yesterday afternoon", "2026-11-23"), ("last night", "2026-11-23"),
    ("the day before yesterday", "2026-11-22"), ("day after tomorrow", "2026-11-26"),
    ("this morning", "2026-11-24"), ("tonight", "2026-11-24"),
    ("3 days ago", "2026-11-21"), ("two weeks ago", "2026-11-10"), ("a month ago", "2026-10-24"),
    ("in 3 days", "2026-11-27"), ("within 2 days", "2026-11-26"), ("in a fortnight", "2026-12-08"),
    ("in 5 working days", "2026-12-01"), ("3 business days ago", "2026-11-19"),
    ("two days from now", "2026-11-26"), ("in two hours", "2026-11-24T11:00"),
    ("90 minutes ago", "2026-11-24T07:30"), ("in the next 2 weeks", "2026-12-08"),
    ("end of the month", "2026-11-30"), ("end of month", "2026-11-30"),
    ("by the end of the week", "2026-11-27"), ("end of next week", "2026-12-04"),
    ("end of next month", "2026-12-31"), ("end of the year", "2026-12-31"),
    ("end of November", "2026-11-30"), ("end of January 2027", "2027-01-31"), ("EOD", "2026-11-24"),
    ("eod friday", "2026-11-20"), ("end of the quarter", "2026-12-31"),
    ("26 Nov", "2026-11-26"), ("Nov 26", "2026-11-26"), ("Nov. 26", "2026-11-26"),
    ("26th of November", "2026-11-26"), ("November 26th, 2026", "2026-11-26"),
    ("26 November 2026", "2026-11-26"), ("the 26th of november", "2026-11-26"),
    ("26.11.", "2026-11-26"), ("26.11", "2026-11-26"), ("26.11.2026", "2026-11-26"),
    ("3.4.2027", "2027-04-03"), ("26.11.26", "2026-11-26"), ("26/11", "2026-11-26"),
    ("11/26", "2026-11-26"), ("26/11/2026", "2026-11-26"), ("5/5", "2027-05-05"),
    ("26-11-2026", "2026-11-26"), ("26-Nov-2026", "2026-11-26"), ("2026/11/26", "2026-11-26"),
    ("2026-11-30", "2026-11-30"), ("2026-11-30T14:00", "2026-11-30T14:00"),
    ("2026-11-30 14:00", "2026-11-30T14:00"), ("2026-11-30, 14:00:30", "2026-11-30T14:00"),
    ("15:30", "2026-11-24T15:30"), ("at 3pm", "2026-11-24T15:00"), ("15h30", "2026-11-24T15:30"),
    ("noon", "2026-11-24T12:00"), ("9 o'clock", "2026-11-24T09:00"),
    ("at 9 tomorrow", "2026-11-25T09:00"), ("3 p.m. tomorrow", "2026-11-25T15:00"),
    ("by 17:00 today", "2026-11-24T17:00"), ("8.30am on 26 Nov", "2026-11-26T08:30"),
    ("Monday 23 November", "2026-11-23"), ("Fri 27 Nov", "2026-11-27"),
    ("Friday, November 27", "2026-11-27"), ("Thursday the 26th of November", "2026-11-26"),
    ("1 March", "2027-03-01"), ("1 September", "2026-09-01"), ("29 Feb 2028", "2028-02-29"),
    ("26 Nov 14:00", "2026-11-26T14:00"), ("now", "2026-11-24T09:00"),
    ("since 8 June", "2026-06-08"),
    ("friday next week", "2026-12-04"), ("monday last week", "2026-11-16"),
    ("this friday", "2026-11-27"), ("next friday", "2026-12-04"), ("last tuesday", "2026-11-17"),
    ("last friday.", "2026-11-20"), ("26 Nov '26", "2026-11-26"),
  ])
  func `at a date question`(_ text: String, _ expected: String) {
    #expect(Fixture.read(text, .date) == expected)
  }

  /// A weekday alone is the next or the last one; today is neither.
  @Test(arguments: [
    ("friday", Direction.ahead, "2026-11-27"), ("friday", .past, "2026-11-20"),
    ("by friday", .ahead, "2026-11-27"), ("on Monday at 9", .past, "2026-11-23T09:00"),
    ("on Monday at 9", .ahead, "2026-11-30T09:00"), ("tuesday", .ahead, "2026-12-01"),
    ("tuesday", .past, "2026-11-17"), ("this monday", .ahead, "2026-11-30"),
    ("this monday", .past, "2026-11-23"), ("wed", .ahead, "2026-11-25"),
    ("the 26th", .ahead, "2026-11-26"), ("the 26th", .past, "2026-10-26"),
    ("the 20th", .ahead, "2026-12-20"), ("the 26th of next month", .ahead, "2026-12-26"),
    ("1 Dec", .ahead, "2026-12-01"), ("1 Dec", .past, "2025-12-01"),
    ("3 March", .ahead, "2027-03-03"),
    ("20 Nov", .ahead, "2026-11-20"), ("24 Nov", .ahead, "2026-11-24"),
    ("by 17:00 on friday", .ahead, "2026-11-27T17:00"),
  ])
  func `in a direction`(_ text: String, _ direction: Direction, _ expected: String) {
    #expect(Fixture.read(text, .date, direction: direction) == expected)
  }

  /// A month alone is its first day.
  @Test(arguments: [
    ("march", Direction.ahead, "2027-03-01"), ("in march", .ahead, "2027-03-01"),
    ("from January", .ahead, "2027-01-01"), ("January 2028", .ahead, "2028-01-01"),
    ("march", .either, "2027-03-01"), ("november", .either, "2026-11-01"),
    ("since march", .past, "2026-03-01"), ("31 march", .ahead, "2027-03-31"),
    ("from 31 march", .ahead, "2027-03-31"), ("may", .ahead, "2027-05-01"),
  ])
  func `a month`(_ text: String, _ direction: Direction, _ expected: String) {
    #expect(Fixture.read(text, .date, direction: direction) == expected)
  }

  @Test(arguments: [
    ("last week", "“last week” is more than one day."),
    ("3/4", "“3/4” can be 3 April or 4 March."),
    ("3/4/2027", "“3/4/2027” can be 3 April 2027 or 4 March 2027."),
    ("31 April", "There is no 31 April; the month has 30 days."),
    ("2026-02-30", "There is no 30 February 2026; the month has 28 days."),
    ("31.11.2026", "There is no 31 November 2026; the month has 30 days."),
    ("26/13", "“26/13” is not a date: a year has 12 months."),
    ("2026-13-01", "There is no month 13."),
    ("Friday 26 November 2026", "26 November 2026 is a Thursday, not a Friday."),
    ("next week", "“next week” is more than one day."), ("soon", "I cannot read “soon” as a date."),
    ("asap", "I cannot read “asap” as a date."), ("", "There is no answer here."),
    ("friday or saturday", "I cannot read “friday or saturday” as a date."),
    ("mid november", "I cannot read “mid november” as a date."),
  ])
  func `refused, with the reason`(_ text: String, _ message: String) {
    #expect(Fixture.read(text, .date) == "✗ " + message)
  }

  @Test func `a date that must not be past says so`() {
    #expect(
      Fixture.read("20 Nov", .date) { $0.validate.notPast = true }
        == "✗ Friday 20 November has passed.")
    #expect(
      Fixture.read("18 dec", .date) { $0.validate.notAhead = true }
        == "✗ Friday 18 December lies ahead.")
    #expect(Fixture.read("friday", .date) { $0.validate.notAhead = true } == "2026-11-20")
    #expect(
      Fixture.read("today 18:00", .date) { $0.validate.notAhead = true } == "2026-11-24T18:00")
    #expect(Fixture.read("friday", .date) { $0.validate.notPast = true } == "2026-11-27")
    #expect(
      Fixture.read("08:00", .date) { $0.validate.notPast = true }
        == "✗ Tuesday 24 November at 8:00 has passed.")
  }

  @Test func `dates keep their order`() {
    var answers = Answers()
    answers["start"] = .given(.date(Moment(LocalDate(2026, 11, 25))))
    #expect(
      Fixture.read("today", .date, answers: answers) { $0.validate.after = "start" }
        == "✗ Tuesday 24 November is not after Wednesday 25 November.")
    #expect(
      Fixture.read("27 Nov", .date, answers: answers) { $0.validate.before = "start" }
        == "✗ Friday 27 November is not before Wednesday 25 November.")
  }

  @Test func `dates in a text have their places`() {
    let text = "we were down on Monday until 3 December, maybe next friday"
    let found = Fixture.reader().dates(in: text)
    #expect(
      found.map { "\(text[$0.range]) \($0.value) \($0.sure)" } == [
        "Monday 2026-11-23 true", "3 December 2025-12-03 false", "next friday 2026-12-04 false",
      ])
  }
}
