import Foundation
import RapportKit

/// The review as its pages show it: what is for the customer, and apart from it what stays with us.
///
/// The customer's edition is filled from `values(internal: false)`, which holds none of our notes, causes, colleagues
/// or gaps: a template cannot show what it is not given.
struct ReviewPage {
  let quarter: Quarter
  let notes: OldNotes
  let customer: String
  let context: Context
  /// What is missing, in words.
  let missing: [String]
  private let request: Request
  private let speech: Speech

  init(_ quarter: Quarter, notes: OldNotes, request: Request, in context: Context) throws(Problem) {
    self.quarter = quarter
    self.notes = notes
    self.request = request
    self.context = context
    customer = request.answers.text("customer") ?? "the customer"
    speech = Speech(request, context)
    let told: [ReviewPart] = quarter.isEmpty ? [.agreed, .missed, .hurt] : []
    missing =
      told.filter { notes.lines[$0] == nil }.map(\.missing)
      + ReviewPart.closing.filter { request.answers[$0.rawValue]?.value == nil }.map(\.missing)
  }

  private var wording: Wording { context.wording }

  /// The names of the pages' templates.
  func values(internal isInternal: Bool) throws(Problem) -> [String: Node] {
    let block = ReviewBlock(quarter: quarter, wording: wording)
    var values: [String: Node] = [
      "title": .text("Review with \(customer)"), "period": .text(block.period),
      "day": .text(context.wording.dated.date(Moment(quarter.end))),
      "summary": .text(quarter.ledger.summary.map { "Promises: \($0)." }),
      "wrong": try list(wrong()),
      "rows": rows(isInternal).isEmpty ? nil : ["rows": .list(rows(isInternal))],
      "agreed": try list(notes.lines[.agreed] ?? []),
      "open": try list(open()), "well": try list(well()),
      "said": try list(said()), "from_last": try list(fromLast()),
      "hard_them": try list(quarter.sheet?.lines[.hard_them] ?? []),
      "hard_us": try list(quarter.sheet?.lines[.hard_us] ?? []),
      "next_date": .text(next), "zone": .text(zone),
    ]
    for part in [ReviewPart.help, .ask, .commitment]
    where request.answers[part.rawValue]?.value != nil {
      values["our_\(part)"] = .text(try part.said(for: request, in: context))
    }
    guard isInternal else { return values }
    values["kept_back"] = keptBack.isEmpty ? nil : ["lines": .list(keptBack.map { .text($0) })]
    values["first"] = first.isEmpty ? nil : ["lines": .list(first.map { .text($0) })]
    return values
  }

  /// What is said first, in the order of the talk: `reviews/say-the-bad-first`.
  var first: [String] {
    var items = quarter.incidents.map { incident in
      let late = quarter.daysUntilTold(incident).flatMap { days in
        days > 0 ? ", and that we told them \(days == 1 ? "a day" : "\(days) days") late" : nil
      }
      return
        "\(incident.title.lowercasedFirst)\(incident.happened.map { " (\(short($0.date)))" } ?? "")\(late ?? "")"
    }
    items += (quarter.notes + quarter.said).filter { $0.body["kind"]?.text == "complaint" }
      .map { "their complaint\($0.happened.map { " of \(short($0.date))" } ?? "")" }
    for line in quarter.ledger.worstFirst {
      let due = line.record.due.map { ", due \(short($0.date))" } ?? ""
      switch line.ending {
      case .broken: items.append("the broken promise (\(line.record.title.lowercasedFirst)\(due))")
      case .overdue:
        items.append("the overdue promise (\(line.record.title.lowercasedFirst)\(due))")
      default: continue
      }
    }
    for row in shortRows {
      items.append("\(row.expected.what.lowercasedFirst) at \(row.actual ?? "")")
    }
    if !quarter.slips.isEmpty { items.append("the small slips") }
    items += ((notes.lines[.hurt] ?? []) + (notes.lines[.missed] ?? [])).map(\.lowercasedFirst)
    return items
  }

  /// What stays with us, in our words.
  var keptBack: [String] {
    var lines = quarter.notes.map { note in
      "\(note.happened.map { short($0.date) + ": " } ?? "")\(note.title)"
    }
    lines += quarter.incidents.compactMap { incident in
      incident.body["cause"]?.text.map { "\(incident.title), because \($0)" }
    }
    for row in shortRows {
      if let gap = row.gap { lines.append("\(row.expected.what): \(gap.text)") }
    }
    lines += notes.unplaced
    if request.answers["with_people"]?.value == .yesno(true) { lines += people }
    return lines
  }

  /// The rows that fall short, the worst first.
  private var shortRows: [Card.Row] {
    quarter.card.rows.filter(\.reading.isShort).sorted { $0.rank < $1.rank }
  }

  /// "Berlin time".
  private var zone: String {
    let place = context.surroundings.zone.identifier.split(separator: "/").last ?? ""
    return "\(place.replacing("_", with: " ")) time"
  }

  private var next: String? {
    request.answers.date("next").map { context.wording.dated.date($0) }
  }

  /// What the next review is known by in `due` and in calendars; made again, a review keeps it.
  var nextID: RecordID {
    let date = request.answers.date("next")
    return quarter.today?.body["step"]?.text.map { RecordID(rawValue: $0) }
      ?? quarter.planned.first { $0.due == date }?.id ?? request.recordID(2)
  }

  /// The next review as it goes with the invitation, an hour long; nil without a date and a time.
  var nextEvent: CalendarEvent? {
    guard let next = request.answers.date("next"), next.time != nil else { return nil }
    let us = context.settings.me.name.map { " and \($0)" } ?? ""
    let step = quarter.planned.first { $0.id == nextID }
    let moves = step?.body["moves"]?.int ?? 0
    return CalendarEvent(
      id: nextID.rawValue, "Review: \(customer)\(us)", notes: Self.agenda, start: next,
      length: LocalDuration(minutes: 60), zone: context.surroundings.zone,
      changed: context.surroundings.instant,
      version: step.map { $0.due == next ? moves : moves + 1 } ?? 0,
      reminder: LocalDuration(minutes: 1440))
  }

  private static let agenda =
    "What went wrong and is open; what we agreed and what came of it; how we can make it easier for each other; "
    + "the next three months; one ask, one promise each, and the next date."

  private func short(_ date: LocalDate) -> String {
    String(wording.short(Moment(date)).dropFirst(4))
  }

  private func list(_ lines: [String]) throws(Problem) -> Node {
    guard !lines.isEmpty else { return nil }
    var said: [Node] = []
    for line in lines { said.append(.text(try speech.said(line).capitalizedFirst)) }
    return ["lines": .list(said)]
  }
}

// MARK: - What the customer reads

extension ReviewPage {
  /// What went wrong, each with its day and what it cost them.
  private func wrong() throws(Problem) -> [String] {
    var lines: [String] = []
    for incident in quarter.incidents {
      let when = incident.happened.map { "On \(wording.day($0.date)) " } ?? ""
      var line = when + (when.isEmpty ? incident.title : incident.title.lowercasedFirst)
      if let harm = incident.body["harm"]?.text {
        line += ", and you could not \(try speech.said(harm).lowercasedFirst)"
      }
      let days = quarter.daysUntilTold(incident)
      if let days, days > 0 {
        line += ". We told you \(days == 1 ? "a day" : "\(days) days") late"
      }
      if days != nil, let prevention = incident.body["prevention"]?.text {
        line += ". Since then: \(try speech.said(prevention).lowercasedFirst)"
      }
      lines.append(line)
    }
    for entry in quarter.ledger.worstFirst {
      let title = entry.record.title
      let due = entry.record.due.map { wording.day($0.date) }
      switch entry.ending {
      case .broken:
        lines.append(
          "Promised\(due.map { " for \($0)" } ?? ""), and not kept: \(title)")
      case .overdue(let days):
        lines.append(
          "Promised\(due.map { " for \($0)" } ?? ""), and still open \(Ledger.days(days)) later: \(title)"
        )
      case .late(let days): lines.append("Kept \(Ledger.days(days)) late: \(title)")
      default: continue
      }
    }
    lines += SlipWords.said(quarter.slips, wording: wording)
    return lines + (notes.lines[.hurt] ?? []) + (notes.lines[.missed] ?? [])
  }

  private func rows(_ isInternal: Bool) -> [Node] {
    quarter.card.rows.filter { $0.expected.aspect != "deliverable" || $0.actual != nil }.map {
      row in
      .compact([
        "what": .text(row.expected.what), "hoped": .text(row.expected.hoped ?? "–"),
        "acceptable": .text(row.expected.acceptable ?? "–"), "actual": .text(row.actual ?? "–"),
        "evidence": .text(row.measure?.body["evidence"]?.text ?? "–"),
        "colour": .text(row.reading.colour == .none ? "none" : row.reading.colour.rawValue),
        "reading": .text(row.reading.text),
      ])
    }
  }

  private func open() -> [String] {
    quarter.ledger.lines.compactMap { line in
      guard line.ending == .open else { return nil }
      let due = line.record.due.map { ", by \(wording.day($0.date))" } ?? ""
      let moved = line.promise.moves > 0 ? " (moved before it was due)" : ""
      return "\(line.record.title)\(due)\(moved)"
    }
  }

  private func well() -> [String] {
    let kept = quarter.ledger.lines.filter { $0.ending == .onTime }.map { line in
      "Kept on time: \(line.record.title)"
        + (line.record.due.map { ", by \(wording.day($0.date))" } ?? "")
    }
    let rows = quarter.card.rows.filter { $0.reading.colour == .green }.map {
      "\($0.expected.what): \($0.actual ?? ""), as hoped"
    }
    return kept + rows + (notes.lines[.kept] ?? [])
  }

  private func said() -> [String] {
    quarter.said.map { quote in
      let inside = [quarter.who(quote), quote.happened.map { short($0.date) }].compactMap(\.self)
      return "“\(quote.body["quote"]?.text ?? "")”"
        + (inside.isEmpty ? "" : " (\(inside.joined(separator: ", ")))")
    } + (notes.lines[.said] ?? [])
  }

  /// What both sides took with them last time.
  private func fromLast() -> [String] {
    guard let last = quarter.last else { return [] }
    return [
      last.body["ask"]?.text.map { "We asked you to \($0)" },
      last.body["commitment"]?.text.map { "We said: \($0)" },
    ].compactMap(\.self)
  }

  /// "Dana: 4 made: 3 kept on time, 1 open", a line a colleague; only when asked for.
  private var people: [String] {
    let owners = Dictionary(grouping: quarter.ledger.lines) {
      $0.promise.owner
    }
    return owners.keys.sorted().map { owner in
      let lines = owners[owner] ?? []
      let onTime = lines.count { $0.ending == .onTime }
      return
        "\(owner == "me" ? "I" : owner.capitalizedFirst): \(lines.count) promises, \(onTime) kept on time"
    }
  }
}
