import Conversation
import RapportKit
import Testing

@Suite struct `Reading values` {
  @Test(arguments: [
    ("9:10", "09:10"), ("3pm", "15:00"), ("12am", "00:00"), ("12 pm", "12:00"), ("15h30", "15:30"),
    ("15h", "15:00"), ("noon", "12:00"), ("midnight", "00:00"), ("9 o'clock", "09:00"),
    ("nine o’clock", "09:00"), ("half past nine", "09:30"), ("quarter to ten", "09:45"),
    ("ten past 8", "08:10"), ("at 9", "09:00"), ("9", "09:00"), ("3", "15:00"), ("17", "17:00"),
    ("9.30", "09:30"), ("8:05 pm", "20:05"), ("7 a.m.", "07:00"), ("16 Uhr", "16:00"),
    ("25:00", "✗ I cannot read “25:00” as a time of day."),
    ("later", "✗ I cannot read “later” as a time of day."),
  ])
  func `times of day`(_ text: String, _ expected: String) {
    #expect(Fixture.read(text, .time) == expected)
  }

  @Test(arguments: [
    ("three hours", "PT3H"), ("3h", "PT3H"), ("90 minutes", "PT1H30M"), ("2 h 10", "PT2H10M"),
    ("2h10m", "PT2H10M"), ("half an hour", "PT30M"), ("an hour and a half", "PT1H30M"),
    ("two and a half hours", "PT2H30M"), ("1.5 hours", "PT1H30M"), ("1,5 h", "PT1H30M"),
    ("a day", "PT24H"), ("2 weeks", "PT336H"), ("PT3H", "PT3H"), ("p2d", "PT48H"),
    ("1 hour and 20 minutes", "PT1H20M"), ("about 45 min", "PT45M"), ("for 3 days", "PT72H"),
    ("three quarters of an hour", "PT45M"), ("quarter of an hour", "PT15M"),
    ("from 9:10 to 12:10", "PT3H"), ("9:10-12:10", "PT3H"), ("between 9 and 12", "PT3H"),
    ("9 to 5", "PT8H"), ("2-4pm", "PT2H"), ("11-1pm", "PT2H"), ("23:00 – 01:30", "PT2H30M"),
    ("a fortnight", "PT336H"), ("24 hours", "PT24H"), ("one day, 2 hours", "PT26H"),
    ("a while", "✗ I cannot read “a while” as a length of time."),
    ("a month", "✗ I cannot read “a month” as a length of time."),
  ])
  func `lengths of time`(_ text: String, _ expected: String) {
    #expect(Fixture.read(text, .duration) == expected)
  }

  @Test(arguments: [
    ("500 EUR", "50000 EUR"), ("€500", "50000 EUR"), ("500€", "50000 EUR"), ("500", "50000 EUR"),
    ("1.250,50 €", "125050 EUR"), ("1,250.50 EUR", "125050 EUR"), ("1.250", "125000 EUR"),
    ("1,250", "125000 EUR"), ("12.5", "1250 EUR"), ("0.125 BHD", "125 BHD"),
    ("1.250 BHD", "1250 BHD"),
    ("1,250 BHD", "1250000 BHD"), ("5k", "500000 EUR"), ("€1.5k", "150000 EUR"),
    ("EUR 500", "50000 EUR"),
    ("£99.99", "9999 GBP"), ("$20", "2000 USD"), ("US$ 20", "2000 USD"), ("20 dollars", "2000 USD"),
    ("five hundred euros", "50000 EUR"), ("a hundred pounds", "10000 GBP"),
    ("2 million USD", "200000000 USD"),
    ("CHF 1'250.50", "125050 CHF"), ("1 250,50 €", "125050 EUR"), ("-5 EUR", "-500 EUR"),
    ("1200 JPY", "1200 JPY"), ("up to 500 EUR", "50000 EUR"), ("1.234.567 EUR", "123456700 EUR"),
    ("85 EUR an hour", "8500 EUR"), ("400 euro a month", "40000 EUR"), ("31,50", "3150 EUR"),
    ("€12/month", "1200 EUR"), ("31,50 per user and month", "3150 EUR"),
    ("5 EUR and 3 EUR", "✗ I cannot read “5 EUR and 3 EUR” as an amount."),
    ("12 %", "✗ “12 %” is a share, not an amount."),
    ("lots", "✗ I cannot read “lots” as an amount."),
    ("1,2,3 EUR", "✗ I cannot read “1,2,3 EUR” as an amount."),
  ])
  func amounts(_ text: String, _ expected: String) {
    let question = Question("q", ask: "…", type: .money)
    let reader = Fixture.reader()
    do throws(Problem) {
      guard case .money(let money) = try reader.read(text, as: question, answers: Answers()) else {
        return
      }
      #expect("\(money.minor) \(money.currency)" == expected)
    } catch {
      #expect("✗ " + error.message == expected)
    }
  }

  @Test func `an amount without a currency needs the team's`() {
    #expect(
      Fixture.read("500", .money, reader: Fixture.reader(currency: nil))
        == "✗ “500” has no currency.")
    #expect(
      Fixture.read("31,50 an hour", .money, reader: Fixture.reader(currency: nil))
        == "✗ “31,50 an hour” has no currency.")
    var answers = Answers()
    answers["old"] = .given(.money(Money(minor: 2_800, currency: "CHF")))
    for reader in [Fixture.reader(currency: nil), Fixture.reader()] {
      #expect(
        Fixture.read("31,50", .money, reader: reader, answers: answers)
          == #"{"minor":3150,"currency":"CHF"}"#)
    }
  }

  @Test(arguments: [
    ("12", "12"), ("1.5", "1.5"), ("1,5", "1.5"), ("1,250", "1250"), ("5k", "5000"),
    ("a dozen", "12"),
    ("two dozen", "24"), ("half", "0.5"), ("twenty", "20"), ("seventeen", "17"), ("12 %", "12"),
    ("40 boxes", "40"), ("twenty-five", "25"), ("two hundred and ten", "210"), ("-3", "-3"),
    ("about 30", "30"), ("two and a half", "2.5"), ("many", "✗ “many” is not a number."),
    ("3 to 5", "✗ I can read only the first part of “3 to 5” as a number."),
  ])
  func numbers(_ text: String, _ expected: String) {
    #expect(Fixture.read(text, .number) == expected)
  }

  @Test(arguments: [
    ("yes", "true"), ("Y", "true"), ("ok", "true"), ("sure", "true"), ("Yes.", "true"),
    ("true", "true"),
    ("yep", "true"), ("no", "false"), ("N", "false"), ("nope", "false"), ("not yet", "false"),
    ("no not yet", "false"), ("no, she has not", "false"), ("yes she called me very angry", "true"),
    ("not yet, no", "false"), ("not sure", "✗ “not sure” is neither yes nor no."),
    ("no idea", "✗ “no idea” is neither yes nor no."),
    ("false", "false"), ("maybe", "✗ “maybe” is neither yes nor no."),
  ])
  func `yes and no`(_ text: String, _ expected: String) {
    #expect(Fixture.read(text, .yesno) == expected)
  }

  static let severities: [Question.Option] = [
    .init("minor", label: "Small", says: ["annoying", "a nuisance"]),
    .init("major", label: "Large", says: ["work stopped", "could not work"]),
    .init("critical", label: "Critical for them"),
  ]

  @Test(arguments: [
    ("major", "major"), ("2", "major"), ("large", "major"), ("MIN", "minor"), ("crit", "critical"),
    ("a nuisance", "minor"), ("they couldn't work at all", "major"),
    ("critical for them.", "critical"),
    ("m", "✗ “m” fits more than one option."), ("huge", "✗ “huge” is none of the options."),
    ("7", "✗ “7” is none of the options."),
  ])
  func options(_ text: String, _ expected: String) {
    #expect(Fixture.read(text, .choice) { $0.options = Self.severities } == expected)
  }

  @Test(arguments: [
    ("no not yet", "no"), ("not yet", "no"), ("yes she called me very angry", "yes"),
    ("no, she has not complained", "no"), ("she complained", "yes"), ("nobody told them", "no"),
    ("no one told them", "no"), ("1", "yes"),
  ])
  func `yes and no among options`(_ text: String, _ expected: String) {
    let options = [
      Question.Option("yes", label: "they know", says: ["complained"]),
      Question.Option("no", label: "not told", says: ["nobody told", "no one told"]),
    ]
    #expect(Fixture.read(text, .choice) { $0.options = options } == expected)
  }

  @Test(arguments: [
    ("minor, critical", #"["minor","critical"]"#), ("1 and 3", #"["minor","critical"]"#),
    ("small & large", #"["minor","major"]"#), ("all", #"["minor","major","critical"]"#),
    ("none", "[]"),
    ("critical for them", #"["critical"]"#), ("minor, huge", "✗ “huge” is none of the options."),
  ])
  func `several options`(_ text: String, _ expected: String) {
    #expect(Fixture.read(text, .choices) { $0.options = Self.severities } == expected)
  }

  @Test func `points on a scale`() {
    let labels = ["never", "sometimes", "always"].map { Question.Option($0) }
    #expect(Fixture.read("always", .scale) { $0.options = labels } == "3")
    #expect(Fixture.read("2", .scale) { $0.options = labels } == "2")
    #expect(Fixture.read("2 of 3", .scale) { $0.options = labels } == "2")
    #expect(Fixture.read("4", .scale) { $0.options = labels } == "✗ 4 is not on the scale.")
    #expect(Fixture.read("7", .scale) { $0.validate.max = 5 } == "✗ 7 is more than 5.")
    #expect(Fixture.read("4/5", .scale) { $0.validate.max = 5 } == "4")
  }

  @Test func `bounds are named`() {
    #expect(Fixture.read("12", .number) { $0.validate.max = 10 } == "✗ 12 is more than 10.")
    #expect(
      Fixture.read("5 EUR", .money) { $0.validate.min = 10 } == "✗ 5 EUR is less than 10 EUR.")
    #expect(
      Fixture.read("2 days", .duration) { $0.validate.max = 1440 }
        == "✗ two days is more than one day.")
    #expect(
      Fixture.read("AB", .text) { $0.validate.pattern = "[A-Z]{3}" }
        == "✗ “AB” does not have the form that is needed.")
  }
}
