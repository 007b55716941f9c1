import GRDB
import RapportKit
import RapportTesting
import Testing

@testable import Store

@Test(arguments: RecordStoreContract.checks)
func `the SQLite store keeps the contract`(check: RecordStoreContract.Check) async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  try await check.run(on: SQLiteRecordStore(file: folder.file))
}

@Test(arguments: RecordStoreContract.checks)
func `the in-memory store keeps the contract`(check: RecordStoreContract.Check) async throws {
  try await check.run(on: InMemoryRecordStore())
}

@Test func `the in-memory store can start with records`() async throws {
  let acme = Record(id: id(1), kind: .customer, title: "Acme")
  let store = InMemoryRecordStore([acme])
  let found = try await store.records(RecordQuery(title: "ACME"))
  #expect(found.map(\.number) == [1])
  #expect(found.map(\.id) == [acme.id])
  #expect(try await store.changes(limit: 1).isEmpty)
}

@Test(arguments: 1...6)
func `both stores answer alike to any history of saves and undos`(seed: Int) async throws {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let stores: [any RecordStore] = [SQLiteRecordStore(file: folder.file), InMemoryRecordStore()]
  var history = RandomHistory(seed: UInt64(1000 + seed))
  for n in 1...60 {
    let entry = entry(history.number(1...10) == 1 ? n - 1 : n)
    let change = history.change()
    let undone = history.number(1...3) == 1 ? history.number(1...n) : nil
    var outcomes: [String] = []
    for store in stores {
      do throws(Problem) {
        let saved =
          if let undone { try await store.undo(undone, as: entry) } else {
            try await store.save(change, as: entry)
          }
        outcomes.append("\(saved)")
      } catch {
        outcomes.append("\(error)")
      }
    }
    try #require(outcomes[0] == outcomes[1])
    guard n % 20 == 0 else { continue }
    let contents = try await [contents(stores[0]), contents(stores[1])]
    try #require(contents[0] == contents[1])
  }
}

/// All that a store gives to read, as lines.
private func contents(_ store: any RecordStore) async throws -> [String] {
  var lines: [String] = []
  for order in [RecordQuery.Order.number, .latest, .due] {
    lines += try await store.records(RecordQuery(order: order)).map { "\($0)" }
  }
  for record in try await store.records(RecordQuery()) {
    lines += try await store.links(of: record.id).map { "\($0)" }
  }
  for change in try await store.changes(limit: 1000) {
    lines.append("\(change)")
    lines += try await store.rows(of: change.id ?? 0).map { "\($0)" }
  }
  return lines
}
