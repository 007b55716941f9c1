import RapportKit

/// The figures of promises as sentences and as cells.
///
///     FigureWords(figures).sentence  // "8 made: 5 kept on time, 1 kept late, 1 broken, 1 open. …"
struct FigureWords {
  let figures: PromiseFigures

  init(_ figures: PromiseFigures) { self.figures = figures }

  /// All of it, in three sentences at most.
  var sentence: String {
    var parts = ["\(figures.onTime) kept on time"]
    if figures.late > 0 { parts.append("\(figures.late) kept late (\(lateness))") }
    parts.append("\(figures.broken) broken")
    parts.append(
      "\(figures.open) open\(figures.overdue > 0 ? ", \(figures.overdue) of them overdue" : "")")
    var text = "**\(figures.made) made**: \(parts.joined(separator: ", "))."
    if let kept = figures.keptRate, let onTime = figures.onTimeRate {
      text +=
        " Of \(figures.settled) settled (kept or broken), \(kept) % were kept and \(onTime) % on time"
      // The share that a scorecard shows.
      if figures.overdue > 0, let rate = figures.dueRate {
        text += "; of \(figures.due) due (the overdue too), \(rate) % on time"
      }
      text += "."
    }
    let more = [
      figures.moved > 0 ? "\(figures.moved) moved" : nil,
      figures.kept > 0 ? "\(figures.confirmed) of \(figures.kept) confirmed by them" : nil,
      figures.unconfirmed > 0 ? "\(figures.unconfirmed) unconfirmed" : nil,
      figures.exceeded > 0 ? "\(figures.exceeded) exceeded" : nil,
      figures.unanswered > 0 ? "\(figures.unanswered) asked or offered" : nil,
      figures.dropped > 0 ? "\(figures.dropped) dropped" : nil,
    ].compactMap(\.self)
    if !more.isEmpty { text += " \(more.joined(separator: ", ").capitalizedFirst)." }
    if let overrun { text += " The middle one took \(overrun) times the days first promised." }
    return text
  }

  private var lateness: String {
    let days = figures.daysLate.sorted().map(String.init).joined(separator: ", ")
    return figures.daysLate == [1] ? "1 day" : "\(days) days"
  }

  /// The middle overrun with one digit, "1.4".
  var overrun: String? {
    figures.overrun.map { ratio in
      let tenths = Int((ratio * 10).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
  }

  /// The headings of `cells`.
  static let columns = [
    "made", "kept", "on time", "late", "broken", "open", "overdue", "moved", "confirmed", "overrun",
  ]

  /// One row.
  var cells: [String] {
    [
      figures.made, figures.kept, figures.onTime, figures.late, figures.broken, figures.open,
      figures.overdue, figures.moved, figures.confirmed,
    ].map(String.init) + [overrun ?? ""]
  }
}
