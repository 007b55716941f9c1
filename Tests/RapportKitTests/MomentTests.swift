import Foundation
import RapportKit
import Testing

struct MomentTests {
  private func moment(_ text: String) throws -> Moment { try #require(Moment(iso: text)) }

  @Test(
    arguments: [
      ("09:10", "09:10"), ("9:10", "09:10"), ("00:00", "00:00"), ("23:59", "23:59"),
      ("09:10:59", "09:10"), ("24:00", nil), ("09:60", nil), ("9", nil), ("9:1", nil),
      ("+9:10", nil), ("-1:10", nil), ("9:+5", nil), ("09:10:soon", nil), ("09:10:60", nil),
      ("", nil),
    ] as [(String, String?)])
  func `a time is read to the minute`(text: String, time: String?) {
    #expect(LocalTime(iso: text)?.description == time)
  }

  @Test func `every minute of a day reads back`() {
    for minutes in 0..<1440 {
      let time = LocalTime(minutes / 60, minutes % 60)
      #expect(time?.minutes == minutes)
      #expect(time.flatMap { LocalTime(iso: $0.description) } == time)
    }
  }

  @Test(arguments: ["2026-11-27", "2026-11-27T00:00", "2026-11-27T14:05"])
  func `a moment reads back`(text: String) throws {
    #expect(try moment(text).description == text)
  }

  @Test(arguments: [
    "2026-11-27T", "2026-11-27T14", "T14:00", "2026-11-27T14:00T", "2026-11-27 14:00",
  ])
  func `half a moment is none`(text: String) {
    #expect(Moment(iso: text) == nil)
  }

  @Test func `a date stands at the end of its day`() throws {
    let texts = [
      "2026-11-26T23:59", "2026-11-26", "2026-11-27T00:00", "2026-11-27T14:00", "2026-11-27",
      "2026-11-28T00:00",
    ]
    let moments = try texts.map(moment)
    #expect(moments.shuffled().sorted() == moments)
    for (a, b) in zip(moments, moments.dropFirst()) { #expect(a < b && !(b < a)) }
  }

  @Test(
    arguments: [
      ("2026-11-27T14:00", 50, "2026-11-27T14:50"), ("2026-11-27T23:50", 20, "2026-11-28T00:10"),
      ("2026-11-27T00:10", -20, "2026-11-26T23:50"),
      ("2026-11-27T00:00", -1440, "2026-11-26T00:00"),
      ("2026-12-31T23:59", 1, "2027-01-01T00:00"), ("2026-11-27", 5, nil),
    ] as [(String, Int, String?)])
  func `minutes carry over midnight`(from: String, minutes: Int, to: String?) throws {
    #expect(try moment(from).adding(minutes: minutes)?.description == to)
  }

  @Test func `the minutes between two moments take one to the other`() throws {
    let start = try moment("2026-11-27T14:00")
    for minutes in stride(from: -5000, through: 5000, by: 37) {
      let end = try #require(start.adding(minutes: minutes))
      #expect(start.minutes(to: end) == minutes)
    }
    #expect(try moment("2026-11-27").minutes(to: moment("2026-11-28T01:00")) == 1500)
  }
}

/// Clocks change on 29 March and 25 October 2026 in Berlin, on 8 March and 1 November in New York.
struct InstantTests {
  private static func zone(_ name: String) throws -> TimeZone {
    try #require(TimeZone(identifier: name))
  }

  private static func utc(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  @Test(arguments: [
    ("Europe/Berlin", "2026-11-24T09:00", "2026-11-24T08:00:00Z"),
    ("Europe/Berlin", "2026-07-01T09:00", "2026-07-01T07:00:00Z"),
    ("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00Z"),
    ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00Z"),
    ("Europe/Berlin", "2026-10-25T01:59", "2026-10-24T23:59:00Z"),
    ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00Z"),
    ("America/New_York", "2026-03-08T01:59", "2026-03-08T06:59:00Z"),
    ("America/New_York", "2026-03-08T03:00", "2026-03-08T07:00:00Z"),
    ("America/New_York", "2026-11-01T00:59", "2026-11-01T04:59:00Z"),
    ("America/New_York", "2026-11-01T02:00", "2026-11-01T07:00:00Z"),
    ("Asia/Kolkata", "2026-11-24T09:00", "2026-11-24T03:30:00Z"),
    ("Europe/Berlin", "2026-03-28", "2026-03-28T23:00:00Z"),
    ("Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00Z"),
  ])
  func `a moment is one point in time in its zone`(name: String, text: String, utc: String) throws {
    let zone = try Self.zone(name)
    let instant = try #require(Moment(iso: text)).instant(in: zone)
    #expect(try instant == Self.utc(utc))
  }

  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe",
    "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia",
  ])
  func `every half hour of a year reads as a moment that means it`(name: String) throws {
    let zone = try Self.zone(name)
    var instant = try Self.utc("2026-01-01T00:00:00Z")
    for _ in 0..<17_520 {
      let moment = Moment(instant, in: zone)
      #expect(Moment(moment.instant(in: zone), in: zone) == moment)
      instant += 1800
    }
  }

  @Test
  func
    `an hour that the clock shows twice means one of the two, one it skips is an hour off at most`()
    throws
  {
    let berlin = try Self.zone("Europe/Berlin")
    let twice = try #require(Moment(iso: "2026-10-25T02:30")).instant(in: berlin)
    #expect(Moment(twice, in: berlin).description == "2026-10-25T02:30")
    let skipped = try #require(Moment(iso: "2026-03-29T02:30"))
    #expect(Moment(skipped.instant(in: berlin), in: berlin).description == "2026-03-29T03:30")
  }

  @Test func `instants before 1970 and within a minute read as the minute they are in`() throws {
    #expect(
      try Moment(Self.utc("1969-12-31T23:59:59Z"), in: .gmt).description == "1969-12-31T23:59")
    #expect(
      try Moment(Self.utc("2026-11-24T08:00:59Z"), in: .gmt).description == "2026-11-24T08:00")
    let surroundings = try Surroundings(
      instant: Self.utc("2026-11-24T23:30:00Z"), zone: Self.zone("Europe/Berlin"))
    #expect(surroundings.now.description == "2026-11-25T00:30")
    #expect(surroundings.today == LocalDate(2026, 11, 25))
  }
}

struct LocalDurationTests {
  @Test(
    arguments: [
      ("PT3H10M", 190), ("PT45M", 45), ("PT3H", 180), ("P2D", 2880), ("P1W", 10080),
      ("P1DT2H", 1560), ("PT0M", 0), ("PT90M", 90), ("P", nil), ("PT", nil), ("3H", nil),
      ("P3H", nil), ("PT2D", nil), ("P1M", nil), ("PT3", nil), ("PTH", nil), ("PT-3H", nil),
      ("PT3S", nil), ("", nil), ("P999999999999999999D", nil), ("PT99999999999999999999H", nil),
    ] as [(String, Int?)])
  func `a length is read in minutes`(text: String, minutes: Int?) {
    #expect(LocalDuration(iso: text)?.minutes == minutes)
  }

  @Test func `a length reads back`() {
    for minutes in 0..<5000 {
      let length = LocalDuration(minutes: minutes)
      #expect(LocalDuration(iso: length.description) == length)
    }
    #expect(LocalDuration(minutes: 190).description == "PT3H10M")
    #expect(LocalDuration(minutes: 10) < LocalDuration(minutes: 11))
  }
}
