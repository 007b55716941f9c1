package import RapportKit

extension RecordStoreContract {
  static let histories: [Check] = (1...4).map { seed in
    Check("A random history (\(seed)), taken back from its end, passes through each earlier state.")
    {
      store in
      var history = RandomHistory(seed: UInt64(seed))
      var states: [(change: Int, before: Snapshot)] = []
      for n in 1...60 {
        let before = try await store.snapshot()
        // A change that is refused is no part of the history.
        guard (try? await store.save(history.change(), as: Sample.entry(n))) != nil,
          let made = try await store.changes(limit: 1).first?.id
        else { continue }
        if try await store.rows(of: made).isEmpty { continue }
        states.append((made, before))
      }
      guard states.count >= 10 else {
        throw Breach(description: "only \(states.count) of 60 changes were accepted")
      }
      for (index, state) in states.reversed().enumerated() {
        _ = try await store.undo(state.change, as: Sample.entry(100 + index))
        try expect(
          try await store.snapshot(), state.before, "the store before change \(state.change)")
      }
    }
  }
}

/// Changes to a handful of records, the same for the same seed.
package struct RandomHistory {
  private var generator: SplitMix

  /// Starts the history of `seed`.
  package init(seed: UInt64) { generator = SplitMix(state: seed) }

  /// The next change; a store may have to refuse it.
  package mutating func change() -> Change {
    var change = Change()
    var used: Set<RecordID> = []
    for _ in 0..<number(1...3) {
      let record = record()
      guard used.insert(record.id).inserted else { continue }
      if number(1...5) == 1 { change.remove.append(record.id) } else { change.put.append(record) }
    }
    for _ in 0..<max(0, number(0...4) - 2) {
      let (from, to) = (id(), id())
      if from != to {
        change.links.append(.init(from, to, role: number(1...2) == 1 ? "about" : "for"))
      }
    }
    return change
  }

  /// A number in `range`.
  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func id() -> RecordID { Sample.id(number(0...7)) }

  private mutating func record() -> Record {
    let id = id()
    var record = Record(
      id: id, kind: id == Sample.id(0) ? .customer : "note", title: "Title \(number(1...3))",
      state: number(1...2) == 1 ? "open" : "kept", body: ["n": .number(number(1...3))],
      happened: number(1...2) == 1 ? Moment(LocalDate(2026, 11, number(1...30))) : nil,
      due: number(1...2) == 1 ? Moment(LocalDate(2026, 12, number(1...30)), LocalTime(9)) : nil,
      zone: number(1...2) == 1 ? "Europe/Berlin" : nil)
    if id != Sample.id(0), number(1...3) > 1 { record.customer = Sample.id(0) }
    if number(1...4) == 1 { record.person = self.id() }
    return record
  }
}

/// A small generator whose sequence is fixed (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number
/// generators").
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
