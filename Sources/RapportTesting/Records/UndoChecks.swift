import RapportKit

extension RecordStoreContract {
  static let undoing: [Check] = [
    Check("Undo writes the inverse as a change of its own, links and removals with it.") { store in
      _ = try await store.save(
        Change(put: Sample.records, links: Sample.links), as: Sample.entry(1))
      let before = try await store.snapshot()
      var kept = Sample.records[3]
      kept.state = "kept"
      let note = Record(id: Sample.id(9), kind: "note", title: "Note")
      _ = try await store.save(
        Change(
          put: [kept, note], remove: [Sample.outage],
          links: [.init(note.id, Sample.acme, role: "about")]), as: Sample.entry(2))
      let saved = try await store.undo(2, as: Sample.entry(3, "undo"))

      var restored = Sample.numbered(Sample.entry(3))
      try expect(saved, .saved([restored[3], restored[2]]), "what undo gives")
      try expect(try await store.snapshot(), before, "the store")
      var entry = Sample.entry(3, "undo")
      (entry.id, entry.undoes) = (3, 2)
      try expect(try await store.changes(limit: 1), [entry], "the change")
      kept.number = 4
      kept.changed = Sample.entry(2).at
      let rows = try await store.rows(of: 3)
      try expect(rows.first?.before, kept, "before")
      restored[3].changed = Sample.entry(3).at
      try expect(rows.first?.after, restored[3], "after")
      let again = try await store.undo(2, as: Sample.entry(3, "undo"))
      try expect(again, .already([restored[3], restored[2]]), "the same undo again")
    },
    Check("A change is taken back once; taking back the undo brings it again.") { store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1))
      _ = try await store.undo(1, as: Sample.entry(2))
      try expect(try await store.records(RecordQuery()), [], "records after undo")
      try await expectProblem(.conflict, "Change 1 is already taken back by change 2.") {
        () throws(Problem) in try await store.undo(1, as: Sample.entry(3))
      }
      _ = try await store.undo(2, as: Sample.entry(3))
      try expect(
        try await store.records(RecordQuery()), Sample.numbered(Sample.entry(3)),
        "records after undoing the undo")
      _ = try await store.undo(1, as: Sample.entry(4))
      try expect(try await store.records(RecordQuery()), [], "records at the end")
    },
    Check("Undo refuses, naming it, when a later change touched the same records.") { store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1, "mistake acme"))
      var kept = Sample.records[3]
      kept.state = "kept"
      _ = try await store.save(Change(put: [kept]), as: Sample.entry(2, "promise kept 4"))
      let other = Record(id: Sample.id(9), kind: "note", title: "Note")
      _ = try await store.save(Change(put: [other]), as: Sample.entry(3, "note"))
      let before = try await store.snapshot()
      try await expectProblem(
        .conflict,
        "Change 1 cannot be taken back, because change 2 (`promise kept 4`) later touched the same records."
      ) { () throws(Problem) in try await store.undo(1, as: Sample.entry(4)) }
      try expect(try await store.snapshot(), before, "the store after the refusal")

      _ = try await store.undo(2, as: Sample.entry(5))
      _ = try await store.undo(1, as: Sample.entry(6))
      try expect(try await store.records(RecordQuery()).map(\.title), ["Note"], "titles")
    },
    Check("Undo refuses, naming it, when a later record refers to what would go.") { store in
      _ = try await store.save(Change(put: [Sample.records[0]]), as: Sample.entry(1))
      _ = try await store.save(Change(put: [Sample.records[3]]), as: Sample.entry(2, "promise"))
      var kept = Sample.records[3]
      kept.state = "kept"
      _ = try await store.save(Change(put: [kept]), as: Sample.entry(3, "promise kept 2"))
      _ = try await store.undo(3, as: Sample.entry(4))
      try await expectProblem(
        .conflict,
        "Change 1 cannot be taken back, because change 2 (`promise`) refers to what it added."
      ) { () throws(Problem) in try await store.undo(1, as: Sample.entry(5)) }

      let note = Record(id: Sample.id(9), kind: "note", title: "Note")
      _ = try await store.save(
        Change(put: [note], links: [.init(note.id, Sample.promise, role: "about")]),
        as: Sample.entry(6, "note"))
      try await expectProblem(
        .conflict,
        "Change 2 cannot be taken back, because change 5 (`note`) refers to what it added."
      ) { () throws(Problem) in try await store.undo(2, as: Sample.entry(7)) }
    },
    Check("Undo refuses, naming it, when what a record refers to was removed later.") { store in
      _ = try await store.save(
        Change(put: [Sample.records[0], Sample.records[3]]), as: Sample.entry(1))
      _ = try await store.save(Change(remove: [Sample.promise]), as: Sample.entry(2))
      _ = try await store.save(Change(remove: [Sample.acme]), as: Sample.entry(3, "forget acme"))
      try await expectProblem(
        .conflict,
        "Change 2 cannot be taken back, because change 3 (`forget acme`) removed what it refers to."
      ) { () throws(Problem) in try await store.undo(2, as: Sample.entry(4)) }
      _ = try await store.undo(3, as: Sample.entry(5))
      _ = try await store.undo(2, as: Sample.entry(6))
      try expect(try await store.records(RecordQuery()).map(\.number), [1, 2], "numbers")
    },
    Check("A change that is not there, or did nothing, cannot be taken back.") { store in
      try await expectProblem(.notFound, "There is no change 7.") { () throws(Problem) in
        try await store.undo(7, as: Sample.entry(1))
      }
      _ = try await store.save(Change(), as: Sample.entry(1))
      try await expectProblem(
        .notFound, "Change 1 changed no records, so there is nothing to take back."
      ) { () throws(Problem) in try await store.undo(1, as: Sample.entry(2)) }
    },
  ]
}
