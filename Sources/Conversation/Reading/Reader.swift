package import RapportKit

/// Reads what people write: answers into values, free sentences into answers, texts into their place in a message.
///
/// English; everything is read against one clock, zone and directory, and nothing reads the locale.
///
///     let reader = Reader(surroundings: surroundings, directory: directory, settings: settings)
///     try reader.read("yesterday 14:00", as: happened, answers: answers)  // .date(2026-11-23T14:00)
package struct Reader: Sendable {
  private(set) var now: Moment
  let names: KnownNames
  /// The settings it reads against.
  package private(set) var settings: Settings

  /// Reads against `surroundings`' clock and zone.
  package init(surroundings: Surroundings, directory: Directory, settings: Settings) {
    now = surroundings.now
    names = KnownNames(directory)
    self.settings = settings
  }

  /// The same names, read at another time and with other settings.
  func at(_ now: Moment, _ settings: Settings) -> Reader {
    var copy = self
    copy.now = now
    copy.settings = settings
    return copy
  }

  var wording: Wording { Wording(spelling: settings.me.spelling, today: now.date) }

  var directory: Directory { names.directory }

  /// The team's currency, in upper case.
  var currency: String? { settings.text("team.currency")?.trimmed.uppercased() }

  /// The whole of `text` as an answer of `question`, without the question's own beginning where it repeats that.
  ///
  /// - Parameter direction: where weekdays and dates without a year are looked for; nil lets the question say:
  ///   ahead for commitments, for `notPast` and for a default that lies ahead, else `.either`.
  /// - Throws: `.badAnswer` with why it does not fit and how to write it.
  package func read(
    _ text: String, as question: Question, answers: Answers, direction: Direction? = nil
  ) throws(Problem) -> Value {
    let value = try value(text, question, answers, direction ?? Self.direction(of: question))
    try Validator(question: question, answers: answers, wording: wording, now: now)
      .check(value, text: text)
    return value
  }

  private func value(
    _ text: String, _ question: Question, _ answers: Answers, _ direction: Direction
  ) throws(Problem) -> Value {
    let line = AskedBeginning(question)?.stripped(text.trimmed) ?? text.trimmed
    guard !line.isEmpty else {
      throw Problem(
        .badAnswer, "There is no answer here.",
        help: question.hint.map { "Write \($0)." } ?? "Write one, or `skip`.")
    }
    try Unanswering(reader: self, question: question).check(line)
    let chooser = Chooser(question: question)
    switch question.type {
    case .text: return .text(line)
    case .longtext: return .text(line)
    case .choice: return .choice(try chooser.option(line).id)
    case .choices: return .choices(try chooser.options(line))
    case .scale: return .scale(try chooser.point(line))
    case .yesno: return .yesno(try yesno(line, question))
    case .number: return .number(try Self.number(line))
    case .money: return .money(try money(line, answers))
    case .date: return .date(try date(line, direction))
    case .time: return .time(try time(line))
    case .duration: return .duration(try duration(line))
    case .customer: return .customer(try customer(typed: line))
    case .person: return .person(try person(typed: line, of: customer(in: answers)))
    case .commitment: return .commitment(try commitment(typed: line, question))
    case .list:
      throw Problem(
        .badAnswer, "“\(question.ask)” takes rows, one after the other.",
        help: "Answer its questions row by row.")
    }
  }

  /// Where a question's dates lie, unless the caller knows better.
  static func direction(of question: Question) -> Direction {
    if question.type == .commitment || question.validate.notPast { return .ahead }
    if case .offset(let offset)? = question.standard, offset.after == nil, offset.days >= 0 {
      return .ahead
    }
    return .either
  }

  /// The customer that an answer names.
  func customer(in answers: Answers) -> RecordID? {
    for id in answers.ids {
      if case .customer(let named)? = answers[id]?.value { return named.id }
    }
    return nil
  }
}
