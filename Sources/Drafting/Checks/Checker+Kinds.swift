import RapportKit

extension Checker {
  /// The kind of message that `text` looks like, among the kinds there are; nil when it looks like none.
  ///
  /// A first message does not know the cause yet and says when more follows; an apology regrets or owns something; news
  /// says it in the first sentences.
  ///
  ///     checker.likelyKind(of: "I am sorry. I sent you the wrong keys.")  // "apology"
  package func likelyKind(of text: String) -> String? {
    let reading = Reading(text)
    let sentences = reading.sentences()
    return likelyKind(detectors.find(reading, sentences), sentences)
  }

  /// The kind of a message in which these elements and signs were found.
  func likelyKind(_ found: [String: [Carrier]], _ sentences: [SentenceSpan]) -> String? {
    func has(_ element: String) -> Bool { found[element]?.isEmpty == false }
    let owned = has("responsibility") || has("repair")
    let headings = sentences.count { $0.kind == .heading }
    let questions = Set((found["question"] ?? []).map(\.sentence))
    let asksAfter = (found["asks_after"] ?? []).contains { questions.contains($0.sentence) }
    let candidates: [(kind: String, fits: Bool)] = [
      ("review", has("look_back")),
      ("sheet", has("agreement") || headings > 1 && has("terms") && !has("regret")),
      ("resolution", has("restored") && !owned && !asksAfter && !has("unknown_yet")),
      (
        "incident-update", has("in_progress") && has("next_update") && !owned && !has("unknown_yet")
      ),
      ("holding", has("next_update") && has("unknown_yet") && !owned),
      ("follow-up", asksAfter && !has("conditional")),
      ("apology", has("regret") || has("responsibility")),
      ("holding", has("next_update") && has("unknown_yet")),
      ("news", has("news_early") && !(has("thanks") && opens(with: found["thanks"], sentences))),
      ("thanks", has("thanks")),
      ("news", has("news_early")),
    ]
    return candidates.first { $0.fits && kindNames.contains($0.kind) }?.kind
  }

  /// Whether the first sentence behind the greeting is one of these.
  private func opens(with carriers: [Carrier]?, _ sentences: [SentenceSpan]) -> Bool {
    guard let first = sentences.firstIndex(where: { $0.words.count > 3 }) else { return false }
    return carriers?.contains { $0.sentence == first } == true
  }
}
