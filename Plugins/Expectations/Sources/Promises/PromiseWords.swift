import Foundation
import RapportKit

/// A promise as it was said, without what only says that there is one, and with who keeps it where a name ends it.
///
///     PromiseWords("new labels, Dana")                 // what "New labels", owner "Dana"
///     PromiseWords("I promised Acme new labels", customer: "Acme")  // what "New labels", nobody named
struct PromiseWords: Hashable {
  private(set) var what: String
  /// Who keeps it: `me`, a name, or nil when nobody is named.
  private(set) var owner: String?
  /// What they will see when it is done; nil when that is not said.
  private(set) var done: String?

  /// Reads `text`; a name at its end that is `person`'s says to whom, not who.
  init(_ text: String, customer: String? = nil, person: String? = nil) {
    what = text.trimmingStops
    dropOpening(customer)
    takeDone()
    takeName(person)
    for opening in ["to ", "that "] where what.lowercased().hasPrefix(opening) {
      what = String(what.dropFirst(opening.count))
    }
    what = what.capitalizedFirst
  }

  /// Drops "I promised Acme that": it says that there is a promise, not what it is.
  private mutating func dropOpening(_ customer: String?) {
    var words = what.split(separator: " ")
    let lower = words.map { $0.lowercased() }
    guard let first = lower.first,
      ["i", "we", "i've", "we've", "promised", "agreed"].contains(first),
      let verb = lower.prefix(4).firstIndex(where: { Self.promising.contains($0) })
    else { return }
    words.removeFirst(verb + 1)
    let name = (customer ?? "").split(separator: " ")
    if !name.isEmpty, words.starts(with: name) {
      words.removeFirst(name.count)
    } else if let first = words.first, ["them", "him", "her", "you"].contains(first.lowercased()) {
      words.removeFirst()
    }
    if words.first?.lowercased() == "that" { words.removeFirst() }
    guard !words.isEmpty else { return }
    what = words.joined(separator: " ")
  }

  /// Takes "; done when Maria opens it" from the end.
  private mutating func takeDone() {
    for opening in ["; done when ", ", done when ", "; it is done when "] {
      guard let range = what.range(of: opening, options: .caseInsensitive) else { continue }
      done = String(what[range.upperBound...]).trimmingStops
      what = String(what[..<range.lowerBound]).trimmingStops
      return
    }
  }

  /// Takes ", Dana" from the end.
  private mutating func takeName(_ person: String?) {
    guard owner == nil, let comma = what.lastIndex(of: ",") else { return }
    let name = String(what[what.index(after: comma)...]).trimmingStops
    guard Self.isName(name) || name == "me" else { return }
    let isTheirs = person.map { $0 == name || $0.hasPrefix(name + " ") } ?? false
    if !isTheirs { owner = name }
    what = String(what[..<comma]).trimmingStops
  }

  /// Whether `text` is one or two words with capitals.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...2).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true && !$0.contains { $0.isNumber } }
  }

  private static let promising: Set<String> = [
    "promised", "promise", "agreed", "committed", "told",
  ]
}

extension String {
  /// Without spaces and stops at both ends.
  fileprivate var trimmingStops: String {
    var part = self[...]
    while let first = part.first, first.isWhitespace || ",;".contains(first) {
      part = part.dropFirst()
    }
    while let last = part.last, last.isWhitespace || ",.;".contains(last) { part = part.dropLast() }
    return String(part)
  }
}
