import RapportKit

extension KnowledgeBase {
  /// The links of `page` that lead to no page, heading or file. Links with a scheme are not followed.
  func deadLinks(_ page: Page, _ pages: [String: Page]) -> [Problem] {
    page.links.compactMap { link in
      guard let fault = fault(in: link.destination, of: page, pages) else { return nil }
      return Problem(
        .deadLink, fault.message, help: fault.help, at: Place(file: page.file, line: link.line))
    }
  }

  private func fault(
    in destination: String, of page: Page, _ pages: [String: Page]
  ) -> (message: String, help: String)? {
    if destination.contains(":") || destination.hasPrefix("//") { return nil }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts.first.map { String($0).removingPercentEscapes } ?? ""
    var target = page
    if !file.isEmpty {
      guard file.hasSuffix(".md") else {
        let beside = page.file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        if PageFiles.exists((beside + [file[...]]).joined(separator: "/")) { return nil }
        return ("“\(destination)” is not there.", "Correct the path, or take the link out.")
      }
      let path = Self.resolve(String(file.dropLast(3)), from: page.path)
      guard let found = path.flatMap({ pages[$0] }) else {
        return (
          "There is no page “\(path ?? file)”.", "Correct the path, or write the page."
        )
      }
      target = found
    }
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let slug = String(parts[1]).removingPercentEscapes
    if target.sections.contains(where: { $0.slug == slug }) { return nil }
    return (
      "No heading of \(target.path) is linked as “\(slug)”.",
      "See its headings with `knowledge show \(target.path)`."
    )
  }

  /// The path of a page that `link` names from the page at `path`; nil when it leaves the knowledge base.
  static func resolve(_ link: String, from path: String) -> String? {
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
}
