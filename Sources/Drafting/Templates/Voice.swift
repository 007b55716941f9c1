import RapportKit

/// How what a person wrote is put into a message: the names and dates it knows get their capitals, and a message for
/// the customer speaks to them.
package struct Voice: Sendable {
  /// Mends names and dates.
  let mend: @Sendable (String) -> String
  /// Turns the reader's own names into "you"; nil where nobody is addressed.
  let address: (@Sendable (String, Addressee) -> String)?
  /// Leaves out who anybody is, for what everybody reads.
  let conceal: @Sendable (String, Addressee) -> String
  /// Who reads the message, or is spoken about; nil when that is not known.
  var addressee: Addressee?
  /// Whether the text is for others: it speaks about the customer.
  private(set) var isAside = false
  /// Whether everybody reads it, so that it names nobody.
  private(set) var isPublic = false

  /// Mends with `mend`, addresses the reader with `address`, and in public names nobody, by `conceal`.
  package init(
    mend: @escaping @Sendable (String) -> String = { $0 },
    address: (@Sendable (String, Addressee) -> String)? = nil,
    conceal: @escaping @Sendable (String, Addressee) -> String = { text, _ in text }
  ) {
    self.mend = mend
    self.address = address
    self.conceal = conceal
  }

  /// The same voice on `channel`: about the customer for colleagues, naming nobody in public.
  func on(_ channel: Channel) -> Voice {
    if channel == .internal { return aside }
    var voice = self
    voice.isPublic = channel == .status
    return voice
  }

  /// The same voice about the customer instead of to them: for colleagues, titles and lists.
  var aside: Voice {
    var voice = Voice(mend: mend)
    voice.addressee = addressee
    voice.isAside = true
    return voice
  }

  /// The same voice in the message that `request` makes.
  func speaking(in request: Request) -> Voice {
    var voice = self
    voice.addressee = Addressee(request)
    return voice
  }

  /// The same voice to all at the customer: on a page that several read, "you" is none of them by name.
  var toAll: Voice {
    var voice = self
    voice.addressee?.person = nil
    return voice
  }

  /// An answer to `question` as it reads in the message; `others` when an earlier answer named people "they" may be.
  func text(_ text: String, of question: Question?, others: Bool = false)
    -> String
  {
    let mended = mend(text)
    if isAside, let addressee {
      var retelling = Retelling(of: addressee)
      retelling.isAboutThem = question?.speaksToThem == true
      return retelling.said(mended)
    }
    guard let address else { return mended }
    let addressee = addressee ?? Addressee()
    var addressing = Addressing(of: addressee)
    addressing.isAboutThem = question?.speaksOfThem == true
    addressing.others = others && (question?.type == .commitment || !addressing.isAboutThem)
    let first = AnswerWords(mended).key(0)
    if question?.asksWhy == true, first.hasPrefix("they") || first == "their" {
      // “because they …” may be anybody; a pronoun must not put the blame on the reader.
      addressing.others = true
    }
    let said = addressing.said(address(mended, addressee))
    return isPublic ? conceal(said, addressee) : said
  }

  /// Whether `text` names people besides the customer.
  func namesOthers(_ text: String) -> Bool {
    let words = AnswerWords(text)
    return (0..<words.count).contains {
      Others.arePeople(words, $0, customer: addressee?.customer) || Others.isSomebody(words, $0)
    }
  }

  /// Whether `text` names another customer, whom what is done may be about.
  func namesAnotherCustomer(_ text: String) -> Bool {
    let words = AnswerWords(text)
    return (0..<words.count).contains { Others.isAnotherCustomer(words, $0) }
  }

  /// The doer of a commitment: a single unknown word is a colleague's name, unless it is a department or a pronoun.
  func doer(_ who: String) -> String {
    let name = mend(who)
    let addressee = addressee ?? Addressee()
    if let said = address?(name, addressee), said != name { return said }
    if isPublic, conceal(name, addressee) != name { return "we" }
    guard name.first?.isLowercase == true, !name.contains(" "), !Self.notNames.contains(name) else {
      return name
    }
    return name.capitalizedFirst
  }

  private static let notNames: Set<String> = [
    "we", "you", "he", "she", "it", "they", "somebody", "someone", "everybody", "everyone",
    "nobody",
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

  /// Whether its answer is a reason.
  fileprivate var asksWhy: Bool { ask.contains("because") || ask.contains("reason") }

  /// Whether the sentence around its answer names the customer already: "You can …", "For you this means …".
  fileprivate var speaksToThem: Bool {
    ask.hasPrefix("You ") || ask.hasPrefix("They ") || ask.hasPrefix("For you ")
      || ask.hasPrefix("This stays ")
  }
}
