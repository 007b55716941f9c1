import RapportKit

extension Checker {
  /// The checker as bytes, to be kept beside a stamp of the files it was made from; nil when something in them could
  /// not be read, so that it is said again next time.
  package var packed: [UInt8]? {
    guard unread.isEmpty, compiled.configs.isEmpty else { return nil }
    var pack = PackWriter()
    compiled.pack(into: &pack)
    pack.put(kinds.values.sorted { $0.name < $1.name }) { $1.pack(into: &$0) }
    detectors.machine.pack(into: &pack)
    return pack.bytes
  }

  /// The checker that `packed` came from; nil when the bytes are something else.
  package init?(packed: [UInt8]) {
    var pack = PackReader(packed)
    do throws(PackReader.Broken) {
      let compiled = try CompiledRules(from: &pack)
      let kinds = try pack.list { reader throws(PackReader.Broken) in try Kind(from: &reader) }
      let machine = try CueMachine(from: &pack)
      let groups = DetectorSet.all.map(\.groups.count).reduce(0, +)
      guard pack.isAtEnd, machine.groups == groups else { return nil }
      let detectors = DetectorSet(machine)
      self.init(
        compiled, kinds: Dictionary(kinds.map { ($0.name, $0) }) { $1 }, detectors: detectors)
    } catch {
      return nil
    }
  }
}

extension Trie {
  func pack(into pack: inout PackWriter) {
    edges.pack(into: &pack)
    pack.put(phrases) {
      $0.put($1) {
        $0.put(Int($1.rule))
        $0.put(Int($1.order))
        $0.put(optional: $1.exact) { $0.put(raw: $1) }
      }
    }
  }

  init(from pack: inout PackReader) throws(PackReader.Broken) {
    self.init(
      edges: try FlatTable(from: &pack),
      phrases: try pack.list { reader throws(PackReader.Broken) in
        try reader.list { inner throws(PackReader.Broken) in
          Phrase(
            rule: Int32(truncatingIfNeeded: try inner.int()),
            order: Int32(truncatingIfNeeded: try inner.int()),
            exact: try inner.optional { bytes throws(PackReader.Broken) in
              try bytes.raw(UInt8.self)
            })
        }
      })
  }
}

extension Residue {
  func pack(into pack: inout PackWriter) {
    pack.put(rule)
    pack.put(order)
    pack.put(source)
    pack.put(needs.map { String(decoding: $0, as: UTF8.self) })
    pack.put(reach.before)
    pack.put(reach.after)
  }

  convenience init(from pack: inout PackReader) throws(PackReader.Broken) {
    self.init(
      rule: try pack.int(), order: try pack.int(), source: try pack.string(),
      need: Pattern.Need(
        texts: try pack.strings(), before: try pack.int(), after: try pack.int()))
  }
}
