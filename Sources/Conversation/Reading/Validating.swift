import Foundation
import RapportKit

/// Holds a value to its question's bounds; the message names the bound.
///
/// Bounds of money are in whole units (500 is 500 EUR), of lengths in minutes.
struct Validator {
  let question: Question
  let answers: Answers
  let wording: Wording
  let now: Moment

  func check(_ value: Value, text: String) throws(Problem) {
    let rules = question.validate
    switch value {
    case .number(let number): try bounds(number) { Self.plain($0) }
    case .scale(let point): try bounds(Double(point)) { Self.plain($0) }
    case .money(let money):
      var scale = 1.0
      for _ in 0..<Money.digits(of: money.currency) { scale *= 10 }
      try bounds(Double(money.minor) / scale) {
        wording.money(Money(minor: Int(within: $0 * scale) ?? 0, currency: money.currency))
      }
    case .duration(let length):
      try bounds(Double(length.minutes)) {
        wording.duration(LocalDuration(minutes: Int(within: $0) ?? 0))
      }
    case .date(let moment): try order(moment)
    case .commitment(let commitment):
      if let by = commitment.by { try order(by) }
    case .time(let time): try order(time)
    default: break
    }
    if let pattern = rules.pattern, !matches(pattern, text.trimmed) {
      throw Problem(
        .badAnswer, "“\(text.trimmed)” does not have the form that is needed.",
        help: "It must match \(pattern)\(question.hint.map { " (\($0))" } ?? "").")
    }
  }

  private func bounds(_ number: Double, _ show: (Double) -> String) throws(Problem) {
    if let min = question.validate.min, number < min {
      throw Problem(
        .badAnswer, "\(show(number)) is less than \(show(min)).",
        help: "Write \(show(min)) or more.")
    }
    if let max = question.validate.max, number > max {
      throw Problem(
        .badAnswer, "\(show(number)) is more than \(show(max)).",
        help: "Write \(show(max)) or less.")
    }
  }

  private func order(_ moment: Moment) throws(Problem) {
    if question.validate.notPast, isPast(moment) {
      throw Problem(
        .badAnswer, "\(wording.date(moment).capitalizedFirst) has passed.",
        help:
          "Write a day that lies ahead, such as `\(wording.short(Moment(now.date.adding(workdays: 1))))`."
      )
    }
    if question.validate.notAhead, moment.date > now.date {
      throw Problem(
        .badAnswer, "\(wording.date(moment).capitalizedFirst) lies ahead.",
        help: "Write the day it was, up to today, \(wording.short(Moment(now.date))).")
    }
    if let id = question.validate.after, let other = answers.date(id), !(other < moment) {
      throw Problem(
        .badAnswer, "\(wording.date(moment).capitalizedFirst) is not after \(wording.date(other)).",
        help: "Write a date after \(wording.date(other)).")
    }
    if let id = question.validate.before, let other = answers.date(id), !(moment < other) {
      throw Problem(
        .badAnswer,
        "\(wording.date(moment).capitalizedFirst) is not before \(wording.date(other)).",
        help: "Write a date before \(wording.date(other)).")
    }
  }

  private func order(_ time: LocalTime) throws(Problem) {
    if let id = question.validate.after, case .time(let other)? = answers[id]?.value, time <= other
    {
      throw Problem(
        .badAnswer, "\(wording.time(time)) is not after \(wording.time(other)).",
        help: "Write a time after \(wording.time(other)).")
    }
    if let id = question.validate.before, case .time(let other)? = answers[id]?.value, time >= other
    {
      throw Problem(
        .badAnswer, "\(wording.time(time)) is not before \(wording.time(other)).",
        help: "Write a time before \(wording.time(other)).")
    }
  }

  private func isPast(_ moment: Moment) -> Bool {
    guard moment.date == now.date else { return moment.date < now.date }
    guard let time = moment.time, let current = now.time else { return false }
    return time < current
  }

  private func matches(_ pattern: String, _ text: String) -> Bool {
    guard let expression = try? NSRegularExpression(pattern: "^(?:\(pattern))$") else {
      return true
    }
    let whole = NSRange(text.startIndex..., in: text)
    return expression.firstMatch(in: text, range: whole) != nil
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
