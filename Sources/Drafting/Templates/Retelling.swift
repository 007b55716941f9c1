/// Turns what was written to the customer into what is said about them, for colleagues and for titles.
///
///     Retelling(of: acme).said("I forgot to send you the contract")  // "I forgot to send Acme the contract"
///     Retelling(of: acme).said("we broke your export")               // "we broke Acme's export"
///
/// The first mention is the customer's name, the next are "they", "them" and "their".
struct Retelling {
  let addressee: Addressee
  /// Whether a pronoun does from the first: the sentence around it names them.
  var isAboutThem = false

  init(of addressee: Addressee) { self.addressee = addressee }

  /// `text` as said about the customer.
  func said(_ text: String) -> String {
    var words = AnswerWords(text)
    guard let customer = addressee.customer else { return text }
    let known = isAboutThem || text.lowercased().contains(customer.lowercased())
    var name = known ? nil : Optional(customer)
    for index in 0..<words.count where !words.isQuoted(index) {
      switch words.key(index) {
      case "your":
        let owner = name.map { $0.hasSuffix("s") ? "\($0)’" : "\($0)’s" }
        words.replace(index, with: owner ?? "their")
        name = nil
      case "you":
        if words.key(index - 1) == "thank" { continue }
        if isSubject(words, index) {
          words.replace(index, with: "they")
        } else {
          words.replace(index, with: name ?? "them")
        }
        name = nil
      case "yours": words.replace(index, with: "theirs")
      case "yourself", "yourselves": words.replace(index, with: "themselves")
      case let key where key.hasPrefix("you'"):
        words.replace(index, with: "they" + key.dropFirst("you".count))
        name = nil
      default: continue
      }
    }
    return words.text
  }

  /// Whether "you" is who acts: it begins a clause, or a question's helping verb stands before it.
  private func isSubject(_ words: AnswerWords, _ index: Int) -> Bool {
    if words.opens(index) || words.gap(before: index).contains(where: { ",;:–—(".contains($0) }) {
      return true
    }
    let ends =
      index + 1 == words.count
      || words.gap(before: index + 1).contains(where: { ",;:.!?–—)".contains($0) })
    // "nobody but you", "later than you": nothing follows that they could do.
    if Self.leads.contains(words.key(index - 1)) { return !ends }
    // "the parts you ordered": a noun before it and a verb of theirs behind it.
    return Self.verbs.contains(words.key(index + 1))
  }

  private static let leads: Set<String> = [
    "that", "because", "when", "before", "after", "if", "what", "how", "so", "while", "although",
    "though", "and", "but", "or", "where", "which", "who", "until", "since", "as", "than", "why",
    "whether", "once", "do", "did", "can", "could", "would", "will",
  ]
  private static let verbs: Set<String> = [
    "are", "were", "have", "had", "will", "would", "can", "could", "cannot", "can't", "couldn't",
    "didn't", "don't", "did", "do", "ordered", "asked", "wanted", "want", "need", "needed",
    "expected", "paid", "pay", "waited", "told", "said", "called", "wrote", "knew", "know",
    "booked", "bought", "sent", "gave", "chose", "use", "used", "signed", "should", "must", "may",
    "might", "get", "got", "agreed", "reported", "requested", "approved",
  ]
}
