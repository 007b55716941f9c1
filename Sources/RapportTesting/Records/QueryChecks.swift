import RapportKit

extension RecordStoreContract {
  static let querying: [Check] = [
    Check("A query narrows by each of its parts, and by all together.") { store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1))
      let table: [(String, RecordQuery, [Int])] = [
        ("ids", RecordQuery(ids: [Sample.promise, Sample.acme, Sample.id(99)]), [1, 4]),
        ("number", RecordQuery(number: 3), [3]),
        ("no such number", RecordQuery(number: 0), []),
        ("kinds", RecordQuery(kinds: [.person, .incident]), [2, 3]),
        ("customer", RecordQuery(customer: Sample.acme), [2, 3, 4]),
        ("states", RecordQuery(states: ["open"]), [1, 2, 3, 4]),
        ("other states", RecordQuery(states: ["kept", "OPEN"]), []),
        ("title", RecordQuery(title: "acme"), [1]),
        ("part of a title", RecordQuery(title: "acm"), []),
        ("person", RecordQuery(person: Sample.maria), [3]),
        ("owner, whatever its case", RecordQuery(owner: "dana"), [4]),
        ("other owner", RecordQuery(owner: "me"), []),
        ("due by the end of its day", RecordQuery(dueBy: 1795820400, order: .due), [4]),
        ("due a second before", RecordQuery(dueBy: 1795820399), []),
        ("without a date", RecordQuery(undated: true, order: .due), [1, 2, 3]),
        ("newest", RecordQuery(order: .newest, limit: 2), [4, 3]),
        ("limit", RecordQuery(limit: 2), [1, 2]),
        ("no limit", RecordQuery(limit: 0), []),
        ("negative limit", RecordQuery(limit: -1), []),
        ("due", RecordQuery(order: .due), [4]),
        ("latest", RecordQuery(order: .latest), [3, 4, 2, 1]),
        (
          "all together",
          RecordQuery(
            ids: [Sample.promise], number: 4, kinds: [.promise], customer: Sample.acme,
            states: ["open"], title: "CREDIT the november printing fee", order: .due, limit: 1), [4]
        ),
      ]
      for (name, query, numbers) in table {
        try expect(try await store.records(query).compactMap(\.number), numbers, name)
        var whole = query
        whole.limit = nil
        whole.order = .number
        try expect(
          try await store.count(query), try await store.records(whole).count, "count of \(name)")
      }
    },
    Check("One key of the bodies can be read alone.") { store in
      _ = try await store.save(Change(put: Sample.records), as: Sample.entry(1))
      let lean = try await store.records(RecordQuery(bodyKey: "aliases"))
      try expect(
        lean.map(\.body.json), [#"{"aliases":["ACME Inc"]}"#, "{}", "{}", "{}"], "bodies")
      try expect(
        try await store.records(RecordQuery(ids: [Sample.promise], bodyKey: "owner"))
          .map(\.body.json), [#"{"owner":"Dana"}"#], "a text")
    },
    Check("Titles are compared without case and accents, in any script.") { store in
      let titles = [
        "Société Générale", "STRASSE & Söhne", "Łódź Østergård", "Ελλάδα Όμηρος", "ЁЛКА", "東京ガス",
        "O’Brien", "İstanbul", "हिंदी",
      ]
      let records = titles.enumerated().map { index, title in
        Record(id: Sample.id(index), kind: .customer, title: title)
      }
      _ = try await store.save(Change(put: records), as: Sample.entry(1))
      let asked = [
        "societe GENERALE", "straße & sohne", "lodz  ostergard", "ελλαδα ομηροσ", "елка", "東京ガス",
        "o'brien", "istanbul", "हिंदी",
      ]
      for (index, title) in asked.enumerated() {
        try expect(
          try await store.records(RecordQuery(title: title)).map(\.title), [titles[index]], title)
      }
      try expect(try await store.records(RecordQuery(title: "हद")), [], "vowels are no accents")
    },
    Check("The latest comes first: a date stands at the end of its day, none at all last.") {
      store in
      let happened = [
        "2026-11-23T09:10", nil, "2026-11-23", "2026-11-23T23:59", "2026-11-24", "2026-11-23", nil,
        "2025-12-31",
      ]
      let records = happened.enumerated().map { index, text in
        Record(
          id: Sample.id(index), kind: "note", title: "Note",
          happened: text.flatMap { Moment(iso: $0) })
      }
      _ = try await store.save(Change(put: records), as: Sample.entry(1))
      try expect(
        try await store.records(RecordQuery(order: .latest)).compactMap(\.number),
        [5, 6, 3, 4, 1, 8, 7, 2], "numbers")
    },
    Check("The earliest due comes first, by the instant in its zone; a date is due when it ends.") {
      store in
      let due: [(String?, String?)] = [
        ("2026-11-27T12:00", "America/New_York"), ("2026-11-27T17:30", "Europe/Berlin"),
        (nil, "Europe/Berlin"), ("2026-11-27", "Asia/Tokyo"), ("2026-11-27", "Europe/Berlin"),
        ("2026-11-27T23:00", nil), ("2026-11-27T17:30", "Europe/Berlin"),
      ]
      let records = due.enumerated().map { index, pair in
        Record(
          id: Sample.id(index), kind: .step, title: "Step", due: pair.0.flatMap { Moment(iso: $0) },
          zone: pair.1)
      }
      _ = try await store.save(Change(put: records), as: Sample.entry(1))
      // 17:00, 16:30, –, 15:00, 23:00, 23:00 and 16:30 in UTC.
      try expect(
        try await store.records(RecordQuery(order: .due)).compactMap(\.number), [4, 2, 7, 1, 5, 6],
        "numbers")
    },
  ]
}
