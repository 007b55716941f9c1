import Foundation
import RapportKit
import Testing

struct LocalDateTests {
  @Test
  func `every day from 1900 to 2200 has its number, its text and its weekday, one after the other`()
  {
    var date = LocalDate(1900, 1, 1)
    var weekday = Weekday.monday  // 1 January 1900 was a Monday.
    for number in date.number...LocalDate(2200, 12, 31).number {
      guard date.number == number, LocalDate(number: number) == date,
        LocalDate(iso: date.description) == date, date.weekday == weekday,
        date.adding(days: 1) > date
      else {
        Issue.record("day \(number) came out as \(date), \(date.weekday)")
        return
      }
      date = date.adding(days: 1)
      weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
    }
    #expect(date == LocalDate(2201, 1, 1))
  }

  @Test func `numbers count from 1 January 1970, and agree with Foundation`() throws {
    #expect(LocalDate(1970, 1, 1).number == 0)
    #expect(LocalDate(1969, 12, 31).number == -1)
    #expect(LocalDate(number: -719_468) == LocalDate(0, 3, 1))
    for (text, seconds) in [("2026-11-24", 1_795_478_400), ("2000-02-29", 951_782_400)] {
      #expect(try #require(LocalDate(iso: text)).number * 86400 == seconds)
      #expect(
        Moment(Date(timeIntervalSince1970: Double(seconds)), in: .gmt).date.description == text)
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
    "26-01-01", "2026-1-1", "2026-+1-02", "+026-01-02", "2026-01-02 ", "2026-01", "2026/01/02", "",
  ])
  func `a text that names no day is none`(text: String) {
    #expect(LocalDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"), ("2026-11-30", 3, "2027-02-28"),
    ("2026-11-24", 0, "2026-11-24"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-12-31", -13, "2025-11-30"),
  ])
  func `months keep the day, or take the month's last`(from: String, months: Int, to: String) {
    #expect(LocalDate(iso: from)?.adding(months: months).description == to)
  }

  @Test(arguments: [
    ("2026-11-27", 1, "2026-11-30"), ("2026-11-28", 1, "2026-11-30"),
    ("2026-11-29", 1, "2026-11-30"), ("2026-11-24", 3, "2026-11-27"),
    ("2026-11-24", 10, "2026-12-08"), ("2026-11-28", 0, "2026-11-28"),
    ("2026-11-30", -1, "2026-11-27"), ("2026-11-29", -2, "2026-11-26"),
  ])
  func `working days pass over Saturday and Sunday, both ways`(from: String, days: Int, to: String)
  {
    #expect(LocalDate(iso: from)?.adding(workdays: days).description == to)
  }

  @Test func `five working days are always seven days from a working day`() {
    for number in 20_000..<20_400 {
      let date = LocalDate(number: number)
      guard !date.weekday.isWeekend else { continue }
      #expect(date.adding(workdays: 5) == date.adding(days: 7))
      #expect(date.adding(workdays: 13).adding(workdays: -13) == date)
    }
  }

  @Test func `weekdays have English names and know the weekend`() {
    #expect(
      Weekday.allCases.map(\.name) == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ])
    #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
  }

  @Test func `a date stands in JSON as its text, and a wrong one is refused`() throws {
    let json = try JSONEncoder().encode([LocalDate(2026, 11, 7)])
    #expect(String(decoding: json, as: UTF8.self) == #"["2026-11-07"]"#)
    #expect(try JSONDecoder().decode([LocalDate].self, from: json) == [LocalDate(2026, 11, 7)])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([LocalDate].self, from: Data(#"["2026-11-31"]"#.utf8))
    }
  }
}
