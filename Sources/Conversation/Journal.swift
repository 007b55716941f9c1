package import Foundation
import Formats
package import RapportKit

/// A conversation on disk while it lasts: one file, appended to and synced before the next question is put, held by a
/// lock, and gone when the conversation is finished.
///
/// A last line torn by a crash is passed over; everything before it stands.
package final class Journal: Sendable {
  /// What a conversation can be taken up from.
  package struct Header: Sendable, Hashable {
    /// The conversation.
    package var id: ConversationID
    /// The command's name.
    package var command: String
    /// What was given with it: flags, files and the first sentence, as JSON.
    package var given: Node
    /// When it began.
    package var began: Date
    /// The conversation that is held again.
    package var replaces: Dialogue.Replaced?

    /// Names what a conversation can be taken up from.
    package init(
      id: ConversationID, command: String, given: Node, began: Date,
      replaces: Dialogue.Replaced? = nil
    ) {
      self.replaces = replaces
      self.id = id
      self.command = command
      self.given = given
      self.began = began
    }
  }

  /// A journal as it was found.
  package struct Found: Sendable {
    /// What it can be taken up from.
    package var header: Header
    /// What was typed, in order.
    package var lines: [Line]
    /// The file; nil when there is none yet.
    package var file: String?

    /// A conversation that is to be begun with what `header` says.
    package init(_ header: Header, lines: [Line] = [], file: String? = nil) {
      self.header = header
      self.lines = lines
      self.file = file
    }
  }

  /// A line that was typed.
  package struct Line: Sendable, Hashable {
    /// What was typed.
    package var text: String
    /// The question it was typed at.
    package var question: String
    /// How that was asked.
    package var asked: String?
    /// When.
    package var at: Date
    /// What became of it.
    package var state = State.answer

    /// What becomes of a line.
    package enum State: String, Sendable, Hashable {
      /// It answers its question, or is one of the words that every question knows.
      case answer
      /// It was no answer to the question, and is kept to be mended.
      case refused
      /// It was not finished when the conversation was left.
      case begun
    }
  }

  private let descriptor: Int32
  private let file: String

  /// Begins the journal of a conversation in `folder`.
  package convenience init(_ header: Header, in folder: String) throws(Problem) {
    try Self.makeFolder(folder)
    try self.init("\(folder)/\(header.id).jsonl", flags: O_CREAT)
    Self.sync(folder)
    var head: Node = [
      "journal": .number(Double(Self.version)), "id": .text(header.id.rawValue),
      "command": .text(header.command), "given": header.given,
      "at": .number(header.began.timeIntervalSince1970),
    ]
    if let replaced = header.replaces {
      head["replaces"] = [
        "conversation": .text(replaced.conversation.rawValue),
        "records": .list(replaced.records.map { .text($0.rawValue) }),
      ]
    }
    try append(head)
  }

  /// Takes up the journal in `file`; a problem when another Rapport holds it, or has finished it.
  package convenience init(resuming file: String) throws(Problem) {
    try self.init(file, flags: 0)
    let data = FileManager.default.contents(atPath: file) ?? Data()
    // A torn last line would spoil the one written after it.
    ftruncate(descriptor, (data.lastIndex(of: 0x0A) ?? -1) + 1)
  }

  /// Takes up again what was given up, with every line that was typed.
  package static func restore(_ found: Found) throws(Problem) -> Found {
    let file = found.file ?? ""
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let journal = try Journal(found.header, in: folder)
    for line in found.lines {
      try journal.write(line.entry)
    }
    return found
  }

  /// The conversation as it stands on disk.
  package var found: Found? { Self.read(file) }

  private init(_ file: String, flags: Int32) throws(Problem) {
    descriptor = open(file, O_RDWR | O_APPEND | O_CLOEXEC | flags, 0o600)
    self.file = file
    guard descriptor >= 0 else {
      if errno == ENOENT {
        throw Problem(.conflict, "This conversation is finished.", help: "See `resume` for others.")
      }
      throw Problem(
        .unreadable, "The answers cannot be kept on disk.",
        help: "Is there space, and may you write there?", at: Place(file: file))
    }
    guard Self.lock(descriptor) else {
      close(descriptor)
      throw Problem(
        .conflict, "This conversation is open in another window.", help: "Go on with it there.")
    }
  }

  deinit { close(descriptor) }

  /// Takes the lock; whoever only looks whether it is free holds it for an instant.
  private static func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(2000)
    }
    return false
  }

  /// Waits until the names in `folder` are on disk.
  private static func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// What this Rapport writes, and reads; what a newer one wrote is left to it.
  private static let version = 1

  /// Writes `entry` and waits until it is on disk.
  package func write(_ entry: JournalEntry) throws(Problem) {
    let (state, line, question, asked, at) =
      switch entry {
      case .line(let line, let question, let asked, let at):
        (Line.State.answer, line, question, asked, at)
      case .refused(let line, let question, let asked, let at):
        (Line.State.refused, line, question, asked, at)
      case .begun(let line, let question, let asked, let at):
        (Line.State.begun, line, question, asked, at)
      }
    var node: Node = [
      "line": .text(line), "question": .text(question), "asked": .text(asked),
      "at": .number(at.timeIntervalSince1970),
    ]
    if state != .answer { node[state.rawValue] = true }
    try append(node)
  }

  /// Removes the file: the conversation is finished, and its answers stand in the records.
  package func remove() { unlink(file) }

  private func append(_ node: Node) throws(Problem) {
    let bytes = Array((node.json + "\n").utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else {
        throw Problem(
          .unreadable, "The answer could not be kept on disk.", help: "Is there space left?",
          at: Place(file: file))
      }
      written += count
    }
    fsync(descriptor)
  }

  /// The conversations in `folder` that nobody holds, the latest first.
  package static func parked(in folder: String) -> [Found] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") }.sorted(by: >).compactMap { name in
      let file = "\(folder)/\(name)"
      let descriptor = open(file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
      flock(descriptor, LOCK_UN)
      return read(file)
    }
  }

  /// Reads the journal in `file`; nil when its first line cannot be read.
  package static func read(_ file: String) -> Found? {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    // What follows the last line's end is torn.
    let whole = data[..<(data.lastIndex(of: 0x0A) ?? data.startIndex)]
    var nodes = whole.split(separator: 0x0A).map { line in
      try? JSON.read(String(decoding: line, as: UTF8.self), from: file)
    }[...]
    guard let first = nodes.popFirst(), let head = first,
      case .number(let version)? = head["journal"]?.value, Int(version) <= Self.version,
      let id = head["id"]?.text,
      let command = head["command"]?.text, let began = head["at"]?.seconds
    else { return nil }
    var lines: [Line] = []
    for node in nodes {
      guard let node, let text = node["line"]?.text, let question = node["question"]?.text,
        let at = node["at"]?.seconds
      else { break }
      let state = [Line.State.refused, .begun].first { node[$0.rawValue]?.bool == true }
      lines.append(
        Line(
          text: text, question: question, asked: node["asked"]?.text, at: at,
          state: state ?? .answer))
    }
    let replaces = head["replaces"].map {
      Dialogue.Replaced(
        ConversationID(rawValue: $0["conversation"]?.text ?? id),
        records: ($0["records"]?.list ?? []).compactMap(\.text).map(RecordID.init(rawValue:)))
    }
    let header = Header(
      id: ConversationID(rawValue: id), command: command, given: head["given"] ?? [:], began: began,
      replaces: replaces)
    return Found(header, lines: lines, file: file)
  }

  private static func makeFolder(_ folder: String) throws(Problem) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Problem(
        .unreadable, "The folder for open conversations cannot be made.",
        help: "May you write there?", at: Place(file: folder))
    }
  }
}

extension Journal.Line {
  /// What was written of it.
  fileprivate var entry: JournalEntry {
    switch state {
    case .answer: .line(text, question: question, asked: asked ?? "", at: at)
    case .refused: .refused(text, question: question, asked: asked ?? "", at: at)
    case .begun: .begun(text, question: question, asked: asked ?? "", at: at)
    }
  }
}

extension Node {
  fileprivate var seconds: Date? {
    if case .number(let number) = value { Date(timeIntervalSince1970: number) } else { nil }
  }
}
