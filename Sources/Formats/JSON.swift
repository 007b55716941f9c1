import Foundation
package import RapportKit

/// JSON in, values out. For JSON that a person writes, `YAML.read` reads it too, and knows the places.
package enum JSON {
  /// Reads a JSON text that a program wrote; keys come out in alphabetical order.
  package static func read(_ text: String, from file: String = "JSON") throws(Problem) -> Node {
    do {
      let value = try JSONSerialization.jsonObject(
        with: Data(text.utf8), options: [.fragmentsAllowed])
      return node(value)
    } catch {
      throw Problem(
        .badFile, "This is not JSON.", help: "Check it with `python3 -m json.tool`.",
        at: Place(file: file))
    }
  }

  private static func node(_ value: Any) -> Node {
    switch value {
    case let text as String: .text(text)
    case let number as NSNumber:
      String(cString: number.objCType) == "c"
        ? Node(.bool(number.boolValue)) : .number(number.doubleValue)
    case let list as [Any]: .list(list.map(node))
    case let map as [String: Any]:
      Node(.map(map.keys.sorted().map { Node.Entry($0, node(map[$0] ?? NSNull())) }))
    default: nil
    }
  }
}

extension Node {
  /// The value as JSON over several lines, indented by two.
  package var prettyJSON: String { pretty(indent: "") }

  private func pretty(indent: String) -> String {
    let inner = indent + "  "
    switch value {
    case .list(let nodes) where !nodes.isEmpty:
      return "[\n" + nodes.map { inner + $0.pretty(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .map(let entries) where !entries.isEmpty:
      return "{\n"
        + entries.map { inner + Node.text($0.key).json + ": " + $0.value.pretty(indent: inner) }
        .joined(separator: ",\n") + "\n\(indent)}"
    default: return json
    }
  }
}
