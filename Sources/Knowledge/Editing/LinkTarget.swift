/// Where a link of a page leads.
///
///     LinkTarget("../promises/move.md#early", from: "mistakes/own-it")  // .page("promises/move", section: "early")
enum LinkTarget: Equatable {
  /// Out of the knowledge base, by a scheme: `https:`, `mailto:`.
  case elsewhere
  /// To a page, or a section of it; nil when it leads above the knowledge base.
  case page(String?, section: String?)
  /// To another file, by its path from the layer's folder; nil when it leads above it.
  case file(String?)

  /// Reads the destination of a link on the page at `path`.
  init(_ destination: String, from path: String) {
    if destination.contains(":") || destination.hasPrefix("//") {
      self = .elsewhere
      return
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = String(parts[0]).removingPercentEscapes
    let section = parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : nil
    if file.isEmpty {
      self = .page(path, section: section?.removingPercentEscapes)
    } else if file.hasSuffix(".md") {
      self = .page(
        Self.resolve(String(file.dropLast(3)), from: path),
        section: section?.removingPercentEscapes)
    } else {
      self = .file(Self.resolve(file, from: path))
    }
  }

  /// The path that `link` names from the page at `path`; nil when it leads above the knowledge base.
  private static func resolve(_ link: String, from path: String) -> String? {
    var parts = link.hasPrefix("/") ? [] : path.split(separator: "/").dropLast()
    for part in link.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// How a page at `path` writes a link to `target`, both from the layer's folder.
  static func relative(_ target: String, from path: String) -> String {
    var from = path.split(separator: "/").dropLast()
    var to = target.split(separator: "/")[...]
    while let first = from.first, to.count > 1, first == to.first {
      from = from.dropFirst()
      to = to.dropFirst()
    }
    return (from.map { _ in ".." } + to).joined(separator: "/").percentEscaped
  }
}

extension String {
  /// `%20` as a space, and so on; what is not an escape stays.
  fileprivate var removingPercentEscapes: String {
    guard contains("%") else { return self }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The signs that would end a link's destination early, escaped.
  fileprivate var percentEscaped: String {
    reduce(into: "") { text, character in
      switch character {
      case "%": text += "%25"
      case " ": text += "%20"
      case "#": text += "%23"
      case "(": text += "%28"
      case ")": text += "%29"
      default: text.append(character)
      }
    }
  }
}
