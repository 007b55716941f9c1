package import RapportKit

/// How long searching takes once the index is up to date.
///
///     let times = try await SearchTimes(of: ["late delivery"], on: knowledge)
///     times.search(0.95)  // 95 of 100 searches are as quick as this
package struct SearchTimes: Sendable {
  /// The time a look for changed pages takes when there are none; it is taken at most once in a while.
  package let look: Duration
  /// The times of the searches, the quickest first.
  private let searches: [Duration]

  /// Asks every question for its three best sections.
  package init(of questions: [String], on knowledge: KnowledgeBase) async throws(Problem) {
    let clock = ContinuousClock()
    try knowledge.look()
    let start = clock.now
    try knowledge.look()
    look = clock.now - start
    var times: [Duration] = []
    for question in questions {
      let start = clock.now
      _ = try await knowledge.search(question, limit: 3)
      times.append(clock.now - start)
    }
    searches = times.sorted()
  }

  /// The time that `share` of the searches did not exceed.
  package func search(_ share: Double) -> Duration {
    searches.isEmpty
      ? .zero : searches[min(searches.count - 1, Int(Double(searches.count) * share))]
  }
}
