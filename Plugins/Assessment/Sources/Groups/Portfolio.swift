import RapportKit

/// The lowest reading of each customer, taken up one response after the other, so that any number of files fits in
/// little memory.
struct Portfolio {
  /// What is kept of a customer.
  struct Entry {
    /// How low the lowest reading is; nil when there was none.
    var rank: Float?
    /// The part that is weakest there, as its place in the questionnaire.
    var weakest: Int16 = -1
    /// What the reading says: its place among those met.
    var reading: Int32 = -1
    var warnings: Int16 = 0
    var answers: Int32 = 0
    var isHeld = false
    /// Whether it came from you alone.
    var isMine = true
  }

  /// A customer's line.
  struct Row: Sendable {
    var customer: String
    var rank: Double?
    var reading: String
    var reason: String
    var answers: Int
  }

  private(set) var entries: [String: Entry] = [:]
  private var readings: [String: Int32] = [:]
  let questionnaire: Questionnaire

  init(_ questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  /// Takes up one person's answers.
  mutating func add(_ scores: Scores) {
    let name = scores.response.customer ?? ""
    var entry = entries[name] ?? Entry()
    entry.answers += 1
    entry.isHeld = entry.isHeld || scores.isHeld
    let rank = scores.reading.rank.map { Float($0) }
    if entry.reading < 0 || rank ?? .infinity < entry.rank ?? .infinity {
      entry.rank = rank
      entry.weakest = weakest(scores)
      entry.warnings = Int16(clamping: scores.warnings.count)
      entry.isMine = scores.response.role == .me
      let text = scores.reading.headline(in: questionnaire)
      let next = Int32(readings.count)
      entry.reading = readings[text] ?? next
      if entry.reading == next { readings[text] = next }
    }
    entries[name] = entry
  }

  private func weakest(_ scores: Scores) -> Int16 {
    var least: (index: Int, mean: Double)?
    for (index, category) in questionnaire.categories.enumerated() {
      guard let mean = scores.categories[category.id]?.mean, mean < least?.mean ?? .infinity else {
        continue
      }
      least = (index, mean)
    }
    return Int16(least?.index ?? -1)
  }

  /// The customers, lowest first, equals by name; those without a reading last.
  func sorted() -> [String] {
    entries.keys.sorted { a, b in
      let (x, y) = (entries[a]?.rank ?? .infinity, entries[b]?.rank ?? .infinity)
      return x == y ? a < b : x < y
    }
  }

  /// The lines of `customers`.
  func rows(_ customers: some Sequence<String>) -> [Row] {
    let texts = Dictionary(uniqueKeysWithValues: readings.map { ($0.value, $0.key) })
    return customers.compactMap { name in entries[name].map { row(name, $0, texts) } }
  }

  /// Hands each line to `body`, lowest first.
  func each(_ body: (Row) -> Void) {
    let texts = Dictionary(uniqueKeysWithValues: readings.map { ($0.value, $0.key) })
    for name in sorted() { if let entry = entries[name] { body(row(name, entry, texts)) } }
  }

  private func row(_ name: String, _ entry: Entry, _ texts: [Int32: String]) -> Row {
    var reasons: [String] = []
    if questionnaire.categories.indices.contains(Int(entry.weakest)) {
      reasons.append("weakest: \(questionnaire.categories[Int(entry.weakest)].title.lowercased())")
    }
    if entry.warnings > 0 {
      reasons.append("\(entry.warnings) warning\(entry.warnings == 1 ? "" : "s")")
    }
    if entry.isHeld { reasons.append("held, not loyal") }
    return Row(
      customer: name, rank: entry.rank.map(Double.init), reading: texts[entry.reading] ?? "",
      reason: reasons.joined(separator: "; "), answers: Int(entry.answers))
  }
}
