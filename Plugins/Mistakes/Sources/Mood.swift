/// How the customer took it, at the end of what happened: the writer needs it, and the reader does not.
///
///     Mood.without("we forgot the call and shes furious", names: [])  // "we forgot the call"
enum Mood {
  /// `text` without the last clause when that says how somebody there feels; `names` are the customer's and persons'.
  static func without(_ text: String, names: [String]) -> String {
    let words = text.split(separator: " ").map(String.init)
    let keys = words.map { word in
      word.lowercased().filter { $0.isLetter || $0 == "-" }
    }
    let known = Set(names.flatMap { $0.lowercased().split(separator: " ").map(String.init) })
    for start in keys.indices.dropFirst(2).reversed() {
      let joined = joints.contains(keys[start])
      guard joined || words[start - 1].last.map({ ",.;:–—".contains($0) }) == true else { continue }
      var rest = keys[(joined ? start + 1 : start)...].filter { !$0.isEmpty }[...]
      guard takesSubject(&rest, known) else { continue }
      while let word = rest.first, between.contains(word) { rest = rest.dropFirst() }
      guard let mood = rest.first, moods.contains(mood) else { continue }
      let tail = rest.dropFirst()
      guard tail.allSatisfy({ moods.contains($0) || between.contains($0) || after.contains($0) })
      else { continue }
      let end = keys[..<start].lastIndex { !joints.contains($0) } ?? start - 1
      var kept = words[...end].joined(separator: " ")
      while let last = kept.last, ",;:–—- ".contains(last) { kept.removeLast() }
      return kept
    }
    return text
  }

  /// Takes the subject and its verb off: "she is", "shes", "the client is", "Maria was".
  private static func takesSubject(_ rest: inout ArraySlice<String>, _ known: Set<String>) -> Bool {
    if let first = rest.first, short.contains(first) {
      rest = rest.dropFirst()
      return true
    }
    if let first = rest.first, ["the", "our", "their"].contains(first) {
      rest = rest.dropFirst()
      guard let who = rest.first, roles.contains(who) else { return false }
      rest = rest.dropFirst()
    } else {
      let before = rest.count
      while let first = rest.first, pronouns.contains(first) || known.contains(first) {
        rest = rest.dropFirst()
        if pronouns.contains(first) { break }
      }
      guard rest.count < before else { return false }
    }
    guard let verb = rest.first, verbs.contains(verb) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static let joints: Set<String> = ["and", "but", "so", "now"]
  private static let pronouns: Set<String> = ["she", "he", "they"]
  /// "she's" and "they're", with their apostrophe or without.
  private static let short: Set<String> = ["shes", "hes", "theyre"]
  private static let roles: Set<String> = [
    "client", "customer", "clients", "customers", "boss", "team", "owner",
  ]
  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "got", "isnt", "arent", "wasnt", "werent", "sounds", "sounded",
    "seems", "seemed", "feels", "looks", "became",
  ]
  private static let between: Set<String> = [
    "really", "very", "so", "quite", "now", "not", "too", "pretty", "rather", "a", "bit", "little",
    "understandably", "rightly", "absolutely", "extremely", "totally", "still", "rightfully", "all",
    "and", "best", "at",
  ]
  private static let moods: Set<String> = [
    "angry", "furious", "upset", "annoyed", "mad", "cross", "livid", "unhappy", "happy", "pleased",
    "amused", "disappointed", "irritated", "fuming", "pissed", "frustrated", "cranky", "grumpy",
    "outraged", "offended", "sad", "worried", "impressed", "thrilled",
  ]
  private static let after: Set<String> = [
    "about", "with", "at", "it", "us", "me", "this", "that", "off", "today", "of", "course",
  ]
}
