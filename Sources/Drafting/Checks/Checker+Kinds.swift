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
    return likelyKind(DetectorSet.shared.find(reading, reading.sentences()))
  }

  /// The kind of a message in which these elements were found.
  func likelyKind(_ found: [String: [Carrier]]) -> String? {
    func has(_ element: String) -> Bool { found[element]?.isEmpty == false }
    let open = has("next_update") && has("unknown_yet")
    let guess: String? =
      if open && !has("repair") && !has("responsibility") {
        "holding"
      } else if has("regret") || has("responsibility") {
        "apology"
      } else if open {
        "holding"
      } else if has("news_early") {
        "news"
      } else {
        nil
      }
    return guess.flatMap { kindNames.contains($0) ? $0 : nil }
  }
}
