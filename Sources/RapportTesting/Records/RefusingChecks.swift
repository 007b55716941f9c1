import RapportKit

extension RecordStoreContract {
  static let refusing: [Check] = [
    Check("A record refers only to records that are there.") { store in
      let before = try await store.snapshot()
      let notThere =
        "Nothing was saved: the change refers to record \(Sample.acme), which is not there."
      try await expectProblem(.store, notThere) { () throws(Problem) in
        try await store.save(Change(put: [Sample.records[3]]), as: Sample.entry(1))
      }
      try await expectProblem(
        .store,
        "Nothing was saved: the change refers to records \(Sample.acme), \(Sample.maria), which are not there."
      ) { () throws(Problem) in
        try await store.save(Change(put: [Sample.records[2]]), as: Sample.entry(1))
      }
      let note = Record(id: Sample.id(9), kind: "note", title: "Note")
      try await expectProblem(.store, notThere) { () throws(Problem) in
        try await store.save(
          Change(put: [note], links: [.init(note.id, Sample.acme, role: "about")]),
          as: Sample.entry(1))
      }
      try await expectProblem(.store, notThere) { () throws(Problem) in
        try await store.save(
          Change(put: [note], links: [.init(Sample.acme, note.id, role: "about")]),
          as: Sample.entry(1))
      }
      try expect(try await store.snapshot(), before, "the store after all refusals")
      try expect(try await store.changes(limit: 10), [], "changes")
    },
    Check("A record others belong to goes only with them.") { store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1))
      try await expectProblem(
        .store,
        "Nothing was saved: #1 cannot be removed, because #2, #3, #4 belong to it."
      ) { () throws(Problem) in
        try await store.save(Change(remove: [Sample.acme]), as: Sample.entry(2))
      }
      _ = try await store.save(Change(remove: Sample.records.map(\.id)), as: Sample.entry(2))
      try expect(try await store.records(RecordQuery()), [], "records")
    },
    Check("What cannot be kept is refused before anything is written.") { store in
      let note = Record(id: Sample.id(9), kind: "note", title: "Private words")
      for (why, change) in unkeepable(note) {
        try await expectProblem(.store, "Nothing was saved: \(why).") { () throws(Problem) in
          try await store.save(change, as: Sample.entry(1))
        }
      }
      for at in ["yesterday", "2026-11-24", "2026-11-24T9:00:00Z"] {
        var entry = Sample.entry(1)
        entry.at = at
        try await expectProblem(
          .store, "Nothing was saved: “\(at)” is no instant, such as 2026-11-24T09:00:00Z."
        ) { () throws(Problem) in try await store.save(Change(put: [note]), as: entry) }
      }
      try expect(try await store.changes(limit: 10), [], "changes")
    },
  ]

  private static func unkeepable(_ note: Record) -> [(String, Change)] {
    func put(_ edit: (inout Record) -> Void) -> Change {
      var copy = note
      edit(&copy)
      return Change(put: [copy])
    }
    var deep: Node = []
    for _ in 0..<200 { deep = .list([deep]) }
    return [
      ("record \(note.id) stands twice in one change", Change(put: [note], remove: [note.id])),
      (
        "“acme” is no id of a record: those come from the conversation",
        put { $0.id = RecordID(rawValue: "acme") }
      ),
      ("record \(note.id) has no kind", put { $0.kind = "" }),
      (
        "a customer has no name",
        put {
          $0.kind = .customer
          $0.title = ""
        }
      ),
      ("record \(note.id) holds a null character", put { $0.title = "a\u{0}b" }),
      (
        "record \(note.id) has a day that is not on the calendar",
        put { $0.due = Moment(LocalDate(2026, 2, 31)) }
      ),
      ("“Europe/Berln” is no time zone known here", put { $0.zone = "Europe/Berln" }),
      (
        "the data of record \(note.id) is too deep, or holds a number without end",
        put { $0.body = deep }
      ),
      (
        "the data of record \(note.id) is too deep, or holds a number without end",
        put { $0.body = .number(Double.infinity) }
      ),
      (
        "record \(note.id) is linked with itself",
        Change(put: [note], links: [.init(note.id, note.id, role: "about")])
      ),
      (
        "the link from record \(note.id) has no role",
        Change(put: [note], links: [.init(note.id, Sample.acme, role: "")])
      ),
    ]
  }
}
