/// A part of the sheet both sides sign, in its order on the page.
///
/// The name is the question's id in the manifest and the key in `sheets/usual.yaml`.
enum SheetPart: String, CaseIterable {
  case deliverables, price, schedule, acceptance, exclusions, channels, response, expects, we_do,
    they_do, hard_them, hard_us, help = "help_us", changes, review, agreement

  /// The heading, which speaks to the customer.
  var heading: String {
    switch self {
    case .deliverables: "What you get"
    case .price: "What it costs"
    case .schedule: "When"
    case .acceptance: "How you accept it"
    case .exclusions: "What we will not do"
    case .channels: "How to reach us"
    case .response: "How soon we answer"
    case .expects: "What you expect, and where it comes from"
    case .we_do: "What we do"
    case .they_do: "What you do"
    case .hard_them: "What makes this hard for you"
    case .hard_us: "What makes this hard for us"
    case .help: "How you can help us"
    case .changes: "How either side changes it"
    case .review: "When we look at it again"
    case .agreement: "What we agree"
    }
  }

  /// What the part is called in a list of what is missing.
  var missing: String {
    switch self {
    case .deliverables: "what they get"
    case .price: "the price"
    case .schedule: "the dates"
    case .acceptance: "how they accept it"
    case .exclusions: "what we will not do"
    case .channels: "how they reach us"
    case .response: "how soon we answer"
    case .expects: "what they expect"
    case .we_do: "what we do"
    case .they_do: "what they do"
    case .hard_them: "what makes it hard for them"
    case .hard_us: "what makes it hard for us"
    case .help: "how they can help"
    case .changes: "how it is changed"
    case .review: "the review date"
    case .agreement: "the line where both agree"
    }
  }
}
