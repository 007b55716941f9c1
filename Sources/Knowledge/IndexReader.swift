import GRDB
import RapportKit

/// Turns files into entries of the index.
struct IndexReader {
  private var stemmer: Stemmer
  /// How many sections hold each stem, by its number, and the last section that was counted for it.
  private var counts: [Int] = []
  private var counted: [Int] = []
  private var serial = 0

  /// Prepares to read; `db` lends its tokenizer.
  init(_ db: Database) throws { stemmer = try Stemmer(db) }

  /// Reads a file, given the hash it had; one that is too large or no text has no sections.
  ///
  /// Nil when it cannot be read, so that the next look tries again.
  mutating func read(_ file: PageFile, hash known: Int?) -> IndexEntry? {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try PageFiles.bytes(of: file.file)
    } catch {
      return error.code == .tooLarge ? IndexEntry(file: file, hash: 0, sections: []) : nil
    }
    let hash = Int(truncatingIfNeeded: bytes.withUnsafeBufferPointer(Hash.of))
    if hash == known { return IndexEntry(file: file, hash: hash) }
    if PageFiles.isBinary(bytes) { return IndexEntry(file: file, hash: hash, sections: []) }
    let text = String(decoding: bytes, as: UTF8.self)
    let page = Page.read(text, path: file.path, file: file.file).page
    return IndexEntry(file: file, hash: hash, sections: sections(of: page))
  }

  /// The title stands in each section; topics and summary belong to the opening.
  private mutating func sections(of page: Page) -> [IndexEntry.Section] {
    let title = stemmer.numbers(page.title)
    var sections: [IndexEntry.Section] = []
    for (index, section) in page.sections.enumerated() {
      let first = index == 0
      serial += 1
      sections.append(
        IndexEntry.Section(
          slug: first ? nil : section.slug,
          title: field(title),
          heading: field(
            stemmer.numbers(first ? page.topics.joined(separator: " ") : section.title)),
          body: field(
            stemmer.numbers(first ? (page.summary ?? "") + "\n" + section.text : section.text))))
    }
    return sections
  }

  private mutating func field(_ numbers: [Int32]) -> IndexEntry.Field {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * numbers.count)
    for number in numbers {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      bytes += stemmer.bytes(number)
      count(Int(number))
    }
    return IndexEntry.Field(text: String(decoding: bytes, as: UTF8.self), count: numbers.count)
  }

  private mutating func count(_ stem: Int) {
    if stem >= counts.count {
      let more = stemmer.count - counts.count
      counts += Array(repeating: 0, count: more)
      counted += Array(repeating: 0, count: more)
    }
    guard counted[stem] != serial else { return }
    counted[stem] = serial
    counts[stem] += 1
  }

  /// In how many of the sections read so far each stem stands.
  var terms: [(stem: String, sections: Int)] {
    counts.indices.map {
      (String(decoding: stemmer.bytes(Int32($0)), as: UTF8.self), counts[$0])
    }
  }
}
