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
  /// What could not be read: a broken file, a kind of rule that is not understood. The rest goes on.
  package private(set) var problems: [Problem] = []

  /// No rules and no kinds.
  package init() {}

  /// Adds a folder of rules.
  ///
  /// - Parameters:
  ///   - files: `.yml` and `.yaml` files; `rapport.yml` or `<Rule>.rapport.yml` beside them hold what Rapport adds.
  ///   - style: the style of rules that lie at the top; a folder inside is a style of its own.
  package mutating func addRules(_ files: [CheckFile], style: String) {
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
          definitions.append(
            try RuleReader.rule("\(folder).\(stem)", file.text, file: file.file))
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

  /// The names of the rules, in order.
  package var ruleNames: [String] { rules.map(\.name) }
  /// The names of the kinds, in order.
  package var kindNames: [String] { kinds.keys.sorted() }
}
