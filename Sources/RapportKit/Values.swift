/// An amount of money in minor units: 500 EUR is `Money(minor: 50000, currency: "EUR")`.
public struct Money: Sendable, Hashable, Codable {
  /// The amount in the currency's smallest unit (cents).
  public var minor: Int
  /// The ISO 4217 code, in upper case.
  public var currency: String

  /// An amount in minor units.
  public init(minor: Int, currency: String) {
    self.minor = minor
    self.currency = currency
  }

  /// How many digits a currency's minor unit has; two, but for the few that differ (ISO 4217).
  public static func digits(of currency: String) -> Int {
    switch currency {
    case "JPY", "KRW", "ISK", "CLP", "VND", "XAF", "XOF", "PYG", "UGX", "RWF": 0
    case "BHD", "KWD", "OMR", "TND", "JOD", "IQD", "LYD": 3
    default: 2
    }
  }
}

/// Who will do what by when, as one sentence says it: "Dana will credit the fee by Friday".
public struct Commitment: Sendable, Hashable, Codable {
  /// Who does it, as written: "Dana", "I", "we".
  public var who: String?
  /// What they do, as written after "will": "credit the November printing fee".
  public var what: String
  /// By when.
  public var by: Moment?
  /// When it begins to hold, for what holds from then on: "from 1 December".
  public var from: Moment?
  /// The sentence as it was typed.
  public var text: String
  /// The clause as it is to be read where “who will what by when” does not fit.
  public var sentence: String?

  /// Takes a commitment apart.
  public init(
    who: String? = nil, what: String, by: Moment? = nil, from: Moment? = nil, text: String,
    sentence: String? = nil
  ) {
    self.who = who
    self.what = what
    self.by = by
    self.from = from
    self.text = text
    self.sentence = sentence
  }
}

/// Somebody an answer names: a customer or a person, on record or new.
public struct Named: Sendable, Hashable, Codable {
  /// The record, when there is one already.
  public var id: RecordID?
  /// The name, as on record or as typed.
  public var name: String

  /// Names somebody.
  public init(id: RecordID? = nil, name: String) {
    self.id = id
    self.name = name
  }

  /// The first word of the name, for "Hello Maria".
  public var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }

  /// The name as a greeting has it: the title with the last name, else the first name.
  ///
  ///     Named(name: "Dr. Susan Grove").greetingName  // "Dr Grove"
  ///     Named(name: "Maria Ortiz").greetingName      // "Maria"
  public var greetingName: String {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1, let last = words.last, let title = Self.title(words[0]) else {
      return firstName
    }
    return "\(title) \(last)"
  }

  /// `word` as a title is written, without a stop; nil when it is none.
  public static func title(_ word: String) -> String? {
    let key = word.lowercased().filter { $0 != "." }
    return titles.first { $0.lowercased() == key }
  }

  private static let titles = [
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Herr", "Frau", "Madame", "Monsieur", "Sir",
  ]
}

/// What an answer says, read by its question's type.
public enum Value: Sendable, Hashable {
  /// A text, or several lines of it.
  case text(String)
  /// The id of one option.
  case choice(String)
  /// The ids of several options.
  case choices([String])
  /// Yes or no.
  case yesno(Bool)
  /// A number.
  case number(Double)
  /// An amount of money.
  case money(Money)
  /// A date, with a time or without.
  case date(Moment)
  /// A time of day.
  case time(LocalTime)
  /// A length of time.
  case duration(LocalDuration)
  /// A point on a scale, from 1.
  case scale(Int)
  /// A customer.
  case customer(Named)
  /// A person.
  case person(Named)
  /// Who will do what by when.
  case commitment(Commitment)
  /// The rows of a group of questions.
  case list([Answers])
}

extension Value {
  /// The value as JSON: texts, numbers and booleans; dates and lengths in ISO 8601; the rest as small objects.
  public var node: Node {
    switch self {
    case .text(let text), .choice(let text): .text(text)
    case .choices(let ids): .list(ids.map { .text($0) })
    case .yesno(let bool): Node(.bool(bool))
    case .number(let number): .number(number)
    case .money(let money):
      ["minor": .number(money.minor), "currency": .text(money.currency)]
    case .date(let moment): .text(moment.description)
    case .time(let time): .text(time.description)
    case .duration(let length): .text(length.description)
    case .scale(let point): .number(point)
    case .customer(let named), .person(let named):
      .compact(["id": .text(named.id?.rawValue), "name": .text(named.name)])
    case .commitment(let commitment):
      .compact([
        "who": .text(commitment.who), "what": .text(commitment.what),
        "by": .text(commitment.by?.description), "from": .text(commitment.from?.description),
        "text": .text(commitment.text),
        "sentence": .text(commitment.sentence),
      ])
    case .list(let rows): .list(rows.map(\.node))
    }
  }
}
