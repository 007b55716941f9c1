import RapportKit

/// The lowest reading of each customer, taken up one response after the other. What is kept of a customer is small, so
/// that a hundred thousand of them fit beside what the program needs anyway.
struct Portfolio {
  /// What is kept of a customer, in sixteen bytes.
  private struct Entry {
    /// How low the lowest reading is; not a number when there was none.
    var rank = Float.nan
    var answers: UInt32 = 0
    /// What the reading says: its place among those met.
    var reading: Int16 = -1
    /// The part that is weakest there, as its place in the questionnaire.
    var weakest: Int8 = -1
    var warnings: UInt8 = 0
    var isHeld = false

    /// How it sorts: those without a reading last.
    var order: Float { rank.isNaN ? .infinity : rank }
  }

  /// A customer's line.
  struct Row: Sendable {
    var customer: String
    var rank: Double?
    var reading: String
    var reason: String
    var answers: Int
    var weakest: Questionnaire.Category?
  }

  let questionnaire: Questionnaire
  private var names: [String] = []
  private var entries: [Entry] = []
  /// The places of the names by their hashes, -1 where there is none (open addressing): a third of a dictionary's size.
  private var table: [Int32] = Array(repeating: -1, count: 64)
  private var readings: [String] = []

  init(_ questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  /// Whether nothing was taken up.
  var isEmpty: Bool { names.isEmpty }

  /// Takes up one person's answers.
  mutating func add(_ scores: Scores) {
    let place = place(of: scores.response.customer ?? "")
    var entry = entries[place]
    entry.answers += 1
    entry.isHeld = entry.isHeld || scores.isHeld
    let rank = scores.reading.rank.map { Float($0) } ?? .nan
    if entry.reading < 0 || (rank.isNaN ? .infinity : rank) < entry.order {
      entry.rank = rank
      entry.weakest = weakest(scores)
      entry.warnings = UInt8(clamping: scores.warnings.count)
      let text = scores.reading.headline(in: questionnaire)
      if let known = readings.firstIndex(of: text) {
        entry.reading = Int16(clamping: known)
      } else {
        entry.reading = Int16(clamping: readings.count)
        readings.append(text)
      }
    }
    entries[place] = entry
  }

  /// The place of the customer called `name`, who is added when they are new.
  private mutating func place(of name: String) -> Int {
    if names.count * 4 >= table.count * 3 {
      table = Array(repeating: -1, count: table.count * 2)
      for (index, name) in names.enumerated() { table[slot(of: name)] = Int32(index) }
    }
    let slot = slot(of: name)
    if table[slot] < 0 {
      table[slot] = Int32(names.count)
      names.append(name)
      entries.append(Entry())
    }
    return Int(table[slot])
  }

  /// The slot that holds `name`, or the free one where it belongs.
  private func slot(of name: String) -> Int {
    var slot = name.hashValue & (table.count - 1)
    while table[slot] >= 0, names[Int(table[slot])] != name {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private func weakest(_ scores: Scores) -> Int8 {
    var least: (index: Int, mean: Double)?
    for (index, category) in questionnaire.categories.enumerated() {
      guard let mean = scores.categories[category.id]?.mean, mean < least?.mean ?? .infinity else {
        continue
      }
      least = (index, mean)
    }
    return Int8(clamping: least?.index ?? -1)
  }

  /// How many customers there are.
  var count: Int { names.count }

  /// The customers' lines, lowest first, equals by name, those without a reading last; as they are asked for.
  var rows: some Sequence<Row> {
    var order = Array(0..<Int32(names.count))
    order.sort { a, b in
      let (x, y) = (entries[Int(a)].order, entries[Int(b)].order)
      return x == y ? names[Int(a)] < names[Int(b)] : x < y
    }
    return order.lazy.map { row(Int($0)) }
  }

  /// The lowest customers whose reading is not strong, three at most, each with what to do about the weakest part.
  var first: [(customer: String, step: NextSteps.Step)] {
    guard questionnaire.hasScore else { return [] }
    return rows.prefix(NextSteps.most).compactMap { row in
      guard let rank = row.rank, rank < Conventions.strong, let weakest = row.weakest else {
        return nil
      }
      return (
        row.customer, .init(action: weakest.step.naming(row.customer), guidance: weakest.guidance)
      )
    }
  }

  private func row(_ place: Int) -> Row {
    let entry = entries[place]
    let categories = questionnaire.categories
    let weakest =
      categories.indices.contains(Int(entry.weakest)) ? categories[Int(entry.weakest)] : nil
    var reasons: [String] = []
    if let weakest { reasons.append("weakest: \(weakest.title.lowercased())") }
    if entry.warnings > 0 {
      reasons.append("\(entry.warnings) warning\(entry.warnings == 1 ? "" : "s")")
    }
    if entry.isHeld { reasons.append("held, not loyal") }
    return Row(
      customer: names[place], rank: entry.rank.isNaN ? nil : Double(entry.rank),
      reading: readings.indices.contains(Int(entry.reading)) ? readings[Int(entry.reading)] : "",
      reason: reasons.joined(separator: "; "), answers: Int(entry.answers), weakest: weakest)
  }
}
