import Crypto
import Foundation

/// What was learnt, kept beside a key made of the examples it was learnt from; deletable any time.
struct ClassifierFile {
  let path: String

  /// What stands in the file and how it is learnt; a change of either begins a new one.
  static let version = "rapport routing 6"

  /// The key of `examples` and `synonyms`: the same for the same in the same order, kept in this version's way.
  static func key(
    _ examples: [(label: String, text: String)], synonyms: [[String]]
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: Data(version.utf8))
    for example in examples { hash.update(data: Data("\n\(example.label)\t\(example.text)".utf8)) }
    for group in synonyms { hash.update(data: Data("\n\(group)".utf8)) }
    return Array(hash.finalize())
  }

  /// What was kept under `key`; nil when there is none, or it is damaged.
  func read(_ key: [UInt8], concepts: Concepts) -> Classifier? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    var reader = BytesReader(data)
    guard reader.array(of: UInt8.self) == key,
      let names = reader.array(of: UInt8.self),
      let keys = reader.array(of: UInt64.self), let rarity = reader.array(of: Float.self),
      let weights = reader.array(of: Int8.self), let steps = reader.array(of: Float.self),
      let numbers = reader.array(of: Double.self), numbers.count == 4, reader.isOver
    else { return nil }
    let labels = String(decoding: names, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard keys.count == rarity.count, steps.count == keys.count,
      weights.count == keys.count * labels.count
    else { return nil }
    let examples = Int(numbers[3])
    return Classifier(
      labels: labels,
      vocabulary: Vocabulary(
        keys: keys, rarity: rarity, examples: examples, concepts: concepts),
      examples: examples, weights: weights, steps: steps,
      calibration: Calibration(base: numbers[0], slope: numbers[1], floor: numbers[2]))
  }

  /// Keeps `classifier` under `key`; when it cannot be written, it is learnt anew the next time.
  func write(_ classifier: Classifier, _ key: [UInt8]) {
    var data = Data()
    data.append(array: key)
    data.append(array: Array(classifier.labels.joined(separator: "\n").utf8))
    data.append(array: classifier.vocabulary.keys)
    data.append(array: classifier.vocabulary.rarity)
    data.append(array: classifier.weights)
    data.append(array: classifier.steps)
    let calibration = classifier.calibration
    data.append(
      array: [
        calibration.base, calibration.slope, calibration.floor, Double(classifier.examples),
      ])
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}

extension Data {
  /// Appends how many there are, and their bytes.
  fileprivate mutating func append<Number: BitwiseCopyable>(array: [Number]) {
    Swift.withUnsafeBytes(of: UInt64(array.count)) { append(contentsOf: $0) }
    array.withUnsafeBytes { append(contentsOf: $0) }
  }
}

/// Reads arrays back in the order they were appended.
private struct BytesReader {
  private var rest: Data

  init(_ data: Data) { rest = data }

  var isOver: Bool { rest.isEmpty }

  mutating func array<Number: BitwiseCopyable>(of type: Number.Type) -> [Number]? {
    guard rest.count >= 8 else { return nil }
    let count = rest.prefix(8).withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    rest = rest.dropFirst(8)
    guard count <= UInt64(rest.count / MemoryLayout<Number>.stride) else { return nil }
    let size = Int(count) * MemoryLayout<Number>.stride
    // Safe because the bytes are there, and every pattern of bits is a number of these types.
    let array = [Number](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: rest.prefix(size))
      filled = Int(count)
    }
    rest = rest.dropFirst(size)
    return array
  }
}
