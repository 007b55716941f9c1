/// Gives words numbers, the first 0, by their bytes.
///
/// Texts are cut into words by the million when pages are indexed; a dictionary of strings takes most of that time.
struct WordTable {
  /// A word's number for each slot, or -1; a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 1024)
  /// The hash of each word, and where it ends in `bytes`.
  private var hashes: [UInt64] = []
  private var ends: [Int] = [0]
  private var bytes: [UInt8] = []

  /// How many words have a number.
  var count: Int { hashes.count }

  /// The word with a number.
  func word(_ number: Int32) -> ArraySlice<UInt8> {
    bytes[ends[Int(number)]..<ends[Int(number) + 1]]
  }

  /// The number of `word`, a new one when it was not met before.
  mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Hash.of(word)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, equals(number, word) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(hashes.count)
    slots[slot] = number
    hashes.append(hash)
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of `word`, a new one when it was not met before.
  mutating func number(_ word: String) -> Int32 {
    var word = word
    return word.withUTF8 { number($0) }
  }

  private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == word.count else { return false }
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

/// FNV-1a, 64 bits: the same in every process.
enum Hash {
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // The low bits choose the slot; FNV mixes them least.
    return hash ^ (hash >> 32)
  }
}
