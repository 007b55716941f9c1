import Conversation
import Foundation
import RapportKit

/// What a line at the prompt would do, told and not done.
struct Routing {
  /// A line and what it would do.
  struct Routed {
    /// An answer that the line gives: an option or a name as it is known, else in the line's own words.
    struct Noted {
      var id: String
      var text: String
    }

    var text: String
    var decision: Router.Decision
    var reason: String
    /// Why it is no command's line, although it begins with a command's name.
    var usage: String?
    /// How sure the decision is, 0 to 1.
    var confidence: Double
    var matches: [Router.Match]
    var noted: [Noted]

    /// The command that it would begin, or the likeliest of those it asks about.
    var command: String? { decision.commands.first }
  }

  let router: Router
  private let host: Host
  let reader: Reader

  init(_ host: Host) async throws(Problem) {
    self.host = host
    router = try host.router()
    reader = try await host.reader()
  }

  /// What `text` would do, with what it answers.
  func routed(_ text: String) throws(Problem) -> Routed {
    var routed = try decided(text)
    if let command = routed.command, !routed.matches.isEmpty {
      routed.noted = try noted(text, for: command)
    }
    return routed
  }

  /// What `text` would do.
  func decided(_ text: String) throws(Problem) -> Routed {
    // A sentence may hold an apostrophe; only a command's line must close its quotes.
    let words =
      (try? LineWords(text)) ?? LineWords(argv: text.split(separator: " ").map(String.init))
    var usage: String?
    switch try CommandParser(host).parse(words) {
    case .command(let invocation):
      return Routed(
        text: text, decision: .begin(invocation.command.name),
        reason: "the line begins with its name", confidence: 1, matches: [], noted: [])
    case .text(_, _, let problem): usage = problem?.message
    case .nothing: break
    }
    let route = router.route(text, by: reader)
    return Routed(
      text: text, decision: route.decision, reason: why(route), usage: usage,
      confidence: route.matches.first?.confidence ?? 0, matches: route.matches, noted: [])
  }

  private func noted(_ text: String, for name: String) throws(Problem) -> [Routed.Noted] {
    let command = try host.command(name)
    let filled = reader.fill(
      text, questions: command.questions + command.options, answers: Answers())
    return filled.answers.ids.compactMap { id in
      filled.answers[id].map { Routed.Noted(id: id, text: $0.understood) }
    }
  }

  private func why(_ route: Router.Route) -> String {
    switch route.reason {
    case .nothing: "there is nothing to go by"
    case .unlike: "it is unlike every example of a command"
    case .elsewhere: "a plugin names sentences like it as nobody's"
    case .sure: "sure, from \(percent(Router.sure)) on"
    case .asks: "likely, but it is a question and may only want an answer"
    case .vague: "sure, but it says neither who it was with nor when"
    case .close: "likely, but not sure"
    case .two: "it says two things, each for a command of its own"
    }
  }
}

extension Host {
  /// The command that `text` surely means, for whoever allows guessing; nil when there is none.
  func guess(_ text: String) async throws(Problem) -> Command? {
    let routing = try await Routing(self)
    guard let name = routing.router.route(text, by: routing.reader).sure else { return nil }
    return try command(name)
  }
}

extension Routing.Routed {
  /// What it would do, in words.
  var outcome: String {
    switch decision {
    case .begin(let name): "begins `\(name)`"
    case .choose(let names): "asks which: \(names.map { "`\($0)`" }.joined(separator: ", "))"
    case .none: "looks in the knowledge base"
    }
  }

  /// The routing as one JSON object.
  var node: Node {
    let kind =
      switch decision {
      case .begin: "command"
      case .choose: "choose"
      case .none: "none"
      }
    return [
      "text": .text(text), "decision": .text(kind), "command": .text(command),
      "confidence": .number(confidence.rounded(to: 3)),
      "alternatives": .list(
        matches.filter { $0.command != command && $0.confidence >= 0.05 }.prefix(3).map {
          ["command": .text($0.command), "confidence": .number($0.confidence.rounded(to: 3))]
        }),
      "noted": Node(.map(noted.map { Node.Entry($0.id, .text($0.text)) })),
    ]
  }
}

extension Answer {
  /// What was understood, in a word.
  fileprivate var understood: String {
    switch value {
    case .customer(let named), .person(let named): named.name
    case .choice(let id): id
    default: raw
    }
  }
}

extension Double {
  /// Rounded to `places` decimal places.
  fileprivate func rounded(to places: Int) -> Double {
    let factor = pow(10, Double(places))
    return (self * factor).rounded() / factor
  }
}
