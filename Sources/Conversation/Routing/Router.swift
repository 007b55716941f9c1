import Foundation
package import RapportKit

/// Finds the command that a free sentence is about, by what it shares with the `says` of all commands.
///
///     let router = try Router(source, cache: "…/routing")
///     router.route("I sent Acme the wrong invoice").decision  // .begin("mistake")
///
/// Deterministic; `route TEXT` shows what it goes by.
package struct Router: Sendable {
  /// What to do with a sentence.
  package enum Decision: Sendable, Hashable {
    /// One command is meant.
    case begin(String)
    /// One of these may be meant, the likeliest first.
    case choose([String])
    /// None is meant.
    case none

    /// The commands that may be meant, the likeliest first.
    package var commands: [String] {
      switch self {
      case .begin(let name): [name]
      case .choose(let names): names
      case .none: []
      }
    }
  }

  /// How likely a command is meant.
  package struct Match: Sendable, Hashable {
    /// The command.
    package var command: String
    /// 0 to 1: of examples that were held out and scored like this, so many were told right.
    package var confidence: Double
  }

  /// A sentence, what to do with it and why.
  package struct Route: Sendable, Hashable {
    /// What to do.
    package var decision: Decision
    /// The commands by how likely they are meant, the likeliest first.
    package var matches: [Match]
    /// Why.
    package var reason: Reason

    /// The one command that is surely meant, were it for want of whom and when not begun unasked.
    package var sure: String? {
      switch decision {
      case .begin(let name): name
      case .choose(let names) where reason == .vague: names.first
      case .choose, .none: nil
      }
    }
  }

  /// Why a sentence is routed as it is.
  package enum Reason: Sendable, Hashable {
    /// There is no example, or no word.
    case nothing
    /// It is too unlike every example.
    case unlike
    /// It is most like what a plugin names as nobody's.
    case elsewhere
    /// One is sure.
    case sure
    /// One is likely, but it asks for advice.
    case asks
    /// One is sure, but the sentence says neither who it was with nor when.
    case vague
    /// Two or three are too close.
    case close
    /// It says two things, each of them sure.
    case two
  }

  /// From this on a command begins.
  package static let sure = 0.6
  /// From this on a command is one of those asked about.
  package static let possible = 0.15
  /// The name under which examples of what is nobody's are learnt; no command can have it.
  private static let elsewhere = ""

  private let classifier: Classifier
  private let says: [String: [String]]

  /// Learns from the `says` of the commands of `source`, or takes up what `cache` has of the same.
  ///
  /// - Parameter synonyms: groups of words and phrases that stand for each other.
  package init(
    _ source: any CommandSource, synonyms: [[String]] = [], cache: String? = nil
  ) throws(Problem) {
    let examples = try Self.examples(source)
    let concepts = Concepts(synonyms)
    says = Dictionary(grouping: examples, by: \.label).mapValues { $0.map(\.text) }
    let key = ClassifierFile.key(examples, synonyms: synonyms)
    let file = cache.map { ClassifierFile(path: $0) }
    if let known = file?.read(key, concepts: concepts) {
      classifier = known
    } else {
      classifier = Classifier(examples, concepts: concepts)
      file?.write(classifier, key)
    }
  }

  private static func examples(_ source: any CommandSource) throws(Problem) -> [(
    label: String, text: String
  )] {
    var examples = try source.elsewhere.map { (label: elsewhere, text: $0) }
    for brief in source.briefs {
      for text in try source.says(of: brief.name) { examples.append((brief.name, text)) }
    }
    return examples
  }

  /// Two commands that are not told apart: of the one's examples, when held out, so many are taken for the other.
  package struct Twins: Sendable, Hashable {
    /// The command whose examples are taken for another's.
    package var command: String
    /// The other.
    package var other: String
    /// How many of its examples.
    package var taken: Int
    /// How many it has.
    package var examples: Int
  }

  /// The commands of `source` of which a third of the examples or more, three at the least, is taken for another's.
  ///
  /// An example that is on no command's side of the border is like nothing, not like the other: it does not count.
  package static func twins(
    _ source: any CommandSource, synonyms: [[String]] = []
  ) throws(Problem) -> [Twins] {
    let lesson = Lesson(try examples(source), concepts: Concepts(synonyms))
    let trials = lesson.trials()
    let counts = Dictionary(grouping: trials, by: \.label).mapValues(\.count)
    let wrong = trials.filter {
      !$0.isRight && $0.best > 0 && $0.label != elsewhere && $0.found != elsewhere
    }
    return Dictionary(grouping: wrong) { [$0.label, $0.found] }
      .map { pair, trials in
        Twins(
          command: pair[0], other: pair[1], taken: trials.count, examples: counts[pair[0]] ?? 0)
      }
      .filter { $0.taken >= 3 && $0.taken * 3 >= $0.examples }
      .sorted { ($0.command, $0.other) < ($1.command, $1.other) }
  }

  /// What to do with `text`, as `reader` reads it: whom it names does not count, but that it does. A sentence that names
  /// nobody and no day ("so I missed the deadline") may be a story or a headline; its command is offered, not begun.
  package func route(_ text: String, by reader: Reader) -> Route {
    var route = route(reader.namingNobody(text, saying: "the customer"))
    if case .begin(let name) = route.decision, !reader.saysWhoOrWhen(text) {
      (route.decision, route.reason) = (.choose([name]), .vague)
    }
    return route
  }

  /// What to do with `text` by its meaning alone.
  package func route(_ text: String) -> Route {
    let whole = judge(text)
    // A sentence that says two things, each surely a matter of its own, needs two messages.
    let parts = text.parts
    guard parts.count > 1, case .choose = whole.decision, !text.isQuestion else { return whole }
    var sure: [String] = []
    for part in parts {
      if case .begin(let command) = judge(part).decision, !sure.contains(command) {
        sure.append(command)
      }
    }
    guard sure.count == 2 else { return whole }
    return Route(decision: .choose(sure), matches: whole.matches, reason: .two)
  }

  private func judge(_ text: String) -> Route {
    let ranked = classifier.ranked(text)
    let matches = ranked.filter { $0.label != Self.elsewhere }
      .map { Match(command: $0.label, confidence: $0.confidence) }
    func none(_ reason: Reason) -> Route {
      Route(decision: .none, matches: matches, reason: reason)
    }
    guard let first = ranked.first, text.contains(where: \.isLetter) else { return none(.nothing) }
    guard first.score >= classifier.calibration.floor else { return none(.unlike) }
    guard first.label != Self.elsewhere else { return none(.elsewhere) }
    // Above 0 the command's own side of the border begins.
    if first.confidence >= Self.sure, first.score > 0 {
      let asks = text.isQuestion
      return Route(
        decision: asks ? .choose([first.label]) : .begin(first.label), matches: matches,
        reason: asks ? .asks : .sure)
    }
    let close = matches.prefix(3).filter { $0.confidence >= Self.possible }.map(\.command)
    return Route(
      decision: .choose(close.isEmpty ? [first.label] : close), matches: matches, reason: .close)
  }

  /// The example of `command` that is most like `text`.
  package func nearest(to text: String, of command: String) -> String? {
    let own = classifier.vocabulary.vector(of: text)
    // That two n-grams share a number is not to be expected, and must not end the program.
    let values = Dictionary(zip(own.features, own.values), uniquingKeysWith: +)
    return says[command]?.max { likeness($0, values) < likeness($1, values) }
  }

  private func likeness(_ example: String, _ values: [Int32: Float]) -> Float {
    let vector = classifier.vocabulary.vector(of: example)
    return zip(vector.features, vector.values).reduce(0) { $0 + (values[$1.0] ?? 0) * $1.1 }
  }
}

extension Reader {
  /// Whether `text` names a customer, a person or a day.
  fileprivate func saysWhoOrWhen(_ text: String) -> Bool {
    let questions = [
      Question("customer", ask: "", type: .customer, from: .customer),
      Question("person", ask: "", type: .person, from: .person),
      Question("when", ask: "", type: .date, from: .date),
    ]
    return !fill(text, questions: questions, answers: Answers()).answers.ids.isEmpty
  }
}

extension String {
  /// Whether it asks for advice rather than tells what happened: "how do I say no?"
  fileprivate var isQuestion: Bool {
    // "Can't make it tomorrow" asks nothing.
    let first = prefix { !$0.isWhitespace }.lowercased().replacing("’", with: "'")
    return hasSuffix("?") || Self.asking.contains(first)
  }

  private static let asking: Set<String> = [
    "how", "what", "when", "why", "who", "where", "which", "should", "can", "could", "would", "may",
    "is", "are", "does", "do", "did", "how's", "what's", "where's", "who's",
  ]

  /// The statements it is made of.
  fileprivate var parts: [String] {
    split { ".;!\n".contains($0) }
      .flatMap { String($0).components(separatedBy: " and ") }
      .filter { $0.split(separator: " ").count > 2 }
  }
}
