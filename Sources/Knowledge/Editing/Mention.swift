import Formats
import RapportKit

/// A place in a file that names a page: a link of a page, or a citation in a plugin's YAML.
struct Mention {
  /// What names it: a link's destination, or `page#section`.
  var text: String
  /// Where it stands.
  var place: Place
  /// The same in the file's text; nil when it is not written there letter by letter.
  var range: Range<String.Index>?
}

extension Mention {
  /// The links and images of a page, in order.
  static func links(in text: String, file: String) -> [Mention] {
    let document = Markdown.readBody(text)
    return document.blocks.flatMap { block -> [Mention] in
      guard block.line <= block.lastLine, block.lastLine <= document.lines.count else { return [] }
      let lines = document.lines[(block.line - 1)..<block.lastLine]
      var rest = lines.startIndex
      var start = lines[rest].startIndex
      return [block].links.map { destination in
        for index in rest..<lines.endIndex {
          let line = lines[index]
          let from = max(start, line.startIndex)
          guard let range = inline(destination, in: line[from...]) else { continue }
          (rest, start) = (index, range.upperBound)
          return Mention(destination, at: range, of: line, index + 1, file)
        }
        return definition(of: destination, in: document.lines, file)
          ?? Mention(text: destination, place: Place(file: file, line: block.line, column: 1))
      }
    }
  }

  /// The citations under some keys of a YAML document, in order.
  static func citations(in node: Node, keys: Set<String>, lines: [Substring]) -> [Mention] {
    (node.list ?? []).flatMap { citations(in: $0, keys: keys, lines: lines) }
      + (node.entries ?? []).flatMap { entry -> [Mention] in
        guard keys.contains(entry.key) else {
          return citations(in: entry.value, keys: keys, lines: lines)
        }
        return (entry.value.list ?? [entry.value]).compactMap { citation($0, lines) }
      }
  }

  private static func citation(_ node: Node, _ lines: [Substring]) -> Mention? {
    guard let text = node.text, let place = node.place else { return nil }
    guard let number = place.line, lines.indices.contains(number - 1) else {
      return Mention(text: text, place: place)
    }
    let line = lines[number - 1]
    let rest = line.unicodeScalars.dropFirst((place.column ?? 1) - 1)
    let range = line[rest.startIndex...].firstRange(of: text)
    return Mention(text: text, place: place, range: range)
  }

  /// A destination in `[…](destination)`.
  private static func inline(_ destination: String, in text: Substring) -> Range<String.Index>? {
    for opening in ["](", "](<"] {
      var rest = text
      while let range = rest.firstRange(of: opening + destination) {
        rest = text[range.upperBound...]
        guard rest.first.map({ " \t)>".contains($0) }) ?? true else { continue }
        return text.index(range.lowerBound, offsetBy: opening.count)..<range.upperBound
      }
    }
    return nil
  }

  /// A destination in `[…]: destination`, on a line of its own.
  private static func definition(of destination: String, in lines: [Substring], _ file: String)
    -> Mention?
  {
    for (index, line) in lines.enumerated() where line.drop(while: { $0 == " " }).first == "[" {
      guard let colon = line.firstRange(of: "]:"),
        let range = line[colon.upperBound...].firstRange(of: destination)
      else { continue }
      return Mention(destination, at: range, of: line, index + 1, file)
    }
    return nil
  }

  private init(
    _ text: String, at range: Range<String.Index>, of line: Substring, _ number: Int, _ file: String
  ) {
    let column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
    self.init(
      text: text, place: Place(file: file, line: number, column: column), range: range)
  }
}
