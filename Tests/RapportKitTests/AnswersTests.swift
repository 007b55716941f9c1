import RapportKit
import Testing

struct AnswersTests {
  private static let answers: Answers = {
    var answers = Answers()
    answers["customer"] = .given(.customer(Named(name: "Acme")))
    answers["severity"] = .given(.choice("major"))
    answers["channels"] = .given(.choices(["email", "chat"]))
    answers["told"] = .given(.yesno(false))
    answers["copies"] = .given(.number(240))
    answers["score"] = .given(.scale(4))
    answers["note"] = .given(.text("late"))
    answers["when"] = .given(.date(Moment(LocalDate(2026, 11, 23), LocalTime(9, 10))))
    answers["repair"] = .given(
      .commitment(
        Commitment(
          who: "Dana", what: "credit the fee", by: Moment(LocalDate(2026, 11, 27)),
          text: "Dana will credit the fee by Friday")))
    answers["cause"] = Answer(.unknown(news: Moment(LocalDate(2026, 11, 24), LocalTime(17))))
    answers["extra"] = Answer(.skipped)
    return answers
  }()

  @Test(
    arguments: [
      (.oneOf(id: "severity", values: ["critical", "major"]), true),
      (.oneOf(id: "severity", values: ["minor"]), false),
      (.oneOf(id: "channels", values: ["chat"]), true),
      (.oneOf(id: "channels", values: ["letter"]), false),
      (.oneOf(id: "told", values: ["no"]), true),
      (.oneOf(id: "told", values: ["yes"]), false),
      (.oneOf(id: "copies", values: ["240"]), true),
      (.oneOf(id: "score", values: ["4", "5"]), true),
      (.oneOf(id: "note", values: ["late"]), true),
      (.oneOf(id: "when", values: ["2026-11-23"]), false),
      (.oneOf(id: "cause", values: [""]), false),
      (.oneOf(id: "missing", values: [""]), false),
      (.answered("note"), true), (.answered("cause"), false), (.answered("extra"), false),
      (.answered("missing"), false), (.not(.answered("missing")), true),
      (.all([]), true), (.any([]), false),
      (.all([.answered("note"), .answered("extra")]), false),
      (.any([.answered("note"), .answered("extra")]), true),
      (.not(.any([.answered("extra"), .oneOf(id: "told", values: ["yes"])])), true),
    ] as [(Condition, Bool)])
  func `a condition holds for what was given, never for what is missing, skipped or unknown`(
    condition: Condition, holds: Bool
  ) {
    #expect(condition.holds(for: Self.answers) == holds)
  }

  @Test func `a condition names the questions it looks at`() {
    let condition = Condition.all([
      .oneOf(id: "a", values: []), .any([.answered("b"), .not(.answered("c"))]),
    ])
    #expect(condition.ids == ["a", "b", "c"])
  }

  @Test func `answers decode into a type, those not given as nil`() throws {
    struct Mistake: Decodable, Equatable {
      struct Name: Decodable, Equatable { var name: String }
      var customer: Name
      var severity: String
      var channels: [String]
      var told: Bool
      var copies: Int
      var score: Int
      var when: Moment
      var repair: Commitment
      var cause: String?
      var extra: String?
    }
    let mistake = try Self.answers.decode(Mistake.self)
    #expect(
      mistake
        == Mistake(
          customer: .init(name: "Acme"), severity: "major", channels: ["email", "chat"],
          told: false, copies: 240, score: 4,
          when: Moment(LocalDate(2026, 11, 23), LocalTime(9, 10)),
          repair: Commitment(
            who: "Dana", what: "credit the fee", by: Moment(LocalDate(2026, 11, 27)),
            text: "Dana will credit the fee by Friday")))
  }

  @Test func `a type that does not fit is the plugin's fault`() {
    struct Wrong: Decodable { var note: Int }
    #expect {
      try Self.answers.decode(Wrong.self)
    } throws: { error in
      guard let problem = error as? Problem else { return false }
      return problem.code == .brokenPlugin
        && problem.help == "Make the manifest's questions and the type agree."
    }
  }

  @Test func `merging keeps the order and lets the other's answers stand`() {
    var a = Answers()
    a["one"] = .given(.text("1"))
    a["two"] = .given(.text("2"))
    var b = Answers()
    b["three"] = .given(.text("3"))
    b["one"] = Answer(.skipped)
    a.merge(b)
    #expect(a.ids == ["one", "two", "three"])
    #expect(a["one"]?.state == .skipped)
    #expect(a.node == ["two": "2", "three": "3"])
    a["two"] = nil
    a["absent"] = nil
    #expect(a.ids == ["one", "three"])
    #expect(!a.isEmpty && Answers().isEmpty)
  }

  @Test func `texts, names and dates are found where they are`() {
    let answers = Self.answers
    #expect(answers.text("customer") == "Acme")
    #expect(answers.text("repair") == "Dana will credit the fee by Friday")
    #expect(answers.text("told") == nil)
    #expect(answers.named("customer") == Named(name: "Acme"))
    #expect(answers.named("note") == nil)
    #expect(answers.date("repair")?.description == "2026-11-27")
    #expect(answers.date("cause")?.description == "2026-11-24T17:00")
    #expect(answers.date("note") == nil)
  }

  @Test(
    arguments: [
      (.answer("when"), "2026-11-23T09:10"), (.answer("repair"), "2026-11-27"),
      (.answer("missing"), nil), (.offset(Offset(days: 3)), "2026-11-27"),
      (.offset(Offset(days: 3, workdays: true)), "2026-11-27"),
      (.offset(Offset(days: 4, workdays: true)), "2026-11-30"),
      (.offset(Offset(days: 1, workdays: true, after: "repair")), "2026-11-30"),
      (.offset(Offset(days: -2, after: "repair")), "2026-11-25"),
      (.offset(Offset(days: 1, after: "cause")), "2026-11-25"),
      (.offset(Offset(days: 1, after: "missing")), "2026-11-25"),
    ] as [(Due, String?)])
  func `something is due on an answer's date, or days after it or now`(due: Due, date: String?) {
    #expect(due.moment(from: Self.answers, today: LocalDate(2026, 11, 24))?.description == date)
  }
}
