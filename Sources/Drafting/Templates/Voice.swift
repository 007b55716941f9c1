import RapportKit

/// How what a person wrote is put into a message: the names and dates it knows get their capitals, and a message for
/// the customer speaks to them.
package struct Voice: Sendable {
  /// Mends names and dates.
  let mend: @Sendable (String) -> String
  /// Turns the customer's own name into "you"; nil where nobody is addressed.
  let address: (@Sendable (String) -> String)?

  /// Mends with `mend`, and addresses the customer with `address`.
  package init(
    mend: @escaping @Sendable (String) -> String = { $0 },
    address: (@Sendable (String) -> String)? = nil
  ) {
    self.mend = mend
    self.address = address
  }

  /// The same voice about the customer instead of to them: for colleagues, titles and lists.
  var aside: Voice { Voice(mend: mend) }

  /// An answer to `question` as it reads in the message.
  func text(_ text: String, of question: Question?) -> String {
    let mended = mend(text)
    guard let address else { return mended }
    let addressed = address(mended)
    return question?.speaksOfThem == true ? addressed.spokenToThem : addressed
  }

  /// The doer of a commitment: a single unknown word is a colleague's name, unless it is a department or a pronoun.
  func doer(_ who: String) -> String {
    let name = mend(who)
    guard name.first?.isLowercase == true, !name.contains(" "), !Self.notNames.contains(name) else {
      return name
    }
    return name.capitalizedFirst
  }

  private static let notNames: Set<String> = [
    "we", "you", "he", "she", "it", "they", "somebody", "someone", "everybody", "everyone", "nobody",
    "support", "sales", "billing", "accounting", "accounts", "finance", "engineering", "logistics",
    "legal", "operations", "development", "marketing", "management", "production", "service",
    "dispatch", "shipping", "purchasing", "quality", "security", "data", "colleagues", "both",
  ]
}

extension Question {
  /// Whether its answer is about the customer in the third person: "They could not …", or what will be done for them.
  fileprivate var speaksOfThem: Bool {
    type == .commitment || ask.hasPrefix("They ") || ask.contains(" they ")
  }
}

extension String {
  /// "open their shop" said to them: "open your shop".
  fileprivate var spokenToThem: String {
    var out = ""
    var word = ""
    func flush(_ out: inout String, _ word: inout String) {
      let swapped = Self.yours[word.lowercased()]
      out += swapped ?? word
      word = ""
    }
    for character in self {
      if character.isLetter || character == "'" || character == "’" {
        word.append(character)
      } else {
        flush(&out, &word)
        out.append(character)
      }
    }
    flush(&out, &word)
    return out
  }

  private static let yours = [
    "they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves",
    "they're": "you are", "they’re": "you are", "they'll": "you will", "they’ll": "you will",
  ]
}
