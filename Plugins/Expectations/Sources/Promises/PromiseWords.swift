import Foundation
import RapportKit

/// A promise as it was said, taken apart into what is promised and who keeps it.
///
///     PromiseWords("new labels, Dana")           // what "New labels", owner "Dana"
///     PromiseWords("Dana will send new labels")  // what "Send new labels", owner "Dana"
///     PromiseWords("we will send new labels")    // what "Send new labels", owner "we"
struct PromiseWords: Hashable {
  private(set) var what: String
  /// Who keeps it: `me`, a name, or nil when nobody is named.
  private(set) var owner: String?

  /// Reads `text`; a name at its end that is `person`'s says to whom, not who.
  init(_ text: String, person: String? = nil) {
    what = text.trimmingStops
    if let split = what.range(of: " will ", options: .caseInsensitive) {
      let who = String(what[..<split.lowerBound])
      if Self.isName(who) || ["i", "we"].contains(who.lowercased()) {
        owner = who.lowercased() == "i" ? "me" : who
        what = String(what[split.upperBound...])
      }
    }
    if owner == nil, let comma = what.lastIndex(of: ",") {
      let name = String(what[what.index(after: comma)...]).trimmingStops
      let isTheirs = person.map { $0 == name || $0.hasPrefix(name + " ") } ?? false
      if Self.isName(name) || name == "me" {
        if !isTheirs { owner = name }
        what = String(what[..<comma]).trimmingStops
      }
    }
    for opening in ["to ", "that "] where what.lowercased().hasPrefix(opening) {
      what = String(what.dropFirst(opening.count))
    }
    what = what.capitalizedFirst
  }

  /// Whether `text` is one or two words with capitals.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...2).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true && !$0.contains { $0.isNumber } }
  }
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
