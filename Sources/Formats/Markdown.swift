package import RapportKit

/// Markdown in, a small tree of values out: CommonMark with tables, strikethrough and bare links, read by cmark-gfm.
///
///     let page = try Markdown.read("---\ntitle: Own it\n---\n# Own it\nSay what you did.\n", from: "own-it.md")
///     page.frontMatter?["title"]?.text  // "Own it"
///     page.headings.first?.slug         // "own-it"
///     page.blocks[1].plainText          // "Say what you did."
///
/// Lines count from 1 in the text as it was given, front matter included.
package enum Markdown {
  /// A text taken apart.
  package struct Document: Sendable, Hashable {
    /// What stands between `---` and `---` at the top; nil when there is none.
    package var frontMatter: Node?
    /// The blocks, in order.
    package var blocks: [Block]
    /// The text's lines, without their ends; `lines[0]` is line 1.
    package var lines: [Substring]
  }

  /// Reads a text with its front matter; only front matter that is not YAML is a problem.
  package static func read(_ text: String, from file: String) throws(Problem) -> Document {
    var page = readBody(text)
    guard let end = frontMatterEnd(page.lines) else { return page }
    // One empty line in the fence's place keeps YAML's line numbers right.
    let yaml = text[page.lines[1].startIndex..<page.lines[end].startIndex]
    page.frontMatter = try YAML.read("\n" + yaml, from: file)
    return page
  }

  /// Reads a text and passes over its front matter, whatever stands there.
  package static func readBody(_ text: String) -> Document {
    let lines = lines(of: text)
    guard let end = frontMatterEnd(lines) else {
      return Document(frontMatter: nil, blocks: parse(text, after: 0), lines: lines)
    }
    // cmark counts lines as this does, whatever ends them.
    let body = end + 1 < lines.count ? text[lines[end + 1].startIndex...] : ""
    return Document(frontMatter: nil, blocks: parse(String(body), after: end + 1), lines: lines)
  }

  /// Reads a text that has no front matter, such as a reply's.
  package static func blocks(_ text: String) -> [Block] { parse(text, after: 0) }

  /// The lines of a text, whether they end in LF, CRLF or CR.
  package static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    // Bytes, not characters: no line end hides inside a character, and pages by the thousand are cut quickly.
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      guard byte == 0x0A || byte == 0x0D else {
        index = next
        continue
      }
      lines.append(text[start..<index])
      let pair = byte == 0x0D && next < bytes.endIndex && bytes[next] == 0x0A
      start = pair ? bytes.index(after: next) : next
      index = start
    }
    if start < bytes.endIndex { lines.append(text[start...]) }
    return lines
  }

  /// The index of the line that ends the front matter.
  private static func frontMatterEnd(_ lines: [Substring]) -> Int? {
    guard var first = lines.first else { return nil }
    if first.unicodeScalars.first == "\u{FEFF}" { first.unicodeScalars.removeFirst() }
    guard isFence(first) else { return nil }
    return lines.dropFirst().firstIndex(where: isFence)
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
