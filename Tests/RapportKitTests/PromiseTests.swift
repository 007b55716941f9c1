import Foundation
import RapportKit
import Testing

private let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

private func promise(
  _ state: Promise.State = .promised, due: String? = "2026-11-20", made: String = "2026-11-10"
) -> Promise {
  Promise(
    id: RecordID(rawValue: "x"), "New labels", customer: nil, owner: "me", state: state,
    made: LocalDate(iso: made) ?? LocalDate(2026, 1, 1), due: due.flatMap { Moment(iso: $0) },
    plugin: "expectations", zone: zone)
}

private func at(_ text: String) -> Moment { Moment(iso: text) ?? Moment(LocalDate(2026, 1, 1)) }

/// Every state with what may follow it; all else is refused.
private let allowed: [Promise.State: Set<Promise.State>] = [
  .asked: [.offered, .promised, .dropped], .offered: [.promised, .dropped],
  .promised: [.kept, .moved, .broken, .dropped], .moved: [.kept, .moved, .broken, .dropped],
  .kept: [.confirmed, .broken], .confirmed: [], .broken: [], .dropped: [],
]

@Test(arguments: Promise.State.allCases, Promise.State.allCases)
func `R16 a promise changes by its rules alone`(from: Promise.State, to: Promise.State) {
  let old = promise(from)
  let changed = try? old.becoming(to, at: at("2026-11-18T09:00"), due: at("2026-11-27"))
  #expect((changed?.state == to) == (allowed[from]?.contains(to) ?? false))
}

@Test func `a change that is not allowed names what is`() {
  var record = promise(.kept).record
  record.number = 5
  let problem = #expect(throws: Problem.self) {
    try Promise(record)?.becoming(.moved, at: at("2026-11-18T09:00"), due: at("2026-11-27"))
  }
  #expect(problem?.message == "Promise 5 is kept and cannot become moved.")
  #expect(problem?.help == "What can follow: `promise confirmed 5`, `promise broken 5`.")
}

@Test func `R16 moving it before its day is no breach, and is counted`() throws {
  let moved = try promise().becoming(.moved, at: at("2026-11-18T09:00"), due: at("2026-11-27"))
  #expect(moved.moves == 1)
  #expect(moved.record.due == at("2026-11-27"))
  #expect(moved.firstDue == at("2026-11-20"))
  let kept = try moved.becoming(.kept, at: at("2026-11-27T17:00"))
  #expect(kept.daysLate == 0)
  #expect(kept.record.body["history"]?.list?.count == 2)
}

@Test func `after its day it cannot be moved, unless they were told before`() throws {
  #expect(throws: Problem.self) {
    try promise().becoming(.moved, at: at("2026-11-21T09:00"), due: at("2026-11-27"))
  }
  #expect(try promise().becoming(.moved, at: at("2026-11-20"), due: at("2026-11-27")).moves == 1)
}

@Test(arguments: [
  ("2026-11-20", "2026-11-20T23:00", 0), ("2026-11-20", "2026-11-21T08:00", 1),
  ("2026-11-20T12:00", "2026-11-20T12:00", 0), ("2026-11-20T12:00", "2026-11-20T12:01", 1),
  ("2026-11-20T12:00", "2026-11-20", 0), ("2026-11-20T12:00", "2026-11-23", 3),
])
func `on time is by the day, or by the hour where one was named`(
  due: String, kept: String, late: Int
) throws {
  #expect(try promise(due: due).becoming(.kept, at: at(kept)).daysLate == late)
}

@Test func `a promise that older commands wrote is read too`() throws {
  let record = Record(
    id: RecordID(rawValue: "x"), kind: .promise, title: "Credit the fee", state: "promised",
    body: ["owner": "Dana"], due: at("2026-11-27"))
  let read = try #require(Promise(record))
  #expect(read.owner == "Dana" && read.firstDue == at("2026-11-27") && read.made == nil)
  #expect(try read.becoming(.kept, at: at("2026-11-27T09:00")).state == .kept)
  #expect(Promise(Record(id: RecordID(rawValue: "y"), kind: .step, title: "Call")) == nil)
}

@Test func `figures are those counted by hand`() throws {
  // Made 10 November for 20 November, ten days.
  // 5 days are half the time, unconfirmed by December; 10 days, 1.0; 14 days, 1.4, 4 days late; moved, 20 days, 2.0, on time.
  let all: [Promise] = [
    try promise().becoming(.kept, at: at("2026-11-15")),
    try promise().becoming(.kept, at: at("2026-11-20")).becoming(.confirmed, at: at("2026-11-21")),
    try promise().becoming(.kept, at: at("2026-11-24"), exceeded: true),
    try promise().becoming(.moved, at: at("2026-11-19"), due: at("2026-11-30"))
      .becoming(.kept, at: at("2026-11-30")),
    try promise().becoming(.broken, at: at("2026-11-21")),
    promise(), promise(due: nil),
    promise(.asked), promise(.offered), try promise().becoming(.dropped, at: at("2026-11-12")),
  ]
  let figures = PromiseFigures(all, at: at("2026-12-04T09:00"), unanswered: 14)
  #expect(figures.made == 7 && figures.kept == 4 && figures.broken == 1 && figures.open == 2)
  #expect(figures.onTime == 3 && figures.late == 1 && figures.daysLate == [4])
  #expect(figures.keptRate == 80 && figures.onTimeRate == 60)
  #expect(figures.moved == 1 && figures.confirmed == 1 && figures.overdue == 1)
  #expect(figures.unconfirmed == 1 && figures.exceeded == 1)
  #expect(figures.unanswered == 2 && figures.dropped == 1)
  // The mean of 1.0 and 1.4.
  #expect(figures.overrun == 1.2)
  #expect(PromiseFigures([], at: at("2026-12-04"), unanswered: 14).keptRate == nil)
}

@Test func `kept without an answer counts as unconfirmed after the days of the setting`() throws {
  let kept = try promise().becoming(.kept, at: at("2026-11-20"))
  #expect(!kept.isUnconfirmed(on: LocalDate(2026, 12, 3), after: 14))
  #expect(kept.isUnconfirmed(on: LocalDate(2026, 12, 4), after: 14))
}
