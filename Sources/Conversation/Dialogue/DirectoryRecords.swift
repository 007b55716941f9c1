package import RapportKit

extension Directory {
  /// The names among `records`: their customers and people.
  fileprivate init(_ records: [Record]) {
    self.init(
      customers: records.filter { $0.kind == .customer }.map { record in
        Customer(
          id: record.id, name: record.title,
          aliases: record.body["aliases"]?.list?.compactMap(\.text) ?? [])
      },
      people: records.filter { $0.kind == .person }.map { record in
        Person(id: record.id, name: record.title, customer: record.customer)
      })
  }
}

extension RecordReader {
  /// The names on record.
  package func directory() async throws(Problem) -> Directory {
    Directory(try await records(.init(kinds: [.customer, .person], bodyKey: "aliases")))
  }
}

extension Dialogue {
  /// Whether somebody's name may have to be read or written. A command without customers or people needs nobody's, and
  /// opens no records; nor does one that was told of nobody, writes nothing and asks nothing.
  var needsNames: Bool {
    let types: Set<QuestionType> = [.customer, .person, .commitment]
    let naming = (command.questions + command.options).filter { types.contains($0.type) }.map(\.id)
    let invocation = setup.invocation
    let isTold = invocation.sentence != nil || invocation.given.contains { naming.contains($0.id) }
    let asks = setup.interactive && !command.questions.isEmpty
    return !naming.isEmpty && (isTold || asks || !command.drafts.isEmpty)
  }
}
