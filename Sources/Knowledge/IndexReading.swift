import Dispatch
import GRDB
import Synchronization

/// Reads many files on all cores while one thread writes what comes, in the order of the files.
final class IndexReading: Sendable {
  private let files: [(file: PageFile, hash: Int?)]
  private let state = Mutex(State())
  /// Raised for every part that may be begun, and for every one that is done.
  private let room = DispatchSemaphore(value: 4 * PageFiles.cores)
  private let ready = DispatchSemaphore(value: 0)
  private let workers = DispatchGroup()
  /// How many files a worker takes at a time.
  private static let part = 32

  private struct State {
    var next = 0
    var done: [Int: [IndexEntry]] = [:]
    var terms: [(stem: String, sections: Int)] = []
  }

  /// Begins to read.
  init(_ files: [(file: PageFile, hash: Int?)]) {
    self.files = files
    for _ in 0..<min(PageFiles.cores, parts) {
      DispatchQueue.global(qos: .userInitiated).async(group: workers) { self.work() }
    }
  }

  private var parts: Int { (files.count + Self.part - 1) / Self.part }

  /// Hands over what was read, part by part.
  func deliver(to body: (IndexEntry) throws -> Void) throws {
    var failure: (any Error)?
    for part in 0..<parts {
      var entries: [IndexEntry]?
      while true {
        entries = state.withLock { $0.done.removeValue(forKey: part) }
        if entries != nil { break }
        ready.wait()
      }
      // After a failure the rest is still taken, so that no worker waits for ever.
      do { if failure == nil { for entry in entries ?? [] { try body(entry) } } } catch {
        failure = error
      }
      room.signal()
    }
    if let failure { throw failure }
  }

  /// In how many sections each stem stands, by worker; complete after `deliver`.
  func terms() -> [(stem: String, sections: Int)] {
    workers.wait()
    return state.withLock { $0.terms }
  }

  private func work() {
    // A database in memory of the worker's own lends it a tokenizer.
    let read = try? DatabaseQueue().read { db in
      var reader = try IndexReader(db)
      while let part = take() { finish(part) { reader.read($0.file, hash: $0.hash) } }
      state.withLock { $0.terms += reader.terms }
      return true
    }
    // Without a tokenizer nothing can be read; the parts are given back empty.
    if read == nil { while let part = take() { finish(part) { _ in nil } } }
  }

  private func take() -> Int? {
    room.wait()
    let part = state.withLock { state -> Int? in
      guard state.next < parts else { return nil }
      state.next += 1
      return state.next - 1
    }
    if part == nil { room.signal() }
    return part
  }

  private func finish(_ part: Int, _ read: ((file: PageFile, hash: Int?)) -> IndexEntry?) {
    let start = part * Self.part
    let entries = files[start..<min(start + Self.part, files.count)].compactMap(read)
    state.withLock { $0.done[part] = entries }
    ready.signal()
  }
}
