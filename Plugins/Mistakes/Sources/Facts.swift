import RapportKit

/// What the answers say, as the manifest's questions and options name it.
struct Facts: Decodable {
  var happened: String?
  var when: Moment?
  var heard: String?
  var harm: String?
  var cause: String?
  var repair: Commitment?
  var prevent: String?
  var lasted: LocalDuration?
  var began: LocalTime?
  var ended: LocalTime?
  var category: String?
  var severity: String?
  var legal: [String]?
  var nature: String?

  /// Whether they have not been told yet.
  var isSilent: Bool { heard == "no" }

  /// The day it happened; today when that was not said.
  func day(_ context: Context) -> LocalDate { when?.date ?? context.surroundings.today }

  /// How long it lasted: as said, else from when to when.
  var length: LocalDuration? {
    if let lasted { return lasted }
    guard let began, let ended else { return nil }
    let minutes = ended.minutes - began.minutes
    return LocalDuration(minutes: minutes >= 0 ? minutes : minutes + 1440)
  }

  /// All that was written, in lower case: what words are looked for in.
  var words: String {
    [happened, harm, cause, prevent].compactMap(\.self).joined(separator: " ").lowercased()
  }
}

/// How bad a mistake was for the customer; see `mistakes/severity`.
enum Severity: String {
  case minor, major, critical

  /// As said; else critical with a legal matter, minor when it lasted at most a quarter of an hour, major otherwise.
  init(of facts: Facts) {
    if let said = facts.severity.flatMap(Severity.init) {
      self = said
    } else if facts.legal?.contains(where: { $0 != "none" }) == true || facts.nature == "honesty" {
      self = .critical
    } else if let length = facts.length, length.minutes <= 15 {
      self = .minor
    } else {
      self = .major
    }
  }
}

extension Request {
  /// What it cost them; nil when that was not said.
  func harm(in facts: Facts) -> Harm? {
    guard let said = facts.harm, !said.isEmpty else { return nil }
    return Harm(said, of: names)
  }

  /// What the customer and the person there are called.
  var names: [String] {
    let person = answers.named("person")
    return [answers.named("customer")?.name, person?.name, person?.greetingName]
      .compactMap(\.self)
  }

  /// The request with how long it lasted, where that follows from when to when and is not said already, and with the
  /// harm and the account as their sentences need them; what happened `earlier` is said to them as an answer is.
  func completed(with facts: Facts, after earlier: Record?) -> Request {
    var request = self
    if let before = earlier?.title, before != facts.happened {
      request.answers["before"] = .given(.text(before), origin: .record)
    }
    if let happened = facts.happened {
      let told = Mood.without(happened, names: names)
      if told != happened { request.answers["happened"] = .given(.text(told), origin: .text) }
    }
    if let harm = harm(in: facts), harm.isClause {
      request.answers["harm"] = .given(.text(harm.text), origin: .text)
    }
    if let said = request.answers["lasted"] {
      // "arrived two weeks late" has said it already.
      if !said.raw.isEmpty, facts.happened?.contains(said.raw) == true {
        request.answers["lasted"] = nil
      }
    } else if let length = facts.length {
      request.answers["lasted"] = .given(.duration(length), origin: .text)
    }
    return request
  }
}
