import RapportKit

extension RecordStoreContract {
  static let saving: [Check] = [
    Check("An empty store has no records, links or changes.") { store in
      try expect(try await store.records(RecordQuery()), [], "records")
      try expect(try await store.links(of: Sample.acme), [], "links")
      try expect(try await store.changes(limit: 10), [], "changes")
    },
    Check("What is saved is read back whole, numbered from 1.") { store in
      let entry = Sample.entry(1)
      let saved = try await store.save(
        Change(put: Sample.records, links: Sample.links), as: entry)
      try expect(saved, .saved(Sample.numbered(entry)), "what saving gives")
      try expect(try await store.records(RecordQuery()), Sample.numbered(entry), "records")
      try expect(try await store.links(of: Sample.promise), Sample.links, "links from")
      try expect(try await store.links(of: Sample.outage), Sample.links, "links to")
      try expect(try await store.links(of: Sample.acme), [], "links of another")
    },
    Check("The order of records in a change does not matter to their references.") { store in
      let reversed = Array(Sample.records.reversed())
      _ = try await store.save(Change(put: reversed, links: Sample.links), as: Sample.entry(1))
      try expect(
        try await store.records(RecordQuery()).map(\.id), reversed.map(\.id), "ids by number")
    },
    Check("The same conversation again changes nothing and gives its records as they stand.") {
      store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1))
      var kept = Sample.numbered(Sample.entry(1))[3]
      kept.state = "kept"
      _ = try await store.save(Change(put: [kept]), as: Sample.entry(2))
      kept.changed = Sample.entry(2).at
      let again = try await store.save(Change(put: Sample.records), as: Sample.entry(1, "again"))
      try expect(
        again, .already(Array(Sample.numbered(Sample.entry(1)).prefix(3)) + [kept]),
        "what saving gives")
      try expect(try await store.changes(limit: 10).count, 2, "number of changes")
    },
    Check("A record put again keeps its number, links and place; `changed` is the later time.") {
      store in
      _ = try await store.save(
        Change(put: Sample.records, links: Sample.links), as: Sample.entry(1))
      var kept = Sample.records[3]
      kept.state = "kept"
      _ = try await store.save(Change(put: [kept]), as: Sample.entry(2))
      kept.number = 4
      kept.changed = Sample.entry(2).at
      try expect(
        try await store.records(RecordQuery(ids: [Sample.promise])), [kept], "the record")
      try expect(try await store.links(of: Sample.promise), Sample.links, "links")
    },
    Check("A record put unchanged leaves no row and keeps the time it was written.") { store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1))
      let saved = try await store.save(Change(put: Sample.records), as: Sample.entry(2))
      try expect(saved, .saved(Sample.numbered(Sample.entry(1))), "what saving gives")
      try expect(try await store.rows(of: 2).count, 0, "number of rows")
    },
    Check("A record put unchanged that gains a link has a row, and keeps the time it was written.")
    {
      store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1))
      let first = Sample.numbered(Sample.entry(1))
      let saved = try await store.save(
        Change(put: [Sample.records[3]], links: Sample.links), as: Sample.entry(2))
      try expect(saved, .saved([first[3]]), "what saving gives")
      let rows = try await store.rows(of: 2)
      try expect(rows.map(\.before), [first[3]], "before")
      try expect(rows.map(\.after), [first[3]], "after")
      _ = try await store.undo(2, as: Sample.entry(3))
      try expect(try await store.links(of: Sample.outage), [], "links after undo")
    },
    Check("Each row has the record before and after.") { store in
      _ = try await store.save(
        Change(put: Sample.records, links: Sample.links), as: Sample.entry(1))
      let first = Sample.numbered(Sample.entry(1))
      var kept = first[3]
      kept.state = "kept"
      _ = try await store.save(
        Change(put: [kept], remove: [Sample.outage]), as: Sample.entry(2))
      kept.changed = Sample.entry(2).at
      let rows = try await store.rows(of: 2)
      try expect(rows.map(\.before), [first[3], first[2]], "before")
      try expect(rows.map(\.after), [kept, nil], "after")
      try expect(try await store.rows(of: 1).map(\.after), first, "after the first change")
    },
    Check("Changes come the latest first, with who, when and what.") { store in
      for n in 1...3 {
        let record = Record(id: Sample.id(n), kind: "note", title: "Note \(n)")
        _ = try await store.save(Change(put: [record]), as: Sample.entry(n, "note \(n)"))
      }
      let expected = [3, 2].map { n in
        var entry = Sample.entry(n, "note \(n)")
        entry.id = n
        return entry
      }
      try expect(try await store.changes(limit: 2), expected, "changes")
      try expect(try await store.changes(limit: 0), [], "no changes")
    },
    Check("A number is never given to another record, and comes back with its own.") { store in
      let notes = (1...3).map { Record(id: Sample.id($0), kind: "note", title: "Note \($0)") }
      _ = try await store.save(Change(put: Array(notes.prefix(2))), as: Sample.entry(1))
      _ = try await store.save(Change(remove: [notes[1].id]), as: Sample.entry(2))
      _ = try await store.save(Change(put: [notes[2]]), as: Sample.entry(3))
      _ = try await store.save(Change(put: [notes[1]]), as: Sample.entry(4))
      let numbers = try await store.records(RecordQuery()).map { "\($0.number ?? 0) \($0.title)" }
      try expect(numbers, ["1 Note 1", "2 Note 2", "3 Note 3"], "numbers")
    },
    Check("Removing a record removes its links; removing one that is gone is no change.") {
      store in
      _ = try await store.save(
        Change(put: Sample.records, links: Sample.links), as: Sample.entry(1))
      _ = try await store.save(Change(remove: [Sample.outage]), as: Sample.entry(2))
      try expect(try await store.links(of: Sample.promise), [], "links")
      _ = try await store.save(Change(remove: [Sample.outage]), as: Sample.entry(3))
      try expect(try await store.rows(of: 3).count, 0, "number of rows")
    },
    Check("Any text is kept to the letter, and the keys of a body in their order.") { store in
      var record = Record(id: Sample.id(1), kind: "note", title: "“Ünï”\t\\ 👩🏽‍🚀 \u{2028}\r\n\u{1}")
      record.body = [
        "z": .text(record.title + "\u{0}"), "a": 0.1.node, "": nil, "deep": [[[["x": []]]]],
        "big": 1e300.node, "small": (-1.5e-7).node, "ja": true,
      ]
      _ = try await store.save(Change(put: [record]), as: Sample.entry(1))
      let read = try await store.records(RecordQuery())
      try expect(read.map(\.title), [record.title], "title")
      try expect(read.map(\.body), [record.body], "body")
    },
  ]
}

extension Double {
  fileprivate var node: Node { .number(self) }
}
