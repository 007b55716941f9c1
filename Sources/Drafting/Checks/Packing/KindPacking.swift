import RapportKit

extension Kind {
  func pack(into pack: inout PackWriter) {
    pack.put(name)
    pack.put(label)
    pack.put(wants) {
      $0.put($1.element)
      $0.put($1.label)
      $0.put($1.level.rawValue)
      $0.put($1.message)
      $0.put($1.why?.description)
      $0.put($1.add)
      $0.put($1.channels.map(\.rawValue))
      $0.put($1.others)
    }
    pack.put(optional)
    pack.put(forbids) {
      $0.put($1.element)
      $0.put($1.rule)
      $0.put($1.level.rawValue)
      $0.put($1.message)
      $0.put($1.why?.description)
      $0.put($1.rewrite)
    }
    pack.put(limits.sorted { $0.key.rawValue < $1.key.rawValue }) {
      $0.put($1.key.rawValue)
      $0.put($1.value)
    }
    pack.put(limitsWhy?.description)
  }

  init(from pack: inout PackReader) throws(PackReader.Broken) {
    name = try pack.string()
    label = try pack.string()
    wants = try pack.list { reader throws(PackReader.Broken) in
      Want(
        element: try reader.string(), label: try reader.string(),
        level: try reader.value(Finding.Level.self), message: try reader.string(),
        why: try reader.text().map { Citation($0) }, add: try reader.text(),
        channels: try reader.list { inner throws(PackReader.Broken) in
          try inner.value(Channel.self)
        }, others: try reader.strings())
    }
    optional = try pack.strings()
    forbids = try pack.list { reader throws(PackReader.Broken) in
      Forbidden(
        element: try reader.text(), rule: try reader.text(),
        level: try reader.value(Finding.Level.self), message: try reader.string(),
        why: try reader.text().map { Citation($0) }, rewrite: try reader.text())
    }
    let limits = try pack.list { reader throws(PackReader.Broken) in
      (try reader.value(Channel.self), try reader.int())
    }
    self.limits = Dictionary(limits) { $1 }
    limitsWhy = try pack.text().map { Citation($0) }
  }
}
