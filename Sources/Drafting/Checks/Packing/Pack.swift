/// Values as bytes, one after the other, for a file that only this very program reads again.
///
/// Decoding JSON costs milliseconds, mostly for its generic machinery; a check of one message has none to spare.
struct PackWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ number: Double) { put(Int(bitPattern: UInt(number.bitPattern))) }

  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func put(_ text: String) {
    var text = text
    put(text.utf8.count)
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Numbers as they lie in memory.
  mutating func put<Number: BitwiseCopyable>(raw numbers: [Number]) {
    put(numbers.count)
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func put<Element>(_ list: [Element], _ each: (inout PackWriter, Element) -> Void) {
    put(list.count)
    for element in list { each(&self, element) }
  }

  mutating func put<Value>(optional value: Value?, _ some: (inout PackWriter, Value) -> Void) {
    put(value != nil)
    if let value { some(&self, value) }
  }

  mutating func put(_ texts: [String]) { put(texts) { $0.put($1) } }
  mutating func put(_ text: String?) { put(optional: text) { $0.put($1) } }
  mutating func put(_ number: Int?) { put(optional: number) { $0.put($1) } }
}

/// Reads what a `PackWriter` wrote. A file that is cut short or is something else ends in an error, never in a trap.
struct PackReader {
  /// The bytes end too early, or say something that cannot be.
  struct Broken: Error {}

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all has been read.
  var isAtEnd: Bool { at == bytes.count }

  private mutating func take(_ count: Int) throws(Broken) -> Range<Int> {
    guard count >= 0, count <= bytes.count - at else { throw Broken() }
    at += count
    return (at - count)..<at
  }

  mutating func int() throws(Broken) -> Int {
    let range = try take(8)
    return bytes.withUnsafeBytes {
      Int(Int64(littleEndian: $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Int64.self)))
    }
  }

  mutating func double() throws(Broken) -> Double {
    Double(bitPattern: UInt64(UInt(bitPattern: try int())))
  }

  mutating func bool() throws(Broken) -> Bool { bytes[try take(1).lowerBound] == 1 }

  mutating func string() throws(Broken) -> String {
    let range = try take(try int())
    return String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func raw<Number: BitwiseCopyable>(_ type: Number.Type) throws(Broken) -> [Number] {
    let count = try int()
    guard count >= 0, count <= bytes.count else { throw Broken() }
    let range = try take(count * MemoryLayout<Number>.stride)
    return [Number](unsafeUninitializedCapacity: count) { buffer, filled in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      filled = count
    }
  }

  mutating func list<Element>(
    _ each: (inout PackReader) throws(Broken) -> Element
  ) throws(Broken) -> [Element] {
    let count = try int()
    guard count >= 0, count <= bytes.count else { throw Broken() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try each(&self)) }
    return list
  }

  mutating func optional<Value>(
    _ some: (inout PackReader) throws(Broken) -> Value
  ) throws(Broken) -> Value? {
    try bool() ? try some(&self) : nil
  }

  mutating func strings() throws(Broken) -> [String] {
    try list { reader throws(Broken) in try reader.string() }
  }
  mutating func text() throws(Broken) -> String? {
    try optional { reader throws(Broken) in try reader.string() }
  }
  mutating func number() throws(Broken) -> Int? {
    try optional { reader throws(Broken) in try reader.int() }
  }

  /// One of a type's cases, by its name.
  mutating func value<Value: RawRepresentable>(
    _ type: Value.Type
  ) throws(Broken) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try string()) else { throw Broken() }
    return value
  }
}
