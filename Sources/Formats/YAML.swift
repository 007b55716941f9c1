package import RapportKit
import Yams

/// YAML in, values with their places out.
///
///     let node = try YAML.read("when: 12:30", from: "answers.yaml")
///     node["when"]?.text  // "12:30", not 750
///
/// Every scalar is read as text, but a plain `~`, `null` or nothing at all, which is null. Aliases are resolved;
/// a key that stands twice is a problem.
package enum YAML {
  /// Reads one document; an empty one is null.
  package static func read(_ text: String, from file: String) throws(Problem) -> RapportKit.Node {
    do {
      // Scalars are text here, so what YAML would take them for need not be found out; the encoding is named since
      // Yams would look it up in the environment.
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return RapportKit.Node(.null, at: Place(file: file))
      }
      return try node(root, file: file)
    } catch let problem as Problem {
      throw problem
    } catch let error as YamlError {
      throw problem(error, file: file)
    } catch {
      throw Problem(.badFile, "This is not YAML: \(error).", at: Place(file: file))
    }
  }

  private static func node(_ yaml: Yams.Node, file: String) throws(Problem) -> RapportKit.Node {
    let place = place(yaml.mark, file: file)
    switch yaml {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      let empty = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return RapportKit.Node(empty ? .null : .text(scalar.string), at: place)
    case .sequence(let sequence):
      var nodes: [RapportKit.Node] = []
      for element in sequence { nodes.append(try node(element, file: file)) }
      return RapportKit.Node(.list(nodes), at: place)
    case .mapping(let mapping):
      var entries: [RapportKit.Node.Entry] = []
      for (key, value) in mapping {
        guard let name = key.scalar?.string else {
          throw Problem(
            .badFile, "A key must be a word.", help: "Write `key: value`.",
            at: self.place(key.mark, file: file))
        }
        entries.append(
          .init(name, try node(value, file: file), at: self.place(key.mark, file: file)))
      }
      return RapportKit.Node(.map(entries), at: place)
    case .alias:
      throw Problem(
        .badFile, "This refers to an anchor that is not there.", help: "Write the value out.",
        at: place)
    }
  }

  private static func place(_ mark: Mark?, file: String) -> Place {
    Place(file: file, line: mark?.line, column: mark?.column)
  }

  private static func problem(_ error: YamlError, file: String) -> Problem {
    switch error {
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
      .composer(_, let what, let mark, _):
      Problem(
        .badFile, "This is not YAML: \(what.trimmingPrefix(while: \.isWhitespace)).",
        help: "Check the indentation and the quotes there.",
        at: Place(file: file, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let yaml):
      Problem(
        .badFile, "“\(keys.map(\.description).joined(separator: "”, “"))” stands twice.",
        help: "Keep one of them.", at: self.place(yaml.mark, file: file))
    default:
      Problem(
        .badFile, "This is not YAML: \(error).", help: "Is it a text file in UTF-8?",
        at: Place(file: file))
    }
  }
}
