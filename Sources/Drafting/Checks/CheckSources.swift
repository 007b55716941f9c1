package import RapportKit

/// A file of a `rules/` or `kinds/` folder.
package struct CheckFile: Sendable, Hashable {
  /// Its path inside that folder: "any-inconvenience.yml", "write-good/Weasel.yml", "apology.yaml".
  package var path: String
  /// Its text.
  package var text: String
  /// The file as the person knows it.
  package var file: String

  /// A file with its text.
  package init(_ path: String, _ text: String, file: String? = nil) {
    self.path = path
    self.text = text
    self.file = file ?? path
  }
}

/// Rules and kinds, as their files give them; later ones overlay earlier ones of the same name.
package struct CheckSources: Sendable {
  private(set) var rules: [RuleDefinition] = []
  private(set) var kinds: [String: Kind] = [:]
  private(set) var configs: [ValeConfig] = []
  /// What could not be read: a broken file, a kind of rule that is not understood. The rest goes on.
  package private(set) var problems: [Problem] = []

  /// No rules and no kinds.
  package init() {}

  /// Adds a folder of rules.
  ///
  /// - Parameters:
  ///   - files: `.yml` and `.yaml` files; `rapport.yml` or `<Rule>.rapport.yml` beside them hold what Rapport adds.
  ///   - style: the style of rules that lie at the top; a folder inside is a style of its own.
  ///   - isVale: whether they are a published style, to be read as Vale reads it.
  ///   - config: the `.vale.ini` that says where they hold, as `addConfig` numbered it.
  ///   - accepted: the words of the vocabulary, which no rule finds.
  package mutating func addRules(
    _ files: [CheckFile], style: String, isVale: Bool = false, config: Int? = nil,
    accepted: [String] = []
  ) {
    var extras: [String: RuleExtras] = [:]
    var definitions: [RuleDefinition] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let parts = file.path.split(separator: "/").map(String.init)
      guard let last = parts.last, last.hasSuffix(".yml") || last.hasSuffix(".yaml") else {
        continue
      }
      let stem = String(last.prefix { $0 != "." })
      let folder = parts.count > 1 ? parts[parts.count - 2] : style
      do throws(Problem) {
        if last.hasPrefix("rapport.y") {
          for (rule, node) in try RuleReader.table(file.text, file: file.file) {
            extras["\(folder).\(rule)"] = try RuleReader.extras(node)
          }
        } else if last.hasPrefix("\(stem).rapport.y") {
          extras["\(folder).\(stem)"] = try RuleReader.extras(file)
        } else {
          var rule = try RuleReader.rule("\(folder).\(stem)", file.text, file: file.file)
          rule.isVale = isVale
          rule.config = config
          if rule.vocab { rule.exceptions += accepted }
          definitions.append(rule)
        }
      } catch {
        problems.append(error)
      }
    }
    for var definition in definitions {
      definition.extras = extras[definition.name] ?? definition.extras
      rules.removeAll { $0.name == definition.name }
      rules.append(definition)
    }
    let names = Set(definitions.map(\.name))
    for name in extras.keys.sorted() where !names.contains(name) {
      problems.append(
        Problem(
          .badFile, "There is no rule “\(name)” for what is added to it.",
          help: name.nearest(in: names.sorted()).map { "Did you mean “\($0)”?" }
            ?? "Add the rule, or take this out."))
    }
  }

  /// Adds a `.vale.ini`; its number goes with the rules it is about.
  package mutating func addConfig(_ config: ValeConfig) -> Int {
    problems += config.problems
    configs.append(config)
    return configs.count - 1
  }

  /// Adds what Vale has built in, as far as it is understood: repeated words, and the words of the vocabulary.
  package mutating func addBuiltIn(accepted: [String], rejected: [String], config: Int) {
    var definitions = [
      RuleDefinition(
        name: "Vale.Repetition", kind: .repetition, message: "'%s' is repeated!", level: .error)
    ]
    definitions[0].alpha = true
    if !rejected.isEmpty {
      var avoid = RuleDefinition(
        name: "Vale.Avoid", kind: .existence, message: "Avoid using '%s'.", level: .error)
      avoid.tokens = rejected
      definitions.append(avoid)
    }
    let terms = accepted.filter { $0.allSatisfy { $0.isLetter || $0 == " " } }
    if !terms.isEmpty {
      var swap = RuleDefinition(
        name: "Vale.Terms", kind: .substitution, message: "Use '%s' instead of '%s'.",
        level: .error)
      swap.ignoreCase = true
      swap.swap = terms.map { .init(pattern: $0.lowercased(), replacement: $0) }
      definitions.append(swap)
    }
    for var definition in definitions {
      definition.isVale = true
      definition.config = config
      rules.append(definition)
    }
    problems.append(
      Problem(
        .badFile, "“Vale.Spelling” is not understood; it is left out.",
        help: "Spelling needs a dictionary, which Rapport has not."))
  }

  /// Adds a folder of kinds.
  package mutating func addKinds(_ files: [CheckFile]) {
    for file in files.sorted(by: { $0.path < $1.path }) {
      do throws(Problem) {
        let kind = try Kind(file.text, file: file.file)
        kinds[kind.name] = kind
      } catch {
        problems.append(error)
      }
    }
  }

  /// Adds what somebody else could not read.
  package mutating func addProblem(_ problem: Problem) { problems.append(problem) }

  /// A rule in short, for lists.
  package struct Summary: Sendable, Hashable {
    /// `Style.Rule`.
    package var name: String
    /// What it extends: `existence`.
    package var kind: String
    /// Its level.
    package var level: Finding.Level
    /// The knowledge section that says why.
    package var why: Citation?
    /// How many sentences it must pass.
    package var good: Int
    /// How many sentences it must find.
    package var bad: Int
  }

  /// The rules in short, in order.
  package var summaries: [Summary] {
    rules.map {
      Summary(
        name: $0.name, kind: $0.kind.rawValue, level: $0.level, why: $0.extras.why,
        good: $0.extras.good.count, bad: $0.extras.bad.count)
    }
  }

  /// The names of the rules, in order.
  package var ruleNames: [String] { rules.map(\.name) }
  /// The names of the kinds, in order.
  package var kindNames: [String] { kinds.keys.sorted() }
}
