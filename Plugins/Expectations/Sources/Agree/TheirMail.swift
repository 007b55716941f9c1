import Foundation
import RapportKit

/// Reads a mail of the customer's, in which "we" are they and "you" are we.
///
/// What they say that we said is an expectation with its source; what they need is one that still has none. The sheet
/// speaks to them, so every sentence is turned round: "I will send you the head count" is "You will send us the head
/// count".
enum TheirMail {
  /// Whether `text` is theirs: it greets somebody of `us`, or says what we said.
  static func isTheirs(_ text: String, us: String?) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
    let mine = us?.split(separator: " ").first.map(String.init)
    if let mine {
      if lines.contains(where: { $0.lowercased().hasPrefix("from:") && $0.contains(mine) }) {
        return false
      }
      if lines.contains(where: { isGreeting($0) && $0.contains(mine) }) { return true }
    }
    let lower = " " + text.lowercased()
    return (told + ["your team", "you showed", "your demo", "your offer"]).contains {
      lower.contains(" \($0) ")
    }
  }

  /// Whether a line is only there because it is a mail: a header, the greeting, the close.
  static func isFrame(_ line: String) -> Bool {
    let lower = line.lowercased()
    return ["from:", "to:", "cc:", "sent:", "date:", "subject:"].contains(where: lower.hasPrefix)
      || isGreeting(line)
      || closes.contains(lower.filter { $0.isLetter || $0 == " " })
  }

  /// The rows of "you said that the import takes a week, and that your team replies within two hours".
  static func said(in sentence: String) -> [Expected]? {
    guard
      let opening = told.compactMap({ sentence.range(of: "\($0) ", options: .caseInsensitive) })
        .min(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    var rest = String(sentence[opening.upperBound...]).withoutStop
    for word in ["us ", "me ", "that "] where rest.lowercased().hasPrefix(word) {
      rest = String(rest.dropFirst(word.count))
    }
    let things = rest.replacing(", and that ", with: "\n").replacing(" and that ", with: "\n")
    return things.split(separator: "\n").map { row(String($0), from: .pitch) }
  }

  /// Where a need of theirs comes from, when they say that they were shown it.
  static func shown(in sentence: String) -> Expected.Source? {
    let words = sentence.lowercased().split { !$0.isLetter }
    return words.contains("demo") || words.contains("trial") ? .demo : nil
  }

  /// The part that a sentence of theirs belongs to.
  static func part(of sentence: String) -> SheetPart? {
    let text = " " + sentence.lowercased().replacing("’", with: "'")
    let says = { (cues: [String]) in cues.contains { text.contains(" \($0)") } }
    if says(["need ", "expect ", "count on", "rely on", "hope ", "assume ", "important"]) {
      return .expects
    }
    if says(["hard for us", "difficult for us", "our problem", "we struggle"]) {
      return .hard_them
    }
    let read = ContractReading.part(of: sentence)
    switch read {
    case .price, .schedule, .exclusions, .acceptance, .changes: return read
    default: break
    }
    if says(["i will", "i'll", "we will", "we'll", "on our side", "we can ", "i can "]) {
      return .they_do
    }
    return says(["you will", "you'll", "your team will"]) ? .we_do : nil
  }

  /// The sentence as we say it to them.
  static func turned(_ sentence: String) -> String {
    var out: [String] = []
    for word in sentence.replacing("’", with: "'").split(separator: " ").map(String.init) {
      let core = word.trimming { !$0.isLetter && $0 != "'" }
      guard let range = word.range(of: core), var turned = persons[core.lowercased()] else {
        out.append(word)
        continue
      }
      // Behind a verb "you" is the one to whom it is done.
      let begins = out.last.map { last in
        last.last.map { ",;:".contains($0) } ?? false || joints.contains(last.lowercased())
      }
      if core.lowercased() == "you", begins ?? true { turned = "we" }
      out.append(word.replacingCharacters(in: range, with: turned))
    }
    return out.joined(separator: " ").capitalizedFirst
  }

  private static func row(_ text: String, from source: Expected.Source?) -> Expected {
    var row = Expected(what: turned(text))
    row.source = source
    row.hoped = Level.measured(in: text)?.text
    return row
  }

  private static func isGreeting(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.count <= 4 && words.count > 1
      && ["hi", "hello", "dear", "hey"].contains(words[0].lowercased())
  }

  private static let told = [
    "you said", "you told", "you promised", "you mentioned", "you offered", "you wrote",
  ]
  private static let closes: Set<String> = [
    "best", "regards", "best regards", "kind regards", "best wishes", "thanks", "thank you",
    "cheers", "yours sincerely", "many thanks",
  ]
  private static let joints: Set<String> = [
    "that", "and", "if", "when", "what", "as", "because", "which", "but", "so", "how", "do", "will",
    "can", "could",
  ]
  private static let persons = [
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your",
    "ours": "yours", "i'll": "you will", "we'll": "you will", "i'm": "you are",
    "we're": "you are", "i'd": "you would", "we'd": "you would", "am": "are", "you": "us",
    "your": "our", "yours": "ours", "you'll": "we will", "you're": "we are",
  ]
}

extension String {
  /// Without the characters at both ends that `holds` is true of.
  fileprivate func trimming(_ holds: (Character) -> Bool) -> String {
    var part = self[...]
    while let first = part.first, holds(first) { part = part.dropFirst() }
    while let last = part.last, holds(last) { part = part.dropLast() }
    return String(part)
  }
}
