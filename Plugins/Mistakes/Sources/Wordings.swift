import RapportKit

/// The parts of the message that need judgement; everything else stands in the templates.
struct Wordings {
  let facts: Facts
  let severity: Severity
  let harm: Harm?
  let earlier: Record?
  let context: Context

  /// The names declared as `values` in the manifest.
  var values: [String: Node] {
    var values: [String: Node] = [
      "silent": Node(.bool(facts.isSilent && facts.day(context) < context.surroundings.today)),
      "dated": Node(.bool(facts.when != nil && facts.happened?.count ?? 99 < 60)),
      "own_i": Node(.bool(!ownsIt && speaksAsI)), "own_we": Node(.bool(!ownsIt && !speaksAsI)),
      "suffered": Node(.bool(harm?.isClause == true)),
      "thanks": Node(.bool(severity == .minor && !facts.isSilent)),
    ]
    if let cause = facts.cause, !cause.isEmpty { values["reason"] = .text(reason(cause)) }
    if let earlier {
      values["earlier"] = .compact([
        "day": .text(earlier.happened.map { context.wording.day($0.date) })
      ])
    }
    return values
  }

  /// The cause behind "because": with "I" before it when it begins with what was done.
  private func reason(_ cause: String) -> String {
    let first = cause.prefix { !$0.isWhitespace }.lowercased()
    return Self.isPastVerb(first) ? "I \(cause)" : cause
  }

  /// Whether the cause, or the account where no cause is known, says in the first person who did it.
  private var ownsIt: Bool {
    let told = facts.cause.map(reason) ?? facts.happened ?? ""
    return ["i", "we", "our", "my"].contains(told.firstWord)
  }

  /// Whether the account is told as "I" rather than "we".
  private var speaksAsI: Bool { ["i", "my"].contains(facts.happened?.firstWord ?? "") }

  /// Whether `word` is a verb in the past tense: by its ending, or one of the irregular ones mistakes are told with.
  static func isPastVerb(_ word: String) -> Bool {
    (word.count > 3 && word.hasSuffix("ed")) || irregular.contains(word)
  }

  private static let irregular: Set<String> = [
    "forgot", "sent", "lost", "broke", "did", "made", "gave", "took", "was", "had", "put", "left",
    "read", "set", "wrote", "told", "misread", "let", "ran", "kept", "held", "thought", "meant",
    "chose", "overlooked", "bought", "sold", "cut", "built", "paid", "misunderstood", "went",
    "came", "got", "knew", "saw", "said", "didn't", "didn’t", "never", "misheard", "mistook",
    "spoke", "spent", "threw", "drew", "drove", "felt", "hit", "laid", "led", "shut", "slept",
    "stood", "taught", "wore", "woke", "overslept",
  ]
}

extension String {
  fileprivate var firstWord: String {
    lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
  }
}
