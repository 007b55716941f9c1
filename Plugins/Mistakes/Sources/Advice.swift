import RapportKit

/// When advice comes first, and what else the person should know before sending.
enum Advice {
  /// Words that suggest a legal matter; the person says whether there is one.
  private static let signs: [(word: String, matter: String)] = [
    ("injur", "injury"), ("hurt himself", "injury"), ("hurt herself", "injury"),
    ("hospital", "injury"), ("accident at", "injury"), ("allerg", "injury"), ("fell on", "injury"),
    ("burned", "injury"), ("ambulance", "injury"), ("poison", "injury"), ("personal data", "data"),
    ("customer data", "data"), ("to another customer", "data"), ("to the wrong customer", "data"),
    ("to the wrong person", "data"), ("to the wrong client", "data"), ("to another client", "data"),
    ("their data", "data"), ("client's data", "data"), ("customer's data", "data"),
    ("data breach", "data"), ("leaked", "data"), ("password", "data"), ("medical", "data"),
    ("passport", "data"), ("lawyer", "insurer"), ("court", "insurer"), ("appeal", "insurer"),
    ("lawsuit", "insurer"), ("sue us", "insurer"),
    ("liab", "insurer"), ("insurer", "insurer"), ("insurance", "insurer"),
    ("regulator", "regulator"), ("authority", "regulator"), ("gdpr", "regulator"),
  ]

  /// The question about legal matters, when a word suggests one; see `mistakes/legal-care`.
  static func form(for facts: Facts, _ request: Request) -> Form? {
    let words = facts.words
    guard let sign = signs.first(where: { words.contains($0.word) }),
      var question = request.command.question("legal")
    else { return nil }
    question.ask = "Is one of these involved?"
    question.standard = .literal(sign.matter)
    question.why = "mistakes/legal-care#six-cases-in-which-to-stop-first"
    return Form([question], state: "advice")
  }

  /// What to know before sending.
  static func notes(for facts: Facts, severity: Severity, earlier: Record?, wording: Wording)
    -> [Block]
  {
    var notes: [String] = []
    let matters = (facts.legal ?? []).filter { $0 != "none" }
    if !matters.isEmpty {
      notes.append(
        "Show this to somebody who may decide before you send it: it says whose mistake it was, and "
          + "that can count as an admission. Ring them first. This is not legal advice (mistakes/legal-care)."
      )
    }
    if facts.nature == "honesty" {
      notes.append(
        "Words alone are weak here: put the money or the facts right first, let somebody outside "
          + "confirm it, and let a senior person sign (mistakes/honesty-mistakes).")
    }
    if let earlier {
      let day = earlier.happened.map { wording.short($0) } ?? "before"
      notes.append(
        "This is a repeat (\(day)): let somebody senior send it, and offer something other than "
          + "last time (mistakes/repeat-mistakes).")
      if let remedy = earlier.body["remedy"]?.text, let now = facts.repair?.what,
        remedy.lowercased() == now.lowercased()
      {
        notes.append("The remedy is the same as then: “\(now)”.")
      }
    } else if severity == .critical {
      notes.append(
        "This is grave: ring them first, and send the message after it (mistakes/severity).")
    }
    return notes.map(Block.note)
  }
}
