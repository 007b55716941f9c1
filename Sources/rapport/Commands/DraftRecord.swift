import Conversation
import RapportKit

/// A message as it stands in the records.
struct DraftRecord {
  let record: Record
  let draft: Draft

  /// The question that names one.
  static let number = Question(
    "number", ask: "Its number in `drafts`, the latest when empty", type: .number)

  init(_ record: Record) {
    self.record = record
    draft = Draft(
      template: record.body["template"]?.text ?? "", kind: record.body["kind"]?.text,
      to: record.body["to"]?.text.map { Named(name: $0) },
      versions: (record.body["versions"]?.list ?? []).compactMap { Draft.Version($0) })
  }

  /// The message that `number` answers; the latest without one.
  static func find(_ request: Request, in context: Context) async throws(Problem) -> DraftRecord {
    try await latest(request.answers["number"]?.value?.node.int, in: context)
  }

  /// The message with the short number, or the latest.
  static func latest(_ number: Int?, in context: Context) async throws(Problem) -> DraftRecord {
    let drafts = try await context.records.records(.init(number: number, kinds: [.draft]))
    guard let record = drafts.last else {
      throw Problem(
        .notFound,
        number.map { "There is no message \($0)." } ?? "No message has been written yet.",
        help: "`drafts` lists them; `mistake` or `bad-news` writes one.")
    }
    return DraftRecord(record)
  }
}
