import Foundation
import RapportKit

/// An actual noted in one line: "first reply 3 h 10, from the ticket log".
struct ActualEntry {
  let row: Card.Row
  let actual: String
  let evidence: String?

  /// Takes the line apart: the row its words name, the level or the word behind it, and after a comma the evidence.
  init(_ line: String, card: Card, customer: String) throws(Problem) {
    let parts = line.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    var head = parts.first ?? line
    var proof = parts.count == 2 ? parts[1] : nil
    // “2,5 h, from the log”: the comma of a figure parts nothing.
    if let last = head.last, last.isNumber, let next = proof?.first, next.isNumber,
      let rest = proof?.split(separator: ",", maxSplits: 1).map({ String($0).trimmed })
    {
      head += "," + rest[0]
      proof = rest.count == 2 ? rest[1] : nil
    }
    guard let row = card.row(for: head) else {
      let names = card.rows.map { "“\($0.expected.what)”" }
      throw Problem(
        .badAnswer,
        names.isEmpty
          ? "Nothing is agreed with \(customer) that could be measured."
          : "I cannot tell which row “\(head)” is for.",
        help: names.isEmpty
          ? "Begin with `agree \(customer.asWord)`."
          : "There are: \(names.joined(separator: ", ")). Begin with its words, then the figure.")
    }
    self.row = row
    guard let actual = Self.actual(in: head, row.expected) else {
      throw Problem(
        .badAnswer, "There is no figure in “\(head)”.",
        help:
          "Write it behind the row: `\(row.expected.what.lowercasedFirst) \(row.expected.hopedLevel?.text ?? "yes")`."
      )
    }
    self.actual = try Self.counted(actual, for: row.expected)
    evidence = proof.map { text in
      text.lowercased().hasPrefix("from ") ? String(text.dropFirst(5)) : text
    }
  }

  /// The level behind the row's own words; where no level was agreed, the last word: "accepted", "no".
  private static func actual(in head: String, _ row: Expected) -> String? {
    var rest = head[...]
    if head.lowercased().hasPrefix(row.what.lowercased()) {
      rest = rest.dropFirst(row.what.count)
    } else {
      // The row's own words, but for its figures: “first reply 3 h 10” for “first reply within 4 h”.
      let own = row.what.lowercased().split { $0.isWhitespace }.map(String.init)
        .filter { word in word.count > 1 && !word.contains { $0.isNumber } }
      while true {
        let next = rest.drop { $0.isWhitespace }
        let word = next.prefix { !$0.isWhitespace }
        guard own.contains(word.lowercased()) else { break }
        rest = rest[word.endIndex...]
      }
    }
    return Level(in: String(rest))?.text ?? rest.split(separator: " ").last.map(String.init)
  }

  /// The actual with the unit of the row, where it has none; what counts something else is not noted, for it would stand
  /// in the place of an actual that can be read.
  private static func counted(_ actual: String, for row: Expected) throws(Problem) -> String {
    guard let hoped = row.hopedLevel else { return actual }
    if let level = Level(in: actual), level.compares(with: hoped) { return actual }
    if hoped.unit == .percent, let level = Level(in: actual), level.unit == .count(""),
      level.text == actual
    {
      return actual + " %"
    }
    throw Problem(
      .badAnswer, "“\(actual)” cannot be held against the \(hoped.text) of “\(row.what)”.",
      help: "Write it so that it counts the same: `\(row.what.lowercasedFirst) \(hoped.text)`.")
  }

  /// How it stands.
  var reading: Reading { Reading(row.expected, actual: actual) }

  /// "First reply: 3 h 10. amber ▲ over the hoped 2 h, within the acceptable 4 h."
  func said(gap: Gap?) -> String {
    var text = "\(row.expected.what): \(actual). \(reading.text.capitalizedFirst)."
    if let gap { text += " Where it slipped: \(gap.text)." }
    return text
  }

  /// What the ledger says, where the actual is about promises and says something else.
  func doubt(_ ledger: Ledger) -> String? {
    guard row.expected.isAboutPromises, let rate = ledger.onTimeRate, let level = Level(in: actual),
      Int(level.amount.rounded()) != rate
    else { return nil }
    return "The ledger says \(rate) % kept on time, not \(level.text): `promise figures` shows how."
  }

  func reply(to request: Request, gap: Gap?, in context: Context) throws(Problem) -> Reply {
    let day =
      try request.pastDate("on", in: context).map { Moment($0.date) }
      ?? Moment(context.surroundings.today)
    let measure = Record(
      id: request.recordID(0), kind: "measure", customer: request.answers.named("customer")?.id,
      title: "\(row.expected.what): \(actual)", state: "noted", plugin: request.command.plugin,
      body: .compact([
        "expectation": .text(row.record.id.rawValue), "actual": .text(actual),
        "evidence": .text(evidence), "gap": .text(gap?.rawValue),
      ]), happened: day, zone: context.surroundings.zone.identifier)
    return Reply(
      blocks: [.markdown(said(gap: gap) + "\n")]
        + (evidence == nil
          ? [.note("No evidence noted: put it behind a comma, “…, from the ticket log”.")] : []),
      change: Change(put: [measure], links: [.init(measure.id, row.record.id, role: "about")]),
      citations: request.command.guidance)
  }
}
