import RapportKit

extension Host {
  /// To note the promises that stand in `text`, each with one key; none where no command does it.
  ///
  /// - Parameter source: how `promise read` is told of the text: a file in quotes, or `--draft 12`.
  func offers(toNote text: String, from source: String) async throws(Problem) -> [Offer] {
    guard briefs.contains(where: { $0.name == "promise read" }) else { return [] }
    let wording = Wording(today: surroundings.today)
    let promises = try await LazyServices(host: self).promises(in: text)
    return promises.enumerated().map { index, promise in
      let due = promise.due.map { wording.short($0) } ?? "no date"
      return Offer(
        "note the promise: \(promise.who ?? "nobody named"), \(promise.what), \(due)",
        line: "promise read \(source) --take \(index + 1)")
    }
  }

  /// The same for the message that `reply` has just written, unless its promise is noted already.
  func offers(after reply: Reply, of command: Command) async throws(Problem) -> [Offer] {
    guard !command.plugin.isEmpty, let text = reply.drafts.first?.versions.first?.body,
      !reply.change.put.contains(where: { $0.kind == .promise })
    else { return reply.offers }
    let latest = try await store.records(.init(kinds: [.draft], order: .newest, limit: 1)).first
    guard let number = latest?.number else { return reply.offers }
    return try await reply.offers + offers(toNote: text, from: "--draft \(number)")
  }
}
