import RapportKit

/// What it cost them, as the end of "… and": a deed they could not do, or a clause with its own subject.
///
///     Harm("print labels", of: ["Acme"]).text            // "print labels", behind "they could not"
///     Harm("She lost face with her boss", of: []).text   // "they lost face with their boss", a clause
///     Harm("a day of work", of: []).text                 // "it cost them a day of work", a clause
///
/// The customer is "they" in it; the message makes that "you".
struct Harm: Hashable {
  /// The words, without a capital at the beginning where they were given one.
  private(set) var text: String
  /// Whether it is a clause of its own rather than what they could not do.
  private(set) var isClause = false

  /// Reads `text`; `names` are those of the customer and the person, who may be its subject.
  init(_ text: String, of names: [String]) {
    self.text = text
    for name in names.sorted(by: { $0.count > $1.count }) {
      guard !name.isEmpty, text.lowercased().hasPrefix(name.lowercased()) else { continue }
      let rest = text.dropFirst(name.count)
      if let end = ["'s ", "’s "].first(where: rest.hasPrefix) {
        say("their " + rest.dropFirst(end.count))
        return
      }
      if rest.hasPrefix(" ") {
        say("they" + Self.plural(String(rest)))
        return
      }
    }
    let words = text.split(separator: " ").map { Self.key($0) }
    guard let first = words.first, words.count > 1 || first.first?.isNumber == true else { return }
    if let own = Self.genders[first] {
      say(Self.they(text, own))
    } else if first == "her" || first == "his" {
      say(Self.they(text, first == "her" ? Self.she : Self.he))
    } else if Self.subjects.contains(first) {
      say(text.lowercasedFirst)
    } else if Self.isPast(first) {
      say("they" + Self.plural(" " + text.lowercasedFirst))
    } else if Self.determiners.contains(first) || first.first?.isNumber == true {
      let isWhole = words.dropFirst().contains { Self.isPast($0) || Self.auxiliaries.contains($0) }
      let told = text.lowercasedFirst
      say(isWhole ? told : first == "no" ? "they had \(told)" : "it cost them \(told)")
    } else if first.hasSuffix("s"), Self.auxiliaries.contains(words[1]) {
      say(text.lowercasedFirst)
    }
  }

  private mutating func say(_ clause: String) {
    text = clause
    isClause = true
  }

  /// `text` about her or him, as said of them.
  private static func they(_ text: String, _ own: [String: String]) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var out: [String] = []
    for (index, word) in words.enumerated() {
      let bare = key(word[...])
      let end = word.drop { $0.isLetter || "'’".contains($0) }
      let next = index + 1 < words.count && end.isEmpty ? key(words[index + 1][...]) : ""
      let after = index > 0 ? key(words[index - 1][...]) : ""
      if bare == "her", own["her"] != nil {
        // "her boss", but "told her", "cost her the job".
        out.append(
          (next.isEmpty || determiners.contains(next) || particles.contains(next)
            ? "them" : "their") + end)
      } else if let theirs = own[bare] {
        out.append(theirs + end)
      } else if own[after] == "they", let verb = verbs[bare] {
        out.append(verb + end)
      } else {
        out.append(word)
      }
    }
    return out.joined(separator: " ")
  }

  /// What follows "they": "was late" is "were late" there.
  private static func plural(_ rest: String) -> String {
    let words = rest.dropFirst().split(
      separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = words.first, let verb = verbs[key(first)] else { return rest }
    return ([" " + verb] + words.dropFirst().map(String.init)).joined(separator: " ")
  }

  private static func key(_ word: Substring) -> String {
    word.lowercased().replacing("’", with: "'").filter { $0.isLetter || $0.isNumber || $0 == "'" }
  }

  /// Whether `word` can only be a verb in the past tense: "read" and "put" may be what they could not do.
  private static func isPast(_ word: String) -> Bool {
    if word.hasSuffix("eed") || same.contains(word) { return false }
    return Wordings.isPastVerb(word) || ["were", "weren't", "wasn't", "hadn't"].contains(word)
  }

  private static let she = [
    "she": "they", "her": "their", "hers": "theirs", "herself": "themselves", "she's": "they are",
    "she'd": "they had",
  ]
  private static let he = [
    "he": "they", "his": "their", "him": "them", "himself": "themselves", "he's": "they are",
    "he'd": "they had",
  ]
  private static let genders = [
    "she": she, "she's": she, "she'd": she, "he": he, "he's": he, "he'd": he,
  ]
  private static let verbs = [
    "was": "were", "wasn't": "weren't", "is": "are", "isn't": "aren't", "has": "have",
    "hasn't": "haven't", "does": "do", "doesn't": "don't",
  ]
  private static let subjects: Set<String> = [
    "they", "they're", "they've", "they'd", "you", "it", "nobody", "everybody", "everyone",
    "everything", "nothing", "somebody", "someone", "this", "that", "there", "we", "i",
  ]
  private static let determiners: Set<String> = [
    "a", "an", "the", "their", "your", "our", "my", "some", "many", "several", "all", "both", "no",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "about",
  ]
  private static let particles: Set<String> = [
    "to", "for", "with", "on", "in", "at", "by", "from", "and", "because", "again", "twice", "so",
    "when", "while", "until", "after", "before", "that",
  ]
  private static let auxiliaries: Set<String> = [
    "was", "were", "is", "are", "had", "has", "have", "could", "couldn't", "did", "didn't", "went",
    "came", "got", "stood", "wasn't", "weren't", "stayed", "cost",
  ]
  /// Verbs with one form for both: what they could not do.
  private static let same: Set<String> = [
    "read", "put", "set", "let", "cut", "hit", "shut", "embed",
  ]
}
