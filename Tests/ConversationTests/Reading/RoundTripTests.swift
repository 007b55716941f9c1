import Conversation
import RapportKit
import Testing

/// What `Wording` writes, `Reader` reads back.
@Suite struct `Written and read again` {
  @Test(arguments: [Spelling.british, .american])
  func dates(_ spelling: Spelling) throws {
    for (index, today) in ["2026-11-24", "2026-01-01", "2028-02-29", "2026-12-31"].enumerated() {
      let reader = Fixture.reader(today + "T09:00", spelling: spelling)
      let day = try #require(LocalDate(iso: today))
      let wording = Wording(spelling: spelling, today: day)
      for offset in stride(from: -700 + index, through: 700, by: 31) {
        let date = day.adding(days: offset)
        let time = offset % 2 == 0 ? LocalTime((offset + 700) % 24, (offset + 700) % 60) : nil
        let moment = Moment(date, time)
        for text in [wording.date(moment), wording.short(moment), moment.description] {
          #expect(
            Fixture.read(text, .date, reader: reader) == moment.description, "\(text) on \(today)")
        }
        if offset > 0 {
          #expect(
            Fixture.read(wording.deadline(moment), .date, direction: .ahead, reader: reader)
              == moment.description)
        }
      }
    }
  }

  @Test(arguments: [Spelling.british, .american])
  func times(_ spelling: Spelling) {
    let wording = Wording(spelling: spelling, today: LocalDate(2026, 11, 24))
    for minutes in stride(from: 0, to: 1440, by: 7) {
      guard let time = LocalTime(minutes / 60, minutes % 60) else { continue }
      #expect(Fixture.read(wording.time(time), .time) == time.description)
    }
  }

  @Test func durations() {
    let wording = Wording(today: LocalDate(2026, 11, 24))
    for minutes in Array(1...300) + stride(from: 300, through: 50_000, by: 60) {
      let length = LocalDuration(minutes: minutes)
      #expect(Fixture.read(wording.duration(length), .duration) == length.description)
    }
  }

  @Test func money() throws {
    let wording = Wording(today: LocalDate(2026, 11, 24))
    let question = Question("q", ask: "…", type: .money)
    for currency in ["EUR", "USD", "JPY", "BHD"] {
      for minor in [0, 1, 5, 99, 100, 12_345, 100_000, 125_000, 1_250_500, 99_999_999, -2_550] {
        let money = Money(minor: minor, currency: currency)
        let value = try Fixture.reader().read(
          wording.money(money), as: question, answers: Answers())
        #expect(value == .money(money), "\(wording.money(money))")
      }
    }
  }

  @Test(arguments: [
    "we were down three hours yesterday and nobody told Acme",
    "Help! I sent Acme the wrong invoice, by 200 EUR.",
    "Oh no, on Monday from 9 to 12 the shop was offline; they don't know and I'll call them tomorrow.",
    "yesterday", "nobody told Acme", "…", "  ", "and, but — so?", "Oops",
    "nobody told Acme. nobody told them. I will call Maria.",
    "The release of 26/11 broke 3 of 12 printers (in the warehouse) for half an hour, see INV-12.",
    "on Friday, for two days, since 9:10, we could not ship.",
    "🙂 we told Acme’s boss at 3pm that “it is fine”",
    "Dana will credit the fee by friday and we were late on Monday and nobody told Kite",
  ])
  func `filling loses no word`(_ sentence: String) {
    let filled = Fixture.reader().fill(
      sentence, questions: `Filling from a sentence`.questions, answers: Answers())
    let used = filled.used
    #expect(zip(used, used.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(lost(sentence, filled).isEmpty, "“\(filled.rest)”")
  }
}
