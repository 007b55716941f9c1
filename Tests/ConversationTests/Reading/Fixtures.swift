import Conversation
import Foundation
import RapportKit

/// Tuesday 24 November 2026, 09:00 in Berlin, and a few names.
enum Fixture {
  static let acme = Named(id: RecordID(rawValue: "ACME"), name: "Acme")
  static let birch = Named(id: RecordID(rawValue: "OAK1"), name: "Oak & Co")
  static let maria = Named(id: RecordID(rawValue: "MARIA"), name: "Maria Ortiz")
  static let jones = Named(id: RecordID(rawValue: "JONES"), name: "Tom Jones")

  static let directory = Directory(
    customers: [
      .init(id: RecordID(rawValue: "ACME"), name: "Acme", aliases: ["ACME Printing"]),
      .init(id: RecordID(rawValue: "OAK1"), name: "Oak & Co"),
      .init(id: RecordID(rawValue: "KITE"), name: "Kite"),
      .init(id: RecordID(rawValue: "HILL1"), name: "Hillside Dental"),
      .init(id: RecordID(rawValue: "HILL2"), name: "Hillside Foods"),
      .init(id: RecordID(rawValue: "VEGA"), name: "Vega Logistics GmbH"),
    ],
    people: [
      .init(
        id: RecordID(rawValue: "MARIA"), name: "Maria Ortiz", customer: RecordID(rawValue: "ACME")),
      .init(
        id: RecordID(rawValue: "JONES"), name: "Tom Jones", customer: RecordID(rawValue: "OAK1")),
      .init(
        id: RecordID(rawValue: "ANNA1"), name: "Anna Lund", customer: RecordID(rawValue: "OAK1")),
      .init(
        id: RecordID(rawValue: "ANNA2"), name: "Anna Berg", customer: RecordID(rawValue: "VEGA")),
    ],
    colleagues: ["Dana", "Sam Reed"])

  /// The team's currency, as a setting.
  static let euro: [String: Value] = ["team.currency": .text("EUR")]

  static func reader(
    _ now: String = "2026-11-24T09:00", currency: String? = "EUR", spelling: Spelling = .british,
    directory: Directory = directory
  ) -> Reader {
    let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    let moment = Moment(iso: now) ?? Moment(LocalDate(2026, 11, 24))
    var values: [String: Value] = ["me.spelling": .choice(spelling.rawValue)]
    if let currency { values["team.currency"] = .text(currency) }
    return Reader(
      surroundings: Surroundings(instant: moment.instant(in: zone), zone: zone),
      directory: directory, settings: Settings(values))
  }

  /// What `text` reads as at a question of `type`: the value as JSON, or the problem's message.
  static func read(
    _ text: String, _ type: QuestionType, direction: Direction? = nil, reader: Reader = reader(),
    answers: Answers = Answers(), _ change: (inout Question) -> Void = { _ in }
  ) -> String {
    var question = Question("q", ask: "…", type: type)
    change(&question)
    do throws(Problem) {
      let value = try reader.read(text, as: question, answers: answers, direction: direction)
      return value.node.text ?? value.node.json
    } catch {
      return "✗ " + error.message
    }
  }
}

extension Answers {
  /// All answers in one line: "happened=2026-11-23 told=no".
  var line: String {
    ids.sorted().map { id in
      let value =
        switch self[id]?.value {
        case .customer(let named)?, .person(let named)?:
          named.name + (named.id == nil ? "(new)" : "")
        case .commitment(let promise)?:
          "[\(promise.who ?? "-")|\(promise.what)|\(promise.by?.description ?? "-")]"
        case .money(let money)?: "\(money.minor) \(money.currency)"
        case let value?: value.node.text ?? value.node.json
        case nil: "?"
        }
      return "\(id)=\(value)"
    }.joined(separator: " ")
  }
}
