/// The parts of a text a rule looks at, as Vale writes them: `heading`, `~blockquote`, `heading.h1 & ~list`, or a list
/// of which one must fit.
struct RuleScope: Sendable, Hashable {
  private struct Part: Hashable {
    var name: String
    var isNegated: Bool
  }

  private var choices: [[Part]] = []
  /// The scopes as they were written.
  private(set) var sources: [String] = []

  /// The whole text.
  init() {}

  /// Reads scopes; nil when one is not understood.
  init?(_ scopes: [String]) {
    sources = scopes
    for scope in scopes {
      var parts: [Part] = []
      for text in scope.split(separator: "&") {
        let text = String(text).trimmed
        let name = String(text.drop { $0 == "~" }).trimmed.lowercased()
        guard Self.known.contains(String(name.prefix { $0 != "." })) else { return nil }
        parts.append(Part(name: name, isNegated: text.hasPrefix("~")))
      }
      choices.append(parts)
    }
  }

  private static let known: Set<String> = [
    "text", "sentence", "paragraph", "heading", "list", "table", "blockquote", "summary", "raw",
    "title", "document",
  ]

  private func names(_ name: String) -> Bool {
    choices.contains { $0.contains { $0.name == name && !$0.isNegated } }
  }

  /// Whether marks and code are read too.
  var isRaw: Bool { names("raw") }
  /// Whether sentences are counted one by one.
  var isSentence: Bool { names("sentence") }
  /// Whether paragraphs are counted one by one.
  var isParagraph: Bool { names("paragraph") }
  /// Whether it is about the text as a whole.
  var isWhole: Bool { names("summary") || names("document") || isRaw }
  /// Whether anything is said at all.
  var isPlain: Bool { choices.isEmpty || choices == [[Part(name: "text", isNegated: false)]] }

  /// Whether a sentence of `kind` is looked at.
  func holds(_ span: SentenceSpan, asVale: Bool) -> Bool {
    choices.isEmpty
      || choices.contains { parts in
        parts.allSatisfy { Self.fits($0.name, span, asVale: asVale) != $0.isNegated }
      }
  }

  private static func fits(_ name: String, _ span: SentenceSpan, asVale: Bool) -> Bool {
    switch name {
    case "list": span.kind == .item
    case "blockquote": span.kind == .quote
    case "heading": span.kind == .heading
    case "sentence", "paragraph": !asVale || span.kind == .text
    case "title": span.kind == .heading && span.level == 1
    default:
      if name.hasPrefix("table") {
        span.kind == .row
      } else if name.hasPrefix("heading.h") {
        span.kind == .heading && span.level == Int(name.dropFirst(9)) ?? 0
      } else {
        true
      }
    }
  }
}
