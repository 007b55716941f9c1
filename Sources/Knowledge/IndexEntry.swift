import Dispatch
import GRDB
import Synchronization

/// A page as the index takes it in.
struct IndexEntry: Sendable {
  /// One section: the stems of its three fields, and how many there are.
  struct Section: Sendable {
    var slug: String?
    var title: (text: String, count: Int)
    var heading: (text: String, count: Int)
    var body: (text: String, count: Int)
  }

  /// The file it was read from.
  var file: PageFile
  /// The hash of its bytes.
  var hash: Int
  /// Its sections; nil when the hash is the one already known.
  var sections: [Section]?

  /// Turns a page into stems. The title stands in each of its sections; topics and summary in the opening.
  init(_ page: Page, file: PageFile, hash: Int, stemmer: inout Stemmer) {
    self.file = file
    self.hash = hash
    let title = stemmer.stems(page.title)
    var sections: [Section] = []
    for (index, section) in page.sections.enumerated() {
      let heading = index == 0 ? page.topics.joined(separator: " ") : section.title
      let body =
        index == 0
        ? [page.summary, section.text].compactMap(\.self).joined(separator: "\n") : section.text
      sections.append(
        Section(
          slug: index == 0 ? nil : section.slug, title: title, heading: stemmer.stems(heading),
          body: stemmer.stems(body)))
    }
    self.sections = sections
  }

  private init(unchanged file: PageFile, hash: Int) {
    self.file = file
    self.hash = hash
    sections = nil
  }

  /// Reads files on all cores; one that has gone in the meantime is left out, the order stays.
  static func read(_ files: [(file: PageFile, hash: Int?)]) -> [IndexEntry] {
    let workers = min(files.count, PageFiles.cores)
    let found = Mutex<[Int: [IndexEntry]]>([:])
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let slice = files[(files.count * worker / workers)..<(files.count * (worker + 1) / workers)]
      guard let queue = try? DatabaseQueue(),
        let entries = try? queue.read({ db in
          var stemmer = try Stemmer(db)
          return slice.compactMap { read($0.file, known: $0.hash, &stemmer) }
        })
      else { return }
      found.withLock { $0[worker] = entries }
    }
    return found.withLock { found in (0..<workers).flatMap { found[$0] ?? [] } }
  }

  private static func read(_ file: PageFile, known: Int?, _ stemmer: inout Stemmer) -> IndexEntry? {
    guard let bytes = PageFiles.bytes(file.file) else { return nil }
    let hash = hash(bytes)
    if hash == known { return IndexEntry(unchanged: file, hash: hash) }
    let page = Page.read(String(decoding: bytes, as: UTF8.self), path: file.path, file: file.file)
    return IndexEntry(page.page, file: file, hash: hash, stemmer: &stemmer)
  }

  /// FNV-1a, 64 bits: the same in every process.
  private static func hash(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(bitPattern: UInt(hash))
  }
}
