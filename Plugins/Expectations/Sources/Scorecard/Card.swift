import RapportKit

/// The customer's scorecard: every agreed row with its latest actual.
struct Card {
  /// One row, with what is known of it.
  struct Row {
    /// The expectation's record.
    var record: Record
    /// What was agreed.
    var expected: Expected
    /// The latest actual up to the day the card is for.
    var measure: Record?

    /// The actual, as it was written.
    var actual: String? { measure?.body["actual"]?.text }
    /// How it stands.
    var reading: Reading { Reading(expected, actual: actual) }
    /// Where the gap opened, as it was answered.
    var gap: Gap? { measure?.body["gap"]?.text.flatMap(Gap.init) }
  }

  /// The rows, in the order of the sheet.
  private(set) var rows: [Row] = []

  /// Reads the card of `customer` as it stood on `day`.
  init(of customer: RecordID, until day: LocalDate, in context: Context) async throws(Problem) {
    let records = try await context.records.records(
      RecordQuery(kinds: ["expectation", "measure"], customer: customer))
    self.init(records, until: day)
  }

  /// Reads it out of expectations and measures.
  init(_ records: [Record], until day: LocalDate) {
    var latest: [String: Record] = [:]
    for measure in records where measure.kind == "measure" {
      guard let id = measure.body["expectation"]?.text, let at = measure.happened?.date, at <= day
      else { continue }
      if let known = latest[id]?.happened?.date, known > at { continue }
      latest[id] = measure
    }
    rows = records.filter { $0.kind == "expectation" && $0.state != "dropped" }.map { record in
      Row(
        record: record, expected: Expected(record.body, what: record.title),
        measure: latest[record.id.rawValue])
    }
  }

  /// Fills the rows about promises from the ledger, where nobody has noted an actual.
  mutating func fill(from ledger: Ledger, on day: LocalDate) {
    guard let rate = ledger.onTimeRate, let (count, all) = ledger.onTime else { return }
    for index in rows.indices
    where rows[index].expected.isAboutPromises && rows[index].measure == nil {
      let body: Node = [
        "actual": .text("\(rate) %"), "evidence": .text("the ledger: \(count) of \(all) due"),
      ]
      rows[index].measure = Record(
        id: rows[index].record.id, kind: "measure", title: "", body: body, happened: Moment(day))
    }
  }

  /// The row that the words of `text` fit best; nil when none or several do.
  func row(for text: String) -> Row? {
    let said = Self.words(text)
    let scored = rows.map { row in
      (row, Self.words(row.expected.what).intersection(said).count)
    }
    guard let best = scored.map(\.1).max(), best > 0 else { return nil }
    let found = scored.filter { $0.1 == best }
    return found.count == 1 ? found[0].0 : nil
  }

  /// The worst colour of the card; nil when nothing has been measured.
  var colour: Reading.Colour? {
    let colours = rows.map(\.reading.colour).filter { $0 != .none }
    return [Reading.Colour.red, .amber, .green].first(where: colours.contains)
  }

  private static func words(_ text: String) -> Set<String> {
    let small = ["the", "and", "for", "per"]
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return Set(words.filter { $0.count > 2 && !small.contains($0) }.map(singular))
  }

  /// "replies" is "reply", "deliveries" is "delivery".
  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }
}

/// Where a result slipped: the four gaps between what they expect and what they get (Parasuraman, Zeithaml & Berry;
/// `expectations/scorecard#find-where-the-gap-opened`).
enum Gap: String, CaseIterable {
  case knowing, ruling, doing, telling

  /// The question whose "no" names it.
  var id: String { rawValue }

  /// What it says.
  var text: String {
    switch self {
    case .knowing: "we did not know what they expected"
    case .ruling: "we knew it, and had no clear rule for it"
    case .doing: "we had a rule, and did not follow it"
    case .telling: "we told them something else than we did"
    }
  }

  /// The first of the four that is answered with no.
  init?(_ answers: Answers) {
    let found = Gap.allCases.first { answers[$0.id]?.value == .yesno(false) }
    guard let found else { return nil }
    self = found
  }
}
