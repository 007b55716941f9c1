/// FNV-1a over bytes, 64 bits: fast, and good enough to tell words apart (Fowler, Noll & Vo).
struct Hash {
  var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}

/// A table from 64-bit keys to small numbers, with open addressing; made once, then only read.
struct FlatTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private var count = 0

  /// Writes the table as it lies in memory.
  func pack(into pack: inout PackWriter) {
    pack.put(raw: keys)
    pack.put(raw: values)
    pack.put(count)
  }

  /// Reads a table; its parts must fit each other, or looking something up would never end.
  init(from pack: inout PackReader) throws(PackReader.Broken) {
    keys = try pack.raw(UInt64.self)
    values = try pack.raw(Int32.self)
    count = try pack.int()
    mask = keys.count - 1
    guard keys.count >= 64, keys.count == values.count, keys.count & mask == 0,
      values.count(where: { $0 >= 0 }) == count, count * 2 <= keys.count
    else { throw PackReader.Broken() }
  }

  /// The greatest number stored; -1 when there is none.
  var greatest: Int32 { values.max() ?? -1 }

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The number stored for `key`, or -1.
  @inline(__always)
  func find(_ key: UInt64) -> Int32 {
    keys.withUnsafeBufferPointer { keys in
      values.withUnsafeBufferPointer { values in
        var slot = Self.slot(key, mask)
        while values[slot] >= 0 {
          if keys[slot] == key { return values[slot] }
          slot = (slot + 1) & mask
        }
        return -1
      }
    }
  }

  mutating func insert(_ key: UInt64, _ value: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    var slot = Self.slot(key, mask)
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    if values[slot] < 0 { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    var bigger = FlatTable(capacity: keys.count)
    for (key, value) in zip(keys, values) where value >= 0 { bigger.insert(key, value) }
    self = bigger
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key ^ (key >> 29)) &* 0x9e37_79b9_7f4a_7c15 >> 20) & mask
  }
}
