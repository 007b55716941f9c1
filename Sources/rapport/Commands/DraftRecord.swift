import Conversation
import RapportKit

/// A message as it stands in the records.
struct DraftRecord {
  let record: Record
  let draft: Draft

  /// The question that names one.
  static let what = Question("what", ask: "Which message or channel", type: .text)

  init(_ record: Record) {
    self.record = record
    draft = Draft(
      template: record.body["template"]?.text ?? "", kind: record.body["kind"]?.text,
      to: record.body["to"]?.text.map { Named(name: $0) },
      versions: (record.body["versions"]?.list ?? []).compactMap { Draft.Version($0) })
  }

  /// The message with the short number; without one the latest that was written.
  ///
  /// Several messages may have been written at once: the first of them counts, or the one called `name`, or the first
  /// with a version for `channel`.
  static func latest(
    _ number: Int? = nil, called name: String? = nil, for channel: Channel? = nil,
    in context: Context
  ) async throws(Problem) -> DraftRecord {
    var drafts = try await context.records.records(.init(number: number, kinds: [.draft]))
    if let name { drafts = drafts.filter { $0.body["template"]?.text == name } }
    let found = drafts.map(DraftRecord.init)
    let together = found.filter { draft in
      found.last.map { $0.record.id.isWritten(with: draft.record.id) } ?? false
    }
    guard
      let first = together.first(where: { channel == nil || $0.draft[channel ?? .email] != nil })
        ?? together.first
    else {
      throw Problem(
        .notFound,
        number.map { "There is no message \($0)." } ?? name.map { "There is no message “\($0)”." }
          ?? "No message has been written yet.",
        help: number == nil && name == nil
          ? "`mistake` or `bad-news` writes one." : "`drafts` lists them.")
    }
    return first
  }
}

/// Which message is meant: `12`, `chat`, `note`, or two of them.
struct DraftChoice {
  /// Its short number.
  private(set) var number: Int?
  /// Its channel.
  private(set) var channel: Channel?
  /// What it is called: the name of its template.
  private(set) var name: String?
  /// The words that say something else.
  private(set) var rest: [String] = []

  /// Reads the words of `text`; a name is one that a command gives to its messages.
  init(_ text: String, on host: Host) throws(Problem) {
    for word in text.split(separator: " ").map(String.init) {
      if let value = Int(word), number == nil {
        number = value
      } else if let known = Channel(rawValue: word), channel == nil {
        channel = known
      } else if name == nil, try host.draftNames().contains(word) {
        name = word
      } else {
        rest.append(word)
      }
    }
  }

  /// Throws when `invocation` of `command` names no message.
  static func check(_ invocation: Invocation, on host: Host, for command: String) throws(Problem) {
    let choice = try DraftChoice(invocation.text("what") ?? "", on: host)
    guard let word = choice.rest.first else { return }
    throw Problem(
      .usage, "“\(word)” is neither a number, nor a channel, nor a message.",
      help: "Write `\(command)`, `\(command) chat` or `\(command) 12`.")
  }

  /// The message and the version meant.
  func draft(in context: Context) async throws(Problem) -> (
    found: DraftRecord, version: Draft.Version
  ) {
    let found = try await DraftRecord.latest(number, called: name, for: channel, in: context)
    guard let version = channel.map({ found.draft[$0] }) ?? found.draft.versions.first else {
      throw Problem(
        .notFound, "There is no \(channel?.rawValue ?? "") version of that message.",
        help: "There is: \(found.draft.versions.map(\.channel.rawValue).joined(separator: ", ")).")
    }
    return (found, version)
  }
}

extension RecordID {
  /// Whether both were written in one conversation.
  fileprivate func isWritten(with other: RecordID) -> Bool {
    rawValue.prefix(24) == other.rawValue.prefix(24)
  }
}
