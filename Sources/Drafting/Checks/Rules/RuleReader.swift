import Formats
import RapportKit

/// Reads Vale's rule files and the files beside them.
enum RuleReader {
  private static let common = [
    "extends", "message", "level", "scope", "link", "limit", "action", "description", "code",
    "ignorecase", "name", "vocab",
  ]

  /// The rule in `text`; one of a kind that is not understood is a problem that names it.
  static func rule(_ name: String, _ text: String, file: String) throws(Problem) -> RuleDefinition {
    let node = try YAML.read(text, from: file)
    var fields = try Fields(node, of: "a rule")
    let extends = try fields.required("extends").string("“extends”")
    guard let kind = RuleDefinition.Kind(rawValue: extends) else {
      throw Problem(
        .badFile, "Rules of the kind “\(extends)” are not understood; “\(name)” is left out.",
        help:
          "Understood are: \(RuleDefinition.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
        at: node.place)
    }
    for key in common { _ = fields.optional(key) }
    var rule = RuleDefinition(
      name: name, kind: kind, message: try fields.required("message").string("the message"),
      level: try level(fields.optional("level")), place: Place(file: file))
    let scopes = try fields.optional("scope")?.strings("the scope") ?? []
    guard let scope = RuleScope(scopes) else {
      throw Problem(
        .badFile,
        "The scope “\(scopes.joined(separator: ", "))” is not understood; “\(name)” is left out.",
        help: "Understood are: text, sentence, paragraph, heading, list, table, blockquote, raw.",
        at: node.place)
    }
    rule.scope = scope
    rule.vocab = try fields.optional("vocab")?.flag("“vocab”") ?? true
    rule.limit = try fields.optional("limit")?.integer("“limit”")
    if let action = fields.optional("action") {
      rule.action = .init(
        name: try action["name"]?.string("the action") ?? "",
        params: try action["params"]?.strings("the action's parameters") ?? [])
    }
    rule.ignoreCase = try fields.optional("ignorecase")?.flag("“ignorecase”") ?? false
    try read(&fields, into: &rule)
    try fields.done()
    return rule
  }

  private static func read(_ fields: inout Fields, into rule: inout RuleDefinition) throws(Problem)
  {
    func strings(_ key: String) throws(Problem) -> [String] {
      try fields.optional(key)?.strings("“\(key)”") ?? []
    }
    func flag(_ key: String) throws(Problem) -> Bool {
      try fields.optional(key)?.flag("“\(key)”") ?? false
    }
    switch rule.kind {
    case .existence:
      rule.tokens = try strings("tokens")
      rule.raw = try strings("raw")
      rule.exceptions = try strings("exceptions")
      rule.nonword = try flag("nonword")
      rule.append = try flag("append")
    case .substitution:
      for entry in try fields.required("swap").entries ?? [] {
        rule.swap.append(.init(pattern: entry.key, replacement: try entry.value.string("a swap")))
      }
      rule.exceptions = try strings("exceptions")
      rule.nonword = try flag("nonword")
      rule.capitalize = try flag("capitalize")
      _ = fields.optional("pos")
    case .occurrence:
      rule.tokens = [try fields.required("token").string("“token”")]
      rule.min = try fields.optional("min")?.integer("“min”")
      rule.max = try fields.optional("max")?.integer("“max”")
    case .repetition:
      rule.tokens = try strings("tokens")
      rule.exceptions = try strings("exceptions")
      rule.alpha = try flag("alpha")
      rule.max = try fields.optional("max")?.integer("“max”")
    case .consistency:
      for entry in try fields.required("either").entries ?? [] {
        rule.swap.append(.init(pattern: entry.key, replacement: try entry.value.string("a form")))
      }
      rule.nonword = try flag("nonword")
    case .conditional:
      rule.first = try fields.required("first").string("“first”")
      rule.second = try fields.required("second").string("“second”")
      rule.exceptions = try strings("exceptions")
    case .metric:
      rule.formula = try fields.required("formula").string("the formula")
      rule.condition = try fields.required("condition").string("the condition")
    case .capitalization:
      rule.match = try fields.required("match").string("“match”")
      rule.exceptions = try strings("exceptions")
      rule.titles = try fields.optional("style")?.string("“style”") ?? rule.titles
      rule.threshold =
        fields.optional("threshold").flatMap { Double($0.text ?? "") } ?? rule.threshold
      rule.indicators = try strings("indicators")
      _ = fields.optional("prefix")
    case .readability:
      rule.metrics = try strings("metrics")
      let grade = try fields.required("grade").string("the grade")
      rule.grade = Double(grade) ?? 0
      for name in rule.metrics where Readability.formulas[name] == nil {
        throw Problem(
          .badFile, "There is no measure “\(name)”; “\(rule.name)” is left out.",
          help: "There are: \(Readability.formulas.keys.sorted().joined(separator: ", ")).",
          at: rule.place)
      }
    }
  }

  private static func level(_ node: Node?) throws(Problem) -> Finding.Level {
    guard let node else { return .warning }
    let text = try node.string("the level")
    if text == "suggestion" { return .hint }
    guard let level = Finding.Level(rawValue: text) else {
      throw Problem(
        .badFile, "There is no level “\(text)”.",
        help: "A level is `suggestion`, `warning` or `error`.", at: node.place)
    }
    return level
  }

  /// The rules that a file `rapport.yml` adds to.
  static func table(_ text: String, file: String) throws(Problem) -> [(String, Node)] {
    let node = try YAML.read(text, from: file)
    return (node.entries ?? []).map { ($0.key, $0.value) }
  }

  /// What a file `Rule.rapport.yml` adds to its rule.
  static func extras(_ file: CheckFile) throws(Problem) -> RuleExtras {
    try extras(try YAML.read(file.text, from: file.file))
  }

  /// What a file `rapport.yml` says of each rule, or `Rule.rapport.yml` of one.
  static func extras(_ node: Node) throws(Problem) -> RuleExtras {
    var fields = try Fields(node, of: "a rule's extras")
    var extras = RuleExtras()
    for text in try fields.optional("channels")?.strings("the channels") ?? [] {
      guard let channel = Channel(rawValue: text) else {
        let names = Channel.allCases.map(\.rawValue)
        throw Problem(
          .badFile, "There is no channel “\(text)”.",
          help: text.nearest(in: names).map { "Did you mean “\($0)”?" }
            ?? "A channel is one of: \(names.joined(separator: ", ")).", at: node.place)
      }
      extras.channels.append(channel)
    }
    extras.why = try fields.optional("why")?.string("“why”").citation
    extras.rewrite = try fields.optional("rewrite")?.string("the rewrite")
    extras.element = try fields.optional("element")?.string("the element")
    extras.yields = try fields.optional("yields")?.strings("the rules it yields to") ?? []
    extras.bad = try fields.optional("bad")?.strings("the bad examples") ?? []
    extras.good = try fields.optional("good")?.strings("the good examples") ?? []
    try fields.done()
    return extras
  }
}

extension String {
  /// The knowledge section it names.
  var citation: Citation { Citation(self) }
}
