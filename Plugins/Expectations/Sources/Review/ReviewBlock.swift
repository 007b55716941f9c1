import RapportKit

/// The quarter in a few lines, as it is shown before the questions.
struct ReviewBlock {
  let quarter: Quarter
  let wording: Wording

  /// "Acme, 24 Aug to 24 Nov 2026, from the records:" and what they say.
  func text(customer: String, missing: [String]) -> String {
    var lines = ["\(customer), \(period), from the records:"]
    if let summary = quarter.ledger.summary { lines.append(row("promises", summary)) }
    let rows = quarter.card.rows.filter { $0.expected.aspect != "deliverable" || $0.actual != nil }
    let width = rows.map(\.expected.line.count).max() ?? 0
    let actuals = rows.compactMap(\.actual?.count).max() ?? 0
    for (index, row) in rows.enumerated() {
      let cells = [
        row.expected.line.padded(to: width), (row.actual ?? "").padded(to: actuals),
        row.reading.brief,
      ]
      lines.append(self.row(index == 0 ? "agreed" : "", cells.joined(separator: "  ")))
    }
    let hurt = hurts
    if !hurt.isEmpty { lines.append(row("hurt", hurt)) }
    for (index, quote) in quarter.said.enumerated() {
      lines.append(
        row(index == 0 ? "they said" : "", "“\(quote.body["quote"]?.text ?? "")”\(who(quote))"))
    }
    if !missing.isEmpty { lines.append("Missing: \(missing.joined(separator: ", ")).") }
    return lines.joined(separator: "\n")
  }

  /// "24 Aug to 24 Nov 2026".
  var period: String {
    let far = Wording(spelling: wording.spelling, today: quarter.end)
    func day(_ date: LocalDate) -> String { String(far.short(Moment(date)).dropFirst(4)) }
    let to = day(quarter.end)
    return "\(day(quarter.start)) to \(to) \(quarter.end.year)"
  }

  /// "outage 23 Nov; slips: mail unanswered 3 days, wrong invoice".
  private var hurts: String {
    var parts = quarter.incidents.map { incident in
      "\(incident.title)\(incident.happened.map { ", \(dayOnly($0))" } ?? "")"
    }
    if !quarter.slips.isEmpty {
      parts.append("slips: " + quarter.slips.map(slip).joined(separator: ", "))
    }
    return parts.joined(separator: "; ")
  }

  /// "mail unanswered 3 days".
  private func slip(_ slip: Record) -> String {
    let days = slip.body["days"]?.int.map { " \(Ledger.days($0))" } ?? ""
    return slip.title.lowercasedFirst + days
  }

  private func who(_ quote: Record) -> String {
    let day = quote.happened.map { dayOnly($0) }
    let inside = [quarter.who(quote), day].compactMap(\.self).joined(separator: ", ")
    return inside.isEmpty ? "" : " (\(inside))"
  }

  /// "23 Nov".
  private func dayOnly(_ moment: Moment) -> String {
    String(wording.short(Moment(moment.date)).dropFirst(4))
  }

  private func row(_ label: String, _ text: String) -> String {
    "  " + label + String(repeating: " ", count: max(1, 11 - label.count)) + text
  }
}

extension String {
  /// With spaces behind it.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
