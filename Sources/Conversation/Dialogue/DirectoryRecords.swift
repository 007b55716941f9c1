import RapportKit

extension Directory {
  /// The names among `records`: their customers and people.
  init(_ records: [Record]) {
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
