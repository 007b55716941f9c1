/// Gives words numbers, the first 0, by their bytes.
///
/// Texts are cut into words by the million when pages are indexed; a dictionary of strings takes most of that time.
/// Words are told apart by 64 bits of hash alone: among a hundred thousand words two are taken for one with a chance
/// of one in some billions, and all that happens then is a search that finds a page too many.
struct WordTable {
  /// The hash of the word in each slot, 0 in an empty one; a power of two, at most half full.
  private var slots = [UInt64](repeating: 0, count: 1024)
  /// The number of the word in each slot.
  private var numbers = [Int32](repeating: 0, count: 1024)
  /// Where each word ends in `bytes`.
  private var ends: [Int] = [0]
  private var bytes: [UInt8] = []

  /// How many words have a number.
  var count: Int { ends.count - 1 }

  /// The word with a number.
  func word(_ number: Int32) -> ArraySlice<UInt8> {
    bytes[ends[Int(number)]..<ends[Int(number) + 1]]
  }

  /// The number of `word`, a new one when it was not met before.
  mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = max(1, Hash.of(word))
    let slot = slot(of: hash)
    if slots[slot] == hash { return numbers[slot] }
    let number = Int32(count)
    slots[slot] = hash
    numbers[slot] = number
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of `word`, a new one when it was not met before.
  mutating func number(_ word: String) -> Int32 {
    var word = word
    return word.withUTF8 { number($0) }
  }

  /// Where a hash stands, or would stand.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = zip(slots, numbers).filter { $0.0 != 0 }
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    numbers = [Int32](repeating: 0, count: slots.count)
    for (hash, number) in old {
      let slot = slot(of: hash)
      slots[slot] = hash
      numbers[slot] = number
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
