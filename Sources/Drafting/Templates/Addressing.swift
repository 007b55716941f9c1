import RapportKit

/// Whom a message speaks to, or about.
package struct Addressee: Sendable, Hashable {
  /// The customer's name.
  package var customer: String?
  /// The person's name.
  package var person: String?

  /// The customer and the person that `request` names.
  init(_ request: Request) {
    for id in request.answers.ids {
      switch request.answers[id]?.value {
      case .person(let named): person = person ?? named.name
      case .customer(let named): customer = customer ?? named.name
      default: continue
      }
    }
  }

  init(customer: String? = nil, person: String? = nil) {
    self.customer = customer
    self.person = person
  }
}

/// Turns what was written about the customer into what is said to them.
///
///     Addressing(of: acme).said("we lost two days of their data")  // "we lost two days of your data"
///     Addressing(of: acme).said("our drivers said they cannot")    // as it was: "they" are the drivers
///
/// “They” is the customer unless somebody else stands before it; behind things in the plural only where the words
/// show that people are meant. In doubt a word stays.
struct Addressing {
  let addressee: Addressee
  /// Whether an earlier answer names others who may be "they".
  var others = false
  /// Whether the answer is about the customer by its question: "They could not …".
  var isAboutThem = false

  init(of addressee: Addressee) { self.addressee = addressee }

  /// `text` as said to the customer.
  func said(_ text: String) -> String {
    var words = AnswerWords(text)
    var people = others
    var somebody = false
    var things = false
    for index in 0..<words.count {
      let key = words.key(index)
      if let you = Self.yours[key] {
        guard !words.isQuoted(index), !people, !Self.isHeld(words, index),
          !somebody || !key.hasPrefix("they"),
          !things || isAboutThem && !key.hasPrefix("them") || isPersonal(words, index)
        else { continue }
        words.replace(index, with: you)
      } else if Others.arePeople(words, index, customer: addressee.customer) {
        people = true
      } else if Others.isSomebody(words, index) {
        somebody = true
      } else if Others.areThings(words, index) {
        things = true
      }
    }
    return words.text
  }

  /// Whether "they", "them" or "their" behind things in the plural can only be people.
  private func isPersonal(_ words: AnswerWords, _ index: Int) -> Bool {
    let before = words.key(index - 1)
    switch words.key(index) {
    case "their", "theirs":
      // "the boxes and their labels"
      return !(["and", "with", "by"].contains(before) && Others.areThings(words, index - 2))
    case "them", "themselves":
      let verb = before.hasSuffix("s") ? String(before.dropLast()) : before
      if Self.handing.contains(before) || Self.handing.contains(verb) {
        return Self.given.contains(words.key(index + 1))
          || words.word(index + 1).first?.isNumber == true
      }
      return Self.dealing.contains(before) || Self.dealing.contains(verb)
        || before == "to" && words.key(index - 2) != "happened"
    default:
      var verb = index + 1
      while Self.between.contains(words.key(verb)) { verb += 1 }
      return Self.personal.contains(words.key(verb))
    }
  }

  /// "those of them", "all of them", "both of them": whoever they are, they were named.
  private static func isHeld(_ words: AnswerWords, _ index: Int) -> Bool {
    words.key(index) == "them" && words.key(index - 1) == "of"
      && ["all", "both", "some", "one", "none", "most", "half", "two", "three"]
        .contains(words.key(index - 2))
  }

  private static let yours = [
    "they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves",
    "they're": "you are", "they'll": "you will", "they've": "you have", "they'd": "you had",
  ]
  /// Verbs whose object is a person: "told them", "charged them".
  private static let dealing: Set<String> = [
    "tell", "told", "telling", "ask", "asked", "asking", "give", "gave", "giving", "show", "showed",
    "charge", "charged", "charging", "bill", "billed", "owe", "owed",
    "promise", "promised", "promising", "refund", "refunded", "call", "called", "calling", "ring",
    "rang", "email", "emailed", "let", "cost", "inform", "informed", "informing", "warn", "warned",
    "warning", "offer", "offered", "help", "helped", "serve", "served", "answer", "answered",
    "answering", "invoice", "invoiced", "overcharged",
    "ignored", "insulted", "disturbed", "met", "visit", "visited", "disappointed", "credit",
    "credited", "notify", "notified", "notifying", "thank", "contact", "contacted",
  ]
  /// Verbs whose object may be a thing or a person: "send them today", "send them the keys".
  private static let handing: Set<String> = [
    "send", "sent", "sending", "bring", "brought", "bringing", "keep", "kept", "left", "leave",
    "deliver", "delivered", "get", "got", "pay", "paid", "print", "make", "made",
  ]
  /// What begins the thing that is given.
  private static let given: Set<String> = [
    "the", "a", "an", "our", "their", "your", "my", "new", "another", "one", "two", "three", "four",
    "five", "six", "all", "both", "some", "more", "half", "back", "waiting", "without", "double",
  ]
  private static let between: Set<String> = [
    "had", "have", "never", "also", "only", "always", "already", "clearly", "did", "not", "do",
    "don't", "didn't", "could", "couldn't", "really", "had", "were", "are", "been", "all",
    "would", "specifically", "expressly", "explicitly", "just", "even",
  ]
  private static let personal: Set<String> = [
    "ordered", "order", "asked", "ask", "want", "wanted", "need", "needed", "requested", "expected",
    "expect", "paid", "pay", "waited", "waiting", "wait", "told", "tell", "said", "called", "call",
    "wrote", "complained", "trusted", "trust", "knew", "know", "noticed", "thought", "booked",
    "bought", "reported", "reminded", "warned", "signed", "agreed", "explained", "chose", "hired",
    "sent", "gave", "use", "work", "see", "open", "write", "begged", "hoped", "prepared", "planned",
    "promised", "invited", "decided", "read", "rang", "emailed", "drove", "met", "sell", "sold",
    "allergic", "get", "receive", "keep", "closed", "objected", "insisted", "mentioned", "pointed",
    "approved", "cancelled",
  ]
}
